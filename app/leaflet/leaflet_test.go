package leaflet_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/guidance"
)

// lost are the words of a text that stand in no proposal, no heading and nothing that is listed as left.
func lost(d leaflet.Draft) string {
	covered := make([]bool, len(d.Text)+1)
	cover := func(s leaflet.Span) {
		for i := s.From; i < s.To; i++ {
			covered[i] = true
		}
	}
	for _, p := range d.Proposals {
		cover(p.At)
		for _, h := range p.Heads {
			cover(h)
		}
	}
	for _, l := range d.Left {
		cover(l.At)
	}
	var out []string
	last := -2
	for i, r := range d.Text {
		switch {
		case covered[i] || !unicode.IsLetter(r):
		case last+1 == i:
			out[len(out)-1] += string(r)
			last = i
		default:
			out, last = append(out, string(r)), i
		}
	}
	return strings.Join(slices.DeleteFunc(out, func(w string) bool { return len(w) < 2 }), " ") // "A." is a list's mark
}

func FuzzNothingIsLostAndEachTimeIsOne(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	more, err := filepath.Glob(filepath.Join(sheets, "*.leaflet.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, more...) {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("| Sun | 2 weeks |\n|---|---|\n| Makeup | avoid for 24 hours |")
	f.Add("Day 1:\n• Avoid:\n  - no\n")
	f.Add("As long as your skin is peeling, no crust.")
	f.Add("0|stop|\n# 0")
	f.Fuzz(func(t *testing.T, text string) {
		d := leaflet.Read(text, ask.Default())
		for _, p := range d.Proposals {
			for _, s := range []string{p.Row.From, p.Row.Until, p.Row.Usually} {
				if s == "" {
					continue
				}
				if _, err := guidance.ParseMoment(s); err != nil {
					t.Errorf("%q is no time of a plan: %v", s, err)
				}
			}
			if p.At.From >= p.At.To || p.At.To > len(text) {
				t.Errorf("%v lies outside", p.At)
			}
		}
		if words := lost(d); words != "" {
			t.Errorf("lost: %q", words)
		}
	})
}
