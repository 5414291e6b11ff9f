package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// column is a point's words on the path, with the least width that cuts none of them.
type column struct {
	words fyne.CanvasObject
	least float32
}

// Measures of the columns, in Fyne's units.
const (
	columnGap  = 12 // at the right of a column's words
	columnStep = 4  // by which a column is widened to try whether it gets lower
	mostRoomy  = 200
)

// column measures a point. One that has room for it has its names in one line, up to a width.
func (p *Page) column(pt point, words []fyne.CanvasObject, roomy bool) column {
	k, names := p.k, p.k.V.PathNames(pt.what, mostNames)
	wide := func(text string, bold bool) float32 { return k.Line(text, k.P.Text, bold).MinSize().Width }
	least := fyne.Max(wide(pt.head, true), wide(pt.when, false))
	for _, word := range strings.Fields(names) {
		least = fyne.Max(least, wide(word, false))
	}
	if roomy {
		least = fyne.Max(least, fyne.Min(wide(names, false), mostRoomy))
	}
	return column{words: kit.Column(0, words...), least: least + 1}
}

// widths shares out a width so that the highest of the columns is as low as can be. What is left is for the first of few,
// else for the narrow ones.
func widths(columns []column, width float32, few bool) []float32 {
	out := make([]float32, len(columns))
	spare := width
	for i, c := range columns {
		out[i] = c.least + columnGap
		spare -= out[i]
	}
	if spare <= 0 {
		return kit.Even(len(columns))
	}
	for {
		more, cost := lower(columns, out, spare)
		if cost > spare {
			break
		}
		for i := range out {
			out[i] += more[i]
		}
		spare -= cost
	}
	if few {
		out[0] += spare
		return out
	}
	for spare > 0 { // the narrow ones first, so that all look alike
		slim := 0
		for i := range out {
			if out[i] < out[slim] {
				slim = i
			}
		}
		more := fyne.Min(spare, 1)
		out[slim] += more
		spare -= more
	}
	return out
}

// lower is by how much each of the highest columns has to be widened to get lower, and what that costs in all: more than
// spare if that is not enough.
func lower(columns []column, wide []float32, spare float32) (more []float32, cost float32) {
	high := func(i int, more float32) float32 { return kit.Height(columns[i].words, wide[i]+more-columnGap) }
	var highest float32
	for i := range columns {
		highest = fyne.Max(highest, high(i, 0))
	}
	more = make([]float32, len(columns))
	for i := range columns {
		for high(i, more[i]) >= highest && cost <= spare {
			more[i] += columnStep
			cost += columnStep
		}
	}
	return more, cost
}
