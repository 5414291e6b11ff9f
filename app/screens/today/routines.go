package today

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// mostMarks is how many ticks or glasses are drawn; beyond that the count alone tells.
const mostMarks = 16

// routines are today's care: a row with the first two and water, and a row with the rest. Nil where there is none.
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

func isDrink(r service.RoutineView) bool { return r.Unit != "" }

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
	lines = append(lines, k.Muted(p.count(r)))
	if r.NotYet != nil {
		lines = append(lines, k.Muted(strings.TrimSuffix(k.V.NotYet(r.NotYet), ".")))
	}
	return k.CardPadded(16, 13, kit.Column(3, lines...))
}

// marks are the ticks or glasses. A free one is filled, the last filled one is taken back.
func (p *Page) marks(r service.RoutineView) []fyne.CanvasObject {
	k := p.k
	on, off, ink, size := kit.IconTick, kit.IconTickOff, k.P.Rose, float32(18)
	word := r.Name
	if isDrink(r) {
		on, off, ink, size = kit.IconGlass, kit.IconGlassOff, k.P.Water, 26
		word = "Glass"
	}
	total := min(max(r.Goal, r.Done), mostMarks)
	marks := make([]fyne.CanvasObject, total)
	for i := range total {
		id := "today.mark." + r.ID + "." + strconv.Itoa(i+1)
		what := fmt.Sprintf("%s %d of %d", word, i+1, total)
		if i < r.Done {
			marks[i] = k.Bare(id, what+", done", k.Icon(on, size, ink), func() {
				if i == r.Done-1 {
					p.do.TakeOff(r.ID)
				}
			})
			continue
		}
		edge := ink
		if !isDrink(r) {
			edge = k.P.Rose
		}
		marks[i] = k.Bare(id, what, k.Icon(off, size, edge), func() { p.do.Done(r.ID) })
	}
	return marks
}

// count is the line beneath the marks.
func (p *Page) count(r service.RoutineView) string {
	now := p.model.Status.Now
	switch {
	case r.Starts != nil:
		return "from " + words.When(*r.Starts, now)
	case isDrink(r):
		return p.drinks(r)
	case r.Goal == 0 && r.Done == 0:
		if r.Off {
			return "Reminders are off"
		}
		if r.Next != nil {
			return "None today · next " + words.Short(*r.Next, now)
		}
		return "None today"
	}
	s := fmt.Sprintf("%d of %d", r.Done, max(r.Goal, r.Done))
	_, isDue := p.model.Status.DueOf(r.ID)
	switch {
	case isDue:
		s += " · due now" // since when stands above
	case r.Off:
		s += " · reminders off"
	case r.Next != nil:
		s += " · next " + words.Short(*r.Next, now)
	}
	return s
}

const mlPerFluidOunce = 29.5735

// drinks counts water in the unit that the person chose.
func (p *Page) drinks(r service.RoutineView) string {
	goalML := r.Goal * p.model.GlassML
	var s string
	switch p.model.Unit {
	case "ml":
		s = fmt.Sprintf("%d of %d ml, all drinks count", r.AmountML, goalML)
	case "floz":
		s = fmt.Sprintf("%.0f of %.0f fl oz, all drinks count", float64(r.AmountML)/mlPerFluidOunce, float64(goalML)/mlPerFluidOunce)
	default:
		s = fmt.Sprintf("%d of %d glasses, all drinks count", r.Done, r.Goal)
	}
	switch {
	case r.Goal == 0 && r.Off:
		return "Reminders are off"
	case r.Goal == 0:
		return "Nothing more asked for today"
	case r.Off:
		s = strings.TrimSuffix(s, ", all drinks count") + " · reminders off"
	}
	return s
}

// Count tells a routine in one line: "Gentle cleanse: 1 of 2 today".
func Count(r service.RoutineView, now time.Time) string {
	switch {
	case r.Starts != nil:
		return r.Name + ": from " + words.When(*r.Starts, now)
	case r.Goal == 0 && r.Done == 0:
		return r.Name + ": none today"
	}
	return fmt.Sprintf("%s: %d of %d today", r.Name, r.Done, max(r.Goal, r.Done))
}
