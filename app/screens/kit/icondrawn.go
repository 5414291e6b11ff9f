package kit

import (
	"fmt"
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Icon draws an icon of this size; second is the colour of what lies upon a filled shape.
//
// Fyne's own picture of a drawing is read and drawn twice each time it is shown anew, and has the whole window painted a
// second time. This one is drawn once for all of its kind.
func (k *Kit) Icon(name string, size float32, ink color.NRGBA, second ...color.NRGBA) *fyne.Container {
	look := iconLook{name: name, ink: ink, on: k.P.OnTone}
	if len(second) > 0 {
		look.on = second[0]
	}
	r := canvas.NewRaster(func(w, h int) image.Image { return k.icon(look, w, h) })
	return &fyne.Container{Layout: icon{fixed{fyne.NewSquareSize(size)}, look}, Objects: []fyne.CanvasObject{r}}
}

// iconLook is an icon in its colours.
type iconLook struct {
	name    string
	ink, on color.NRGBA
}

// icon lays an icon out, and says what it is.
type icon struct {
	fixed
	look iconLook
}

// Ink says which icon it is, and in which colour.
func (i icon) Ink() (name string, ink color.NRGBA) { return i.look.name, i.look.ink }

// drawnKey is an icon in its colours, so many dots large.
type drawnKey struct {
	iconLook
	w, h int
}

// icon is the picture of an icon, so many dots large.
func (k *Kit) icon(look iconLook, w, h int) image.Image {
	key := drawnKey{look, w, h}
	picture, known := k.drawn[key]
	if !known {
		if k.drawn == nil {
			k.drawn = map[drawnKey]image.Image{}
		}
		picture = look.draw(w, h)
		k.drawn[key] = picture
	}
	return picture
}

// draw draws it as large as w and h have room for. A picture that is in no window Fyne draws with two dots to a unit, in a
// test with one: of an odd number one is cut off again.
func (l iconLook) draw(w, h int) image.Image {
	dots := min(w, h)
	if dots <= 0 {
		return image.NewNRGBA(image.Rectangle{})
	}
	even := dots + dots%2
	box := 24 * float64(even) / float64(dots)
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 %v %v">%s</svg>`, box, box, drawing(l.name))
	svg = strings.NewReplacer("INK2", web(l.on), "INK", web(l.ink)).Replace(svg)
	// Fyne caches drawings by name.
	img := canvas.NewImageFromResource(fyne.NewStaticResource(fmt.Sprintf("%s%s%s%d.svg", l.name, web(l.ink), web(l.on), dots), []byte(svg)))
	img.FillMode = canvas.ImageFillContain
	for _, units := range []int{even / 2, even} {
		img.Resize(fyne.NewSquareSize(float32(units)))
		if whole, ok := img.Image.(*image.NRGBA); ok && whole.Bounds().Dx() == even {
			return whole.SubImage(image.Rect(0, 0, dots, dots))
		}
	}
	return image.NewNRGBA(image.Rect(0, 0, dots, dots))
}

func web(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
