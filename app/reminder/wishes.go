package reminder

import (
	"slices"
	"strconv"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// wish is what the person asked to be told of.
type wish struct {
	treatment int64
	windows   []string // the ids of what has to be over
	free      course.Free
}

// about says whether it is about one of these windows.
func (w *wish) about(windows []course.Window) bool {
	return slices.ContainsFunc(windows, func(o course.Window) bool { return slices.Contains(w.windows, o.Spec.ID) })
}

// addWishes adds what the person asked to be told of and is known to end: each once, at the moment at which the last
// of its waits is over. It comes beside the end of a window if one is told then, in the same notification.
func (l *look) addWishes() {
	for i := range l.in.Entries {
		e := &l.in.Entries[i]
		if e.Kind != record.KindTell || e.Undone {
			continue
		}
		free, ok := WishOver(l.in.Courses, e, l.now, l.zone)
		if !ok || free.At.IsZero() || !l.now.Before(free.At.Add(ToldFor)) && l.settledCourse(e.Treatment) {
			continue
		}
		l.cands = append(l.cands, candidate{
			Occurrence: Occurrence{ID: WishID(e), Kind: TellMe, What: tellWhat, Due: free.At, At: free.At},
			order:      len(l.cands), name: e.Note, wish: &wish{e.Treatment, e.Windows(), free},
		})
	}
}

// WishOver is when the wait is over for what the person asked to be told of, as the courses stand now; a time of zero:
// not known. Ok is false if its treatment is not looked after any more.
func WishOver(courses []course.Course, e *record.Entry, now time.Time, zone *time.Location) (free course.Free, ok bool) {
	since := e.At
	if now.Before(since) {
		since = now // written down while the clock was ahead
	}
	return course.FreeOf(courses, e.Treatment, e.Windows(), since, zone)
}

// WishID is the occurrence of a wish to be told: "tell/17/1" of entry 17 about treatment 1.
func WishID(e *record.Entry) string {
	return tellWhat + "/" + strconv.FormatInt(e.ID, 10) + "/" + strconv.FormatInt(e.Treatment, 10)
}

// settledCourse says whether the course of a treatment was over so long ago that nothing is told of it any more.
func (l *look) settledCourse(treatment int64) bool {
	for i := range l.in.Courses {
		if c := &l.in.Courses[i]; c.Treatment.ID == treatment {
			return l.settled(c)
		}
	}
	return true
}

// waitsAgain says whether what the person asked for has to wait now, although it was over before: a treatment since has
// a wait of its own, or the hours of the day have come round again.
func (l *look) waitsAgain(c *candidate) bool {
	return course.Waits(l.in.Courses, c.wish.windows, l.now, l.zone)
}

// putOff has a wish that nobody could be told of in time told when the wait is over that runs now.
func (l *look) putOff(c *candidate) {
	free, _ := course.FreeOf(l.in.Courses, c.wish.treatment, c.wish.windows, l.now, l.zone)
	if free.At.After(l.now) {
		c.Due, c.At, c.wish.free = free.At, free.At, free
		l.again(c.At)
	}
}
