package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/today"
)

// roomyHigh is from which height on Today shows every card, in Fyne's units.
const roomyHigh = 820

// roomy says whether a window is high enough for every card of Today.
func roomy(size fyne.Size) bool { return size.Height >= roomyHigh }

// resized shows more of Today once the window is high enough, or less.
func (s *Shell) resized(size fyne.Size) {
	if p, ok := s.views[PageToday].page.(*today.Page); ok && s.page == PageToday && s.cover() == nil {
		p.SetRoomy(roomy(size))
	}
}
