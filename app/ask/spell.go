package ask

import (
	"math/bits"
	"strings"

	"afterglow/guidance"
)

// spelling is a word that a misspelt one may be.
type spelling struct {
	text, stem string
	letters    uint32 // which letters it has
	topics     []int  // that have it in one of their phrases
}

// letters says which letters a word has, a bit each; all else is one bit more.
func letters(s string) (set uint32) {
	for i := range len(s) {
		if c := s[i]; c >= 'a' && c <= 'z' {
			set |= 1 << (c - 'a')
		} else {
			set |= 1 << 26
		}
	}
	return set
}

const (
	shortestMisspelt = 5  // letters; of shorter words too many are near
	twoMistakes      = 8  // from so many letters on two may be wrong
	anyFirst         = 7  // from so many letters on the first one may be the wrong one
	mostMisspelt     = 60 // words of one question that are looked up so
)

// misspelt is the stem of the one word that was clearly meant; "" if there is none, or more than one: then it is torn
// if one of these is of a topic. A word that begins with the same letter is nearer than one that does not.
func (b *Book) misspelt(w word) (meant string, torn bool) {
	if len(w.text) < shortestMisspelt || len(w.text) > longestWord {
		return "", false
	}
	most := 1
	if len(w.text) >= twoMistakes {
		most = 2
	}
	set := letters(w.text)
	best, least, same, ours := "", 2*most+2, true, false
	all := b.spellings()
	for i := range all {
		s := &all[i]
		if n := len(s.text) - len(w.text); n > most || -n > most || len(s.text) < shortestMisspelt-1 || bits.OnesCount32(s.letters^set) > 2*most {
			continue
		}
		d := guidance.Distance(w.text, s.text)
		if d > most {
			continue
		}
		firstLike := s.text[0] == w.text[0] || s.text[0] == w.text[1] && s.text[1] == w.text[0]
		if !firstLike && (d > 1 || len(w.text) < anyFirst) {
			continue
		}
		d *= 2
		if !firstLike {
			d++
		}
		switch {
		case d < least:
			best, least, same, ours = s.stem, d, true, len(s.topics) > 0
		case d == least && s.stem != best:
			same, ours = b.alike(best, s.stem), ours || len(s.topics) > 0
		}
	}
	if !same {
		return "", ours
	}
	return best, false
}

// alike says whether two words mean the same topics.
func (b *Book) alike(a, c string) bool {
	x, y := b.entry([]byte(a)), b.entry([]byte(c))
	if x == nil || y == nil || len(x.topics) == 0 || len(x.topics) != len(y.topics) {
		return false
	}
	for i := range x.topics {
		if x.topics[i] != y.topics[i] {
			return false
		}
	}
	return true
}

// roughly is the place in spelled of the word of a topic that is nearest, if at most a third of the letters differ, or
// one is the beginning of the other; -1: none.
func (b *Book) roughly(w word) int {
	if len(w.text) < shortestMisspelt || len(w.text) > longestWord {
		return -1
	}
	best, least := -1, len(w.text)/3+1
	set := letters(w.text)
	all := b.spellings()
	for i := range all {
		s := &all[i]
		if len(s.topics) == 0 || len(s.text) < shortestMisspelt-1 {
			continue
		}
		if strings.HasPrefix(s.text, w.text) || strings.HasPrefix(w.text, s.text) {
			return i
		}
		if d := len(s.text) - len(w.text); d >= least || -d >= least || bits.OnesCount32(s.letters^set) >= 2*least {
			continue
		}
		if d := guidance.Distance(w.text, s.text); d < least {
			best, least = i, d
		}
	}
	return best
}
