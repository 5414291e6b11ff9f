package timeline

import (
	"bytes"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestAShapeThatIsDrawnByRowsLooksAsIfDrawnDotByDot(t *testing.T) {
	ground, ink := color.NRGBA{R: 250, G: 245, B: 240, A: 255}, color.NRGBA{R: 156, G: 68, B: 86, A: 255}
	faint := ink
	faint.A = 9
	for _, c := range []struct {
		name             string
		x, y, w, h, r, e float32
		ink              color.NRGBA
	}{
		{"a bar", 10.3, 5, 80, 22, 6, 1, ink},
		{"a night, larger than the picture", -20, -10, 400, 300, 0, 2, faint},
		{"out of the picture at the right", 170, 20, 90, 22, 6, 2, ink},
		{"narrower than its corners", 50, 30, 3, 22, 6, 1, ink},
		{"narrower than its edge", 50, 30, 1, 22, 0.5, 2, ink},
		{"lower than its corners", 30, 40, 60, 5, 6, 2, faint},
		{"outside", 300, 300, 20, 20, 6, 1, ink},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, dots := range []int{200, 250, 400} { // at three scales of the screen
				size := fyne.NewSize(200, 100)
				got, want := newScreen(dots, dots/2, size, ground), newScreen(dots, dots/2, size, ground)
				got.box(c.x, c.y, c.w, c.h, c.r, c.ink)
				got.edge(c.x, c.y, c.w, c.h, c.r, c.e, c.ink)
				q := want.rounded(c.x, c.y, c.w, c.h, c.r)
				hole := q.in(max(1, float64(int(float64(c.e)*want.scale+0.5))))
				want.each(q, func(x, y int) { want.put(x, y, c.ink, q.cover(x, y)) })
				want.each(q, func(x, y int) { want.put(x, y, c.ink, q.cover(x, y)-hole.cover(x, y)) })
				if !bytes.Equal(got.img.Pix, want.img.Pix) {
					t.Errorf("at %d dots it looks otherwise", dots)
				}
			}
		})
	}
}
