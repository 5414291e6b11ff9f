package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Measures of a switch, in Fyne's units.
const (
	switchWide = 46
	switchHigh = 26
	switchKnob = 18
)

// Switch is on or off; label is what is switched, which stands beside it. Its knob tells the state without a colour.
func (k *Kit) Switch(id, label string, on bool, set func(on bool)) *Press {
	track, knob := canvas.NewRectangle(k.P.Card), canvas.NewCircle(k.P.Outline)
	track.CornerRadius = switchHigh / 2
	track.StrokeColor, track.StrokeWidth = k.P.Outline, 1.5
	if on {
		track.FillColor, track.StrokeColor, knob.FillColor = k.P.Rose, k.P.Rose, k.P.OnTone
	}
	face := &fyne.Container{Layout: switched{on}, Objects: []fyne.CanvasObject{track, knob}}
	p := k.Bare(id, label, face, func() { set(!on) }).As(RoleSwitch, on)
	p.radius = switchHigh / 2
	return p
}

// switched sets the knob at the end that tells the state.
type switched struct{ on bool }

func (switched) heightFor([]fyne.CanvasObject, float32) float32 { return switchHigh }
func (switched) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(switchWide, switchHigh)
}

func (s switched) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const edge = (switchHigh - switchKnob) / 2
	place(o[0], 0, 0, size.Width, size.Height)
	x := float32(edge)
	if s.on {
		x = size.Width - edge - switchKnob
	}
	place(o[1], x, edge, switchKnob, switchKnob)
}

// OnOff is the id, and the value of a setting, of what is on or off.
func OnOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}
