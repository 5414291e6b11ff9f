// Package calls is the page with the reasons to call the clinic: always the same
// list, whatever the person did or noted. Nothing on it can be ticked. Above it stands whom to call.
package calls

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Plan  guidance.Plan // with whom to call: the plan's clinic, else what the person wrote down
	Typed bool          // the telephone number is the person's own, so that it can be changed here
	Own   string        // the person's own number, if the plan's stands in its place; "": none
}

// Actions is what the person can mean.
type Actions struct {
	Call func(number string)                         // has a program of the computer dial it
	Copy func(number string)                         // puts it on the clipboard
	Save func(number string, answer func(err error)) // keeps it as the clinic's; answer hears why it is not
}

// Page is the page When to call my clinic.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	model Model

	editing bool   // the number is being changed
	draft   string // what is typed for it
	wrong   error  // why it was not kept
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

// wide is from where on what asks for different haste stands side by side.
const wide = 900

func (p *Page) draw() {
	k := p.k
	list := guidance.CallList(p.model.Plan)
	var groups []fyne.CanvasObject
	for _, h := range hastes() {
		if o := p.group(h, list); o != nil {
			groups = append(groups, o)
		}
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.PageWide, kit.Column(kit.GapBetween,
		kit.Column(2, k.Title(k.V.T("calls.title")), k.Muted(k.V.T("calls.lead"))),
		p.clinic(),
		kit.EvenBeside(wide, kit.GapBetween, groups...),
		k.Muted(k.V.T("calls.foot")),
	))), true)
}
