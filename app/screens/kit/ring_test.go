package kit

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/screens/theme"
)

// drawnRing is what can be seen of a ring.
type drawnRing struct {
	filled, hollow int     // dots
	turned         float64 // degrees that have passed
}

func ringOf(k *Kit, size, thick float32, t Turn) (d drawnRing) {
	var visit func(o fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				visit(c)
			}
		case *canvas.Circle:
			switch {
			case o.StrokeWidth > 0:
				d.hollow++
			case o.FillColor != k.P.Background: // that is the cut around one
				d.filled++
			}
		case *canvas.Arc:
			if o.FillColor == k.P.Rose {
				d.turned = float64(o.EndAngle)
			}
		}
	}
	visit(k.Ring(size, thick, t, "", ""))
	return d
}

func TestTheRingHasADotForEachStepFilledWhenItIsOpen(t *testing.T) {
	test.NewTempApp(t)
	k := &Kit{P: theme.Light()}
	for _, c := range []struct {
		name        string
		size, thick float32
		turn        Turn
		want        drawnRing
	}{
		{"nothing has begun", 108, 10, Turn{Steps: make([]bool, 9)}, drawnRing{hollow: 9}},
		{"a third", 108, 10, Turn{Steps: []bool{true, true, true, false, false, false, false, false, false}, Share: 0.4}, drawnRing{3, 6, 144}},
		{"all is open", 108, 10, Turn{Steps: []bool{true, true}, Share: 1}, drawnRing{filled: 2, turned: 360}},
		{"one waits for an answer after its time", 108, 10, Turn{Steps: []bool{true, false, false}, Share: 0.75}, drawnRing{1, 2, 270}},
		{"no waits", 108, 10, Turn{Share: 0.5}, drawnRing{turned: 180}},
		{"too thin for dots", 24, 4, Turn{Steps: []bool{true, false}, Share: 0.5}, drawnRing{turned: 180}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ringOf(k, c.size, c.thick, c.turn)
			if got.filled != c.want.filled || got.hollow != c.want.hollow || math.Abs(got.turned-c.want.turned) > 0.5 {
				t.Errorf("drawn is %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestTheRingShowsThatACourseHasBegunAndClosesOnlyWhenItIsWhole(t *testing.T) {
	test.NewTempApp(t)
	k := &Kit{P: theme.Light()}
	for _, thick := range []float32{4, 10} {
		size := 10 * thick
		ends := float64(thick) / (math.Pi * float64(size-thick)) * 360 // what both round ends cover together
		if d := ringOf(k, size, thick, Turn{Share: 0.0001}); d.turned < 5 {
			t.Errorf("just begun, a ring of %v has turned by %.1f degrees", size, d.turned)
		}
		if d := ringOf(k, size, thick, Turn{Share: 0.9999}); d.turned+ends >= 360 {
			t.Errorf("not whole, a ring of %v has turned by %.1f degrees and its ends by %.1f", size, d.turned, ends)
		}
	}
	for _, share := range []float64{math.NaN(), math.Inf(-1), -1, 2} {
		if d := ringOf(k, 108, 10, Turn{Share: share}); d.turned != 0 && d.turned != 360 {
			t.Errorf("a share of %v has turned by %v degrees", share, d.turned)
		}
	}
}
