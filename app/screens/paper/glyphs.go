package paper

import (
	"slices"

	"afterglow/app/screens/letters"
)

// Missing are the letters of a sheet that the type does not have, each once, in the sheet's order; "" if it has all.
func Missing(s Sheet, fonts Fonts) string {
	has := fonts.letters().Has
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
	return s.each(fonts.letters().Printable)
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

// letters are those that both weights of the type have.
func (f Fonts) letters() letters.Set { return letters.Of(f.Regular, f.Bold) }
