package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// Measures of the rail, in Fyne's units.
const (
	railNames = 196 // its width with the pages' names
	railIcons = 60  // and with icons alone
	namesFrom = railNames + leastPage
	leastPage = 540 // what a page has beside the names at least

	railSide  = 12 // beside what can be pressed
	lineHigh  = 40 // of a page, and the gap to the next
	lineGap   = 4
	lineLow   = kit.Target // the same in a low window
	lineClose = 2
	ringRoom  = 3  // around the lines, for the ring of the one with the keyboard
	logoTop   = 20 // above the logo and beneath it
	logoClose = 10
	footTop   = 11 // beneath the way to the clinic
	footEnd   = 16 // at the lower edge, where the sentence stands
	lowEnd    = 12 // and where it does not
)

// railLines stacks the pages' lines. What height there is decides how high each is.
type railLines struct{ r *rail }

// high is the height of a line and the gap beneath it, so that n of them fit into height if they can.
func (railLines) high(n int, height float32) (high, gap float32) {
	if float32(n)*(lineHigh+lineGap)-lineGap <= height {
		return lineHigh, lineGap
	}
	return fyne.Max(lineLow, (height+lineClose)/float32(n)-lineClose), lineClose
}

// MinSize implements fyne.Layout.
func (l railLines) MinSize(o []fyne.CanvasObject) fyne.Size {
	high, gap := l.high(len(o), l.r.pages.Size().Height-2*ringRoom)
	return fyne.NewSize(kit.Target, float32(len(o))*(high+gap)-gap+2*ringRoom)
}

// Layout implements fyne.Layout.
func (l railLines) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high, gap := l.high(len(o), l.r.pages.Size().Height-2*ringRoom)
	for i, line := range o {
		line.Move(fyne.NewPos(railSide, ringRoom+float32(i)*(high+gap)))
		line.Resize(fyne.NewSize(size.Width-2*railSide-1, high))
	}
}

// railLayout sets the logo at the top, the way to the clinic and the sentence at the foot, and the pages between.
type railLayout struct{ r *rail }

// MinSize implements fyne.Layout. The rail fits every window: its lines scroll.
func (l railLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.r.wide(), 0) }

// Layout implements fyne.Layout.
func (l railLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(c fyne.CanvasObject, x, y, w, h float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(w, h))
	}
	logo, pages, clinic := o[0], o[1], o[2]
	n := float32(len(inRail()))
	inner := size.Width - 2*railSide - 1
	logoHigh, clinicHigh := logo.MinSize().Height, kit.Height(clinic, inner)
	top, end := float32(logoTop), float32(lowEnd)
	spare := func() float32 {
		return size.Height - 2*top - logoHigh - (n*(lineHigh+lineGap) - lineGap) - top - clinicHigh - end
	}
	if len(o) > 3 {
		words := kit.Height(o[3], inner)
		end = footTop + words + footEnd
		if spare() < 0 { // the sentence is the first to yield
			end = lowEnd
			o[3].Hide()
		} else {
			o[3].Show()
			put(o[3], railSide+4, size.Height-footEnd-words, inner-2, words)
		}
	}
	if spare() < 0 {
		top = logoClose
	}
	side := float32(railSide + 8)
	if l.r.icons {
		side = 0
	}
	put(logo, side, top, size.Width-side-1, logoHigh)
	clinicTop := size.Height - end - clinicHigh
	put(clinic, railSide, clinicTop, inner, clinicHigh)
	from := 2*top + logoHigh - ringRoom
	put(pages, 0, from, size.Width-1, fyne.Max(0, clinicTop-top-from+ringRoom))
}
