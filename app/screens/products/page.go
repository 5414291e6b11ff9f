// Package products is the page on which a list of ingredients is held against the plan, and the shelf with the products
// that the person keeps by name.
package products

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"afterglow/app/ask/label"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// State is what the person is in the middle of. It outlives the page, which is made anew in another theme.
type State struct {
	Text     string // the list in the field
	Name     string // what they call the product in the field
	Open     int64  // the product of the shelf that is open; 0: none
	Renaming bool   // that product gets another name
	NewName  string
}

// Model is what was read last.
type Model struct {
	Scene  service.Scene
	Shelf  []service.ProductView
	Unread error // names a treatment whose waits are not known; nil: none
}

// blind says whether no wait is known though a treatment was entered: silence would read as leave.
func (m Model) blind() bool { return m.Unread != nil && len(m.Scene.Courses) == 0 }

// Actions is what the person can mean. An answer is called with nil once it is stored, or with why it is not.
type Actions struct {
	Says func(of string, v service.SourceView)
	// Open lets the person choose a text file; it answers with its name and text. Too large a file answers false.
	Open   func(largest int64, answer func(name string, text []byte, fits bool))
	Keep   func(name, list string, answer func(error))
	Rename func(id int64, name string, answer func(error))
	Remove func(p record.Product)
}

// Page is the page Products.
type Page struct {
	k     *kit.Kit
	do    Actions
	state *State
	root  *kit.Page
	model Model

	list    *kit.Area  // what is pasted
	name    *kit.Entry // what it is called
	newName *kit.Entry // of the product that is renamed
	check   service.CheckView
	rows    fyne.CanvasObject // the shelf as it was drawn last: a letter in the field changes nothing of it
	wrong   error             // why nothing can be read in the field, or in the file that was opened
	unkept  error             // why it was not kept
	refused error             // why it was not renamed
}

// New makes a page that goes on where state stands.
func New(k *kit.Kit, do Actions, state *State) *Page {
	p := &Page{k: k, do: do, state: state, root: kit.NewPage()}
	p.list = k.Area("products.list", state.Text, k.V.T("products.hint"), fieldLines, mostPasted, p.changed)
	p.name = k.Words("products.name", state.Name, k.V.T("products.name_hint"), p.keep, nil)
	p.name.OnChanged = func(text string) { state.Name = text }
	p.newName = k.Words("products.new_name", state.NewName, k.V.T("products.name_hint"), p.rename, p.leaveName)
	p.newName.OnChanged = func(text string) { state.NewName = text }
	return p
}

// Bounds of the field.
const (
	fieldLines = 4      // that are seen of a pasted list
	mostPasted = 20_000 // bytes; the longest list that we saw has five thousand, a shop's whole page about this
)

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m. What stands in the field is answered anew: time goes by.
func (p *Page) Show(m Model) {
	p.model = m
	if p.product() == nil {
		p.state.Open, p.state.Renaming = 0, false
	}
	p.answer()
	p.draw()
}

// product is the one that is open; nil: none.
func (p *Page) product() *service.ProductView {
	for i := range p.model.Shelf {
		if p.model.Shelf[i].ID == p.state.Open {
			return &p.model.Shelf[i]
		}
	}
	return nil
}

// draw makes all anew.
func (p *Page) draw() {
	p.rows = nil
	p.k.Rebuild(p.build)
}

func (p *Page) build() {
	k := p.k
	parts := []fyne.CanvasObject{kit.Column(0, k.Title(k.V.T("products.title")), k.Muted(k.V.T("products.lead")))}
	if p.model.Unread != nil {
		parts = append(parts, k.Banner(k.Amber(), k.Body(k.V.Error(p.model.Unread))))
	}
	parts = append(parts, p.field())
	answered := p.answered()
	if answered != nil {
		parts = append(parts, answered)
		p.root.SetFoot(p.keeping())
	} else {
		p.root.SetFoot(nil)
	}
	if p.rows == nil {
		p.rows = p.shelf()
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, append(parts, p.rows)...))), true)
}

// answers says whether what stands in the field can be answered.
func (p *Page) answers() bool { return p.written() && p.wrong == nil && !p.model.blind() }

// written says whether anything stands in the field.
func (p *Page) written() bool { return strings.TrimSpace(p.state.Text) != "" }

// changed is told each letter, and what is pasted.
func (p *Page) changed(text string, tooLong bool) {
	p.state.Text, p.unkept = text, nil
	p.answer()
	if tooLong {
		p.wrong = fault.Use("check.too_large", nil)
	}
	p.k.Rebuild(p.build)
}

// Paste puts what is pasted into the field, in the place of what stands there.
func (p *Page) Paste(from fyne.Shortcut) {
	p.k.GoTo("products.list")
	p.list.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	p.list.Entry.TypedShortcut(from)
}

// Take puts a list into the field that was pasted elsewhere, in the place of what stands there.
func (p *Page) Take(list string) {
	p.k.GoTo("products.list")
	p.name.SetText("")
	p.list.Entry.SetText(list)
	p.root.Top()
}

// answer holds what stands in the field against the plans.
func (p *Page) answer() {
	p.check, p.wrong = service.CheckView{}, nil
	if p.written() && !p.model.blind() {
		p.check, p.wrong = p.model.Scene.Check(p.state.Text)
	}
}

// field is where a list is pasted.
func (p *Page) field() fyne.CanvasObject {
	k := p.k
	k.Again(p.list.Entry)
	buttons := []fyne.CanvasObject{k.Secondary("products.open", k.V.T("products.open"), p.openFile)}
	if p.state.Text != "" && !p.answers() {
		buttons = append(buttons, p.clearing())
	}
	return k.Card(kit.Column(kit.GapInside, p.list.Object(), k.Wrong(p.wrong), kit.Wrap(kit.GapInside, kit.GapInside, buttons...)))
}

// openFile takes the list from a text file, and what the product is called from the file's name.
func (p *Page) openFile() {
	p.do.Open(mostPasted, func(name string, text []byte, fits bool) {
		list := label.FromFile(text)
		switch {
		case !fits:
			p.refuse(fault.Use("check.too_large", nil))
		case !utf8.ValidString(list):
			p.refuse(fault.Use("check.not_text", nil))
		default:
			if dot := strings.LastIndexByte(name, '.'); dot > 0 {
				name = name[:dot]
			}
			p.write(list, name)
		}
	})
}

// refuse says why a file is not taken. The field stays as it is.
func (p *Page) refuse(err error) {
	p.wrong = err
	p.draw()
}

// write puts a list into the field with the product's name.
func (p *Page) write(text, name string) {
	p.name.SetText(name)
	p.list.Entry.SetText(text) // the same text is no change
	p.changed(text, false)
}

// clearing empties the field. Where what stands in it is answered it comes last, after the way to keep it.
func (p *Page) clearing() *kit.Press {
	return p.k.Quiet("products.clear", p.k.V.T("products.clear"), p.clear)
}

func (p *Page) clear() {
	p.write("", "")
	p.k.GoTo("products.list")
	p.root.Top()
}

// keep puts what stands in the field onto the shelf.
func (p *Page) keep() {
	p.do.Keep(p.state.Name, p.state.Text, func(err error) {
		p.unkept = err
		if err != nil {
			p.draw()
			p.k.GoTo("products.name")
			return
		}
		p.clear()
	})
}
