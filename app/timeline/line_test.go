package timeline_test

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

func TestTheDraggedLineChangesTheWordsAndNotTheBars(t *testing.T) {
	c, o := mock(t)
	still := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	o.Cursor = o.Now.Add(24*hour + 10*time.Minute) // Sunday 18:00
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	if l.CursorLabel.Text != "tomorrow 18:00" || l.CursorX <= still.CursorX {
		t.Errorf("label %q at %v, now at %v", l.CursorLabel.Text, l.CursorX, still.CursorX)
	}
	wantLabels(t, l, "sweat", "wait: | open:open from tomorrow 15:30")
	wantLabels(t, l, "makeup", "wait: | open:open since 15:30")
	for i := range l.Lanes {
		for j, b := range l.Lanes[i].Bars {
			if a := still.Lanes[i].Bars[j]; a.Span != b.Span || a.Tone != b.Tone {
				t.Errorf("%s: bar %d moved from %v to %v", l.Lanes[i].ID, j, a.Span, b.Span)
			}
		}
	}
}

func TestAFaintLineStaysAtNowWhileTheLineIsElsewhere(t *testing.T) {
	c, o := mock(t)
	if g := lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Ghost; g.Shown {
		t.Errorf("the line stands at now, and there is another at %v", g.X)
	}
	now := lay([]course.Course{c}, course.DefaultPrefs(), nil, o).CursorX
	o.Cursor = o.Now.Add(24 * hour)
	if g := lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Ghost; !g.Shown || g.X != now || g.Label.Text != "now" {
		t.Errorf("a day on there is %+v, and now stands at %v", g, now)
	}
	o.Cursor = o.Now.Add(hour)
	if g := lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Ghost; !g.Shown || g.Label.Text != "" {
		t.Errorf("an hour on there is %+v, and no room for its word", g)
	}
}

func TestTheDraggedLineSnapsToRoundTimesAndStaysInside(t *testing.T) {
	c, o := mock(t)
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	for zoom, want := range map[timeline.Zoom]string{timeline.ThreeDays: "21 17:45", timeline.SevenDays: "21 18:00", timeline.AllWeeks: "21 18:00"} {
		o.Zoom = zoom
		l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
		if at := timeline.CursorAt(l, l.CursorX); at.Format("2 15:04") != want {
			t.Errorf("zoom %d: at the line: %s", zoom, at)
		}
	}
	for _, x := range []float32{-50, 0, l.LabelWidth, 300.3, l.Width, l.Width + 99} {
		if at := timeline.CursorAt(l, x); at.Minute()%15 != 0 || at.Second() != 0 || at.Before(l.From) || at.After(l.Until) {
			t.Errorf("at %v: %s", x, at)
		}
	}
	if at := timeline.CursorAt(timeline.Layout{}, 5); !at.IsZero() {
		t.Errorf("of an empty picture: %s", at)
	}
}
