package guidance

import "testing"

func TestALeafletsOwnFigureIsKept(t *testing.T) {
	for said, want := range map[string]string{
		"36 hrs": "36h", "36 hours": "36h", "36hrs.": "36h", "36 Hours": "36h", "1 hour": "1h", "36-hours": "36h",
		"2 days": "2d", "1 day": "1d", "1 wk": "1w", "6 weeks": "6w", "90 mins": "90m", "90 m": "90m", "90 minutes": "90m",
		"2 weeks before": "-2w", "- 2 weeks": "-2w", "007 days": "7d", " 36  hrs ": "36h",
		// What is not one number and one unit is never guessed at.
		"24-48 hours": "", "24 to 48 hours": "", "1.5 days": "", "1,5 days": "", "3 months": "", "3 mo": "", "3 M": "", "3M": "",
		"a day": "", "hours": "", "36": "", "": "", "36 hrs or more": "", "-2 weeks before": "", "999999 weeks": "", "36 hrs 2 days": "", "0 days": "", "36 h hr": "", "36 min mins": "", "1000000h": "",
	} {
		if got := spanMeant(said); got != want {
			t.Errorf("%q is read as %q, want %q", said, got, want)
		}
	}
	for said, want := range map[string]string{"Morning 2": "morning 2", "night3": "night 3", "2 days": "2d", "morning": "", "morning 0": "", "next 2w": ""} {
		if got := momentMeant(said); got != want {
			t.Errorf("%q is read as %q, want %q", said, got, want)
		}
	}
}

func TestWhereNoFigureCanBeReadNoneIsOffered(t *testing.T) {
	for _, key := range []string{"from", "until", "allowed_from", "then_until", "extend", "add", "every", "for"} {
		for _, said := range []any{"a while", "36 or so", "", 24, nil} {
			if got := (&form{name: key}).writeFor(said); got.ID != "planwrite.span" {
				t.Errorf("of %s = %v it says: write %v", key, said, got)
			}
		}
	}
}
