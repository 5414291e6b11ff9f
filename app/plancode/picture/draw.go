// Package picture draws QR pictures, of a plan's codes and of other texts, and finds a plan's codes in photos and
// screenshots.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	qr "github.com/piglig/go-qr"
)

const (
	// largestVersion is the largest QR code that is drawn, 97 modules wide: photos of larger ones often cannot be read.
	largestVersion = 20
	// quiet is the white edge of a code, in modules, as the QR standard (ISO/IEC 18004) wants it.
	quiet = 4
)

// Draw is a code as a QR picture, black on white with its white edge, of so many pixels a module.
func Draw(code string, pixels int) (*image.Gray, error) {
	segment, err := qr.MakeAlphanumeric(code)
	if err != nil {
		return nil, fmt.Errorf("write the code as QR: %w", err)
	}
	return drawn(segment, qr.Medium, pixels)
}

// Text is any text as a QR picture, as [Draw] draws a code, for a camera in front of a screen: in as few modules as hold
// it. Readers take its letters for UTF-8.
func Text(text string, pixels int) (*image.Gray, error) {
	segment, err := qr.MakeBytes([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("write the text as QR: %w", err)
	}
	return drawn(segment, qr.Low, pixels)
}

func drawn(segment *qr.QrSegment, level qr.Ecc, pixels int) (*image.Gray, error) {
	drawn, err := qr.EncodeSegments([]*qr.QrSegment{segment}, level, qr.MinVersion, largestVersion, -1, true)
	if err != nil {
		return nil, fmt.Errorf("write the code as QR: %w", err)
	}
	side := (drawn.Size() + 2*quiet) * pixels
	out := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !drawn.Module(x/pixels-quiet, y/pixels-quiet) {
				out.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	return out, nil
}

// PNG is a code as a picture file, large enough to be photographed from a screen or printed.
func PNG(code string) ([]byte, error) {
	drawn, err := Draw(code, 8)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, drawn); err != nil {
		return nil, fmt.Errorf("write the code's picture: %w", err)
	}
	return out.Bytes(), nil
}
