package assets

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"testing"

	"afterglow/app/tray"
)

func TestTheIconFilesAreWhatTheDrawingSays(t *testing.T) {
	for size, text := range map[int][]byte{512: Large, 64: Icon} {
		img, err := png.Decode(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		got, ok := img.(*image.NRGBA)
		if !ok || !bytes.Equal(got.Pix, tray.AppIcon(size).Pix) {
			t.Errorf("the icon of %d pixels is out of date: go run assets/gen.go", size)
		}
	}
	svg, err := os.ReadFile("icon.svg")
	if err != nil || string(svg) != tray.AppIconSVG() {
		t.Errorf("icon.svg is out of date (%v): go run assets/gen.go", err)
	}
}
