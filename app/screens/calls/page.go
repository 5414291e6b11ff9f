// Package calls is the page with the reasons to call the clinic: always the same
// list, whatever the person did or noted. Nothing on it can be ticked.
package calls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
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

type group struct{ act, title, lead string }

// groups are in the order of haste. A function, so that nothing can change them.
func groups() []group {
	return []group{
		{"emergency", "Call the emergency number", "Call your local emergency number at once."},
		{"today", "Call your clinic today", "Do not wait for your next visit."},
		{"clinic", "Tell your clinic", "Call when they are open."},
	}
}

// Show draws the list for a plan.
func (p *Page) Show(plan guidance.Plan) {
	k := p.k
	head := kit.Column(2, k.Title("When to call my clinic"),
		k.Muted("If you are worried, call your clinic. This list is the same for everyone."))
	parts := []fyne.CanvasObject{head}
	if c := plan.Clinic; c.Name != "" || c.Phone != "" {
		parts = append(parts, p.clinic(c))
	}
	list := guidance.CallList(plan)
	for _, g := range groups() {
		if o := p.group(g, list); o != nil {
			parts = append(parts, o)
		}
	}
	parts = append(parts, k.Muted("Afterglow cannot tell if something is wrong. It repeats this list and nothing more."))
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Narrow(760, kit.Column(kit.GapBetween, parts...))), true)
}

func (p *Page) clinic(c guidance.Clinic) fyne.CanvasObject {
	k := p.k
	name := c.Name
	if name == "" {
		name = "Your clinic"
	}
	lines := []fyne.CanvasObject{k.Muted("Your clinic"), k.Task(name)}
	if c.Phone != "" {
		lines = append(lines, k.Section("Phone "+c.Phone))
	}
	return k.Accent(k.P.Red, kit.Column(2, lines...))
}

func (p *Page) group(g group, list []guidance.Call) fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for _, c := range list {
		if c.Act != g.act {
			continue
		}
		mark := canvas.NewCircle(k.P.Red)
		rows = append(rows, kit.TopRow(12, 1, kit.Fixed(8, 20, kit.Middle(kit.Fixed(8, 8, mark))), k.Body(words.Stop(c.Text))))
	}
	if len(rows) == 0 {
		return nil
	}
	head := kit.Column(0, k.SectionInked(g.title, k.P.Red), k.Muted(g.lead))
	return k.Card(kit.Column(kit.GapInside, append([]fyne.CanvasObject{head}, rows...)...))
}
