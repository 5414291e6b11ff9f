package paste

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/leaflet"
	"afterglow/app/leaflet/read"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/studio"
	"afterglow/app/studio/row"
)

// Actions is what the person can mean. An answer is called on the goroutine of the user interface.
type Actions struct {
	// Read reads a leaflet. It may take a while.
	Read func(name string, file []byte, answer func(leaflet.Draft, error))
	// Open lets the person choose a file; too large a one does not fit.
	Open func(answer func(name string, file []byte, fits bool))
	// Copied is the text on the clipboard.
	Copied func() string
	// Now is what is shown now, in the person's zone; Look does something that takes a while, and then shows it.
	Now  func() time.Time
	Look func(do func() (show func()))
	// Make makes a plan of the rows.
	Make func(rows []row.Row)
	// Sure asks before something is lost, and Soon before something is done that can be done later too.
	Sure  func(title, text, yes string, do func())
	Soon  func(title, text, yes string, do func())
	Leave func()
}

// Page is the page "Make a plan from a leaflet".
type Page struct {
	k     *kit.Kit
	do    Actions
	state *State
	root  *kit.Page

	text     *kit.Area
	tooLong  bool
	busy     bool        // a text is being read
	wrong    string      // why something was not done
	form     *studio.One // of the row that is being changed; nil: none is
	changing int         // which proposal that is
	ask      int         // how many texts were to be read: the answer for an older one comes too late
}

// mostTyped is how many bytes the field takes: many more than a leaflet has, and no more than are laid out at once.
const mostTyped = 20_000

// New makes a page that goes on where state stands.
func New(k *kit.Kit, do Actions, state *State) *Page {
	p := &Page{do: do, state: state}
	p.dress(k)
	return p
}

// Again shows the page in another kit.
func (p *Page) Again(k *kit.Kit) {
	p.dress(k)
	p.draw()
}

