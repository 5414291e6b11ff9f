package course

import "testing"

func TestDrinksAreToldInThePersonsUnit(t *testing.T) {
	for _, c := range []struct {
		unit         string
		glass        int
		ml, goal     int
		drink, drunk string
	}{
		{"", 200, 200, 1600, "1 glass", "1 of 8 glasses"},
		{UnitGlass, 200, 800, 1600, "4 glasses", "4 of 8 glasses"},
		{UnitGlass, 200, 300, 1600, "300 ml", "1 of 8 glasses"},
		{UnitGlass, 250, 750, 1600, "3 glasses", "3 of 7 glasses"},
		{UnitGlass, 200, 400, 0, "2 glasses", "2 glasses"},
		{UnitGlass, 200, 200, 0, "1 glass", "1 glass"},
		{UnitGlass, 200, 300, 0, "300 ml", "300 ml"},
		{UnitML, 200, 800, 1600, "800 ml", "800 of 1600 ml"},
		{UnitML, 200, 800, 0, "800 ml", "800 ml"},
		{UnitFluidOunce, 237, 796, 1600, "27 fl oz", "27 of 54 fl oz"},
		{UnitFluidOunce, 237, 237, 0, "8 fl oz", "8 fl oz"},
		{UnitGlass, 0, 400, 1600, "2 glasses", "2 of 8 glasses"}, // preferences that nobody filled
	} {
		p := Prefs{Unit: c.unit, GlassML: c.glass}
		if got := p.DrinkWords(c.ml); got != c.drink {
			t.Errorf("%d ml in %q of %d: %q, want %q", c.ml, c.unit, c.glass, got, c.drink)
		}
		if got := p.DrunkWords(c.ml, c.goal); got != c.drunk {
			t.Errorf("%d of %d ml in %q of %d: %q, want %q", c.ml, c.goal, c.unit, c.glass, got, c.drunk)
		}
	}
}
