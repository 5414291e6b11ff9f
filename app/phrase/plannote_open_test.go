package phrase_test

import (
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

func TestThePlanCheckTellsWhatWillHappenWhereAPlanLeavesAnEndOpen(t *testing.T) {
	head := "format = 2\nid = \"open\"\nname = \"Open\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n"
	next := "[[windows]]\nid = \"filler\"\nname = \"Filler\"\navoid = \"No filler.\"\nfrom = \"next-2 weeks\"\nuntil = \"next\"\n"
	daily := "[[routines]]\nid = \"cream\"\nname = \"Cream\"\ntimes = [\"08:00\"]\n"
	before := "[[windows]]\nid = \"before\"\nname = \"A very long name for what waits\"\navoid = \"No X.\"\nfrom = \"entry\"\nuntil = \"0h\"\n"
	spacing := "[spacing]\nfrom = \"4 weeks\"\n"
	for name, c := range map[string]struct{ plan, want string }{
		"next without spacing":     {next, "it is told once that one is entered"},
		"next with spacing":        {next + spacing, ""},
		"a routine without an end": {daily, "four weeks at least"},
		"the same with spacing":    {daily + spacing, "later end of [spacing]"},
		"what is only before":      {before, ""},
	} {
		p, err := guidance.Parse("open.toml", []byte(head+c.plan))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var all []string
		for _, n := range phrase.New(locale.Format{}).PlanNotes(p) {
			all = append(all, strings.ToLower(n.Text[:1])+n.Text[1:])
		}
		got := strings.Join(all, "\n")
		if c.want == "" && got != "" || !strings.Contains(strings.ToLower(got), strings.ToLower(c.want)) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
