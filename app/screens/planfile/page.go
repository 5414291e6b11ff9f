package planfile

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is what the page shows beside the file.
type Model struct {
	Now       time.Time              // in the person's zone
	Treatment *service.TreatmentView // the one that runs; nil: none
	Current   guidance.Plan          // the plan of that treatment; without one the plan that the next would begin with
	Entries   []record.Entry         // what the person said of its waits: calm, longer
}

// Actions is what the person can mean. Answer hears nil once it is done, or why it is not.
type Actions struct {
	Use  func(f File, t service.TreatmentView, answer func(error)) // for the treatment that runs
	Keep func(f File, answer func(error))                          // for the next one
	Copy func(text string)                                         // puts a message for the clinic on the clipboard
	// Change changes the file by the form.
	Change func(f File)
	Leave  func()
}

// Page is the page of one file.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	file  File
	model Model
	wrong string
	busy  bool
	all   bool // all that the plans say otherwise is open, or all that is wrong with the file
}

// New makes the page of f.
func New(k *kit.Kit, f File, do Actions) *Page {
	return &Page{k: k, do: do, root: kit.NewPage(), file: f}
}

// Again is the same page in another kit.
func (p *Page) Again(k *kit.Kit) *Page {
	n := *p
	n.k, n.root = k, kit.NewPage()
	n.draw()
	return &n
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	p.model = m
	p.draw()
}

// Begin puts the keyboard at what the person most likely wants.
func (p *Page) Begin() {
	switch {
	case !p.file.OK():
		p.k.GoTo("plan.leave")
		if p.k.Known("plan.copy") != nil {
			p.k.GoTo("plan.copy")
		}
	case p.model.Treatment != nil:
		p.k.GoTo("plan.use")
	default:
		p.k.GoTo("plan.keep")
	}
	p.root.Top()
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	var body []fyne.CanvasObject
	if p.file.OK() {
		body = p.plan()
	} else {
		body = p.problems()
	}
	if p.wrong != "" {
		body = append(body, p.k.Refused(p.wrong))
	}
	p.root.SetFoot(kit.Column(0, p.k.Rule(), kit.Pad(12, kit.Edge, 14, kit.Edge, kit.Centred(kit.ColumnWide, p.foot()))))
	p.root.SetContent(kit.Pad(24, kit.Edge, 20, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, body...))), true)
}

// head names the file above the page's title.
func (p *Page) head(title string) fyne.CanvasObject {
	return kit.Column(0, p.k.Muted(p.k.V.T("planopen.file", phrase.Args{"File": p.file.Name})), p.k.Title(p.k.V.T(title)))
}

// plan says whose plan it is and what it asks for.
func (p *Page) plan() []fyne.CanvasObject {
	k, plan := p.k, p.file.Plan
	facts := []fyne.CanvasObject{k.Section(plan.Name)}
	if s := plan.Summary; s != "" {
		facts = append(facts, k.Body(phrase.Stop(s)))
	}
	switch c := plan.Clinic; {
	case c.Phone != "":
		facts = append(facts, k.Muted(k.V.T("planopen.from_phone", phrase.Args{"Clinic": c.Name, "Phone": c.Phone})))
	case c.Name != "":
		facts = append(facts, k.Muted(k.V.T("planopen.from", phrase.Args{"Clinic": phrase.Bare(c.Name)})))
	}
	facts = append(facts, k.Inked(k.V.PlanUsable(plan), k.P.Sage, true))
	parts := []fyne.CanvasObject{
		p.head("planopen.use_it"),
		k.Card(kit.Column(6, facts...)),
	}
	if o := p.compared(); o != nil {
		parts = append(parts, o)
	}
	return append(parts, p.differs(), p.change(), k.Muted(p.promise()))
}

// change is the way to change the file by the form before it is used.
func (p *Page) change() fyne.CanvasObject {
	return kit.Left(p.k.Link("plan.change", p.k.V.T("planopen.change_first"), func() { p.do.Change(p.file) }))
}

// promise says what the buttons do, and that nothing happened so far.
func (p *Page) promise() string {
	if t := p.model.Treatment; t != nil {
		date := p.k.V.WeekdayDate(t.At)
		if t.Area == "" {
			return p.k.V.T("planopen.nothing_stored_for", phrase.Args{"Date": date})
		}
		return p.k.V.T("planopen.nothing_stored_for_area", phrase.Args{"Date": date, "Area": p.k.V.Areas(t.Area)})
	}
	return p.k.V.T("planopen.nothing_stored")
}

// foot is the way back and the two ways on.
func (p *Page) foot() fyne.CanvasObject {
	k := p.k
	if !p.file.OK() {
		return kit.Left(k.Primary("plan.leave", k.V.T("planopen.close"), p.do.Leave))
	}
	buttons := []fyne.CanvasObject{k.Secondary("plan.leave", k.V.T("planopen.leave"), p.do.Leave)}
	if t := p.model.Treatment; t != nil {
		buttons = append(buttons,
			k.Secondary("plan.keep", k.V.T("planopen.keep_next"), p.keep),
			k.Primary("plan.use", k.V.T("planopen.use"), func() { p.act(func(answer func(error)) { p.do.Use(p.file, *t, answer) }) }))
	} else {
		buttons = append(buttons, k.Primary("plan.keep", k.V.T("planopen.keep"), p.keep))
	}
	return kit.Wrap(kit.GapInside, kit.GapInside, buttons...)
}

func (p *Page) keep() {
	p.act(func(answer func(error)) { p.do.Keep(p.file, answer) })
}

// act does one thing at a time and says beneath the plan why it did not work.
func (p *Page) act(do func(answer func(error))) {
	if p.busy {
		return
	}
	p.busy, p.wrong = true, ""
	do(func(err error) {
		p.busy = false
		if err != nil {
			p.wrong = p.k.V.Error(err)
			p.draw()
		}
	})
}
