package desktop

import (
	"errors"
	"image"
	"image/color"
)

// Icon finds the tray's icon on a picture of the screen: the middle of a round thing of its ink in the panel, which lies along
// the upper or the lower edge. No window of ours may lie there, nor its button in the panel.
func Icon(screen image.Image, ink color.NRGBA) (image.Point, error) {
	const (
		strip       = 48     // pixels from the edge; panels are 24 to 44 high
		small, wide = 10, 36 // pixels: icons in panels are 12 to 32
		skew        = 4      // pixels by which height and width may differ
		off         = 48     // each of red, green and blue may be off by so much: an edge is smoothed, and a picture scaled
	)
	b := screen.Bounds()
	for _, y := range []int{b.Max.Y - strip, b.Min.Y} {
		inked := map[image.Point]bool{}
		for p := range points(image.Rect(b.Min.X, y, b.Max.X, y+strip)) {
			if near(color.NRGBAModel.Convert(screen.At(p.X, p.Y)).(color.NRGBA), ink, off) {
				inked[p] = true
			}
		}
		for p := range points(image.Rect(b.Min.X, y, b.Max.X, y+strip)) {
			if !inked[p] {
				continue
			}
			is := spot(inked, p)
			if min(is.Dx(), is.Dy()) >= small && max(is.Dx(), is.Dy()) <= wide && max(is.Dx(), is.Dy())-min(is.Dx(), is.Dy()) <= skew {
				return is.Min.Add(is.Max).Div(2), nil
			}
		}
	}
	return image.Point{}, errors.New("no icon is drawn")
}

// points are those of an area, row by row.
func points(area image.Rectangle) func(yield func(image.Point) bool) {
	return func(yield func(image.Point) bool) {
		for y := area.Min.Y; y < area.Max.Y; y++ {
			for x := area.Min.X; x < area.Max.X; x++ {
				if !yield(image.Pt(x, y)) {
					return
				}
			}
		}
	}
}

// spot takes the points out that hang together with one, and gives the smallest rectangle around them. A gap of one parts nothing.
func spot(inked map[image.Point]bool, from image.Point) (around image.Rectangle) {
	delete(inked, from)
	for open := []image.Point{from}; len(open) > 0; {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		around = around.Union(image.Rectangle{p, p.Add(image.Pt(1, 1))})
		for next := range points(image.Rect(p.X-2, p.Y-2, p.X+3, p.Y+3)) {
			if inked[next] {
				delete(inked, next)
				open = append(open, next)
			}
		}
	}
	return around
}
