package course

import (
	"fmt"
	"math"
)

// The units in which a person has their drinks counted.
const (
	UnitGlass      = "glass"
	UnitML         = "ml"
	UnitFluidOunce = "floz"
)

// MLPerFluidOunce is the US fluid ounce in millilitres.
const MLPerFluidOunce = 29.5735

// Glass is one glass of the person's in millilitres, never 0.
func (p Prefs) Glass() int {
	if p.GlassML > 0 {
		return p.GlassML
	}
	return DefaultPrefs().GlassML
}

// DrinkWords is an amount in the person's unit: "2 glasses", "300 ml", "10 fl oz". What is not a whole
// number of glasses is told in millilitres.
func (p Prefs) DrinkWords(ml int) string {
	switch {
	case p.Unit == UnitFluidOunce:
		return fmt.Sprintf("%d fl oz", fluidOunces(ml))
	case p.Unit == UnitML || ml%p.Glass() != 0:
		return fmt.Sprintf("%d ml", ml)
	case ml == p.Glass():
		return "1 glass"
	}
	return fmt.Sprintf("%d glasses", ml/p.Glass())
}

// DrunkWords is how much of a day's goal was drunk, in the person's unit: "4 of 8 glasses", "800 of 1600 ml",
// "27 of 54 fl oz"; of glasses the whole ones count. Without a goal (0) it is what was drunk alone.
func (p Prefs) DrunkWords(ml, goal int) string {
	if goal <= 0 {
		return p.DrinkWords(ml)
	}
	done, unit := ml/p.Glass(), "glasses"
	most := (goal + p.Glass() - 1) / p.Glass()
	switch p.Unit {
	case UnitML:
		done, most, unit = ml, goal, "ml"
	case UnitFluidOunce:
		done, most, unit = fluidOunces(ml), fluidOunces(goal), "fl oz"
	}
	return fmt.Sprintf("%d of %d %s", done, most, unit)
}

func fluidOunces(ml int) int { return int(math.Round(float64(ml) / MLPerFluidOunce)) }
