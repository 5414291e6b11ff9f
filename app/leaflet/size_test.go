package leaflet_test

import (
	"strings"
	"testing"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
)

// A text of the greatest size that repeats what is worst to read is read whole, and no more rows than a person looks
// through come of it.
func TestALongTextOfTheWorstSentencesIsReadWithinItsBounds(t *testing.T) {
	for _, c := range []struct{ name, piece string }{
		{"bans joined by and", "no makeup and "},
		{"bans with commas", "avoid sun, "},
		{"brackets", "avoid retinol (acids, scrubs) for 2 days ("},
		{"questions", "When can I swim?\nAfter 3 days.\n"},
		{"columns", "Makeup     24 hours     no\n"},
		{"items without marks", "Avoid:\n  sun\n  heat\n"},
		{"sentences in one line", "Avoid sun. "},
		{"cases in one line", "Avoid sun for 2 days if it is so; "},
		{"headings of treatments", "Peel\n\nPRP\n\nAvoid sun.\n"},
		{"reasons", "avoid sun because it burns to protect so that "},
	} {
		text := strings.Repeat(c.piece, leaflet.MostText/len(c.piece)+1)
		d := leaflet.Read(text, ask.Default())
		if n := len(d.Proposals) + len(d.Left); n == 0 || n > 700 {
			t.Errorf("%s: %d parts", c.name, n)
		}
	}
}
