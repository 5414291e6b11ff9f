package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// mostMarks is how many ticks or glasses are drawn; beyond that the count alone tells.
const mostMarks = 16

// care are today's routines: first what is done most, with water last, then what else the plan has.
func (p *Page) care() []fyne.CanvasObject {
	var first []fyne.CanvasObject
	var rest []service.RoutineView
	var water fyne.CanvasObject
	for _, r := range p.model.Status.Routines {
		switch {
		case isDrink(r) && water == nil:
			water = p.routine(r)
		case len(first) < 2:
			first = append(first, p.routine(r))
		default:
			rest = append(rest, r)
		}
	}
	columns := p.careColumns()
	weights := kit.Even(min(columns, len(first)))
	if water != nil {
		if first = append(first, water); columns == mostCare {
			weights = append(weights, 1.7)
		}
	}
	var out []fyne.CanvasObject
	if len(first) > 0 {
		if len(first) == 1 { // it needs no more room than beside others
			weights = kit.Even(columns)
		}
		out = append(out, kit.Grid(kit.GapInside, weights, first...))
	}
	if len(rest) > 0 {
		out = append(out, p.also(rest))
	}
	if advice := p.advice(); advice != nil {
		out = append(out, advice)
	}
	return out
}

// advice is what the plan advises for these days, a line each, and how far a series is; nil if it says neither.
func (p *Page) advice() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	if len(st.Care) == 0 && st.Series == nil {
		return nil
	}
	lines := []fyne.CanvasObject{k.Section(k.V.T("today.advice_head"))}
	for _, c := range st.Care {
		lines = append(lines, k.Body(k.V.Advice(c)))
	}
	if st.Series != nil {
		lines = append(lines, k.Muted(k.V.Series(*st.Series)))
	}
	return k.Card(kit.Column(6, lines...))
}

// What of the further care stands in lines at most; more of it has cards of its own.
const (
	mostAlso      = 4
	mostAlsoMarks = 4
)

// also is the further care: a little of it in lines on one low card, so that the day is seen without scrolling.
func (p *Page) also(rest []service.RoutineView) fyne.CanvasObject {
	k, columns := p.k, p.careColumns()
	low := columns == mostCare && len(rest) <= mostAlso
	for _, r := range rest {
		low = low && marksOf(r) <= mostAlsoMarks
	}
	var parts []fyne.CanvasObject
	if !low {
		for _, r := range rest {
			parts = append(parts, p.routine(r))
		}
		return kit.Column(8, k.Section(k.V.T("today.also_in_plan")), kit.Grid(kit.GapInside, kit.Even(columns), parts...))
	}
	parts = append(parts, k.Muted(k.V.T("today.also_in_plan")))
	for _, r := range rest {
		parts = append(parts, p.alsoLine(r))
	}
	return k.CardPadded(18, 4, kit.Wrap(24, 0, parts...))
}

// alsoLine is one care of these: its name, its marks and how far one is.
func (p *Page) alsoLine(r service.RoutineView) fyne.CanvasObject {
	k := p.k
	parts := []fyne.CanvasObject{k.Strong(r.Name)}
	if r.Starts == nil {
		parts = append(parts, p.marks(r)...)
	}
	_, due := p.model.Status.DueOf(r.ID)
	if len(parts) == 1 { // as high as one that can be ticked
		parts = append(parts, kit.Gap(kit.Target))
	}
	return kit.Row(6, len(parts), append(parts, k.Muted(k.V.RoutineAlso(r, due)))...)
}

// mostCare is how many routines stand side by side at most.
const mostCare = 3

// careColumns is how many routines stand side by side.
func (p *Page) careColumns() int {
	switch w := p.main(); {
	case w >= 540:
		return mostCare
	case w >= 360:
		return 2
	}
	return 1
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
	if line := p.line(r); line != "" {
		lines = append(lines, k.Muted(line))
	}
	if r.NotYet != nil {
		lines = append(lines, k.Muted(phrase.Bare(k.V.NotYet(r.NotYet))))
	}
	return k.Card(kit.Column(3, lines...))
}

// marksOf is how many ticks or glasses a routine has: as many as the plan has today. What was done beyond that is told by
// the line, or the marks would grow into a second row.
func marksOf(r service.RoutineView) int {
	total := r.Goal
	if total == 0 {
		total = r.Done
	}
	return min(total, mostMarks)
}

// marks are the ticks or glasses. A free one is filled, the last filled one is taken back.
func (p *Page) marks(r service.RoutineView) []fyne.CanvasObject {
	k := p.k
	on, off, ink, size := kit.IconTick, kit.IconTickOff, k.P.Rose, float32(18)
	if isDrink(r) {
		on, off, ink, size = kit.IconGlass, kit.IconGlassOff, k.P.Water, 26
	}
	total := marksOf(r)
	marks, presses := make([]fyne.CanvasObject, total), make([]*kit.Press, total)
	for i := range total {
		id, label := "today.mark."+r.ID+"."+strconv.Itoa(i+1), p.markLabel(r, i, total)
		if i < r.Done {
			presses[i] = k.Bare(id, label, k.Icon(on, size, ink), func() {
				if i == min(r.Done, total)-1 {
					p.do.TakeOff(r.ID)
				}
			}).As(kit.RoleBox, true)
			continue
		}
		presses[i] = k.Bare(id, label, k.Icon(off, size, ink), func() { p.tick(r) }).As(kit.RoleBox, false)
	}
	for i, press := range presses {
		marks[i] = press
	}
	if total > 0 {
		k.WalkFrom(min(r.Done, total-1), presses...)
	}
	return marks
}

// tick notes that a routine was done. One that asks something is asked then: a tick answers no question.
func (p *Page) tick(r service.RoutineView) {
	if r.Role == guidance.CheckIn {
		p.do.CheckIn(r.ID)
		return
	}
	p.do.Done(r.ID)
}

// markLabel is what a screen reader says of the mark at index i.
func (p *Page) markLabel(r service.RoutineView, i, total int) string {
	return p.k.V.T("today.mark", phrase.Args{"Name": r.Name, "Number": i + 1, "Total": total})
}

// line stands beneath the marks.
func (p *Page) line(r service.RoutineView) string {
	_, due := p.model.Status.DueOf(r.ID)
	if max(r.Goal, r.Done) > mostMarks { // the marks do not tell the count
		return p.k.V.RoutineLine(r, due)
	}
	return p.k.V.RoutineBrief(r, due)
}
