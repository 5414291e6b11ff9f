package guidance

import (
	"unicode"
	"unicode/utf8"
)

// The two joiners shape the letters beside them. Persian, Hindi and others are misspelt without, and many emoji
// fall apart.
const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

// joined are the scripts whose letters the joiners shape.
var joined = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Nko, unicode.Mandaic,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu,
	unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// Hidden finds the first character of a text that nobody sees: a line break, or what turns text around or hides it.
// A joiner that shapes what stands on both sides of it is none of these.
func Hidden(s string) (c rune, found bool) {
	var before rune
	for len(s) > 0 {
		c, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		after, _ := utf8.DecodeRuneInString(s)
		switch {
		case (c == nonJoiner || c == joiner) && unicode.In(before, joined...) && unicode.In(after, joined...):
		case c == joiner && pictures(before) && pictures(after):
		case unicode.IsControl(c), unicode.Is(unicode.Cf, c), unicode.Is(unicode.Zl, c), unicode.Is(unicode.Zp, c):
			return c, true
		}
		if !dresses(c) {
			before = c
		}
	}
	return 0, false
}

// dresses says whether c only changes how the character before looks: an emoji's colour or style.
func dresses(c rune) bool { return c == '\ufe0f' || (c >= 0x1f3fb && c <= 0x1f3ff) }

// pictures says whether c may be a part of an emoji; two arrows are, too.
func pictures(c rune) bool { return unicode.Is(unicode.So, c) || c == '\u2194' || c == '\u2195' }
