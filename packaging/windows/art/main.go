// Command art draws the two pictures of the Windows set-up from the program's own icon.
//
// usage: art OUTDIR
package main

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"

	"golang.org/x/image/bmp"
	"golang.org/x/image/draw"

	"afterglow/app/tray"
)

// Twice the size that the set-up shows at 100 %: it stays sharp on fine screens.
var (
	side = image.Pt(328, 628) // beside the last page
	head = image.Pt(300, 114) // at the top right of the others
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: art OUTDIR")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "art: "+err.Error())
		os.Exit(1)
	}
}

func run(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the folder for the pictures: %w", err)
	}
	tall := ground(side, color.NRGBA{0xFF, 0xF8, 0xF4, 0xFF}, color.NRGBA{0xF2, 0xCD, 0xD3, 0xFF})
	icon(tall, 176, image.Pt((side.X-176)/2, 132))
	if err := save(filepath.Join(dir, "side.bmp"), tall); err != nil {
		return err
	}
	white := color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	wide := ground(head, white, white)
	icon(wide, 92, image.Pt(head.X-92-20, (head.Y-92)/2))
	return save(filepath.Join(dir, "head.bmp"), wide)
}

// ground is a picture that goes from one colour at the top to another at the bottom.
func ground(size image.Point, top, bottom color.NRGBA) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: size})
	part := func(a, b uint8, y int) uint8 { return uint8((int(a)*(size.Y-1-y) + int(b)*y) / (size.Y - 1)) }
	for y := range size.Y {
		c := color.RGBA{part(top.R, bottom.R, y), part(top.G, bottom.G, y), part(top.B, bottom.B, y), 0xFF}
		for x := range size.X {
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func icon(on *image.RGBA, size int, at image.Point) {
	drawn := tray.AppIcon(size)
	draw.Draw(on, drawn.Rect.Add(at), drawn, image.Point{}, draw.Over)
}

func save(path string, img image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write a picture: %w", err)
	}
	defer f.Close()
	if err := bmp.Encode(f, img); err != nil {
		return fmt.Errorf("write a picture: %w", err)
	}
	return f.Close()
}
