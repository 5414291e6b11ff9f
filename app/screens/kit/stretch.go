package kit

import "strings"

// stretch is how wide a text is as the sum of its words, which are the same ones again and again: to measure each longer
// beginning of a line as a whole takes several times as long.
type stretch struct {
	wide float32
	gaps int // between its words
}

// with is the stretch with more text behind it: spaces, a word, or both.
func (s stretch) with(more string, size float32, bold bool) stretch {
	word := strings.TrimLeft(more, " ")
	if n := len(more) - len(word); n > 0 {
		s.wide += float32(n) * measure(" ", size, bold)
		s.gaps++
	}
	if word != "" {
		s.wide += measure(word, size, bold)
	}
	return s
}

// kerned is by how much a type may set a word and a space closer or wider than each of them is, in sizes of the type.
const kerned = 0.05

// wider says whether a text is wider than room. by is its stretch, with spaces at its end if it has some; only where that is
// too close to tell the whole text is measured.
func (p *Para) wider(text string, by stretch, room float32, bold bool) bool {
	set := strings.TrimRight(text, " ")
	by.wide -= float32(len(text)-len(set)) * measure(" ", p.size, bold)
	off := float32(by.gaps+1) * kerned * p.size
	switch {
	case strings.ContainsRune(text, '\t'): // how wide that is depends on where it stands
	case by.wide+off <= room:
		return false
	case by.wide-off > room:
		return true
	}
	return measure(set, p.size, bold) > room
}
