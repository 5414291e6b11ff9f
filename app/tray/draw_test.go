package tray

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

var sizes = []int{16, 20, 22, 24, 32, 48, 64}

// faces are icons that a person must be able to tell apart.
var faces = map[string]Icon{
	"none": {Shape: ShapeNone}, "begun": {Shape: ShapeCourse}, "a third": {Shape: ShapeCourse, Share: 0.33},
	"two thirds": {Shape: ShapeCourse, Share: 0.66}, "due": {Shape: ShapeDue, Share: 0.33},
	"whole": {Shape: ShapeCourse, Share: 1}, "due at the end": {Shape: ShapeDue, Share: 1},
	"opened": {Shape: ShapeOpened, Share: 0.33}, "paused": {Shape: ShapePaused, Share: 0.33},
}

func drawn(i Icon, size int) *image.NRGBA {
	i.Size, i.Ink = size, Rose()
	return Draw(i)
}

func TestEveryTwoFacesDifferClearlyEvenAt16Pixels(t *testing.T) {
	for _, size := range sizes {
		for a, one := range faces {
			for b, two := range faces {
				if a >= b {
					continue
				}
				p, q := drawn(one, size), drawn(two, size)
				differ := 0
				for i := 3; i < len(p.Pix); i += 4 {
					if d := int(p.Pix[i]) - int(q.Pix[i]); d > 96 || d < -96 {
						differ++
					}
				}
				if part := float64(differ) / float64(size*size); part < 0.04 {
					t.Errorf("%d px: %q and %q differ in %d pixels only (%.1f %%)", size, a, b, differ, 100*part)
				}
			}
		}
	}
}

func TestTheInkReadsOnLightAndOnDarkPanels(t *testing.T) {
	for name, panel := range map[string]color.NRGBA{
		"white": {255, 255, 255, 255}, "light": {0xF0, 0xF0, 0xF0, 255}, "dark": {0x2B, 0x2B, 0x2B, 255}, "black": {0, 0, 0, 255},
	} {
		if c := contrast(Rose(), panel); c < 3 {
			t.Errorf("%s panel: contrast %.2f, want 3 at least", name, c)
		}
	}
}

// contrast is WCAG 2's ratio.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func TestEveryFaceFillsItsSquareAndStaysInside(t *testing.T) {
	for _, size := range sizes {
		for name, f := range faces {
			img := drawn(f, size)
			if img.Rect != image.Rect(0, 0, size, size) {
				t.Fatalf("%s: bounds %v", name, img.Rect)
			}
			for i := range size {
				for _, p := range []image.Point{{i, 0}, {i, size - 1}, {0, i}, {size - 1, i}} {
					if a := img.NRGBAAt(p.X, p.Y).A; a > 140 {
						t.Errorf("%d px %s: ink runs into the edge at %v (%d)", size, name, p, a)
					}
				}
			}
			solid := false
			for i := 3; i < len(img.Pix); i += 4 {
				solid = solid || img.Pix[i] > 225
			}
			if !solid {
				t.Errorf("%d px %s: no pixel has nearly its full ink", size, name)
			}
			if c := img.NRGBAAt(size/2, size-1-size/8); c.A > 0 && (c.R != Rose().R || c.G != Rose().G || c.B != Rose().B) {
				t.Errorf("%d px %s: ink %v", size, name, c)
			}
		}
	}
}

func TestThePausedFaceMirrorsItself(t *testing.T) {
	for _, size := range sizes {
		for _, s := range []Shape{ShapeNone, ShapePaused, ShapeOpened} {
			img := drawn(Icon{Shape: s}, size)
			for y := range size {
				for x := range size / 2 {
					l, r := int(img.NRGBAAt(x, y).A), int(img.NRGBAAt(size-1-x, y).A)
					if l-r > 12 || r-l > 12 {
						t.Fatalf("shape %d at %d px: %d and %d at (%d,%d)", s, size, l, r, x, y)
					}
				}
			}
		}
	}
}

func TestTheArcGrowsWithTheShareAndRunsClockwiseFromTheTop(t *testing.T) {
	ink := func(share float64) (sum int) {
		for i, a := range drawn(Icon{Shape: ShapeCourse, Share: share}, 48).Pix {
			if i%4 == 3 {
				sum += int(a)
			}
		}
		return sum
	}
	last := ink(minShare)
	for share := 0.1; share <= 1; share += 0.1 {
		if now := ink(share); now <= last {
			t.Errorf("at %.1f there is no more ink than before", share)
		} else {
			last = now
		}
	}
	quarter := drawn(Icon{Shape: ShapeCourse, Share: 0.25}, 48)
	if right, left := across(quarter, 0.125), across(quarter, 0.875); right < left*3/2 {
		t.Errorf("a quarter: the ring is %d at the right of the top, %d at the left", right, left)
	}
}

// across is how much ink lies on a ray from the middle at a share of the turn.
func across(img *image.NRGBA, share float64) (sum int) {
	m := float64(img.Rect.Dx()) / 2
	for r := 0.0; r < m; r++ {
		sum += int(img.NRGBAAt(int(m+r*math.Cos(turn(share))), int(m+r*math.Sin(turn(share)))).A)
	}
	return sum
}

