package timeline_test

import (
	"testing"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

func TestWhatThePlanForbidsWithoutAnEndIsOpenNowhere(t *testing.T) {
	c, o := mock(t)
	for i := range c.Windows {
		c.Windows[i].Never = c.Windows[i].Spec.ID == "makeup"
	}
	courses, seen := []course.Course{c}, 0
	for _, zoom := range []timeline.Zoom{timeline.ThreeDays, timeline.SevenDays, timeline.AllWeeks} {
		o.Zoom = zoom
		for _, lane := range lay(courses, course.DefaultPrefs(), nil, o).Lanes {
			if lane.ID != "makeup" {
				continue
			}
			seen++
			if len(lane.Bars) != 1 || lane.Bars[0].Tone != timeline.ToneNever || lane.Bars[0].Label != "no, your plan says never" {
				t.Errorf("zoom %d: %+v", zoom, lane.Bars)
			}
		}
	}
	for _, r := range timeline.List(courses, course.DefaultPrefs(), o.Now, o.Zone) {
		if r.ID == "makeup" {
			seen++
			if r.Tone != timeline.ToneNever || !r.Until.IsZero() {
				t.Errorf("the list has %+v", r)
			}
		}
	}
	if seen != 4 {
		t.Errorf("makeup is shown %d times, want once in each picture and in the list", seen)
	}
}
