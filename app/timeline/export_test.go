package timeline

// What the tests outside of the package measure against.
const (
	LanesY = lanesY
	Foot   = foot
	BarPad = barPad
)
