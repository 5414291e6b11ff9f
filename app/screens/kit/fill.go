package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Fill is a large ground of one colour: a line as wide as it is. Where no graphics processor draws, a dot of a line
// takes a third of the work of a rectangle's.
func Fill(ink color.Color) *fyne.Container {
	return &fyne.Container{Layout: fill{}, Objects: []fyne.CanvasObject{canvas.NewLine(ink)}}
}

type fill struct{}

func (fill) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (fill) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l, ok := o[0].(*canvas.Line)
	if !ok {
		return
	}
	l.StrokeWidth = s.Width
	l.Position1, l.Position2 = fyne.NewPos(s.Width/2, 0), fyne.NewPos(s.Width/2, s.Height)
	l.Refresh()
}
