package kit

import "fyne.io/fyne/v2"

// Stop is something with an ID that takes the keyboard.
type Stop struct {
	ID string
	At fyne.Focusable
}

// Stops are what takes the keyboard below root and can be seen, in the order in which Tab goes.
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
