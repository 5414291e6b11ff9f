package today

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/kit"
)

// dot is how a point of the path is marked: by shape, and by colour.
type dot int

const (
	dotWait  dot = iota // hollow
	dotAsk              // a question mark
	dotOpen             // filled
	dotNever            // a cross
)

// mark is the dot of a point.
func (p *Page) mark(d dot) fyne.CanvasObject {
	k := p.k
	edge := canvas.NewCircle(k.P.Card)
	edge.StrokeWidth = 2
	switch d {
	case dotAsk:
		return kit.Fixed(dotSize, dotSize, k.Icon(kit.IconAskOn, dotSize, k.P.Amber, k.P.Card))
	case dotNever:
		return kit.Fixed(dotSize, dotSize, kit.Middle(k.Icon(kit.IconClose, dotSize-4, k.P.Amber)))
	case dotOpen:
		edge.StrokeColor = k.P.Sage
		p.now = &fyne.Container{Layout: filled{&p.filled}, Objects: []fyne.CanvasObject{edge, canvas.NewCircle(k.P.Sage)}}
		return p.now
	}
	edge.StrokeColor = k.P.Amber
	return kit.Fixed(dotSize, dotSize, edge)
}

// filled lays out a dot's edge and what fills it.
type filled struct {
	share *float32 // of the dot's width, 0 to 1
}

func (filled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(dotSize) }

func (f filled) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	o[0].Resize(fyne.NewSquareSize(dotSize))
	across := dotSize * *f.share
	o[1].Resize(fyne.NewSquareSize(across))
	o[1].Move(fyne.NewPos((dotSize-across)/2, (dotSize-across)/2))
}

// track is the line from a dot to the next point, if there is one.
func (p *Page) track(d dot, next bool) fyne.CanvasObject {
	k := p.k
	line := canvas.NewRectangle(k.P.AmberFill)
	switch {
	case !next:
		line.FillColor = color.Transparent
	case d == dotOpen:
		line.FillColor = k.P.Sage
	}
	return &fyne.Container{Layout: track{}, Objects: []fyne.CanvasObject{line}}
}

// track lays out a line at the right of a dot, level with its middle.
type track struct{}

func (track) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(dotSize) }

func (track) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const thick = 3
	o[0].Move(fyne.NewPos(dotSize, (dotSize-thick)/2))
	o[0].Resize(fyne.NewSize(fyne.Max(0, size.Width-dotSize), thick))
}