func TestNoPartOfTheRingIsPale(t *testing.T) {
	for _, size := range []int{32, 48, 64} { // below, a line of one pixel lies between two at times
		img := drawn(Icon{Shape: ShapeCourse, Share: 0.33}, size)
		for share := 0.0; share < 1; share += 0.01 {
			m, most := float64(size)/2, uint8(0)
			for r := 0.0; r < m; r += 0.25 {
				most = max(most, img.NRGBAAt(int(m+r*math.Cos(turn(share))), int(m+r*math.Sin(turn(share)))).A)
			}
			if most < 220 {
				t.Errorf("%d px: at %.2f of the turn the ring has %d of 255 at most", size, share, most)
			}
		}
	}
}

func TestOnlyAWholeCourseClosesTheRing(t *testing.T) {
	for _, size := range sizes {
		least := func(share float64) uint8 { // of the ring's ink at the left of the top, where the arc ends
			img, low := drawn(Icon{Shape: ShapeCourse, Share: share}, size), uint8(255)
			m, r := float64(size)/2, float64(size)/2-math.Max(0.5, margin*float64(size))-1
			for part := 0.75; part < 1; part += 0.005 {
				a := turn(part)
				low = min(low, img.NRGBAAt(int(m+r*math.Cos(a)), int(m+r*math.Sin(a))).A)
			}
			return low
		}
		if nearly, whole := least(0.999), least(1); int(whole)-int(nearly) < 64 {
			t.Errorf("%d px: nearly whole, the ring's faintest pixel has %d, whole %d", size, nearly, whole)
		}
	}
}

func TestNoShareAndNoSizeBreaksTheDrawing(t *testing.T) {
	for _, share := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -3, 7} {
		for _, size := range []int{-1, 0, 1, 2, 3, 256} {
			for s := range Shape(7) {
				Draw(Icon{Shape: s, Share: share, Size: size, Ink: Rose()})
			}
		}
	}
	if step(math.NaN()) != 0 || step(9) != 1 || step(0.501) != 0.5 {
		t.Errorf("steps %v %v %v", step(math.NaN()), step(9), step(0.501))
	}
}

func TestEachSystemGetsThePictureThatItReads(t *testing.T) {
	mac, err := picture(ShapeDue, 0.5, "darwin")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(mac))
	if err != nil || img.Bounds().Dx() != barSize {
		t.Fatal(err)
	}
	if r, g, b, a := img.At(24, 24).RGBA(); r+g+b != 0 || a != 0xFFFF {
		t.Errorf("macOS: the dot is %d %d %d %d, want black", r, g, b, a)
	}
	win, err := picture(ShapeDue, 0.5, "windows")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(win, []byte{0, 0, 1, 0, 6, 0, 16, 16, 0, 0, 1, 0, 32, 0}) {
		t.Errorf("windows: begins with % x", win[:16])
	}
}

func TestAWindowsIconHoldsItsPicturesUpsideDownWithMasks(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	img.SetNRGBA(0, 15, color.NRGBA{R: 1, G: 2, B: 3, A: 255})
	file := ico([]*image.NRGBA{img})
	const pixels = 6 + 16 + 40
	if got := file[pixels : pixels+4]; !slices.Equal(got, []byte{3, 2, 1, 255}) {
		t.Errorf("the last row's first pixel is %v", got)
	}
	mask := file[pixels+4*16*16:]
	if len(mask) != 4*16 || mask[0] != 0x7F || mask[1] != 0xFF || mask[4] != 0xFF {
		t.Errorf("the mask is % x", mask)
	}
}

func TestATooltipFitsIntoWindows(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 400), strings.Repeat("🌙", 90), "x" + strings.Repeat("🌙", 90)} {
		got := shortTip(s)
		if n := len(utf16.Encode([]rune(got))); n > maxTip || n < maxTip-2 || !strings.HasSuffix(got, "…") || strings.Contains(got, "\uFFFD") {
			t.Errorf("%d units: %q", n, got)
		}
	}
	if s := strings.Repeat("y", maxTip); shortTip(s) != s {
		t.Error("one that fits was cut")
	}
}

func TestATooltipHoldsNothingThatCouldBeReadAsMarkup(t *testing.T) {
	tray := &Tray{}
	for _, m := range []Model{{Tip: "Peel & <u>co</u>"}, {Status: "Peel & <u>co</u>"}} {
		if got := tray.tipOf(m); got != "Peel & ‹u›co‹/u›" {
			t.Errorf("it reads %q", got)
		}
	}
}

func TestLabelsHaveNoHiddenShortcuts(t *testing.T) {
	for system, want := range map[string]string{"linux": "a__b & c", "windows": "a_b && c", "darwin": "a_b & c"} {
		if got := plainLabel("a_b &\n c", system); got != want {
			t.Errorf("%s: %q", system, got)
		}
	}
}
