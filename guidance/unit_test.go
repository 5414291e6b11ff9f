package guidance

import "testing"

func TestALengthKeepsTheUnitThatThePlanSaysItIn(t *testing.T) {
	for _, c := range []struct{ said, words string }{
		{"2 days", "2 days"}, {"48 hours", "48 hours"}, {"2d", "2 days"}, {"1 week", "1 week"}, {"7 days", "7 days"},
		{"14 days", "14 days"}, {"2 weeks", "2 weeks"}, {"72 hours", "72 hours"}, {"1 day", "1 day"}, {"24h", "24 hours"},
		{"60 minutes", "60 minutes"}, {"1 hour", "1 hour"}, {"28 days", "28 days"}, {"5 to 7 days", "5 to 7 days"},
	} {
		l, err := parseLength(c.said, false, farEnd)
		if err != nil {
			t.Fatal(err)
		}
		words := l.Said.words()
		if l.Said.Zero() {
			unit := usualUnit(l.Duration)
			words = unit.words(int(l.Duration / unit.length()))
		}
		if words != c.words {
			t.Errorf("%q is said as %q", c.said, words)
		}
		again, err := parseLength(l.String(), false, farEnd)
		if err != nil || again != l {
			t.Errorf("%q is written as %q, which reads as %+v, %v", c.said, l, again, err)
		}
	}
}
