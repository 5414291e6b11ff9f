package kit

import "fyne.io/fyne/v2"

// Pair is a text with a shorter one at its right edge. If both find no room on one line the right one keeps three
// fifths at most, and each breaks its words.
func Pair(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: pair{gap}, Objects: []fyne.CanvasObject{left, right}}
}

type pair struct{ gap float32 }

// widths are those of left and right.
func (p pair) widths(o []fyne.CanvasObject, width float32) (left, right float32) {
	right = o[1].MinSize().Width
	if most := fyne.Max(width*3/5, width-p.gap-o[0].MinSize().Width); right > most {
		right = most
	}
	return fyne.Max(0, width-p.gap-right), right
}

func (p pair) heightFor(o []fyne.CanvasObject, width float32) float32 {
	left, right := p.widths(o, width)
	return fyne.Max(Height(o[0], left), Height(o[1], right))
}

func (p pair) MinSize(o []fyne.CanvasObject) fyne.Size { return onOneLine(o, p.gap) }

func (p pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left, right := p.widths(o, size.Width)
	place(o[0], 0, 0, left, Height(o[0], left))
	place(o[1], size.Width-right, 0, right, Height(o[1], right))
}
