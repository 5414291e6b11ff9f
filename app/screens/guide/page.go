// Package guide is the page with the plan's advice in sections, of which one at a time is open: each piece with the
// figures that hold now, and who says so behind one mark. The seven rules stand above as a way in.
package guide

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Plan     guidance.Plan
	Status   service.Status
	Sections []service.GuideSection
	// Prescribed are the parts of it that are only for those whose clinic prescribed them.
	Prescribed []service.PrescribedPart
}

// Actions is what the person can mean.
type Actions struct {
	Says func(title string, parts []sheets.Said)
	Plan PlanActions
	// Prescribed tells whether a part was prescribed to the person.
	Prescribed func(part service.PrescribedPart, on bool)
}

// Page is the Guide page.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	model Model
	open  string                       // the section that is open
	any   bool                         // one is
	heads []string                     // ids of the sections' heads, in their order
	items map[string]fyne.CanvasObject // of the open section
}

// New makes an empty page.
func New(k *kit.Kit, do Actions) *Page { return &Page{k: k, do: do, root: kit.NewPage()} }

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	p.model = m
	p.draw()
}

// wide is from where on the rules stand beside the sections.
const wide = 820

func (p *Page) draw() {
	body := p.sections()
	if rules := p.rules(); rules != nil {
		body = kit.Beside(wide, kit.GapBetween, []float32{1, 2.1}, rules, body)
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.PageWide, kit.Column(kit.GapBetween, p.head(), body, p.itself()))), true)
}

func (p *Page) head() fyne.CanvasObject {
	k, plan := p.k, p.model.Plan
	lines := []fyne.CanvasObject{k.Title(k.V.T("guide.title")), k.Muted(k.V.PlanLine(plan))}
	if plan.Summary != "" {
		lines = append(lines, kit.Narrow(kit.TextWide, k.Muted(phrase.Stop(plan.Summary))))
	}
	if err := p.model.Status.Unread; err != nil { // what follows is not that treatment's plan
		lines = append(lines, kit.Pad(12, 0, 0, 0, k.Banner(k.Amber(), k.Body(k.V.Error(err)))))
	}
	return kit.Column(0, lines...)
}

// rules are the seven rules with their numbers; each leads to its place. nil: the plan has none of them.
func (p *Page) rules() fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for n := 1; n <= 7; n++ {
		for _, s := range p.model.Sections {
			for _, x := range s.Items {
				if x.Rule == n {
					row := kit.Pad(4, 8, 4, 6, kit.TopRow(10, 1, p.number(n), kit.Pad(2, 0, 2, 0, k.Body(x.Name))))
					rows = append(rows, k.Press("guide.rule."+strconv.Itoa(n), k.V.T("guide.rule", phrase.Args{"N": n, "Name": x.Name}), kit.Corner, row,
						func() { p.show(s.ID, x.ID) }))
				}
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	list := kit.Tiles(210, 4, rows...)
	return k.CardPadded(12, 14, kit.Column(8, kit.Pad(0, 6, 0, 6, k.Section(k.V.T("guide.rules"))), list))
}

// number is a rule's number in a circle.
func (p *Page) number(n int) fyne.CanvasObject {
	k := p.k
	return kit.Fixed(24, 24, kit.Over(canvas.NewCircle(k.P.RoseFill), kit.Middle(k.Inked(strconv.Itoa(n), k.P.Rose, true))))
}

// show opens a section and brings an item of it into view; "" for its head.
func (p *Page) show(section, item string) {
	p.open, p.any = section, true
	p.k.Rebuild(p.draw)
	if p.k.Reveal == nil {
		return
	}
	at := p.items[item]
	if at == nil {
		p.k.Reveal(p.items[""]) // as much of it as there is room for, and its head in any case
		at, _ = p.k.Known(headID(section)).(fyne.CanvasObject)
	}
	if at != nil {
		p.k.Reveal(at)
	}
}
