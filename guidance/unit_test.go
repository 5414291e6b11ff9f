package guidance

import (
	"testing"
	"time"
)

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

func TestALengthWithoutAFigureIsKeptAsSaidAndCountedByTheCarefulEnd(t *testing.T) {
	for c, want := range map[careful]int{lateEnd: 5, earlyEnd: 3, lowEnd: 3} {
		l, err := parseLength("a few days", false, c)
		if err != nil || l.Duration != time.Duration(want)*day || l.String() != "a few days" || !l.Said.Two() {
			t.Errorf("a few days: %v, said %q, %v; want %d days", l.Duration, l, err, want)
		}
	}
	for said, want := range map[string]string{"the first few days": "a few days", "few hours": "a few hours", "several weeks": "a few weeks", "for a few days": "a few days"} {
		if got := Meant(said, true); got != want {
			t.Errorf("%q is meant as %q, want %q", said, got, want)
		}
	}
}

func TestAMeasureOfADrinkIsCountedInGlassesAndShownAsSaid(t *testing.T) {
	for said, want := range map[string]Amount{
		"2 litres":        {Text: "2 litres", Min: 8, Max: 8, Unit: "glasses"},
		"1.5 to 2 litres": {Text: "1.5 to 2 litres", Min: 6, Max: 8, Unit: "glasses"},
		"64 ounces a day": {Text: "64 ounces", Min: 8, Max: 8, Unit: "glasses"},
		"1500 ml":         {Text: "1500 ml", Min: 6, Max: 6, Unit: "glasses"},
		"6 glasses a day": {Text: "6 glasses", Min: 6, Max: 6, Unit: "glasses"},
		"4 to 6 cups":     {Text: "4 to 6 cups", Min: 4, Max: 6, Unit: "cups"},
	} {
		p, err := Parse("p.toml", []byte("format = 2\nid = \"p\"\nname = \"P\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n[[routines]]\nid = \"drink\"\nname = \"Water\"\nrole = \"water\"\namount = \""+said+"\"\n"))
		if err != nil {
			t.Errorf("%s: %v", said, err)
		} else if got := p.Routines[0].Amount; got != want {
			t.Errorf("%s is %+v, want %+v", said, got, want)
		}
	}
	if _, err := Parse("p.toml", []byte("format = 2\nid = \"p\"\nname = \"P\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n[[routines]]\nid = \"drink\"\nname = \"Water\"\nrole = \"water\"\namount = \"200 litres\"\n")); err == nil {
		t.Error("200 litres are taken")
	}
}
