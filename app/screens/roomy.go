package screens

// roomy is a page that is laid out by how wide it is.
type roomy interface{ SetWide(width float32) }

// resized lets the page on show use the room that there is.
func (s *Shell) resized() {
	if p, ok := s.views[s.page].page.(roomy); ok && s.cover() == nil {
		p.SetWide(s.content.Size().Width)
	}
}
