package phrase

import (
	"math"

	"afterglow/app/course"
	"afterglow/app/record"
)

// Drink is an amount as the person counts: "2 glasses", "300 ml", "10 fl oz". What is not a whole number of glasses
// is told in millilitres. The plan may call them otherwise ("2 cups").
func (v Voice) Drink(d record.Drink) string {
	glass := max(d.Glass, 1)
	switch {
	case d.Unit == course.UnitFluidOunce:
		return v.T("drink.floz", Args{"Amount": fluidOunces(d.Drunk)})
	case d.Unit == course.UnitML || d.Drunk%glass != 0:
		return v.T("drink.ml", Args{"Amount": d.Drunk})
	}
	if d.Vessel != "" && d.Vessel != v.T("drink.glass_word") {
		return v.T("drink.vessels", Args{"Count": d.Drunk / glass, "Vessel": d.Vessel})
	}
	return v.T("drink.glasses", Args{"Count": d.Drunk / glass})
}

// Drunk is how much of a day's goal was drunk, as the person counts: "4 of 8 glasses", "800 of 1600 ml", "27 of 54 fl
// oz". Of glasses the whole ones count; the plan may call them otherwise ("cups"). Without a goal it is what was drunk
// alone.
func (v Voice) Drunk(d record.Drink) string {
	glass := max(d.Glass, 1)
	switch {
	case d.Goal <= 0:
		return v.Drink(d)
	case d.Unit == course.UnitML:
		return v.T("drink.of_ml", Args{"Done": d.Drunk, "Goal": d.Goal})
	case d.Unit == course.UnitFluidOunce:
		return v.T("drink.of_floz", Args{"Done": fluidOunces(d.Drunk), "Goal": fluidOunces(d.Goal)})
	}
	done, goal := d.Drunk/glass, (d.Goal+glass-1)/glass
	if d.Vessel != "" {
		return v.T("drink.of_vessels", Args{"Done": done, "Goal": goal, "Vessel": d.Vessel})
	}
	return v.T("drink.of_glasses", Args{"Done": done, "Count": goal})
}

func fluidOunces(ml int) int { return int(math.Round(float64(ml) / course.MLPerFluidOunce)) }
