package kit

import "fyne.io/fyne/v2"

// Flowing is an object whose height depends on the width it gets, such as a
// paragraph. Fyne's MinSize cannot say that, so our layouts ask this first.
type Flowing interface {
	HeightFor(width float32) float32
}

// flowLayout is a layout that can say its height for a width.
type flowLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// Height is how high o wants to be at this width.
func Height(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Flowing); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flowLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o != nil && o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

func withoutNil(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := objects[:0:0]
	for _, o := range objects {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}
