package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A wheel's notch, as Fyne 2.8 hands it on under Linux and Windows, is 25 units high: little more than a line of text.
// A touchpad's steps are fractions of it, and follow the finger as they are.
const (
	fyneNotch = 25
	notch     = 80 // of ours: a bit less than four lines of 22
)

// Scroll is Fyne's container that scrolls up and down, with a wheel that moves on by some lines a notch.
type Scroll struct{ container.Scroll }

// NewScroll has content scroll up and down.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Direction, s.Content = container.ScrollVerticalOnly, content
	s.ExtendBaseWidget(s)
	return s
}

// Settle lays the content out anew, which was changed or may be of another height, and stands at that place, or as near as
// can be. Fyne's Refresh would have each object in the content lay out all below it once more.
func (s *Scroll) Settle(at fyne.Position) {
	s.Offset = fyne.NewPos(0, -1) // which no place is: else Fyne would leave all as it is
	s.ScrollToOffset(at)
}

// Scrolled implements fyne.Scrollable.
func (s *Scroll) Scrolled(ev *fyne.ScrollEvent) {
	if n := float64(ev.Scrolled.DY / fyneNotch); n == math.Trunc(n) {
		whole := *ev
		whole.Scrolled.DY = float32(n) * notch
		ev = &whole
	}
	s.Scroll.Scrolled(ev)
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return Laid(s.Scroll.CreateRenderer(), s.Size())
}
