package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// leftOut stands in the place of letters that the type does not have: a box in their place would tell nobody anything.
const leftOut = "[…]"

// Missing are the letters of a sheet that the type does not have, each once, in the sheet's order; "" if it has all.
func Missing(s Sheet, fonts Fonts) string {
	has := lettersOf(fonts)
	var missing []rune
	s.each(func(text string) string {
		for _, c := range text {
			if !has(c) && !slices.Contains(missing, c) {
				missing = append(missing, c)
			}
		}
		return text
	})
	return string(missing)
}

// printable is the sheet without the letters that the type does not have.
func (s Sheet) printable(fonts Fonts) Sheet {
	has := lettersOf(fonts)
	return s.each(func(text string) string {
		if strings.IndexFunc(text, func(c rune) bool { return !has(c) }) < 0 {
			return text
		}
		var b strings.Builder
		out := false
		for _, c := range text {
			switch {
			case has(c):
				b.WriteRune(c)
				out = false
			case !out:
				b.WriteString(leftOut)
				out = true
			}
		}
		return b.String()
	})
}

// each is the sheet with all of its texts made anew.
func (s Sheet) each(text func(string) string) Sheet {
	all := func(list []string) []string {
		out := make([]string, len(list))
		for i, t := range list {
			out[i] = text(t)
		}
		return out
	}
	s.Title, s.Lead, s.Foot, s.Sign, s.CodeSays = text(s.Title), all(s.Lead), all(s.Foot), all(s.Sign), text(s.CodeSays)
	s.Call = Call{Title: text(s.Call.Title), Phone: text(s.Call.Phone), Lines: all(s.Call.Lines)}
	s.Curves = s.Curves.each(text)
	sections := make([]Section, len(s.Sections))
	for i, x := range s.Sections {
		sections[i].Title = text(x.Title)
		for _, r := range x.Rows {
			sections[i].Rows = append(sections[i].Rows, Row{text(r.Name), text(r.When), all(r.Text), r.Room})
		}
	}
	s.Sections = sections
	return s
}

// lettersOf says which letters both weights of a type have. A type that cannot be read is said to have all: it fails where
// it is drawn with.
func lettersOf(fonts Fonts) func(rune) bool {
	regular, err := sfnt.Parse(fonts.Regular)
	bold, errBold := sfnt.Parse(fonts.Bold)
	if err != nil || errBold != nil {
		return func(rune) bool { return true }
	}
	var buffer sfnt.Buffer
	return func(c rune) bool {
		if unicode.IsSpace(c) {
			return true
		}
		for _, f := range []*sfnt.Font{regular, bold} {
			if i, err := f.GlyphIndex(&buffer, c); err != nil || i == 0 {
				return false
			}
		}
		return true
	}
}
