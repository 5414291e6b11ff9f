package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// Sizes of the window in Fyne's units.
const (
	minWide   = 640
	minHigh   = 400
	startWide = 960
	startHigh = 680

	toastGap = 16 // beneath a toast
)

// shellLayout sets the rail at the left and the page in the rest.
type shellLayout struct{ s *Shell }

// MinSize implements fyne.Layout: no window is smaller.
func (shellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minWide, minHigh) }

// Layout implements fyne.Layout.
func (l shellLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.s
	if s.rail.fit(size.Width) {
		s.keepFocus(s.drawRail)
	}
	place := func(c fyne.CanvasObject, x, y, w, h float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(w, h))
	}
	rail := s.rail.wide()
	o := s.root.Objects
	place(o[0], 0, 0, rail, size.Height)
	place(o[1], rail-1, 0, 1, size.Height)
	place(s.rail.box, 0, 0, rail, size.Height)
	strip := float32(0)
	if s.strip.Visible() {
		strip = kit.Height(s.strip, size.Width-rail)
	}
	place(s.strip, rail, 0, size.Width-rail, strip)
	place(s.content, rail, strip, size.Width-rail, size.Height-strip)
	w := fyne.Min(s.foot.MinSize().Width, size.Width-rail-2*kit.Edge)
	h, foot := kit.Height(s.foot, w), float32(0)
	if p := s.scrolling(); p != nil {
		foot = p.FootHigh() // a toast covers no field
	}
	place(s.foot, rail+(size.Width-rail-w)/2, size.Height-foot-h-toastGap, w, h)
	s.resized()
}
