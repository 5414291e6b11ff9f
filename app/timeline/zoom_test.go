package timeline_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

func TestOnAnyDayThePictureStandsAroundNow(t *testing.T) {
	c, o := mock(t)
	for _, day := range []int{0, 1, 7, 30} {
		o.Now = c.Treatment.At.Add(time.Duration(day)*24*hour + 3*hour)
		o.Cursor = o.Now
		for _, zoom := range []timeline.Zoom{timeline.ThreeDays, timeline.SevenDays} {
			o.Zoom = zoom
			l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
			if share := (l.CursorX - l.LabelWidth) / (l.Width - l.LabelWidth); share > 0.2 || !strings.HasPrefix(l.CursorLabel.Text, "now ") {
				t.Errorf("day %d, zoom %d: %q stands at %.2f", day, zoom, l.CursorLabel.Text, share)
			}
			if l.From.Before(c.Treatment.At.Add(-2 * hour)) {
				t.Errorf("day %d, zoom %d: the picture begins at %s, before there is anything", day, zoom, l.From)
			}
		}
	}
}

func TestATreatmentToComeIsInThePicture(t *testing.T) {
	c, o := mock(t)
	for _, ahead := range []time.Duration{hour, 3 * 24 * hour, 20 * 24 * hour} {
		o.Now = c.Treatment.At.Add(-ahead)
		for _, zoom := range []timeline.Zoom{timeline.ThreeDays, timeline.SevenDays, timeline.AllWeeks} {
			o.Zoom, o.Cursor = zoom, o.Now
			l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
			if len(l.Lanes) == 0 || l.Until.Before(c.Treatment.At) {
				t.Errorf("%v before, zoom %d: %d lanes, from %s to %s", ahead, zoom, len(l.Lanes), l.From, l.Until)
			}
		}
	}
}

func TestAllWeeksShowTheCourseByTheDay(t *testing.T) {
	c, o := mock(t)
	o.Zoom = timeline.AllWeeks
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	if days := l.Until.Sub(l.From).Hours() / 24; days != 42 || l.From.Format("2006-01-02 15:04") != "2026-11-20 00:00" {
		t.Errorf("%v days from %s", days, l.From)
	}
	wantLabels(t, l, "procedures", "wait:not until 4 Dec, 15:30 | open:open from 4 December, 15:30")
	wantLabels(t, l, "sun", "wait: | then:SPF 30+, hat, shade | open:open from 4 December, 15:30")
	var texts []string
	for _, h := range l.Axis {
		if !h.Hidden {
			texts = append(texts, h.Text)
		}
	}
	if got := strings.Join(texts, ", "); got != "27 Nov, 4 Dec, 11 Dec, 18 Dec, 25 Dec" { // the first is under the line's label
		t.Errorf("dates %q", got)
	}
	if len(lane(t, l, "cleanse").Ticks) != 0 || len(l.Nights) != 0 {
		t.Error("ticks or nights by the day")
	}
	o.Cursor = o.Now.AddDate(0, 0, 10)
	if l = lay([]course.Course{c}, course.DefaultPrefs(), nil, o); l.CursorLabel.Text != "1 Dec, 17:50" {
		t.Errorf("label %q", l.CursorLabel.Text)
	}
}

func TestADateOfTheWeeksStandsAtItsLineOrNotAtAll(t *testing.T) {
	c, o := mock(t)
	o.Zoom = timeline.AllWeeks
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	for _, label := range l.Axis {
		at := slices.IndexFunc(l.Grid, func(x float32) bool { return label.X >= x && label.X-x < 12 })
		if !label.Hidden && at < 0 && label.X > l.LabelWidth+12 {
			t.Errorf("%q stands at %v, and the lines are at %v", label.Text, label.X, l.Grid)
		}
	}
}
