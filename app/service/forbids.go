package service

import (
	"slices"

	"afterglow/app/ask"
	"afterglow/app/course"
)

// forbids is the plan's advice that forbids without an end what a window has wait, as Ask reads it: the window's end is
// no leave then. Ok is false if there is none.
func (sc Scene) forbids(w course.Window) (a ask.Answer, ok bool) {
	scene := ask.Scene{Now: sc.Now, Zone: sc.Zone, Courses: sc.Courses, Plan: sc.Plan, Book: ask.Default()}
	reply := scene.Answer(ask.Question{Text: w.Spec.Name})
	if reply.Verdict != ask.No || reply.Answers[0].Kind != ask.Care {
		return ask.Answer{}, false
	}
	return reply.Answers[0], true
}

// allowing are the courses without the windows that their plan's advice forbids without an end: no end of these is told.
func (sc Scene) allowing(courses []course.Course) []course.Course {
	out := courses
	for i, c := range courses {
		left := slices.DeleteFunc(slices.Clone(c.Windows), func(w course.Window) bool { _, never := sc.forbids(w); return never })
		if len(left) == len(c.Windows) {
			continue
		}
		if &out[0] == &courses[0] {
			out = slices.Clone(courses)
		}
		out[i].Windows = left
	}
	return out
}
