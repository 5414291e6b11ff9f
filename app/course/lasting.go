package course

import "time"

// Endless says whether what follows the window (Spec.Then) has no end that the plan names: it then holds for as long
// as anybody asks, after its course too.
func (w *Window) Endless() bool { return w.Spec.Then != "" && w.ThenUntil.IsZero() }

// lasts says whether the window, or its step, goes on when its course is over: it has no end that anybody knows, or
// the person has not said the word that ends it.
func (w *Window) lasts(now time.Time) bool {
	switch w.state(now) {
	case Then:
		return w.Endless()
	case Wait:
		return w.Open
	case Ask:
		return !w.AskFrom.IsZero()
	}
	return false
}

// Lasting are the windows of courses that are over which go on without an end, or whose step does, one of an id. A
// treatment since whose plan knows the window too decides alone: what that says, or has said, of it holds.
func Lasting(courses []Course, now time.Time) []Window {
	courses = newest(courses)
	var out []Window
	for i := range courses {
		c := &courses[i]
		if now.Before(c.Closes) {
			continue
		}
		for j := range c.Windows {
			if w := &c.Windows[j]; w.lasts(now) && !hasBegun(courses, i, w.Spec.ID, now) {
				out = append(out, *w)
			}
		}
	}
	return out
}

// hasBegun says whether a course that runs, or one newer than the i-th, has that window and its treatment has been, or the window
// has begun before it.
func hasBegun(courses []Course, i int, id string, now time.Time) bool {
	for j := range courses {
		c := &courses[j]
		if runs := now.Before(c.Closes); !runs && j >= i {
			continue
		}
		for k := range c.Windows {
			if w := &c.Windows[k]; w.Spec.ID == id && (!now.Before(c.Treatment.At) || !now.Before(w.From)) {
				return true
			}
		}
	}
	return false
}
