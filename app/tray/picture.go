package tray

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
)

// panelSize is the size, in pixels, of the one picture that goes to panels on
// Linux and macOS. They scale it down: 48 is twice 24 and near enough to twice
// 22, the sizes of most panels, and right as it is where pixels are small.
const panelSize = 48

// steps is how finely the icon tells a share; the pixels of a panel show no finer.
const steps = 48

// step rounds a share to what can be seen, so that the icon is not redrawn for nothing.
func step(share float64) float64 { return math.Round(clamp(share)*steps) / steps }

// picture is the icon as system ("windows", "darwin", else as Linux) wants it.
func picture(shape Shape, share float64, system string) ([]byte, error) {
	var img image.Image
	i := Icon{Shape: shape, Share: step(share), Size: panelSize, Ink: Rose()}
	switch system {
	case "windows":
		var frames []*image.NRGBA
		for _, size := range []int{16, 20, 24, 32, 40, 48} { // at 100 % to 300 %
			i.Size = size
			frames = append(frames, Draw(i))
		}
		return ico(frames), nil
	case "darwin":
		i.Ink = color.NRGBA{A: 0xFF} // a template: macOS takes the shape and gives the colour
		img = Draw(i)
	default:
		img = deep(Draw(i))
	}
	var b bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed} // it lives for one D-Bus message
	if err := e.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("encode the tray icon: %w", err)
	}
	return b.Bytes(), nil
}
