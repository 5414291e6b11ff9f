// Package calls is the page with the reasons to call the clinic: always the same
// list, whatever the person did or noted. Nothing on it can be ticked.
package calls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// Page is the page When to call my clinic.
type Page struct {
	k    *kit.Kit
	root *kit.Page
}

// New makes an empty page.
func New(k *kit.Kit) *Page { return &Page{k: k, root: kit.NewPage()} }

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// acts are what a reason asks for, in the order of haste. A function, so that nothing can change them.
func acts() []string { return []string{"emergency", "today", "clinic"} }

// Show draws the list for a plan.
func (p *Page) Show(plan guidance.Plan) {
	k := p.k
	parts := []fyne.CanvasObject{kit.Column(2, k.Title(k.V.T("calls.title")), k.Muted(k.V.T("calls.lead")))}
	if c := plan.Clinic; c.Name != "" || c.Phone != "" {
		parts = append(parts, p.clinic(c))
	}
	list := guidance.CallList(plan)
	for _, act := range acts() {
		if o := p.group(act, list); o != nil {
			parts = append(parts, o)
		}
	}
	parts = append(parts, k.Muted(k.V.T("calls.foot")))
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, parts...))), true)
}

func (p *Page) clinic(c guidance.Clinic) fyne.CanvasObject {
	k := p.k
	lines := []fyne.CanvasObject{k.Muted(k.V.T("calls.your_clinic"))}
	if c.Name != "" {
		lines = append(lines, k.Task(c.Name))
	}
	if c.Phone != "" {
		lines = append(lines, k.Section(k.V.T("calls.phone", phrase.Args{"Phone": c.Phone})))
	}
	return k.ForClinic(kit.Column(2, lines...))
}

func (p *Page) group(act string, list []guidance.Call) fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for _, c := range list {
		if c.Act != act {
			continue
		}
		mark := canvas.NewCircle(k.P.Red)
		rows = append(rows, kit.TopRow(12, 1, kit.Fixed(8, 20, kit.Middle(kit.Fixed(8, 8, mark))), k.Body(phrase.Stop(c.Text))))
	}
	if len(rows) == 0 {
		return nil
	}
	head := kit.Column(0, k.SectionInked(k.V.T("calls.group_"+act), k.P.Red), k.Muted(k.V.T("calls.lead_"+act)))
	return k.Card(kit.Column(kit.GapInside, append([]fyne.CanvasObject{head}, rows...)...))
}
