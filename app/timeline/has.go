package timeline

import "afterglow/app/course"

// Has says whether a window or a routine has a lane.
func Has(courses []course.Course, id string) bool {
	for i := range courses {
		c := &courses[i]
		for j := range c.Windows {
			if c.Windows[j].Spec.ID == id {
				return true
			}
		}
		for j := range c.Routines {
			if r := &c.Routines[j]; r.Spec.ID == id && laned(c, r) {
				return true
			}
		}
	}
	return false
}
