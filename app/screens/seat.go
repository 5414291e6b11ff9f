package screens

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// railID begins the ids of what can be pressed in the rail.
const railID = "rail."

// seat is where the keyboard was, to be found again once the widgets were made anew.
type seat struct {
	id    string   // of what had it; "": nothing that has one
	quiet bool     // it shows no ring
	order []string // the ids of all that takes the keyboard, as Tab goes
}

// seat is where the keyboard is now.
func (s *Shell) seat() seat {
	id, quiet := kit.FocusID(s.win.Canvas().Focused())
	is := seat{id: id, quiet: quiet}
	for _, stop := range kit.Stops(s.root) {
		is.order = append(is.order, stop.ID)
	}
	return is
}

// keepFocus runs build, which makes widgets anew, and leaves the keyboard where it was. Within another one it leaves that
// to the outer: a page that is made anew as a whole is not in the window before it is done. Beneath something that lies
// over the window it leaves that to its closing.
func (s *Shell) keepFocus(build func()) {
	if _, open := s.over(); open || s.keeping {
		build()
		return
	}
	was := s.seat()
	if was.id == "" && s.late.id != "" {
		was = s.late
	}
	s.seated(was, build)
}

// seated runs build and then gives the keyboard to who had it at was.
func (s *Shell) seated(was seat, build func()) {
	s.keeping = true
	build()
	s.keeping = false
	s.sit(was)
}

// sit gives the keyboard to what had it, or what stands in its place now. Without that the next Tab would begin at the
// page's first line.
func (s *Shell) sit(was seat) {
	if _, open := s.over(); open || was.id == "" {
		return
	}
	c, w := s.win.Canvas(), was.in(kit.Stops(s.root))
	s.late = seat{}
	switch p, isPress := w.(*kit.Press); {
	case w == nil: // the page is still to be read
		s.late = was
		c.Unfocus()
		return
	case w == c.Focused():
		return
	case isPress && was.quiet:
		p.FocusQuietly()
	}
	s.wake(w)
	c.Focus(w)
}

// wake has Fyne find w, which stands in the window and was not drawn for a while.
func (s *Shell) wake(w fyne.Focusable) {
	if o, ok := w.(fyne.CanvasObject); ok {
		kit.Wake(s.root, o)
	}
}

// in finds the seat's place among stops: what has its id; else the next to press after what stood before it and still
// does, such as the line that moved up; else that one itself; else the first of the page. It is nil if there is none.
func (was seat) in(stops []kit.Stop) fyne.Focusable {
	at := func(id string) int { return slices.IndexFunc(stops, func(x kit.Stop) bool { return x.ID == id }) }
	if i := at(was.id); i >= 0 {
		return stops[i].At
	}
	for n := slices.Index(was.order, was.id) - 1; n >= 0; n-- {
		i := at(was.order[n])
		if i < 0 {
			continue
		}
		for _, next := range stops[i+1:] {
			if inRail := strings.HasPrefix(next.ID, railID); inRail != strings.HasPrefix(was.id, railID) {
				break // neither from the page into the rail nor back
			}
			if p, ok := next.At.(*kit.Press); ok && !strings.HasPrefix(next.ID, toastID) {
				return p
			}
		}
		return stops[i].At
	}
	if slices.Contains(was.order, was.id) && len(stops) > 0 && !strings.HasPrefix(stops[0].ID, railID) {
		return stops[0].At
	}
	return nil
}

// intoPage gives the keyboard to the first thing on the page.
func (s *Shell) intoPage() {
	if stops := kit.TabStops(s.content); len(stops) > 0 {
		s.focus(stops[0].At)
	}
}

// stands says whether w is in the window, or in something that lies over it.
func (s *Shell) stands(w fyne.Focusable) bool {
	for _, root := range append([]fyne.CanvasObject{s.root}, s.win.Canvas().Overlays().List()...) {
		if slices.ContainsFunc(kit.Stops(root), func(x kit.Stop) bool { return x.At == w }) {
			return true
		}
	}
	return false
}

// under remembers where the keyboard is before something is put over the window.
func (s *Shell) under() {
	if _, open := s.over(); !open && s.win.Canvas().Overlays().Top() == nil {
		s.below = s.seat()
	}
}
