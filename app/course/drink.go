package course

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
