package timeline_test

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

const hour = time.Hour

// options is what to lay out, with the moment that the line stands at.
type options struct {
	timeline.Options
	Cursor time.Time
}

// lay draws with the words that people read.
func lay(courses []course.Course, prefs course.Prefs, marks []timeline.Mark, o options) timeline.Layout {
	return o.picture(courses, prefs, marks).At(o.Cursor)
}

func (o options) picture(courses []course.Course, prefs course.Prefs, marks []timeline.Mark) *timeline.Picture {
	if o.Words == nil {
		o.Words = phrase.New(locale.Format{}).At(o.Now, o.Zone).Picture()
	}
	return timeline.New(courses, prefs, marks, nil, o.Options)
}

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func starter(t testing.TB) guidance.Plan {
	t.Helper()
	for _, p := range guidance.Starters() {
		if p.ID == "essentials" {
			return p
		}
	}
	t.Fatal("no essentials plan")
	return guidance.Plan{}
}

// mock is the moment that the drawn example shows: Saturday 21 November 2026, 17:50, treated on Friday.
func mock(t testing.TB) (c course.Course, o options) {
	zone := zoneOf(t, "Europe/Berlin")
	now := time.Date(2026, 11, 21, 17, 50, 0, 0, zone)
	c = course.New(course.Treatment{ID: 1, At: time.Date(2026, 11, 20, 15, 30, 0, 0, zone), Plan: starter(t)}, zone, nil)
	return c, options{timeline.Options{Zoom: timeline.ThreeDays, Width: 690, Now: now, Zone: zone}, now}
}

func lane(t testing.TB, l timeline.Layout, id string) timeline.Lane {
	t.Helper()
	for _, n := range l.Lanes {
		if n.ID == id {
			return n
		}
	}
	t.Fatalf("no lane %q", id)
	return timeline.Lane{}
}

// labels writes a lane's bars as "wait: | open:open since 15:30".
func labels(l timeline.Lane) string {
	var out []string
	for _, b := range l.Bars {
		out = append(out, string(b.Tone)+":"+b.Label)
	}
	return strings.Join(out, " | ")
}

func wantLabels(t *testing.T, l timeline.Layout, id, want string) {
	t.Helper()
	if got := labels(lane(t, l, id)); got != want {
		t.Errorf("%s: %q, want %q", id, got, want)
	}
}
