package timeline_test

import (
	"testing"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

func TestAWaitThatAnotherOneHoldsOpensWhenThatOneEnds(t *testing.T) {
	c, o := mock(t)
	find := func(id string) *course.Window {
		for i := range c.Windows {
			if c.Windows[i].Spec.ID == id {
				return &c.Windows[i]
			}
		}
		t.Fatalf("the mock has no window %q", id)
		return nil
	}
	held, holder := find("makeup"), find("sweat")
	if !holder.Until.After(held.Until) {
		t.Fatal("the wait that holds ends before the one that it holds")
	}
	held.Others = []course.Window{*holder}
	courses, opens := []course.Course{c}, 0
	check := func(where string, s timeline.Stretch) {
		if s.Tone != timeline.ToneOpen {
			return
		}
		opens++
		if !s.From.Equal(holder.Until) {
			t.Errorf("%s it opens at %v, the wait that holds it ends at %v", where, s.From, holder.Until)
		}
	}
	for _, r := range timeline.List(courses, course.DefaultPrefs(), o.Now, o.Zone) {
		if r.ID == "makeup" {
			check("in the list", r.Stretch)
		}
	}
	for _, zoom := range []timeline.Zoom{timeline.ThreeDays, timeline.SevenDays, timeline.AllWeeks} {
		o.Zoom = zoom
		for _, lane := range lay(courses, course.DefaultPrefs(), nil, o).Lanes {
			for _, bar := range lane.Bars {
				if lane.ID == "makeup" {
					check("in the picture", bar.Stretch)
				}
			}
		}
	}
	if opens != 4 {
		t.Errorf("it opens %d times, want once in each picture and in the list", opens)
	}
}
