package kit

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/guidance"
)

// Steps is a value that can be written, and made less or more step by step.
type Steps struct {
	ID    string
	Label string // what the value is of
	Text  string // how it stands in the field
	Hint  string
	Width float32 // of the field
	// Step is the value so many steps up, or down if by is below zero. ok is false if it goes no further.
	Step func(text string, by int) (next string, ok bool)
	// Set hears each value: of a step at once, of what was written with Enter or when the keyboard leaves.
	Set func(text string)
}

// Stepper shows a field between a button for less and one for more. The arrows up and down step as well.
func (k *Kit) Stepper(s Steps) *fyne.Container {
	e := k.Entry(s.ID, s.Text, s.Hint, s.Width, s.Set)
	e.Name = s.Label
	step := func(by int) bool {
		next, ok := s.Step(e.Text, by)
		if ok {
			e.last = next // or the field would tell it a second time
			e.SetText(next)
			s.Set(next)
		}
		return ok
	}
	return k.Stepped(e, step)
}

// Stepped shows a field, which may outlive its page, between a button for less and one for more. step says whether it
// went so far.
func (k *Kit) Stepped(e *Entry, step func(by int) bool) *fyne.Container {
	e.OnKey = arrows(step)
	name := phrase.Args{"Name": e.Name}
	return Row(4, -1,
		k.square(e.ID+".less", k.V.T("kit.less", name), IconMinus, func() { step(-1) }), e,
		k.square(e.ID+".more", k.V.T("kit.more", name), IconPlus, func() { step(1) }))
}

// arrows steps up and down by the keys of that name.
func arrows(step func(by int) bool) func(fyne.KeyName) bool {
	return func(name fyne.KeyName) bool {
		switch name {
		case fyne.KeyUp:
			step(1)
		case fyne.KeyDown:
			step(-1)
		default:
			return false
		}
		return true
	}
}

// square is a small button with an icon, as high as a field.
func (k *Kit) square(id, label, icon string, tap func()) *Press {
	return k.Press(id, label, Corner, Fixed(36, 36, Over(k.edged(), Middle(k.Icon(icon, 14, k.P.Text)))), tap)
}

// quarter is a step of a time of day, in minutes.
const quarter = 15

// nextClock is the next quarter of an hour after a time of day, or the one before it.
func nextClock(c guidance.Clock, by int) guidance.Clock {
	n := int(c) / quarter
	if by < 0 && int(c)%quarter != 0 {
		n++ // the quarter that has begun is the one before
	}
	const day = 24 * 60
	return guidance.Clock(((n+by)*quarter%day + day) % day)
}

// stepClock steps a time of day as it is written; from nothing that can be read it begins at noon.
func (k *Kit) stepClock(text string, by int) (string, bool) {
	c, err := k.V.ReadClock(text)
	if err != nil {
		return k.V.Clock(12 * 60), true
	}
	return k.V.Clock(nextClock(c, by)), true
}
