package place

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/datadir"
)

var (
	laptop = Screen{0, 28, 1366, 740, 1}
	second = Screen{1366, 0, 1920, 1080, 1}
	dense  = Screen{0, 0, 1920, 1080, 2}
)

func TestAWindowOpensWhereItCanBeSeenAndTaken(t *testing.T) {
	start := Place{Width: 960, Height: 680}
	for _, c := range []struct {
		name    string
		was     Place
		screens []Screen
		want    Place
	}{
		{"the first time", start, []Screen{laptop}, start},
		{"where it stood", Place{960, 640, 100, 90, true, false}, []Screen{laptop}, Place{960, 640, 100, 90, true, false}},
		{"on the second screen", Place{960, 680, 1500, 60, true, false}, []Screen{laptop, second}, Place{960, 680, 1500, 60, true, false}},
		{"on a screen that is gone", Place{960, 680, 1500, 60, true, false}, []Screen{laptop}, start},
		{"on a screen that is gone, and larger than the one left", Place{1800, 900, 1400, 60, true, true}, []Screen{laptop}, Place{1358, 696, 0, 0, false, true}},
		{"half out at the right", Place{960, 600, 900, 90, true, false}, []Screen{laptop}, Place{960, 600, 406, 90, true, false}},
		{"its title above the screen", Place{960, 600, 100, 10, true, false}, []Screen{laptop}, Place{960, 600, 100, 68, true, false}},
		{"out at the foot", Place{960, 600, 100, 600, true, false}, []Screen{laptop}, Place{960, 600, 100, 168, true, false}},
		{"a handful left at the side", Place{960, 600, 1300, 90, true, false}, []Screen{laptop}, Place{960, 600, 0, 0, false, false}},
		{"twice as large", start, []Screen{dense}, Place{952, 496, 0, 0, false, false}},
		{"twice as large, somewhere", Place{900, 480, 500, 300, true, false}, []Screen{dense}, Place{900, 480, 120, 120, true, false}},
		{"a screen smaller than the window can be", start, []Screen{{0, 0, 480, 320, 1}}, Place{640, 400, 0, 0, false, false}},
		{"no screen is told", Place{960, 680, 10, 10, true, false}, nil, Place{960, 680, 10, 10, true, false}},
		{"a size that nobody means", Place{float32(math.NaN()), 1e9, 100, 100, true, false}, []Screen{laptop}, Place{640, 400, 100, 100, true, false}},
		{"a position that nobody means", Place{960, 600, math.MaxInt32, math.MinInt32, true, false}, []Screen{laptop}, Place{960, 600, 0, 0, false, false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.was.Fit(c.screens, 640, 400); got != c.want {
				t.Errorf("it opens at %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestAPlaceIsReadAsItWasWrittenAndADamagedOneIsNone(t *testing.T) {
	dir := t.TempDir()
	if p, found := Read(dir); found {
		t.Fatalf("an empty folder remembers %+v", p)
	}
	want := Place{901.5, 600, -20, 31, true, true}
	for range 2 { // the second time over the first
		if err := Write(dir, want); err != nil {
			t.Fatal(err)
		}
	}
	if got, found := Read(dir); !found || got != want {
		t.Errorf("read %+v, want %+v", got, want)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	for name, text := range map[string]string{
		"empty": "", "half": `{"width":960,"hei`, "no object": `[1]`, "no size": `{"x":3}`, "below zero": `{"width":-1,"height":5}`,
		"a text": `{"width":"wide","height":5}`, "too long": string(make([]byte, mostBytes+1)),
	} {
		if err := os.WriteFile(filepath.Join(dir, datadir.WindowFile), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if p, found := Read(dir); found {
			t.Errorf("%s: read %+v", name, p)
		}
	}
	if err := Write(filepath.Join(dir, "gone"), want); err == nil {
		t.Error("a folder that is not there takes a place")
	}
}
