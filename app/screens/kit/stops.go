package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

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
	var in []fyne.CanvasObject
	switch o := root.(type) {
	case *Press:
		if o.ID != "" && !o.off {
			all = append(all, Stop{o.ID, o})
		}
		in = []fyne.CanvasObject{o.content}
	case *Entry:
		if o.ID != "" && !o.Disabled() {
			all = append(all, Stop{o.ID, o})
		}
	case *Para:
		for _, r := range o.runs {
			if r.Link != nil {
				in = append(in, r.Link)
			}
		}
	case *fyne.Container:
		in = o.Objects
	case *Page:
		in = []fyne.CanvasObject{o.holder}
		if o.foot != nil {
			in = append(in, o.foot)
		}
	case *Scroll:
		in = []fyne.CanvasObject{o.Content}
	case *Sheet:
		in = []fyne.CanvasObject{o.inner}
	case *float:
		in = []fyne.CanvasObject{o.card}
	case *Hold:
		in = []fyne.CanvasObject{o.content}
	case *container.ThemeOverride:
		in = []fyne.CanvasObject{o.Content}
	}
	for _, c := range in {
		all = append(all, Stops(c)...)
	}
	return all
}
