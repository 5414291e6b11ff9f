package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// mostMarks is how many ticks or glasses are drawn; beyond that the count alone tells.
const mostMarks = 16

// routines are today's care: a row with the first two and water, and a row with the rest. Nil if there is none.
func (p *Page) routines() (top, below fyne.CanvasObject) {
	var first, rest []fyne.CanvasObject
	var water fyne.CanvasObject
	for _, r := range p.model.Status.Routines {
		switch c := p.routine(r); {
		case isDrink(r) && water == nil:
			water = c
		case len(first) < 2:
			first = append(first, c)
		default:
			rest = append(rest, c)
		}
	}
	switch {
	case water != nil:
		top = kit.Grid(kit.GapInside, append(kit.Even(len(first)), 1.7), append(first, water)...)
	case len(first) > 0:
		top = kit.Grid(kit.GapInside, kit.Even(len(first)), first...)
	}
	if len(rest) > 0 {
		below = kit.Grid(kit.GapInside, kit.Even(3), rest...)
	}
	return top, below
}

func isDrink(r service.RoutineView) bool { return r.Drink != nil }

// routine is one card: a mark for each time, and how far one is.
func (p *Page) routine(r service.RoutineView) fyne.CanvasObject {
	k := p.k
	head := kit.Row(8, 0, k.Line(r.Name, k.P.Text, true))
	lines := []fyne.CanvasObject{head}
	if r.Starts == nil {
		if marks := p.marks(r); len(marks) > 0 {
			// The targets are wider than the marks: moved so that the marks stand under the name.
			const inset = (kit.Target - 18) / 2
			lines = append(lines, kit.Pad(0, 0, 0, -inset, kit.Wrap(0, 0, marks...)))
		}
	}
	lines = append(lines, k.Muted(p.line(r)))
	if r.NotYet != nil {
		lines = append(lines, k.Muted(phrase.Bare(k.V.NotYet(r.NotYet))))
	}
	return k.CardPadded(16, 13, kit.Column(3, lines...))
}

// marks are the ticks or glasses. A free one is filled, the last filled one is taken back.
func (p *Page) marks(r service.RoutineView) []fyne.CanvasObject {
	k := p.k
	on, off, ink, size := kit.IconTick, kit.IconTickOff, k.P.Rose, float32(18)
	if isDrink(r) {
		on, off, ink, size = kit.IconGlass, kit.IconGlassOff, k.P.Water, 26
	}
	total := min(max(r.Goal, r.Done), mostMarks)
	marks := make([]fyne.CanvasObject, total)
	for i := range total {
		id, label := "today.mark."+r.ID+"."+strconv.Itoa(i+1), p.markLabel(r, i, total)
		if i < r.Done {
			marks[i] = k.Bare(id, label, k.Icon(on, size, ink), func() {
				if i == r.Done-1 {
					p.do.TakeOff(r.ID)
				}
			})
			continue
		}
		marks[i] = k.Bare(id, label, k.Icon(off, size, ink), func() { p.do.Done(r.ID) })
	}
	return marks
}

// markLabel is what a screen reader says of the mark at index i.
func (p *Page) markLabel(r service.RoutineView, i, total int) string {
	id := "today.mark"
	if i < r.Done {
		id = "today.mark_done"
	}
	return p.k.V.T(id, phrase.Args{"Name": r.Name, "Number": i + 1, "Total": total})
}

// line stands beneath the marks.
func (p *Page) line(r service.RoutineView) string {
	_, due := p.model.Status.DueOf(r.ID)
	return p.k.V.RoutineLine(r, due)
}
