package phrase_test

import (
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

func TestANameStandsInASentenceAsPeopleWriteIt(t *testing.T) {
	for name, want := range map[string]string{
		"Makeup": "makeup", "Gentle cleanse": "gentle cleanse", "Acids, retinol": "acids and retinol",
		"Heat, pool, sauna": "heat, pool and sauna", "SPF 30": "SPF 30", "Ätherische Öle": "Ätherische Öle",
		"Retinol & Säuren": "Retinol & Säuren", "Dr. Müller, Balsam": "Dr. Müller and Balsam", "Änderung": "änderung", "Acids, AHA": "acids and AHA", "Hyaluron-Serum": "Hyaluron-Serum", "A": "a", "": "",
	} {
		if got := voice(locale.Format{}).Inside(name); got != want {
			t.Errorf("%q is %q in a sentence, want %q", name, got, want)
		}
	}
	for text, want := range map[string]string{"neck, day 1": "Neck, day 1", "äther": "Äther", "": ""} {
		if got := phrase.Capital(text); got != want {
			t.Errorf("%q begins as %q, want %q", text, got, want)
		}
	}
}
