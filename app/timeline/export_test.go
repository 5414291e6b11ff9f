package timeline

// What the tests outside of the package measure against.
const (
	Foot       = foot
	BarPad     = barPad
	WidestStep = widestStep
	LeastStep  = leastStep
)
