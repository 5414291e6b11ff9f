package phrase_test

import (
	"testing"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/record"
)

func TestDrinksAreToldInThePersonsUnit(t *testing.T) {
	for _, c := range []struct {
		unit         string
		glass        int
		ml, goal     int
		drink, drunk string
	}{
		{"", 200, 200, 1600, "1 glass", "1 of 8 glasses"},
		{course.UnitGlass, 200, 800, 1600, "4 glasses", "4 of 8 glasses"},
		{course.UnitGlass, 200, 300, 1600, "300 ml", "1 of 8 glasses"},
		{course.UnitGlass, 250, 750, 1600, "3 glasses", "3 of 7 glasses"},
		{course.UnitGlass, 200, 400, 0, "2 glasses", "2 glasses"},
		{course.UnitGlass, 200, 200, 0, "1 glass", "1 glass"},
		{course.UnitGlass, 200, 300, 0, "300 ml", "300 ml"},
		{course.UnitML, 200, 800, 1600, "800 ml", "800 of 1600 ml"},
		{course.UnitML, 200, 800, 0, "800 ml", "800 ml"},
		{course.UnitFluidOunce, 237, 796, 1600, "27 fl oz", "27 of 54 fl oz"},
		{course.UnitFluidOunce, 237, 237, 0, "8 fl oz", "8 fl oz"},
	} {
		d := record.Drink{Drunk: c.ml, Goal: c.goal, Glass: c.glass, Unit: c.unit}
		if got := voice(locale.Format{}).Drink(d); got != c.drink {
			t.Errorf("%d ml in %q of %d: %q, want %q", c.ml, c.unit, c.glass, got, c.drink)
		}
		if got := voice(locale.Format{}).Drunk(d); got != c.drunk {
			t.Errorf("%d of %d ml in %q of %d: %q, want %q", c.ml, c.goal, c.unit, c.glass, got, c.drunk)
		}
	}
	cups := record.Drink{Drunk: 400, Goal: 1200, Glass: 200, Vessel: "cups"}
	if got := voice(locale.Format{}).Drunk(cups); got != "2 of 6 cups" {
		t.Errorf("the plan speaks of cups: %q", got)
	}
	for ml, want := range map[int]string{200: "cups: 1", 400: "2 cups", 300: "300 ml"} {
		cups.Drunk = ml
		if got := voice(locale.Format{}).Drink(cups); got != want {
			t.Errorf("%d ml of a plan with cups: %q, want %q", ml, got, want)
		}
	}
	if got := voice(locale.Format{}).Drink(record.Drink{Drunk: 200, Glass: 200, Vessel: "glasses"}); got != "1 glass" {
		t.Errorf("the plan speaks of glasses: %q", got)
	}
}
