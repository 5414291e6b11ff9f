package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/theme"
)

// Turn is how far a course has come: once round the ring.
type Turn struct {
	Steps []bool  // equal steps of the turn, one for each wait in the order of their ends; true: that one is open
	Share float64 // of the whole turn that has passed, 0 to 1
}

// Measures of the ring.
const (
	dotsFrom  = 6.0  // the least width of a ring that has dots
	dotPart   = 0.6  // a dot's diameter, of the ring's width, if its wait is over
	openPart  = 0.9  // the same if not: it is hollow
	leastPart = 0.02 // of the turn, so that a course that just began shows something
)

// Ring shows a course as one turn, with words in the middle: small above, large below. A dot stands at the end of each
// step, hollow while that has to wait and filled once it is open. size and thick are in Fyne's units; a ring too thin
// for dots has none.
func (k *Kit) Ring(size, thick float32, t Turn, small, large string) *fyne.Container {
	share := max(0, min(1, t.Share))
	cut := 1 - 2*thick/size
	parts := []fyne.CanvasObject{canvas.NewArc(0, 360, cut, k.P.RoseFill)}
	if share > 0 {
		arc := canvas.NewArc(0, float32(360*max(leastPart, share)), cut, k.P.Rose)
		arc.CornerRadius = thick / 2
		parts = append(parts, arc)
	}
	if thick >= dotsFrom {
		for i, open := range t.Steps {
			end := float64(i+1) / float64(len(t.Steps))
			for _, dot := range k.dots(thick, open, end <= share) {
				parts = append(parts, onRing(dot, end, size, thick))
			}
		}
	}
	if small != "" || large != "" {
		words := Column(0,
			newPara(theme.SizeSmall, 16, Run{Text: small, Ink: k.P.Muted}).Centred(),
			newPara(theme.SizeTitle, 30, Run{Text: large, Ink: k.P.Text, Bold: true}).Centred())
		parts = append(parts, Middle(words))
	}
	return Fixed(size, size, Over(parts...))
}

// dots are the circles of one step. passed says whether the rose of the time that has passed lies under it: there what
// still waits, for an answer say, cuts the ring, for amber is not seen on rose.
func (k *Kit) dots(thick float32, open, passed bool) []*canvas.Circle {
	if open {
		ink := k.P.OnTone
		if !passed {
			ink = k.P.Rose
		}
		return []*canvas.Circle{circle(dotPart*thick, ink)}
	}
	hollow := circle(openPart*thick, k.P.Background)
	hollow.StrokeColor, hollow.StrokeWidth = k.P.Amber, 2
	if !passed {
		return []*canvas.Circle{hollow}
	}
	return []*canvas.Circle{circle(1.5*thick, k.P.Background), hollow}
}

func circle(across float32, fill color.Color) *canvas.Circle {
	c := canvas.NewCircle(fill)
	c.Resize(fyne.NewSquareSize(across))
	return c
}

// onRing puts a dot of its own size on a ring of this size, at a share of the turn, clockwise from the top.
func onRing(dot *canvas.Circle, share float64, size, thick float32) *fyne.Container {
	r, angle := float64(size-thick)/2, 2*math.Pi*share-math.Pi/2
	across := dot.Size().Width
	x := size/2 + float32(r*math.Cos(angle)) - across/2
	y := size/2 + float32(r*math.Sin(angle)) - across/2
	return Pad(y, size-x-across, size-y-across, x, dot)
}
