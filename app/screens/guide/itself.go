package guide

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// PlanActions is what can be done with the plan itself.
type PlanActions struct {
	Own     func() // one thing of it, as the clinic told the person
	Change  func() // by a form
	Leaflet func() // makes one from a clinic's leaflet
	Open    func() // a plan file, or a picture of a plan's code
	Paste   func() // the code on the clipboard
	Code    func() // shows the plan in use as a code
	Print   func() // makes a sheet of paper of it
}

// itself is the card with what can be done with the plan itself.
func (p *Page) itself() fyne.CanvasObject {
	k, do := p.k, p.do.Plan
	links := []fyne.CanvasObject{k.Link("guide.plan.change", k.V.T("guide.change"), do.Change),
		k.Link("guide.plan.leaflet", k.V.T("paste.link"), do.Leaflet),
		k.Link("guide.plan.open", k.V.T("plancode.open"), do.Open),
		k.Link("guide.plan.paste", k.V.T("plancode.paste"), do.Paste),
		k.Link("guide.plan.code", k.V.T("plancode.show"), do.Code),
		k.Link("guide.plan.print", k.V.T("plansheet.print"), do.Print)}
	if p.model.Status.Treatment != nil {
		links = slices.Insert(links, 0, fyne.CanvasObject(k.Link("guide.plan.own", k.V.T("own.link"), do.Own)))
	}
	return k.Card(kit.Column(8, k.Section(k.V.T("plancode.itself")), kit.Narrow(kit.TextWide, k.Muted(k.V.T("plancode.itself_how"))),
		kit.Wrap(kit.GapBetween, 6, links...)))
}
