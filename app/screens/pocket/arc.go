package pocket

import (
	"math"

	"golang.org/x/image/vector"
)

// arc is a slice of a circle from the top clockwise, a share of the whole turn.
func arc(v *vector.Rasterizer, x, y, r, share float64) {
	const steps = 64
	v.MoveTo(float32(x), float32(y))
	for i := range steps + 1 {
		at := share * 2 * math.Pi * float64(i) / steps
		v.LineTo(float32(x+r*math.Sin(at)), float32(y-r*math.Cos(at)))
	}
	v.ClosePath()
}
