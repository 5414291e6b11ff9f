package desktop

import (
	"context"
	"errors"
	"image"
	"image/color"
	"strconv"
)

// Primary is the colour of the one button on a page that leads on, in the light theme.
func Primary() color.NRGBA { return color.NRGBA{R: 0x9C, G: 0x44, B: 0x56, A: 0xFF} }

// NotYet is the colour under a wait that goes on, in the light theme.
func NotYet() color.NRGBA { return color.NRGBA{R: 0xFB, G: 0xE8, B: 0xC8, A: 0xFF} }

// Button finds the button that leads on: the lowest stretch of its colour that
// is as wide as a button. Ticks, rings and edges have the colour too, but are narrower.
func Button(picture image.Image) (image.Point, error) {
	const wide = 40 // pixels
	b, wanted := picture.Bounds(), Primary()
	for y := b.Max.Y - 1; y >= b.Min.Y; y-- {
		run := 0
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.NRGBAModel.Convert(picture.At(x, y)) == wanted {
				run++
				continue
			}
			if run >= wide {
				// The last rows of the button: its middle is a few pixels higher.
				return image.Pt(x-run/2, y-8), nil
			}
			run = 0
		}
	}
	return image.Point{}, errors.New("there is no button that leads on")
}

// ClickIn clicks at a place inside a window.
func (d *Desktop) ClickIn(ctx context.Context, id string, at image.Point) error {
	_, err := tool(ctx, "xdotool", "mousemove", "--window", id, strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", "1")
	return err
}

// Lead clicks the button that leads on, and gives the window as it is after
// that. Before is the window as it was, nil where it was not looked at.
func (d *Desktop) Lead(ctx context.Context, id string, before image.Image) (image.Image, error) {
	if before == nil {
		var err error
		if before, err = d.Settled(ctx, id, nil, HasButton); err != nil {
			return nil, err
		}
	}
	at, err := Button(before)
	if err != nil {
		return nil, err
	}
	if err := d.ClickIn(ctx, id, at); err != nil {
		return nil, err
	}
	// A pointer over a button would colour it, which is no new page.
	if err := d.Move(ctx, image.Pt(2, 2)); err != nil {
		return nil, err
	}
	return d.Settled(ctx, id, before)
}

// HasButton is a check for Settled: a window that still reads its data has no button that leads on.
func HasButton(picture image.Image) error {
	_, err := Button(picture)
	return err
}
