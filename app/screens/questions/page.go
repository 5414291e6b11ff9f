// Package questions is the page with what the person wants to ask at their clinic, and what the clinic said.
package questions

import (
	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// State is what the person is in the middle of. It outlives the page, which is made anew in another theme.
type State struct {
	New       string // the question that they write
	Answering int64  // the question whose answer they write; 0: none
	Answer    string // that answer
}

// Model is what was read last.
type Model struct {
	Scene service.Scene
}

// clinic is whom to call.
func (m Model) clinic() guidance.Clinic { return m.Scene.Plan.Clinic }

// Actions is what the person can mean. An answer is called with nil once it is stored, or with why it is not.
type Actions struct {
	Add      func(text string, answer func(error))
	Answer   func(id int64, text string, answer func(error)) // note what the clinic said
	CrossOff func(q record.ClinicQuestion)
	Again    func(q record.ClinicQuestion) // it is to be asked again
	Remove   func(q record.ClinicQuestion)
	Settings func() // where the clinic's number can be written down
}

// Page is the page Questions for my clinic.
type Page struct {
	k     *kit.Kit
	do    Actions
	state *State
	root  *kit.Page
	model Model

	text    *kit.Entry // a new question
	answer  *kit.Entry // what the clinic said
	unkept  error      // why the question was not kept
	unnoted error      // why the answer was not noted
}

// New makes a page that goes on where state stands.
func New(k *kit.Kit, do Actions, state *State) *Page {
	p := &Page{k: k, do: do, state: state, root: kit.NewPage()}
	p.text = k.Words("questions.new", state.New, k.V.T("questions.hint"), p.add, nil)
	p.text.OnChanged = func(text string) {
		if state.New = text; p.unkept != nil { // it was said of what stood there before
			p.unkept = nil
			p.draw()
		}
	}
	p.answer = k.Words("questions.answer", state.Answer, k.V.T("questions.answer_hint"), p.note, p.leave)
	p.answer.OnChanged = func(text string) { state.Answer = text }
	return p
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	p.model = m
	if _, there := p.find(p.state.Answering); !there {
		p.state.Answering = 0
	}
	p.draw()
}

func (p *Page) find(id int64) (record.ClinicQuestion, bool) {
	for _, q := range p.model.Scene.Questions {
		if q.ID == id {
			return q, true
		}
	}
	return record.ClinicQuestion{}, false
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	k := p.k
	parts := []fyne.CanvasObject{
		kit.Column(0, k.Title(k.V.T("questions.title")), k.Muted(k.V.T("questions.lead"))),
		p.clinic(), p.adding(),
	}
	var open, settled []record.ClinicQuestion
	for _, q := range p.model.Scene.Questions {
		if q.Open() {
			open = append(open, q)
		} else {
			settled = append(settled, q)
		}
	}
	if len(open)+len(settled) == 0 {
		parts = append(parts, kit.Narrow(600, k.Muted(k.V.T("questions.empty"))))
	}
	parts = append(parts, p.list(k.V.T("questions.open"), open), p.list(k.V.T("questions.settled"), settled))
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, parts...))), true)
}

// clinic is whom to ask.
func (p *Page) clinic() fyne.CanvasObject {
	k, c := p.k, p.model.clinic()
	lines := []fyne.CanvasObject{k.Muted(k.V.T("calls.your_clinic"))}
	if c.Phone != "" {
		phone := k.Task(k.V.T("calls.phone", phrase.Args{"Phone": c.Phone}))
		if c.Name == "" {
			return k.Card(kit.Column(2, append(lines, phone)...))
		}
		return k.Card(kit.Column(2, append(lines, kit.Pair(kit.GapBetween, k.Task(c.Name), phone))...))
	}
	if c.Name != "" {
		lines = append(lines, k.Task(c.Name))
	}
	return k.Card(kit.Answered(kit.GapBetween, kit.Column(2, append(lines, k.Body(k.V.T("questions.no_phone")))...),
		k.Secondary("questions.settings", k.V.T("questions.write_phone"), p.do.Settings)))
}

// adding is the field for a new question.
func (p *Page) adding() fyne.CanvasObject {
	k := p.k
	k.Again(p.text)
	return kit.Column(4, kit.Row(kit.GapInside, 0, p.text, k.Primary("questions.add", k.V.T("questions.keep"), p.add)), k.Wrong(p.unkept))
}

// add keeps the question that is written.
func (p *Page) add() {
	if q, kept := p.model.Scene.Kept(p.state.New); kept && (q.Open() || q.Answer != "") {
		p.added(fault.Use("questions.kept_already", nil)) // no need of numbers and commands: it stands below
		return
	}
	p.do.Add(p.state.New, p.added)
}

func (p *Page) added(err error) {
	if p.unkept = err; err == nil {
		p.text.SetText("")
	}
	p.draw()
	p.k.GoTo("questions.new")
}
