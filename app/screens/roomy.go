package screens

import "afterglow/app/screens/today"

// resized lets Today use the room that there is.
func (s *Shell) resized() {
	if p, ok := s.views[PageToday].page.(*today.Page); ok && s.page == PageToday && s.cover() == nil {
		p.SetWide(s.content.Size().Width)
	}
}
