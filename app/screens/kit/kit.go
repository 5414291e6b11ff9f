// Package kit holds Afterglow's own widgets. They only show: fields go in,
// callbacks come out, and none of them knows what a treatment is.
package kit

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// Kit makes widgets in one palette and words them in one voice. A change of theme makes a new Kit, and the
// screens are built anew with it: so no widget has to know about themes.
type Kit struct {
	P *theme.Palette
	// V words what a page says, heard at the moment that is on show.
	V phrase.Voice

	// Reveal brings an object that got the keyboard's focus into view. May be nil.
	Reveal func(fyne.CanvasObject)
	// Escape is called when a focused widget gets the Esc key. May be nil.
	Escape func()
	// Wheel takes the mouse wheel over a text field: the page scrolls. May be nil.
	Wheel func(*fyne.ScrollEvent)
	// Shortcut takes what a text field does not use itself. May be nil.
	Shortcut func(fyne.Shortcut)
	// Letter takes a letter that was typed where nothing is written. May be nil.
	Letter func(rune)
	// Help tells what the keyboard does: F1. May be nil.
	Help func()
	// OpenURL asks the desktop to show a web page. May be nil.
	OpenURL func(address string)

	// Keep runs a function that makes widgets anew and leaves the keyboard where it was. May be nil.
	Keep func(build func())
	// Focus gives a widget the keyboard. May be nil.
	Focus func(fyne.Focusable)
	// Popped is told that something lies over the window, and how to take it away; gone tells that it left by itself.
	// May be nil.
	Popped func(close func()) (gone func())
	// Under is told that something is about to be put over the window, while the keyboard is still where it was. May be nil.
	Under func()
	// Told is told that who cannot see the window has to hear of a change. May be nil.
	Told func()
	// Later runs a function after the event that is being handled. May be nil.
	Later func(func())

	// Ticks goes on steadily, and tells the second click of a double click. nil: none is told.
	Ticks func() time.Time

	known   map[string]fyne.Focusable // what has an ID, the newest of each
	tabbed  bool                      // a Tab is on its way to the next thing
	drawn   map[drawnKey]image.Image  // the icons that were shown so far
	pressed bool                      // a mouse button is down on a Press
	waiting func()                    // what waits for it to come up
	coming  int                       // so many pages are made anew after the event that is being handled
	click   click                     // the last one on a Press
}

// Rebuild runs build, which makes a page's widgets anew, and keeps the focus.
func (k *Kit) Rebuild(build func()) {
	defer k.told()
	if k.Keep == nil {
		build()
		return
	}
	k.Keep(build)
}

// Settle is Rebuild at a moment when nothing gets lost by it: after the event that is being
// handled (a Tab is still on its way to its next field) and once the mouse
// button is up (a click belongs to the widget that it began on).
func (k *Kit) Settle(build func()) {
	switch {
	case k.pressed:
		k.waiting = build
	case k.Later == nil:
		k.Rebuild(build)
	default:
		k.coming++
		k.Later(func() {
			k.coming--
			if k.pressed {
				k.waiting = build
				return
			}
			k.Rebuild(build)
		})
	}
}

// Settling says whether what is on show is about to be made anew.
func (k *Kit) Settling() bool { return k.coming > 0 || k.waiting != nil }

// help tells what the keyboard does, where somebody can.
func (k *Kit) help() {
	if k.Help != nil {
		k.Help()
	}
}

func (k *Kit) release() {
	k.pressed = false
	if build := k.waiting; build != nil {
		k.waiting = nil
		k.Settle(build)
	}
}

func (k *Kit) know(id string, w fyne.Focusable) {
	if id == "" {
		return
	}
	if k.known == nil {
		k.known = map[string]fyne.Focusable{}
	}
	k.known[id] = w
}

// Again tells that a field which outlives its page stands on it again: a page that is built anew forgets the others.
func (k *Kit) Again(e *Entry) { k.know(e.ID, e) }

// Known is the newest widget with this ID, nil if there is none.
func (k *Kit) Known(id string) fyne.Focusable { return k.known[id] }

// GoTo gives the widget with this ID the keyboard and brings it into view.
func (k *Kit) GoTo(id string) {
	w := k.known[id]
	if w == nil || k.Focus == nil {
		return
	}
	k.Focus(w)
	switch o := w.(type) {
	case *Press:
		if k.Reveal != nil {
			k.Reveal(o.sight())
		}
	case fyne.CanvasObject:
		if k.Reveal != nil {
			k.Reveal(o)
		}
	}
}

// Forget forgets an ID, so that Known tells whether it was made again.
func (k *Kit) Forget(id string) { delete(k.known, id) }

// FocusID is the ID of a widget that has the focus, and whether it hides its ring.
func FocusID(w fyne.Focusable) (id string, quiet bool) {
	switch w := w.(type) {
	case *Press:
		if w == nil {
			return "", false
		}
		return w.ID, w.quiet
	case *Entry:
		if w == nil {
			return "", false
		}
		return w.ID, false
	}
	return "", false
}

// Tone is a word's colour with the fill that lies under it.
type Tone struct{ Ink, Fill color.NRGBA }

// Tones of the palette by what they say.
func (k *Kit) Sage() Tone  { return Tone{k.P.Sage, k.P.SageFill} }
func (k *Kit) Amber() Tone { return Tone{k.P.Amber, k.P.AmberFill} }
func (k *Kit) Water() Tone { return Tone{k.P.Water, k.P.WaterFill} }
func (k *Kit) Rose() Tone  { return Tone{k.P.Rose, k.P.RoseFill} }

// Neutral is the tone of what the plan says nothing of, yet or at all: it looks like no answer.
func (k *Kit) Neutral() Tone { return Tone{k.P.Muted, k.P.Soft} }
