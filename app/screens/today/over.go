package today

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// over is the page once a course is over, until the person says what becomes of their notes.
func (p *Page) over() fyne.CanvasObject {
	k, past := p.k, *p.model.Past
	ring := kit.Over(k.Ring(88, 9, kit.Turn{Share: 1}, "", ""), kit.Middle(k.Icon(kit.IconCheck, 30, k.P.Rose)))
	head := kit.Row(kit.GapBetween, 0, kit.Column(4, k.Muted(k.V.PastFacts(past)), k.Title(k.V.PastTitle(past))), ring)
	parts := []fyne.CanvasObject{head}
	if past.Treatment.Fresh(p.model.Status.Now) { // a day of another month or year may be mistyped
		parts = append(parts, kit.Left(beside(k.Body(k.V.T("over.date_wrong")), p.change(past.Treatment))))
	}
	if p.model.Status.Treatment != nil {
		parts = append(parts, kit.Left(k.Link("today.over.back", k.V.T("over.back"), func() { p.turnOver(false) })))
	}
	parts = append(parts, p.box.Field())
	if o := p.goesOn(past.Lasting); o != nil {
		parts = append(parts, o)
	}
	parts = append(parts, kit.Grid(kit.GapInside, kit.Even(2), p.wentBy(), p.whenNext()), p.notes())
	return kit.Column(kit.GapBetween, parts...)
}

// goesOn is what the plan ends with no time: the end of the course does not open it. It is nil for nothing.
func (p *Page) goesOn(lasting []service.CanView) fyne.CanvasObject {
	k := p.k
	if len(lasting) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{k.Section(k.V.T("over.goes_on"))}
	for _, line := range k.V.GoesOn(lasting) {
		rows = append(rows, k.Body(line))
	}
	rows = append(rows, k.Muted(k.V.T("over.goes_on_ask")))
	return k.Card(kit.Column(6, rows...))
}

// wentBy is what was done and felt in the course. Nothing is held against a goal.
func (p *Page) wentBy() fyne.CanvasObject {
	k, past := p.k, *p.model.Past
	rows := []fyne.CanvasObject{k.Section(k.V.T("over.went_by")), k.Body(k.V.T("over.days", phrase.Args{"Count": past.Days}))}
	care := k.V.PastCare(past)
	for _, line := range care {
		rows = append(rows, k.Body(line))
	}
	if len(care) == 0 {
		rows = append(rows, k.Muted(k.V.T("over.no_care")))
	}
	if felt := k.V.PastFelt(past); len(felt) > 0 {
		rows = append(rows, kit.Gap(2), k.Strong(k.V.T("over.felt")))
		for _, line := range felt {
			rows = append(rows, k.Body(line))
		}
	}
	rows = append(rows, kit.Left(k.Link("today.over.clinic", k.V.T("clinicpage.title"), p.do.Clinic)))
	return k.Card(kit.Column(6, rows...))
}

// whenNext is when the plan would have the next treatment.
func (p *Page) whenNext() fyne.CanvasObject {
	k, past := p.k, *p.model.Past
	rows := []fyne.CanvasObject{k.Section(k.V.T("over.next")), k.Body(k.V.PastNext(past))}
	links := []fyne.CanvasObject{}
	if n := past.Next; n != nil {
		links = append(links, k.Link("today.visit.says", k.V.T("source.says_who"), func() { p.do.Says(k.V.T("today.visit_title"), n.Says) }).Of(k.V.T("today.visit_title")))
	}
	links = append(links, k.Link("today.begin", k.V.T("today.begin"), p.do.Begin), k.Link("today.coming", k.V.T("today.first_coming"), p.do.Coming))
	return k.Card(kit.Column(6, append(rows, kit.Wrap(kit.GapBetween, 0, links...))...))
}

// notes asks what becomes of what was noted.
func (p *Page) notes() fyne.CanvasObject {
	k, past := p.k, *p.model.Past
	text := kit.Column(2, k.Section(k.V.T("over.notes")), k.Muted(k.V.T("over.notes_where", phrase.Args{"Folder": p.model.Folder})))
	return k.Card(kit.Answered(kit.GapBetween, text,
		k.Secondary("today.over.export", k.V.T("over.export"), p.do.Export),
		k.Primary("today.over.keep", k.V.T("over.keep"), func() { p.do.Keep(past.Treatment.ID) })))
}

// overNotice tells on Today that another course is over.
func (p *Page) overNotice() fyne.CanvasObject {
	k := p.k
	return k.Notice(kit.Answered(kit.GapInside, k.Body(k.V.PastShort(*p.model.Past)),
		k.Secondary("today.over.see", k.V.T("over.see"), func() { p.turnOver(true) })))
}

// turnOver shows the end of a course beside another one that runs, or goes back.
func (p *Page) turnOver(on bool) {
	p.showsOver = on
	p.draw()
	p.root.Top()
}
