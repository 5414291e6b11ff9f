package timeline

import "time"

// Felt is how strongly the skin was felt at a moment: the strongest of what was said, from 0 to 10.
type Felt struct {
	At    time.Time
	Level int
}

// FeltDot is one of them in its lane. Y is its middle below the top of the lane's bars: the stronger, the higher.
type FeltDot struct{ X, Y float32 }

const (
	mostFelt = 10
	feltEdge = 0.15 // of a bar's height, from its top and foot to the strongest and the weakest
)

// felt places in the picture what was felt; Y is a share of the bars' height.
func (v *view) felt(all []Felt) (dots []FeltDot) {
	for _, f := range all {
		if !v.shows(f.At) {
			continue
		}
		share := float32(min(max(f.Level, 0), mostFelt)) / mostFelt
		dots = append(dots, FeltDot{X: v.tick(f.At, false).X, Y: feltEdge + (1-share)*(1-2*feltEdge)})
	}
	return dots
}
