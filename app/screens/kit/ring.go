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
	openDot   = 0.6  // a dot's diameter if its wait is over, of the ring's width
	waitDot   = 0.85 // the same if not: it is hollow
	cutDot    = 1.5  // of the ground around one that lies on what has passed
	dotGap    = 3.0  // between two dots at least
	leastPart = 1.6  // of the ring's width: a course that just began shows as much
	leastGap  = 3.0  // between the ends of a turn that is not whole

	besideWords = 0.08 // of the ground within the ring, at the left and right of its words
)

// Ring shows a course as one turn, with words in the middle: small above, large below. A dot stands at the end of each
// step, hollow while that has to wait and filled once it is open. size and thick are in Fyne's units; a ring too thin
// for dots has none.
func (k *Kit) Ring(size, thick float32, t Turn, small, large string) *fyne.Container {
	around := math.Pi * (size - thick)
	share := shownShare(t.Share, thick, around)
	cut := 1 - 2*thick/size
	parts := []fyne.CanvasObject{canvas.NewArc(0, 360, cut, k.P.RoseFill)}
	if share > 0 {
		arc := canvas.NewArc(0, float32(360*share), cut, k.P.Rose)
		arc.CornerRadius = thick / 2
		parts = append(parts, arc)
	}
	if thick >= dotsFrom {
		wide := fyne.Min(thick, (around/float32(max(1, len(t.Steps)))-dotGap)/waitDot)
		for i, open := range t.Steps {
			end := float64(i+1) / float64(len(t.Steps))
			under := end <= share || share > 0 && i == len(t.Steps)-1 // there the turn begins, too
			for _, dot := range k.dots(wide, open, under) {
				parts = append(parts, onRing(dot, end, size, thick))
			}
		}
	}
	if small != "" || large != "" {
		words := Column(0,
			k.para(theme.SizeSmall, 16, Run{Text: small, Ink: k.P.Muted}).Centred(),
			k.para(theme.SizeTitle, 30, Run{Text: large, Ink: k.P.Text, Bold: true}).Centred())
		beside := thick + (size-2*thick)*besideWords
		parts = append(parts, Middle(Pad(0, beside, 0, beside, words)))
	}
	return Fixed(size, size, Over(parts...))
}

// shownShare is how much of the turn is drawn: something once it has begun, and all only if it is whole, though its round
// ends would meet before. around is the length of the ring.
func shownShare(share float64, thick, around float32) float64 {
	if share <= 0 || share >= 1 || math.IsNaN(share) {
		return max(0, min(1, share))
	}
	return max(float64(leastPart*thick/around), min(share, 1-float64((thick+leastGap)/around)))
}

// dots are the circles of one step, of a ring of this width. passed says whether the rose of the time that has passed
// lies under it: there what still waits, for an answer say, cuts the ring, for amber is not seen on rose.
func (k *Kit) dots(thick float32, open, passed bool) []*canvas.Circle {
	if open {
		ink := k.P.OnTone
		if !passed {
			ink = k.P.Rose
		}
		return []*canvas.Circle{circle(openDot*thick, ink)}
	}
	hollow := circle(waitDot*thick, k.P.Background)
	hollow.StrokeColor, hollow.StrokeWidth = k.P.Amber, 2
	if !passed {
		return []*canvas.Circle{hollow}
	}
	return []*canvas.Circle{circle(cutDot*thick, k.P.Background), hollow}
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
