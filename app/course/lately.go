package course

import (
	"slices"
	"time"
)

// Lately returns the courses that were not over at since, and those that were, but not yet when one of the former
// had begun: which end of a wait binds can be told only from all that knew it. Removed ones are left out, the
// newest treatment comes first.
func Lately(courses []Course, since time.Time) []Course {
	running := Running(courses, since)
	if len(running) == 0 {
		return nil
	}
	first := slices.MinFunc(running, func(a, b Course) int { return a.Treatment.At.Compare(b.Treatment.At) }).Treatment.At
	return Running(courses, Earlier(since, first))
}
