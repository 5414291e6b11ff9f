package service

import (
	"slices"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// readAcross is how the plans' words lie across their windows: by the name of a window the plan's advice that forbids it
// without an end, so that the window's end is no leave; and the windows that leave alone what it is named by.
// The starter plans have neither: nobody is asked where these are all. A test holds it.
func (sc Scene) readAcross(all []course.Course) (forbid map[string]ask.Answer, others map[string][]ask.WindowOf) {
	other := func(c course.Course) bool {
		return len(c.Treatment.Own) > 0 || !guidance.IsStarterText(c.Treatment.PlanText)
	}
	if len(all) == 0 || len(sc.Courses) > 0 && !slices.ContainsFunc(all, other) {
		return nil, nil
	}
	var names []string
	for i := range all {
		for j := range all[i].Windows {
			if name := all[i].Windows[j].Spec.Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	scene := ask.Scene{Now: sc.Now, Zone: sc.Zone, Courses: all, Plan: sc.Plan, Book: ask.Default()}
	others = scene.Others(names)
	scene.Courses = sc.Courses
	return scene.Forbidden(names), others
}

// forbids is the advice that forbids a window without an end; ok is false if there is none.
func (sc Scene) forbids(w course.Window) (a ask.Answer, ok bool) {
	a, ok = sc.forbid[w.Spec.Name]
	return a, ok
}

// marked are the courses with Never set on what is forbidden without an end, and with the other waits of what a window is
// named by.
func (sc Scene) marked(courses []course.Course) []course.Course {
	if len(sc.forbid) == 0 && len(sc.others) == 0 {
		return courses
	}
	out := slices.Clone(courses)
	for i := range out {
		out[i].Windows = slices.Clone(out[i].Windows)
		for j := range out[i].Windows {
			w := &out[i].Windows[j]
			_, w.Never = sc.forbids(*w)
			w.Others = sc.othersOf(w, courses)
		}
	}
	return out
}

// othersOf are the windows of the courses, but for those of its own id, that leave alone what a window is named by. What the
// person wrote themselves is held by none: it stands in the place of what the plan says.
func (sc Scene) othersOf(w *course.Window, courses []course.Course) (found []course.Window) {
	if w.Spec.Own != nil {
		return nil
	}
	for _, of := range sc.others[w.Spec.Name] {
		if of.ID == w.Spec.ID {
			continue // of one id the strictest binds anyway
		}
		for i := range courses {
			if courses[i].Treatment.ID != of.Treatment {
				continue
			}
			for j := range courses[i].Windows {
				if o := courses[i].Windows[j]; o.Spec.ID == of.ID {
					o.Partly = of.Partly
					found = append(found, o)
				}
			}
		}
	}
	return found
}

// allowing are the courses without what is forbidden without an end, and with Held set on what another wait keeps shut when it
// ends: no end of these waits is told.
func (sc Scene) allowing(courses []course.Course) []course.Course {
	if len(sc.forbid) == 0 && len(sc.others) == 0 {
		return courses
	}
	out := sc.marked(courses)
	for i := range out {
		out[i].Windows = slices.DeleteFunc(out[i].Windows, func(w course.Window) bool { return w.Never })
		for j := range out[i].Windows {
			w := &out[i].Windows[j]
			w.Held = !w.Free()
		}
	}
	return out
}
