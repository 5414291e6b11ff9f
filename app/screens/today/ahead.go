package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// comingUp is the page while the treatment is still to come: how far off it is, what the plan asks for before it, and the
// first moments after it.
func (p *Page) comingUp() fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.aheadHead(), p.box.Field()}
	parts = append(parts, p.notices()...)
	parts = append(parts, p.before())
	if after := p.after(); after != nil {
		parts = append(parts, after)
	}
	return kit.Column(kit.GapBetween, parts...)
}

// aheadHead says how far off the treatment is, and lets the person say that it was, or will be at another time.
func (p *Page) aheadHead() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	t := *st.Treatment
	days := p.daysAhead()
	words := kit.Column(4, k.Muted(k.V.AheadFacts(t)), k.Title(k.V.AheadTitle(t)),
		kit.Wrap(kit.GapBetween, 0,
			k.Link("today.ahead.change", k.V.T("ahead.change"), func() { p.do.Change(t) }),
			k.Link("today.ahead.cancel", k.V.T("ahead.cancel"), func() { p.do.Remove(t) })))
	small, large := "", "" // on the day itself the headline says it all
	if days > 0 {
		small, large = k.V.T("today.ring_to_go", phrase.Args{"Count": days}), strconv.Itoa(days)
	}
	ring := k.Ring(108, 10, kit.Turn{Steps: make([]bool, len(st.Ring().Steps))}, small, large)
	return kit.Row(kit.GapBetween, 0, words, ring)
}

// daysAhead is how many midnights lie before the treatment.
func (p *Page) daysAhead() int {
	st := p.model.Status
	zone := st.Now.Location()
	return course.DateOf(st.Now, zone).Days(course.DateOf(st.Treatment.At, zone))
}

// before is what the plan asks to leave alone until the treatment, and the way to say that it was done.
func (p *Page) before() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	rows := []fyne.CanvasObject{k.Section(k.V.T("ahead.before"))}
	waits := st.Before()
	for _, w := range waits {
		line := kit.TopRow(kit.GapInside, 1, k.Icon(kit.IconClock, 18, k.P.Amber),
			kit.Column(0, k.Strong(k.V.AheadWait(w)), k.Muted(w.Window.Avoid)),
			k.Link("today.ahead.says."+w.Window.ID, k.V.T("source.says_who"), func() { p.do.Says(w.Window.Name, w.Window.Says) }))
		rows = append(rows, line)
	}
	if len(waits) == 0 {
		rows = append(rows, k.Body(k.V.T("ahead.nothing")))
	}
	t := *st.Treatment
	done := func() { p.do.WasDone(t) }
	button := k.Secondary("today.ahead.done", k.V.T("ahead.done"), done)
	if p.daysAhead() == 0 {
		button = k.Primary("today.ahead.done", k.V.T("ahead.done"), done)
	}
	rows = append(rows, k.Rule(), kit.Answered(kit.GapBetween, k.Muted(k.V.T("ahead.counted")), button))
	return k.Card(kit.Column(kit.GapInside, rows...))
}

// after are the first moments after the treatment, by its plan; nil if the plan has none.
func (p *Page) after() fyne.CanvasObject {
	k := p.k
	rows := []fyne.CanvasObject{k.Section(k.V.T("ahead.after"))}
	for _, t := range p.model.After {
		rows = append(rows, kit.Grid(kit.GapInside, []float32{1.5, 1, 0.8},
			k.Strong(k.V.KeyTime(t)), k.Body(k.V.KeyMoment(t)), k.Muted(k.V.T("ahead.after_when", phrase.Args{"Length": t.After}))))
	}
	if len(rows) == 1 {
		return nil
	}
	return k.Card(kit.Column(8, rows...))
}
