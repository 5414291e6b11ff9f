// Package place remembers where the window stood and how large it was, and puts that right for the screens there are now.
package place

import "math"

// Place is where the window stands. Width and height are of its content, in Fyne's units; X and Y are the content's upper
// left corner in the system's own coordinates, if Known.
type Place struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	X      int     `json:"x"`
	Y      int     `json:"y"`
	Known  bool    `json:"known"` // some systems tell and take no position
	Full   bool    `json:"full"`  // the window fills its screen; the rest is how it was before
}

// Screen is the part of a screen that windows may use, in the system's coordinates, and how many of these make one of
// Fyne's units. The first screen is the one for new windows.
type Screen struct {
	X, Y, Width, Height int
	Scale               float32
}

// What stands around a window's content, in Fyne's units: not known before the window is on show.
const (
	titleHigh = 40
	edgeWide  = 4
)

// hold is how much of the window's upper edge must be on a screen so that it can be taken and moved, in Fyne's units.
const hold = 120

// Fit is the place for a window on these screens, with the least size that it can have. One that has been on a screen that
// is gone has no position, and a size for the first screen. Without screens only the size is put right.
func (p Place) Fit(screens []Screen, leastWide, leastHigh float32) Place {
	p.Width, p.Height = sound(p.Width, leastWide), sound(p.Height, leastHigh)
	if len(screens) == 0 {
		return p
	}
	on, found := p.screen(screens)
	if !found {
		on, p.Known, p.X, p.Y = screens[0], false, 0, 0
	}
	scale := on.scale()
	wide, high := float32(on.Width)/scale-2*edgeWide, float32(on.Height)/scale-titleHigh-edgeWide
	p.Width, p.Height = max(leastWide, min(p.Width, wide)), max(leastHigh, min(p.Height, high))
	if p.Known {
		p.X = within(p.X, on.X, on.Width, int(p.Width*scale), 0)
		p.Y = within(p.Y, on.Y, on.Height, int(p.Height*scale), int(titleHigh*scale))
	}
	return p
}

// sound is a length that can be meant; least stands in for any other.
func sound(length, least float32) float32 {
	if math.IsNaN(float64(length)) || length < least || length > 1<<14 {
		return least
	}
	return length
}

// within moves a stretch that reaches out of a screen back onto it. Before is what stands in front of the stretch; it is
// kept in sight only if the stretch has to be moved.
func within(at, from, length, stretch, before int) int {
	if over := at + stretch - (from + length); over > 0 {
		at -= over
	}
	if at < from {
		at = from + before
		if at+stretch > from+length {
			at = max(from, from+length-stretch)
		}
	}
	return at
}

// screen is the one on which the window can be taken at its upper edge.
func (p Place) screen(screens []Screen) (Screen, bool) {
	if !p.Known {
		return Screen{}, false
	}
	best, found, most := Screen{}, false, 0
	for _, s := range screens {
		scale := s.scale()
		left, right := max(p.X, s.X), min(p.X+int(p.Width*scale), s.X+s.Width)
		seen := right - left
		if need := int(hold * scale); seen < need || p.Y < s.Y-int(titleHigh*scale) || p.Y > s.Y+s.Height-int(titleHigh*scale) {
			continue
		}
		if seen > most {
			best, found, most = s, true, seen
		}
	}
	return best, found
}

func (s Screen) scale() float32 {
	if s.Scale > 0 {
		return s.Scale
	}
	return 1
}
