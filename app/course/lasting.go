package course

import "time"

// Endless says whether what follows the window (Spec.Then) has no end that the plan names: it then holds for as long
// as anybody asks, after its course too.
func (w *Window) Endless() bool { return w.Spec.Then != "" && w.ThenUntil.IsZero() }

// Lasting are the windows of courses that are over whose step goes on without an end, one of an id. A treatment since
// whose plan knows the window too decides alone: what that says, or has said, of it holds.
func Lasting(courses []Course, now time.Time) []Window {
	courses = newest(courses)
	var out []Window
	for i := range courses {
		c := &courses[i]
		if now.Before(c.Closes) {
			continue
		}
		for j := range c.Windows {
			if w := &c.Windows[j]; w.Endless() && w.state(now) == Then && !hasBegun(courses, i, w.Spec.ID, now) {
				out = append(out, *w)
			}
		}
	}
	return out
}

// hasBegun says whether a course that runs, or one newer than the i-th whose treatment has been, has that window.
func hasBegun(courses []Course, i int, id string, now time.Time) bool {
	for j := range courses {
		if runs := now.Before(courses[j].Closes); (runs || j < i) && hasWindow(courses[j:j+1], id) {
			return true
		}
	}
	return false
}
