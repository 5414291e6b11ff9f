package today

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// steps of the ring on the first page: as many as a usual plan has waits. It shows what there is to come.
const firstSteps = 9

// The room above and below what stands on the page, in Fyne's units.
const (
	margin = 24
	below  = 12
)

// mostWelcome is the width of the headline at most, so that its lines are about equally long.
const mostWelcome = 410

// first is the page for somebody who entered nothing yet: what Afterglow is for, and five ways to begin.
func (p *Page) first() fyne.CanvasObject {
	k := p.k
	ring := kit.Middle(k.Ring(128, 11, kit.Turn{Steps: make([]bool, firstSteps)}, "", ""))
	words := kit.Column(kit.GapInside, p.welcome("today.first", "today.first_how", mostWelcome)...)
	begin := kit.MiddleActions(kit.GapInside,
		k.Primary("today.begin", k.V.T("today.first_had"), p.do.Begin),
		k.Secondary("today.example", k.V.T("today.first_example"), p.do.Example))
	more := kit.MiddleActions(kit.GapBetween,
		k.Link("today.plan", k.V.T("today.first_plan"), p.do.Plan),
		k.Link("today.write", k.V.T("today.first_write"), p.do.Write),
		k.Link("today.coming", k.V.T("today.first_coming"), p.do.Coming))
	code := kit.Centred(mostEmpty, k.Small(k.V.T("today.first_code")).Centred())
	return p.root.Spare(24, margin+below, ring, kit.Column(24, words, kit.Column(kit.GapBetween, begin, more, code)))
}

// welcome is a large headline, so wide at most, with what it means below, both in the middle.
func (p *Page) welcome(head, how string, wide float32) []fyne.CanvasObject {
	k := p.k
	large := k.Welcome(k.V.T(head))
	if p.inner() < mostWelcome {
		large = k.Title(k.V.T(head)).Centred()
	}
	return []fyne.CanvasObject{kit.Centred(wide, large), kit.Centred(mostEmpty, k.Lead(k.V.T(how)))}
}
