package screens

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "draw the pictures in testdata anew")

// Two renderings of the same page may differ in the smoothing of an edge, never in more.
const (
	levels = 24    // of 255 that one colour may be off
	share  = 0.002 // of all pixels that may be off by more
)

func TestTodayAndTimelineLookAsTheyDid(t *testing.T) {
	for _, page := range []string{PageToday, PageTimeline} {
		for _, dark := range []bool{false, true} {
			name := page + "-light"
			if dark {
				name = page + "-dark"
			}
			t.Run(name, func(t *testing.T) {
				st := newStage(t, dayOne(t), dark, startWide, startHigh)
				st.shell.Show(page)
				compare(t, name, st.picture())
			})
		}
	}
}

func TestAnAnswerLooksAsItDid(t *testing.T) {
	for _, dark := range []bool{false, true} {
		name := "ask-light"
		if dark {
			name = "ask-dark"
		}
		t.Run(name, func(t *testing.T) {
			st := newStage(t, inquisitive(t), dark, startWide, startHigh)
			st.asks(t, everyVerdict(), "hot yoga")
			st.win.Canvas().Unfocus() // the caret blinks
			compare(t, name, st.picture())
		})
	}
}

func compare(t *testing.T, name string, got image.Image) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		save(t, file, got)
		return
	}
	f, err := os.Open(file)
	if err != nil {
		t.Fatalf("%v; draw it with: go test ./app/screens -run Look -update", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	off, err := different(got, want)
	if err != nil || off > share {
		seen := filepath.Join(t.ArtifactDir(), name+".png")
		save(t, seen, got)
		t.Errorf("%s: %.2f %% of the picture is different (%v); it is now as in %s", name, off*100, err, seen)
	}
}

func different(a, b image.Image) (off float64, err error) {
	if a.Bounds() != b.Bounds() {
		return 1, fmt.Errorf("it measures %v, not %v", a.Bounds(), b.Bounds())
	}
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if apart(r1, r2) || apart(g1, g2) || apart(b1, b2) {
				n++
			}
		}
	}
	return float64(n) / float64(a.Bounds().Dx()*a.Bounds().Dy()), nil
}

func apart(a, b uint32) bool {
	d := int(a>>8) - int(b>>8)
	return d > levels || d < -levels
}

func save(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func TestTheComparisonSeesASmallChange(t *testing.T) {
	st := newStage(t, dayOne(t), false, startWide, startHigh)
	before := st.picture()
	st.service.status.Windows[0].Name = "Mascara"
	st.shell.Refresh()
	if off, err := different(before, st.picture()); err != nil || off < 0.0001 {
		t.Errorf("another name on a card makes a difference of %.5f, %v", off, err)
	}
	if off, _ := different(before, before); off != 0 {
		t.Errorf("a picture differs from itself by %f", off)
	}
}