func (p *Page) dress(k *kit.Kit) {
	p.k, p.root = k, kit.NewPage()
	p.text = k.Area("paste.text", p.state.Text, k.V.T("paste.hint"), 8, mostTyped, func(text string, tooLong bool) {
		p.state.Text = text
		if p.tooLong != tooLong {
			p.tooLong = tooLong
			k.Settle(p.build)
		}
	})
	p.text.Entry.Name = k.V.T("paste.field")
	if p.form != nil { // its fields are of the kit before
		p.formOf(p.changing, p.form.Row())
	}
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Begin draws the page and puts the keyboard at what the person most likely wants.
func (p *Page) Begin() {
	p.draw()
	if p.state.read == nil {
		p.k.GoTo("paste.text")
	} else {
		p.toFirst()
	}
	p.root.Top()
}

// toFirst leads the keyboard to the first sentence that something was read from: there Enter only marks it, so that a
// second one, pressed too often, throws nothing away and takes nothing.
func (p *Page) toFirst() {
	for _, b := range p.state.shown() {
		if !b.plain() {
			p.k.GoTo(wordsID(b))
			return
		}
	}
	p.k.GoTo("paste.again")
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

// Widths of the page.
const (
	wide     = 1100 // at most
	besideOf = 620  // from which on sentence and rows stand side by side
)

func (p *Page) build() {
	k := p.k
	width := float32(wide)
	var parts []fyne.CanvasObject
	if p.state.read == nil {
		width = kit.ColumnWide
		parts = p.asking()
	} else {
		parts = p.review()
	}
	if p.wrong != "" {
		parts = append(parts, k.Banner(k.Amber(), k.Body(p.wrong)))
	}
	p.root.SetFoot(kit.Column(0, k.Rule(), kit.Pad(12, kit.Edge, 14, kit.Edge, kit.Centred(width, p.foot()))))
	p.root.SetContent(kit.Pad(24, kit.Edge, 20, kit.Edge, kit.Centred(width, kit.Column(kit.GapBetween, parts...))), true)
}

// asking is where the text comes from.
func (p *Page) asking() []fyne.CanvasObject {
	k, v := p.k, p.k.V
	parts := []fyne.CanvasObject{kit.Column(4, k.Title(v.T("paste.title")), kit.Narrow(kit.TextWide, k.Muted(v.T("paste.lead"))))}
	if p.busy {
		return append(parts, k.Notice(k.Body(v.T("paste.reading"))))
	}
	k.Again(p.text.Entry)
	parts = append(parts,
		kit.Wrap(kit.GapInside, 8,
			k.Secondary("paste.copied", v.T("paste.copied"), p.copied),
			k.Secondary("paste.open", v.T("paste.open"), p.open)),
		kit.Column(6, k.Strong(v.T("paste.field")), p.text.Object()))
	if p.tooLong {
		parts = append(parts, k.Refused(v.T("paste.too_long")))
	}
	return parts
}

// foot is the way back and the way on.
func (p *Page) foot() fyne.CanvasObject {
	k, v := p.k, p.k.V
	leave := k.Secondary("paste.leave", v.T("paste.leave"), p.do.Leave)
	switch {
	case p.busy:
		return kit.Left(k.Secondary("paste.stop", v.T("paste.stop"), func() { p.ask++; p.busy = false; p.draw() }))
	case p.state.read == nil:
		return kit.Wrap(kit.GapInside, 8, leave, k.Primary("paste.read", v.T("paste.read"), p.typed))
	}
	return kit.Wrap(kit.GapInside, 8, leave, k.Primary("paste.make", v.T("paste.make"), p.make))
}

// typed reads what stands in the field.
func (p *Page) typed() {
	if Clean(p.state.Text) == "" {
		p.refuse(p.k.V.T("paste.no_text"))
		return
	}
	p.read(p.k.V.T("paste.typed_name"), []byte(p.state.Text), "")
}

// copied reads what is on the clipboard.
func (p *Page) copied() {
	text := p.do.Copied()
	if text == "" {
		p.refuse(p.k.V.T("paste.none_copied"))
		return
	}
	p.read(p.k.V.T("paste.typed_name"), []byte(text), "")
}

// open reads a file that the person chooses.
func (p *Page) open() {
	p.do.Open(func(name string, file []byte, fits bool) { p.Take(name, file, fits) })
}

// Take reads a file that came from elsewhere, such as one that was dropped on the window.
func (p *Page) Take(name string, file []byte, fits bool) {
	if !fits {
		p.refuse(p.k.V.T("leaflet.too_large", phrase.Args{"File": name, "Most": read.MostFile >> 20}))
		return
	}
	p.read(name, file, name)
}

// refuse says why nothing is done.
func (p *Page) refuse(why string) {
	p.wrong = why
	p.draw()
}

// read has a text read, and shows what was read from it.
func (p *Page) read(name string, file []byte, from string) {
	p.ask++
	ask := p.ask
	p.busy, p.wrong = true, ""
	p.draw()
	p.do.Read(name, file, func(d leaflet.Draft, err error) {
		if ask != p.ask {
			return // it was stopped
		}
		p.busy = false
		if err != nil {
			p.refuse(p.k.V.Error(err))
			return
		}
		p.state.take(d, from)
		p.draw()
		p.root.Top()
		p.toFirst()
	})
}

// again goes back to the text.
func (p *Page) again() {
	back := func() {
		p.state.again()
		p.wrong, p.form = "", nil
		p.draw()
		p.root.Top()
	}
	if !p.state.answered() {
		back()
		return
	}
	v := p.k.V
	p.do.Sure(v.T("paste.again_title"), v.T("paste.again_ask"), v.T("paste.again_yes"), back)
}

// make makes a plan of what was taken. What was not answered is told first.
func (p *Page) make() {
	v := p.k.V
	p.keepForm()
	took, unanswered, unseen := p.state.counts()
	if took == 0 {
		p.refuse(v.T("paste.none_taken"))
		return
	}
	p.wrong = ""
	do := func() { p.do.Make(p.state.rows()) }
	if unanswered+unseen == 0 {
		do()
		return
	}
	p.do.Soon(v.T("paste.unanswered_title"), phrase.Paragraph(p.notAnswered(unanswered, unseen), v.T("paste.unanswered_ask")), v.T("paste.make_anyway"), do)
}
