package desktop

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Picture takes a picture of the whole screen.
func (d *Desktop) Picture(ctx context.Context) (image.Image, error) {
	return d.picture(ctx, "root")
}

// WindowPicture takes a picture of one window without its frame.
func (d *Desktop) WindowPicture(ctx context.Context, id string) (image.Image, error) {
	return d.picture(ctx, id)
}

func (d *Desktop) picture(ctx context.Context, window string) (image.Image, error) {
	cmd := exec.CommandContext(ctx, "import", "-silent", "-window", window, "png:-")
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("take a picture of %s: %w: %s", window, err, errs.String())
	}
	picture, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		return nil, fmt.Errorf("read the picture of %s: %w", window, err)
	}
	return picture, nil
}

// Save writes a picture to a PNG file.
func Save(picture image.Image, file string) error {
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return fmt.Errorf("turn the picture %s into PNG: %w", filepath.Base(file), err)
	}
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		return fmt.Errorf("save the picture: %w", err)
	}
	return nil
}

// TrayArea is where the panel draws the tray's icons: the right quarter of its
// strip at the bottom of the screen. No other part of the panel reaches into it.
func TrayArea(screen image.Rectangle) image.Rectangle {
	return image.Rect(screen.Max.X-screen.Dx()/4, screen.Max.Y-33, screen.Max.X, screen.Max.Y)
}

// Changed is the smallest rectangle within area that holds every pixel in
// which two pictures differ; empty where they are alike.
func Changed(before, after image.Image, area image.Rectangle) image.Rectangle {
	var changed image.Rectangle
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			r0, g0, b0, _ := before.At(x, y).RGBA()
			r1, g1, b1, _ := after.At(x, y).RGBA()
			if r0 != r1 || g0 != g1 || b0 != b1 {
				changed = changed.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return changed
}

// Colours counts the different colours of a picture, up to limit: a window that
// has drawn itself has many, one that has only opened has one.
func Colours(picture image.Image, limit int) int {
	type colour struct{ r, g, b uint32 }
	seen := make(map[colour]bool)
	b := picture.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[colour{r, g, b}] = true
			if len(seen) >= limit {
				return limit
			}
		}
	}
	return len(seen)
}

// Settled waits until a window has drawn itself, no longer looks as in last
// (nil: never seen yet), passes the checks and shows the same twice in a row; and gives that picture.
func (d *Desktop) Settled(ctx context.Context, id string, last image.Image, checks ...func(image.Image) error) (picture image.Image, err error) {
	const drawn = 12 // colours; a window that has only opened has one or two
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	err = Until(ctx, "the window has drawn itself", func() error {
		before := picture
		var err error
		if picture, err = d.WindowPicture(ctx, id); err != nil {
			return err
		}
		switch {
		case Colours(picture, drawn) < drawn:
			return errors.New("it has not begun to draw")
		case last != nil && alike(last, picture):
			return errors.New("it looks as before")
		case before == nil || !alike(before, picture):
			return errors.New("it is still drawing")
		}
		for _, check := range checks {
			if err := check(picture); err != nil {
				return err
			}
		}
		return nil
	})
	return picture, err
}

func alike(a, b image.Image) bool {
	return a.Bounds() == b.Bounds() && Changed(a, b, a.Bounds()).Empty()
}

// Crop is the part of a picture that lies in area.
func Crop(picture image.Image, area image.Rectangle) image.Image {
	area = area.Intersect(picture.Bounds())
	part := image.NewRGBA(image.Rect(0, 0, area.Dx(), area.Dy()))
	draw.Draw(part, part.Bounds(), picture, area.Min, draw.Src)
	return part
}

// Click presses and lets go of a mouse button (1 left, 3 right) at a place on the screen.
func (d *Desktop) Click(ctx context.Context, at image.Point, button int) error {
	_, err := tool(ctx, "xdotool", "mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", strconv.Itoa(button))
	return err
}

// Move puts the pointer at a place on the screen.
func (d *Desktop) Move(ctx context.Context, at image.Point) error {
	_, err := tool(ctx, "xdotool", "mousemove", strconv.Itoa(at.X), strconv.Itoa(at.Y))
	return err
}

// Key presses a key, such as "Escape" or "ctrl+2", in the window that has the focus.
func (d *Desktop) Key(ctx context.Context, key string) error {
	_, err := tool(ctx, "xdotool", "key", "--clearmodifiers", key)
	return err
}

// Type types a text letter by letter, in the window that has the focus.
func (d *Desktop) Type(ctx context.Context, text string) error {
	_, err := tool(ctx, "xdotool", "type", "--clearmodifiers", "--delay", "12", text)
	return err
}

// Patch is where a picture has one colour over at least so many pixels beside and below one another: a tile, a button, an
// edge; empty if it has none. Each of red, green and blue may be off by so much: an edge is smoothed.
func Patch(picture image.Image, of color.NRGBA, off, wide, high int) image.Rectangle {
	b := picture.Bounds()
	depth := make([]int, b.Dx()) // how many rows above this one have the colour
	for y := b.Min.Y; y < b.Max.Y; y++ {
		run := 0
		for x := b.Min.X; x < b.Max.X; x++ {
			if !near(color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA), of, off) {
				depth[x-b.Min.X], run = 0, 0
				continue
			}
			if depth[x-b.Min.X]++; depth[x-b.Min.X] < high {
				run = 0
			} else if run++; run == wide {
				return image.Rect(x-wide+1, y-high+1, x+1, y+1)
			}
		}
	}
	return image.Rectangle{}
}

// near says whether each of red, green and blue is off by so much at most.
func near(a, b color.NRGBA, off int) bool {
	far := func(a, b uint8) bool { return int(max(a, b)-min(a, b)) > off }
	return !far(a.R, b.R) && !far(a.G, b.G) && !far(a.B, b.B)
}
