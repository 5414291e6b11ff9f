package onboarding

import (
	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Actions is what the person can mean.
type Actions struct {
	Check  func(n service.NewTreatment, answer func(error)) // whether the treatment could be entered so
	Finish func(a Answer, answer func(error))               // enter the treatment
	Leave  func()                                           // back without entering anything
	Test   func(answer func(say string, err error))         // send a test notification
	// Open lets the person choose a file; it answers with its name and text. Too large a file answers false.
	Open func(largest int64, answer func(name string, text []byte, fits bool))
	// Write and Leaflet lead to where a clinic's sheet is written, or read from its text: who comes back finds their answers.
	Write, Leaflet func()
	Copy           func(text string) // puts a message for the clinic whose file has mistakes on the clipboard
}

// Page is the three steps.
type Page struct {
	k     *kit.Kit
	do    Actions
	root  *kit.Page
	model Model
	form  form
	step  int // 1 to 3
	busy  bool

	usual       *fyne.Container // the chips with the usual moments
	reads       *kit.Para       // what the field says, below it
	about       *fyne.Container // about when it was, if only the day was said
	asked       bool            // Next was pressed while it was not said when
	depthWrong  error
	entryWrong  error // why the treatment could not be entered so
	phoneWrong  error
	sleepWrong  error
	fluidsWrong error
	finishWrong error
	testSaid    string
	testWrong   bool
	details     bool // the lines of a plan file with mistakes are on show
}

// New begins at step 1, or where the draft was left, with what stands in its fields.
func New(k *kit.Kit, m Model, do Actions) *Page {
	p := &Page{k: k, do: do, root: kit.NewPage(), model: m, form: newForm(k.V, m), step: 1}
	if m.Draft != nil {
		p.form, p.step = m.Draft.form, m.Draft.step
	}
	p.draw()
	return p
}

// Draft is what was entered and not finished: whoever left by a slip finds it again, at the step where they were.
type Draft struct {
	form form
	step int
}

// Choose takes a plan of the list.
func (d *Draft) Choose(plan string) { d.form.planID = plan }

// IsNew says whether the steps are for a new treatment, and in which tense they ask.
func (p *Page) IsNew() (Tense, bool) { return p.model.Tense, p.model.Edit == nil }

// Edits is the treatment that is changed; nil for a new one.
func (p *Page) Edits() *service.TreatmentView { return p.model.Edit }

// Draft is what stands in the fields now, and the step.
func (p *Page) Draft() *Draft { return &Draft{p.form, p.step} }

// Again is the same page, with all that was entered, in another kit.
func (p *Page) Again(k *kit.Kit) *Page {
	n := *p
	n.k, n.root = k, kit.NewPage()
	n.draw()
	return &n
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Step is which of the three steps is on, 1 to 3.
func (p *Page) Step() int { return p.step }

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	var body, foot fyne.CanvasObject
	switch p.step {
	case 1:
		body, foot = p.whenAndWhere()
	case 2:
		body, foot = p.whosePlan()
	default:
		body, foot = p.nudges()
	}
	p.root.SetFoot(kit.Column(0, p.k.Rule(), kit.Pad(10, kit.Edge, 10, kit.Edge, kit.Centred(kit.ColumnWide, foot))))
	p.root.SetContent(kit.Pad(24, kit.Edge, 12, kit.Edge, kit.Centred(kit.ColumnWide, body)), true)
}

func (p *Page) turn(step int) {
	p.step = step
	p.draw()
	p.Begin()
}

// Begin puts the keyboard at the first choice of the step, so that nobody has to tab through the rail.
func (p *Page) Begin() {
	switch p.step {
	case 1:
		if p.model.Tense == Will {
			p.k.GoTo("begin.when")
		} else {
			p.k.GoTo("begin.quick.now")
		}
	case 2:
		id := p.form.planID
		if id == "" {
			id = "file"
		}
		p.k.GoTo("begin.plan." + id)
	default:
		p.k.GoTo("begin.sleep")
	}
	p.root.Top()
}

// last is how many steps there are: a change of a treatment asks nothing of nudges.
func (p *Page) last() int {
	if p.model.Edit != nil {
		return 2
	}
	return 3
}

func (p *Page) head(title string) fyne.CanvasObject {
	k, where := p.k, phrase.Args{"Step": p.step, "Last": p.last()}
	text := k.V.T("onboarding.step_begin", where)
	if p.model.Edit != nil {
		text = k.V.T("onboarding.step_change", where)
	}
	return kit.Column(0, k.Muted(text), k.Title(title))
}

// onEnter has Enter in a field go on to the next step, as its button does.
func (p *Page) onEnter(e *kit.Entry, on func()) *kit.Entry {
	e.OnEnter = on
	return e
}

// foot is the way back and the way on.
func (p *Page) foot(backText string, back func(), onText string, on func()) fyne.CanvasObject {
	k := p.k
	next := k.Primary("begin.next", onText, on)
	if p.busy {
		next.Disable()
	}
	return kit.Row(kit.GapInside, -1, k.Secondary("begin.back", backText, back), next)
}

// asksOfFluids says whether the last step asks about a limit: once, with the first treatment.
func (p *Page) asksOfFluids() bool { return p.model.Edit == nil && !p.model.Asked }

// treatment is what was entered; a change has its moment always, a new one that ended just now has it when it is entered.
func (p *Page) treatment() service.NewTreatment {
	n := p.form.treatment()
	if p.model.Edit != nil {
		n.At = p.form.when.instant(p.k.V.Now())
	}
	return n
}

// finish hands the answers over.
func (p *Page) finish() {
	if p.busy {
		return
	}
	sleep, wrong := p.form.sleep(p.k.V)
	p.sleepWrong, p.fluidsWrong = wrong, nil
	// Whether to nudge to drink is never guessed: who was told to limit fluids has to be able to say so.
	if p.asksOfFluids() && p.form.fluids == "" {
		p.fluidsWrong = fault.Use("onboarding.fluids_open", nil)
	}
	if p.model.Edit == nil && p.sleepWrong != nil || p.fluidsWrong != nil {
		p.draw()
		if p.sleepWrong == nil {
			p.k.GoTo("begin.fluids.no")
		} else {
			p.k.GoTo("begin.sleep.from")
		}
		return
	}
	p.busy, p.finishWrong = true, nil
	a := Answer{Treatment: p.treatment(), Phone: p.form.phone, Sleep: sleep, Login: p.form.login,
		Water: p.form.fluids == "no"}
	if !p.asksOfFluids() {
		a.Water = p.model.Water
	}
	if e := p.model.Edit; e != nil && p.form.planID == e.Plan {
		a.Treatment.PlanID = "" // the copy that it was begun with stays
	}
	p.do.Finish(a, func(err error) {
		p.busy = false
		if err != nil {
			p.finishWrong = err
			p.draw()
		}
	})
}
