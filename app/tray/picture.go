package tray

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
)

// barSize is the size, in pixels, of the one picture that goes to the menu bar of macOS, which scales it down.
const barSize = 48

// steps is how finely the icon tells a share; the pixels of a panel show no finer.
const steps = 48

// step rounds a share to what can be seen, so that the icon is not redrawn for nothing.
func step(share float64) float64 { return math.Round(clamp(share)*steps) / steps }

// picture is the icon as the file that Windows or macOS ("darwin") wants.
func picture(shape Shape, share float64, system string) ([]byte, error) {
	i := Icon{Shape: shape, Share: step(share), Size: barSize, Ink: Rose()}
	if system == "windows" {
		var frames []*image.NRGBA
		for _, size := range []int{16, 20, 24, 32, 40, 48} { // at 100 % to 300 %
			i.Size = size
			frames = append(frames, Draw(i))
		}
		return ico(frames), nil
	}
	i.Ink = color.NRGBA{A: 0xFF} // a template: macOS takes the shape and gives the colour
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, Draw(i)); err != nil {
		return nil, fmt.Errorf("encode the tray icon: %w", err)
	}
	return b.Bytes(), nil
}
