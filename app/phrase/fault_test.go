package phrase_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/guidance"
)

// commandLine is a command as a sentence names it.
var commandLine = regexp.MustCompile(`\bafterglow [a-z]`)

func TestWhatIsRefusedInAWindowNamesNoCommand(t *testing.T) {
	all := catalogue(t)
	for id, m := range all {
		subject, _, _ := strings.Cut(id, ".")
		if !slices.Contains([]string{"refusal", "journal", "planproblem"}, subject) || strings.HasSuffix(id, "_in_window") || !commandLine.MatchString(m.forms["other"]) {
			continue
		}
		other, there := all[id+"_in_window"]
		if !there {
			t.Errorf("%q names a command, and has no words for a window", id)
			continue
		}
		for _, place := range other.places() {
			if !slices.Contains(m.places(), place) {
				t.Errorf("%q has a place %s that its namesake lacks", other.id, place)
			}
		}
	}
	for id, m := range all {
		base, forWindow := strings.CutSuffix(id, "_in_window")
		if _, there := all[base]; !forWindow || !there {
			continue
		}
		for _, text := range m.forms {
			if commandLine.MatchString(text) {
				t.Errorf("%q names a command: %s", id, text)
			}
		}
	}
}

func TestAWindowSaysWhatToClickAndACommandWhatToType(t *testing.T) {
	_, broken := guidance.Parse("clinic.toml", []byte("format = 1\nid = \"x\"\nname = \"X\"\nunknown = 3\n"))
	v := voice(locale.Format{})
	for _, c := range []struct {
		name           string
		err            error
		typed, clicked string
	}{
		{"a fault with two forms", fault.Use("refusal.no_entry", fault.Args{"Number": int64(7)}),
			"There is no entry 7; see them with: afterglow log", "That is not in your notes any more."},
		{"a fault with one form", fault.Use("refusal.no_drink", fault.Args{"Routine": "cleanse"}),
			`An amount is for drinks; leave it out for "cleanse".`, `An amount is for drinks; leave it out for "cleanse".`},
		{"a fault in the place of another", fault.Wrap(fault.Use("refusal.no_entry", fault.Args{"Number": int64(7)}), "over.not_erased", nil),
			"There is no entry 7; see them with: afterglow log.", "That is not in your notes any more."},
		{"mistakes of a plan", broken, "(and 2 more; see: afterglow plan check)", "(and 2 more)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if said := v.Error(c.err); !strings.HasSuffix(said, c.typed) {
				t.Errorf("a command says %q, want an end of %q", said, c.typed)
			}
			if said := v.InWindow().Error(c.err); !strings.HasSuffix(said, c.clicked) {
				t.Errorf("a window says %q, want an end of %q", said, c.clicked)
			}
		})
	}
}
