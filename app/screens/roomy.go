package screens

import "fyne.io/fyne/v2"

// roomy is a page that is laid out by how large it is.
type roomy interface{ SetRoom(room fyne.Size) }

// resized lets the page on show use the room that there is.
func (s *Shell) resized() {
	if p, ok := s.views[s.page].page.(roomy); ok && s.cover() == nil {
		p.SetRoom(s.content.Size())
	}
}
