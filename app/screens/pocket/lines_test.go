package pocket

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterglow/app/card"
)

// typewriter has letters that are all as wide as half their size.
func typewriter(text string, size float64, _ bool) float64 {
	return size / 2 * float64(utf8.RuneCountInString(text))
}

func TestAMomentIsNeverCutOffHoweverLongTheName(t *testing.T) {
	at := time.Date(2026, 12, 7, 18, 0, 0, 0, time.UTC)
	names := map[string]string{
		"short": "Sun", "several words": "Retinol, acids and scrubs of any strength at all", "one word": strings.Repeat("W", 90), "none": "",
	}
	for name, row := range names {
		for _, when := range []string{"Fri 18:00", "Mon, 7 December, 6:00 PM", strings.Repeat("18:00 ", 20) + "h"} {
			for _, width := range []float64{100, 300, 900} {
				l := ruler(typewriter).row(card.Row{Name: row, When: when, Until: &at, Note: "then SPF 30+"}, width, 20, 15)
				wide := typewriter(l.when, l.whenSize, true)
				switch {
				case l.when != when:
					t.Errorf("%s in %v: the moment %q is set as %q", name, width, when, l.when)
				case l.whenAt < -0.01 || l.whenAt+wide > width+0.01:
					t.Errorf("%s in %v: %q stands from %.1f to %.1f", name, width, when, l.whenAt, l.whenAt+wide)
				case typewriter(l.name, 20, true) > max(l.whenAt, 0):
					t.Errorf("%s in %v: the name %q runs into %q", name, width, l.name, when)
				case l.note != "" && l.noteAt+typewriter(l.note, 15, false) > l.whenAt:
					t.Errorf("%s in %v: the note %q runs into %q", name, width, l.note, when)
				}
			}
		}
	}
}

func TestWhatHasNoRoomEndsAfterAWord(t *testing.T) {
	for _, c := range []struct {
		name, text string
		letters    int
		want       string
	}{
		{"what fits stays", "Heat, pool", 10, "Heat, pool"},
		{"after a word", "Other treatments of any kind", 20, "Other treatments of…"},
		{"without the comma before the dots", "Retinol, acids, scrubs", 17, "Retinol, acids…"},
		{"within a word that is longer than half", "An extraordinarily long word", 14, "An extraordin…"},
		{"one word", "Donaudampfschiff", 8, "Donauda…"},
		{"just its first word", "Donau dampf", 7, "Donau…"},
		{"no room for a letter", "Sun", 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ruler(typewriter).cut(c.text, float64(c.letters), 2, false); got != c.want {
				t.Errorf("in %d letters %q is %q, want %q", c.letters, c.text, got, c.want)
			}
		})
	}
}

func TestATitleIsSmallerBeforeItTakesTwoLines(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		size       float64
	}{
		{"as it is", "Reminders", []string{"Reminders"}, 20},
		{"smaller", "What waits until", []string{"What waits until"}, 17.5},
		{"in two lines", "What waits until when, of all", []string{"What waits until", "when, of all"}, 16},
		{"no more than two", "What waits until when, of all that your plan asks for", []string{"What waits until", "when, of all…"}, 16},
		{"a word without an end", strings.Repeat("W", 40), []string{strings.Repeat("W", 16) + "…"}, 16},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines, size := ruler(typewriter).title(c.text, 140, 20)
			if strings.Join(lines, "/") != strings.Join(c.want, "/") || size != c.size {
				t.Errorf("%q in %v, want %q in %v", lines, size, c.want, c.size)
			}
		})
	}
}
