package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Lengths that several widgets share, in Fyne's units.
const (
	GapInside  = 12 // inside a group
	GapBetween = 16 // between groups
	Edge       = 32 // of a page
	Target     = 32 // the least width and height of anything to click
	CardCorner = 16
	Corner     = 10 // of a control

	PageWide   = 1080 // of a page at most, which stands in the middle of a larger window
	ColumnWide = 760  // of a page of one column at most
	TextWide   = 560  // of a column of text at most: some 68 letters
)

// Card puts content on a card with the usual padding.
func (k *Kit) Card(content fyne.CanvasObject) *fyne.Container {
	return k.CardPadded(18, 16, content)
}

// CardPadded is Card with its own padding left and right (x), top and bottom (y).
func (k *Kit) CardPadded(x, y float32, content fyne.CanvasObject) *fyne.Container {
	return Over(k.panel(), Pad(y, x, y, x, content))
}

// panel is a card's ground: a hairline and a soft shadow part it from the page.
func (k *Kit) panel() *canvas.Rectangle {
	r := canvas.NewRectangle(k.P.Card)
	r.CornerRadius = CardCorner
	r.StrokeColor, r.StrokeWidth = k.P.Line, 1
	r.Shadow = canvas.Shadow{Color: color.NRGBA{A: k.shade(14)}, BlurRadius: 6, Offset: fyne.NewPos(0, 1)}
	return r
}

// shade is the alpha of a shadow that has this alpha in light: a faint one is not seen on a dark ground.
func (k *Kit) shade(light uint8) uint8 {
	if k.P.Dark {
		return light * 3
	}
	return light
}

// ForClinic is a card about calling the clinic: it alone has a red edge.
func (k *Kit) ForClinic(content fyne.CanvasObject) *fyne.Container {
	ground := k.panel()
	ground.StrokeColor = k.P.Red
	return Over(ground, Pad(16, 18, 16, 18, content))
}

// Notice is a quiet strip that tells why things are as they are.
func (k *Kit) Notice(content fyne.CanvasObject) *fyne.Container { return k.strip(k.P.Soft, content) }

// Banner is a strip of one tone, for what asks to be looked at: something is wrong, or has to be answered.
func (k *Kit) Banner(t Tone, content fyne.CanvasObject) *fyne.Container {
	return k.strip(t.Fill, content)
}

func (k *Kit) strip(fill color.NRGBA, content fyne.CanvasObject) *fyne.Container {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = CardCorner
	return Over(r, Pad(12, 18, 12, 18, content))
}
