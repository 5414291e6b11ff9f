package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Primary is the one filled button of a screen.
func (k *Kit) Primary(id, text string, tap func()) *Press {
	return k.button(id, text, k.P.Rose, color.Transparent, k.P.OnTone, tap)
}

// Secondary is every other button.
func (k *Kit) Secondary(id, text string, tap func()) *Press {
	return k.button(id, text, k.P.Card, k.P.Outline, k.P.Text, tap)
}

func (k *Kit) button(id, text string, fill, edge, ink color.Color, tap func()) *Press {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = Corner
	if edge != color.Transparent {
		r.StrokeColor, r.StrokeWidth = edge, 1
	}
	label := k.Inked(text, ink, true).Centred()
	return k.Press(id, text, Corner, Over(r, Pad(10, 20, 10, 20, label)), tap)
}

// edged is the ground of a small control: a card with an edge.
func (k *Kit) edged() *canvas.Rectangle {
	r := canvas.NewRectangle(k.P.Card)
	r.CornerRadius, r.StrokeColor, r.StrokeWidth = Corner, k.P.Outline, 1
	return r
}

// Clinic is the red-edged button that leads to the clinic. Nothing else is red.
func (k *Kit) Clinic(id, text string, tap func()) *Press {
	r := Plate(k.P.Rail, Corner, k.P.Red, 1)
	return k.Press(id, text, Corner, Over(r, Pad(10, 16, 10, 16, k.Inked(text, k.P.Red, true).Centred())), tap)
}

// ClinicIcon is Clinic where there is room for an icon alone.
func (k *Kit) ClinicIcon(id, label string, tap func()) *Press {
	r := Plate(k.P.Rail, Corner, k.P.Red, 1)
	return k.Press(id, label, Corner, Over(r, Pad(11, 11, 11, 11, Middle(k.Icon(IconPhone, 20, k.P.Red)))), tap)
}

// Quiet is a small button without an edge.
func (k *Kit) Quiet(id, text string, tap func()) *Press {
	return k.Press(id, text, 8, Pad(6, 10, 6, 10, k.Inked(text, k.P.Rose, true).Centred()), tap)
}

// Link is underlined text that leads to more.
func (k *Kit) Link(id, text string, tap func()) *Press {
	return k.LinkInked(id, text, k.P.Muted, tap)
}

// LinkInked is Link in a colour of its own.
func (k *Kit) LinkInked(id, text string, ink color.Color, tap func()) *Press {
	under := canvas.NewRectangle(ink)
	t := k.Line(text, ink, false)
	body := &fyne.Container{Layout: underlined{}, Objects: []fyne.CanvasObject{t, under}}
	p := k.Press(id, text, 4, body, tap)
	p.bare, p.role = true, fyne.AccessibleRoleLink
	return p
}

// Reword gives a link other words.
func (p *Press) Reword(text string) {
	if t, ok := p.linked(); ok && p.label != text {
		p.label = text
		t.SetText(text)
	}
}

// Wide is how wide a link would be with those words; 0 if it is none.
func (p *Press) Wide(text string) float32 {
	t, ok := p.linked()
	if !ok {
		return 0
	}
	return fyne.Max(t.Wide(text), Target)
}

// linked are a link's words; ok is false if it is none.
func (p *Press) linked() (words *Line, ok bool) {
	body, ok := p.content.(*fyne.Container)
	if !ok || p.role != fyne.AccessibleRoleLink {
		return nil, false
	}
	words, ok = body.Objects[0].(*Line)
	return words, ok
}

// underlined draws its second object as a line one unit thick under the first.
type underlined struct{}

func (underlined) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (underlined) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width, s.Height)
	place(o[1], 0, s.Height-3, s.Width, 1)
}

// Bare makes a drawing clickable with a target larger than itself.
func (k *Kit) Bare(id, label string, content fyne.CanvasObject, tap func()) *Press {
	p := k.Press(id, label, 10, content, tap)
	p.bare = true
	return p
}

// Check is a box to tick with its words beside it.
func (k *Kit) Check(id, text string, on bool, set func(bool)) *Press {
	row := TopRow(10, 1, k.Icon(boxIcon(on), 20, k.P.Rose, k.P.OnTone), k.Body(text))
	return k.Press(id, text, 8, Pad(6, 8, 6, 0, row), func() { set(!on) }).As(RoleBox, on)
}

func boxIcon(on bool) string {
	if on {
		return IconBoxOn
	}
	return IconBox
}
