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
	for name, want := range map[string]string{"icon.svg": tray.AppIconSVG(), "icon-small.svg": tray.SmallIconSVG(), "icon-symbolic.svg": tray.SymbolicIconSVG()} {
		if svg, err := os.ReadFile(name); err != nil || string(svg) != want {
			t.Errorf("%s is out of date (%v): go run assets/gen.go", name, err)
		}
	}
}
