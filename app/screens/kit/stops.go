package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Stop is something with an ID that takes the keyboard.
type Stop struct {
	ID string
	At fyne.Focusable
}

// TabStops are the Stops at which Tab comes in: one of each group.
func TabStops(root fyne.CanvasObject) []Stop {
	return slices.DeleteFunc(Stops(root), func(s Stop) bool {
		p, is := s.At.(*Press)
		return is && p.passed()
	})
}

// Stops are what takes the keyboard below root and can be seen, in the order in which Tab and, within a group, the arrow
// keys go.
func Stops(root fyne.CanvasObject) (all []Stop) {
	if root == nil || !root.Visible() {
		return nil
	}
	switch o := root.(type) {
	case *Press:
		if o.ID != "" && !o.off {
			all = append(all, Stop{o.ID, o})
		}
	case *Entry:
		if o.ID != "" && !o.Disabled() {
			all = append(all, Stop{o.ID, o})
		}
	}
	for _, c := range inside(root) {
		all = append(all, Stops(c)...)
	}
	return all
}

// Wake has Fyne know again what o lies in, from root down. It lets go of what was not drawn for a minute, and then finds
// nothing in it that could take the keyboard. It says whether o lies in root.
func Wake(root, o fyne.CanvasObject) bool {
	if root == o {
		return true
	}
	for _, c := range inside(root) {
		if c == nil || !Wake(c, o) {
			continue
		}
		switch w := root.(type) {
		case *Press:
			w.BaseWidget.MinSize()
		case fyne.Widget:
			w.MinSize() // has Fyne make what draws it
		}
		return true
	}
	return false
}
