package phrase_test

import (
	"testing"

	"afterglow/app/phrase"
)

func TestAPlansTextEndsWithOneFullStopOrNone(t *testing.T) {
	for _, row := range []struct{ name, text, stop, bare string }{
		{"without an end", "Stay out of the sun", "Stay out of the sun.", "Stay out of the sun"},
		{"with its own", "Stay out of the sun. ", "Stay out of the sun.", "Stay out of the sun"},
		{"a question", "Is it calm?", "Is it calm?", "Is it calm?"},
		{"one that was cut", "Stay out of…", "Stay out of…", "Stay out of…"},
		{"nothing", "  ", "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if stop, bare := phrase.Stop(row.text), phrase.Bare(row.text); stop != row.stop || bare != row.bare {
				t.Errorf("%q and %q, want %q and %q", stop, bare, row.stop, row.bare)
			}
		})
	}
}

func TestAParagraphLeavesOutWhatIsEmpty(t *testing.T) {
	if got := phrase.Paragraph("", "One.", "", "Two."); got != "One. Two." {
		t.Errorf("%q", got)
	}
}
