package kit

import "fyne.io/fyne/v2"

// Spare sets extra above rest if both fit on the page without scrolling, else rest alone: what adorns yields to what
// has to be reached. around is the height of what else stands on the page, in Fyne's units.
func (p *Page) Spare(gap, around float32, extra, rest fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: spare{column{gap}, around, p.body}, Objects: []fyne.CanvasObject{extra, rest}}
}

type spare struct {
	column column
	around float32
	body   *pageBody
}

// kept are the objects that are on show at this width.
func (s spare) kept(o []fyne.CanvasObject, width float32) []fyne.CanvasObject {
	if Height(o[0], width)+s.column.gap+Height(o[1], width)+s.around > s.body.high {
		return o[1:]
	}
	return o
}

func (s spare) heightFor(o []fyne.CanvasObject, width float32) float32 {
	return s.column.heightFor(s.kept(o, width), width)
}

func (s spare) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }

func (s spare) Layout(o []fyne.CanvasObject, size fyne.Size) {
	kept := s.kept(o, size.Width)
	if len(kept) == len(o) {
		o[0].Show()
	} else {
		o[0].Hide()
	}
	s.column.Layout(kept, size)
}
