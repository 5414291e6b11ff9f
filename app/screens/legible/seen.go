package legible

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/screens/theme"
)

// groundShare is how much of a word's room a colour fills at least to be its ground. What is less is the word itself, the
// smoothing of its edges or a hairline.
const groundShare = 0.25

// FaintOn are the words in o that have too little contrast to what picture, which is the window at scale 1, has beneath
// them. It sees the ground of words that stand on a drawing, which Faint cannot.
func FaintOn(o fyne.CanvasObject, picture image.Image) []string {
	var faint []string
	words(o, fyne.NewPos(0, 0), picture.Bounds(), func(t *canvas.Text, room image.Rectangle) {
		ink := plain(t.Color)
		for _, ground := range grounds(picture, room, ink) {
			if got := theme.Contrast(over(ink, ground), ground); got < Words {
				faint = append(faint, fmt.Sprintf("%q has %.2f:1 on #%02x%02x%02x, want %.1f", t.Text, got, ground.R, ground.G, ground.B, Words))
			}
		}
	})
	return faint
}

// words visits all words in o that are seen in full inside seen.
func words(o fyne.CanvasObject, at fyne.Position, seen image.Rectangle, visit func(*canvas.Text, image.Rectangle)) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	room := image.Rect(int(at.X), int(at.Y), int(at.X+o.Size().Width), int(at.Y+o.Size().Height))
	switch o := o.(type) {
	case *canvas.Text:
		if room.In(seen) && o.Text != "" {
			visit(o, room)
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			words(c, at, seen, visit)
		}
	case fyne.Widget:
		if _, scrolls := o.(fyne.Scrollable); scrolls {
			seen = seen.Intersect(room)
		}
		for _, c := range test.WidgetRenderer(o).Objects() {
			words(c, at, seen, visit)
		}
	}
}

// grounds are the colours that fill a good part of a room, other than ink.
func grounds(picture image.Image, room image.Rectangle, ink color.NRGBA) []color.NRGBA {
	count := map[color.NRGBA]int{}
	for y := room.Min.Y; y < room.Max.Y; y++ {
		for x := room.Min.X; x < room.Max.X; x++ {
			count[plain(picture.At(x, y))]++
		}
	}
	var out []color.NRGBA
	for c, n := range count {
		if c != ink && float64(n) >= groundShare*float64(room.Dx()*room.Dy()) {
			out = append(out, c)
		}
	}
	return out
}
