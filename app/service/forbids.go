package service

import (
	"slices"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// forbidden is by the name of a window the plan's advice that forbids it without an end: the window's end is no leave then.
// The starter plans forbid nothing that one of them has a wait for: nobody is asked where these are all. A test holds it.
func (sc Scene) forbidden(all []course.Course) map[string]ask.Answer {
	other := func(c course.Course) bool {
		return len(c.Treatment.Own) > 0 || !guidance.IsStarterText(c.Treatment.PlanText)
	}
	if len(all) == 0 || len(sc.Courses) > 0 && !slices.ContainsFunc(all, other) {
		return nil
	}
	var names []string
	for i := range all {
		for j := range all[i].Windows {
			if name := all[i].Windows[j].Spec.Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	scene := ask.Scene{Now: sc.Now, Zone: sc.Zone, Courses: sc.Courses, Plan: sc.Plan, Book: ask.Default()}
	return scene.Forbidden(names)
}

// forbids is the advice that forbids a window without an end; ok is false if there is none.
func (sc Scene) forbids(w course.Window) (a ask.Answer, ok bool) {
	a, ok = sc.forbid[w.Spec.Name]
	return a, ok
}

// marked are the courses with Never set on what is forbidden without an end.
func (sc Scene) marked(courses []course.Course) []course.Course {
	if len(sc.forbid) == 0 {
		return courses
	}
	out := slices.Clone(courses)
	for i := range out {
		out[i].Windows = slices.Clone(out[i].Windows)
		for j := range out[i].Windows {
			w := &out[i].Windows[j]
			_, w.Never = sc.forbids(*w)
		}
	}
	return out
}

// allowing are the courses without what is forbidden without an end: no end of these waits is told.
func (sc Scene) allowing(courses []course.Course) []course.Course {
	if len(sc.forbid) == 0 {
		return courses
	}
	out := slices.Clone(courses)
	for i := range out {
		out[i].Windows = slices.DeleteFunc(slices.Clone(out[i].Windows), func(w course.Window) bool { _, never := sc.forbids(w); return never })
	}
	return out
}
