// Package letters keeps what a type has no letters for off paper and pictures: a box in their place would tell nobody
// anything, and nobody that something is missing.
package letters

import (
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// LeftOut stands in the place of letters that the type does not have.
const LeftOut = "[…]"

// Set says which letters a type has.
type Set struct{ fonts []*sfnt.Font }

// Of are the letters that all of these TrueType files have. Files that cannot be read are said to have all: drawing with them
// fails.
func Of(files ...[]byte) Set {
	var s Set
	for _, file := range files {
		f, err := sfnt.Parse(file)
		if err != nil {
			return Set{}
		}
		s.fonts = append(s.fonts, f)
	}
	return s
}

// Has says whether a letter is among them. Space is in every type.
func (s Set) Has(c rune) bool {
	if unicode.IsSpace(c) {
		return true
	}
	var buffer sfnt.Buffer
	for _, f := range s.fonts {
		if i, err := f.GlyphIndex(&buffer, c); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// Printable is a text with [LeftOut] once for each stretch of letters that are missing; words that are missing one after
// the other are one stretch.
func (s Set) Printable(text string) string {
	if strings.IndexFunc(text, func(c rune) bool { return !s.Has(c) }) < 0 {
		return text
	}
	var b strings.Builder
	space, out := "", false // the space since what was left out; whether that is what stands there last
	for _, c := range text {
		switch {
		case !s.Has(c):
			if !out {
				b.WriteString(space + LeftOut)
			}
			space, out = "", true
		case unicode.IsSpace(c):
			space += string(c)
		default:
			b.WriteString(space)
			b.WriteRune(c)
			space, out = "", false
		}
	}
	return b.String() + space
}
