package timeline_test

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

func TestWhatWasForTheTimeBeforeIsOpenNowhereAfterIt(t *testing.T) {
	c, o := mock(t)
	for i := range c.Windows {
		if w := &c.Windows[i]; w.Spec.ID == "makeup" {
			w.From, w.Until = w.TreatedAt.Add(-72*time.Hour), w.TreatedAt
		}
	}
	for _, lane := range lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Lanes {
		for _, bar := range lane.Bars {
			if lane.ID == "makeup" && bar.Tone == timeline.ToneOpen {
				t.Errorf("the picture says %q", bar.Label)
			}
		}
	}
	for _, r := range timeline.List([]course.Course{c}, course.DefaultPrefs(), o.Now, o.Zone) {
		if r.ID == "makeup" && r.Tone == timeline.ToneOpen {
			t.Errorf("the list has %+v", r)
		}
	}
}

func TestWhatThePersonsWordEndsHasNoTimeAtWhichItEnds(t *testing.T) {
	c, o := mock(t)
	for i := range c.Windows {
		if w := &c.Windows[i]; w.Spec.ID == "makeup" {
			w.Spec.Until, w.Spec.Condition = guidance.Moment{Anchor: guidance.UntilCalm}, "the scabs are gone"
			w.Until = o.Now.Add(30 * time.Hour)
			w.AskFrom = w.Until
		}
	}
	seen := false
	for _, lane := range lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Lanes {
		for _, bar := range lane.Bars {
			if lane.ID == "makeup" && bar.Tone == timeline.ToneWait {
				seen = true
				if bar.Label != "" && bar.Label != "not yet" {
					t.Errorf("the picture says %q", bar.Label)
				}
			}
		}
	}
	if !seen {
		t.Error("the wait is not drawn")
	}
}
