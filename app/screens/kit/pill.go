package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/theme"
)

// Pill is a state: a word, an icon and a colour together. icon may be "".
func (k *Kit) Pill(icon, text string, t Tone) *fyne.Container {
	r := canvas.NewRectangle(t.Fill)
	r.CornerRadius = pillHigh / 2
	word := k.Inked(text, t.Ink, true)
	if icon == "" {
		return Over(r, Pad(3, 12, 3, 12, word))
	}
	return Over(r, Pad(3, 12, 3, 10, Row(5, 1, k.Icon(icon, 12, t.Ink), word)))
}

// Named is a name with its state at the right. If both find no room the name
// breaks into lines beside it; only if one word alone is too wide for that the
// pill goes below, in as many lines as it needs. The state keeps its icon, and words are never cut.
func (k *Kit) Named(name, icon, state string, t Tone) *fyne.Container {
	return &fyne.Container{Layout: named{}, Objects: []fyne.CanvasObject{k.Strong(name), k.Pill(icon, state, t)}}
}

type named struct{}

const (
	pillHigh = 26
	nameGap  = 8 // between name and pill, side by side or not
)

// beside says whether the pill fits beside the name at this width, and how wide the name is then.
func (named) beside(o []fyne.CanvasObject, width float32) (name float32, fits bool) {
	name = width - nameGap - o[1].MinSize().Width
	if o[0].MinSize().Width <= name {
		return name, true
	}
	if p, ok := o[0].(*Para); ok && p.widestWord() <= name {
		return name, true
	}
	return width, false
}

func (n named) heightFor(o []fyne.CanvasObject, width float32) float32 {
	name, fits := n.beside(o, width)
	if fits {
		return fyne.Max(pillHigh, Height(o[0], name))
	}
	return Height(o[0], width) + nameGap + Height(o[1], fyne.Min(width, o[1].MinSize().Width))
}

func (n named) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width, pillHigh)
}

func (n named) Layout(o []fyne.CanvasObject, s fyne.Size) {
	name, fits := n.beside(o, s.Width)
	h, w := Height(o[0], name), o[1].MinSize().Width
	if !fits {
		w = fyne.Min(s.Width, w)
		place(o[0], 0, 0, s.Width, h)
		place(o[1], 0, h+nameGap, w, Height(o[1], w))
		return
	}
	place(o[1], s.Width-w, 0, w, pillHigh)
	place(o[0], 0, fyne.Max(0, (pillHigh-h)/2), name, h)
}

// PillWidth is how wide a Pill with an icon becomes.
func PillWidth(text string) float32 { return measure(text, theme.SizeBody, true) + 39 }

// Rule is a thin line across.
func (k *Kit) Rule() *fyne.Container {
	return Fixed(1, 1, canvas.NewRectangle(k.P.Line))
}

// Gap is empty room of this height.
func Gap(height float32) *fyne.Container {
	r := canvas.NewRectangle(color.Transparent)
	return Fixed(1, height, r)
}
