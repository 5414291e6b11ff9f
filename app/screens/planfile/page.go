package planfile

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is what the page shows beside the file.
type Model struct {
	Now       time.Time              // in the person's zone
	Treatment *service.TreatmentView // the one that runs; nil: none
	Current   guidance.Plan          // the plan of that treatment
}

// Actions is what the person can mean. Answer hears nil once it is done, or why it is not.
type Actions struct {
	Use   func(f File, t service.TreatmentView, answer func(error)) // for the treatment that runs
	Keep  func(f File, answer func(error))                          // for the next one
	Leave func()
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
		body = append(body, p.k.Inked(p.wrong, p.k.P.Amber, true))
	}
	p.root.SetFoot(kit.Column(0, p.k.Rule(), kit.Pad(12, kit.Edge, 14, kit.Edge, p.foot())))
	p.root.SetContent(kit.Pad(24, kit.Edge, 20, kit.Edge, kit.Narrow(720, kit.Column(kit.GapBetween, body...))), true)
}

// problems says what is wrong with the file, line by line.
func (p *Page) problems() []fyne.CanvasObject {
	k := p.k
	lines := []fyne.CanvasObject{k.Strong("Nothing was changed.")}
	for _, s := range p.file.Problems {
		lines = append(lines, k.Body(s))
	}
	return []fyne.CanvasObject{
		kit.Column(0, k.Muted("Plan file "+p.file.Name), k.Title("This file cannot be used yet")),
		k.Banner(k.Amber(), kit.Column(6, lines...)),
		k.Muted("Send these lines to whoever gave you the file. They say what to mend."),
	}
}

// plan says whose plan it is and what it asks for.
func (p *Page) plan() []fyne.CanvasObject {
	k, plan := p.k, p.file.Plan
	facts := []fyne.CanvasObject{k.Section(plan.Name)}
	if s := plan.Summary; s != "" {
		facts = append(facts, k.Body(words.Stop(s)))
	}
	if c := plan.Clinic; c.Name != "" {
		from := "From " + c.Name
		if c.Phone != "" {
			from += ", phone " + c.Phone
		}
		facts = append(facts, k.Muted(words.Stop(from)))
	}
	facts = append(facts, k.Inked("✓ The plan can be used: "+count(len(plan.Windows), "wait")+" and "+count(len(plan.Routines), "routine")+".", k.P.Sage, true))
	parts := []fyne.CanvasObject{
		kit.Column(0, k.Muted("Plan file "+p.file.Name), k.Title("Use this plan?")),
		k.Card(kit.Column(6, facts...)),
	}
	if rows := p.waits(); len(rows) > 0 {
		parts = append(parts, k.Card(kit.Column(6, rows...)))
	}
	return append(parts, k.Muted(p.promise()))
}

// promise says what the buttons do, and that nothing happened so far.
func (p *Page) promise() string {
	if t := p.model.Treatment; t != nil {
		which := words.LongDate(t.At.In(p.model.Now.Location()))
		if t.Area != "" {
			which += " (" + t.Area + ")"
		}
		return "Nothing is stored yet. If you use it, its waits hold for your treatment of " + which + "."
	}
	return "Nothing is stored yet. If you keep it, your next treatment begins with it."
}

func (p *Page) waits() []fyne.CanvasObject {
	if p.model.Treatment != nil {
		return p.waitsNow()
	}
	k := p.k
	var rows []fyne.CanvasObject
	for _, w := range p.file.Plan.Windows {
		if w.From.Anchor == guidance.BeforeNext {
			continue
		}
		rows = append(rows, kit.Grid(10, []float32{1, 2}, k.Strong(w.Name), k.Body("until "+w.Until.Words())))
	}
	return titled(k.Section("Its waits"), rows)
}

// waitsNow lays the offered plan over the treatment that runs, beside the plan that holds.
// What changes stands out, and what the offered plan leaves out is named too.
func (p *Page) waitsNow() []fyne.CanvasObject {
	k, now := p.k, p.model.Now
	have := p.lay(p.model.Current)
	offered := p.lay(p.file.Plan)
	var rows []fyne.CanvasObject
	row := func(name, when string, note fyne.CanvasObject) {
		rows = append(rows, kit.Grid(10, columns, k.Strong(name), k.Body(when), note))
	}
	for _, w := range offered {
		was, known := find(have, w.Spec.ID)
		note := k.Muted("the same")
		switch {
		case !known:
			note = k.Inked("not in it", k.P.Rose, true)
		case !was.Until.Equal(w.Until):
			note = k.Inked(until(was.Until, now), k.P.Rose, true)
		}
		row(w.Spec.Name, until(w.Until, now), note)
	}
	for _, w := range have {
		if _, stays := find(offered, w.Spec.ID); !stays {
			row(w.Spec.Name, "not in it", k.Inked(until(w.Until, now), k.P.Rose, true))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	heads := kit.Grid(10, columns, k.Muted(""), k.Muted("With this plan"), k.Muted("With your plan now"))
	return append([]fyne.CanvasObject{k.Section("Its waits for your treatment"), heads}, rows...)
}

// columns are the widths of a wait's name, its end with this plan, and with the plan that holds.
var columns = []float32{1.1, 1.3, 1.2}

// until is when a wait ends, or that it is over.
func until(t, now time.Time) string {
	if !t.After(now) {
		return "over"
	}
	return "until " + words.When(t, now)
}

func find(list []course.Window, id string) (course.Window, bool) {
	i := slices.IndexFunc(list, func(w course.Window) bool { return w.Spec.ID == id })
	if i < 0 {
		return course.Window{}, false
	}
	return list[i], true
}

func titled(title fyne.CanvasObject, rows []fyne.CanvasObject) []fyne.CanvasObject {
	if len(rows) == 0 {
		return nil
	}
	return append([]fyne.CanvasObject{title}, rows...)
}

// lay gives the waits that a plan makes of the treatment that runs.
func (p *Page) lay(plan guidance.Plan) []course.Window {
	t := p.model.Treatment
	c := course.New(course.Treatment{ID: t.ID, At: t.At, Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive, Plan: plan},
		p.model.Now.Location(), nil)
	return slices.DeleteFunc(slices.Clone(c.Windows), func(w course.Window) bool { return w.Spec.From.Anchor == guidance.BeforeNext })
}

// foot is the way back and the two ways on.
func (p *Page) foot() fyne.CanvasObject {
	k := p.k
	if !p.file.OK() {
		return kit.Row(kit.GapInside, -1, k.Primary("plan.leave", "Close", p.do.Leave))
	}
	buttons := []fyne.CanvasObject{k.Secondary("plan.leave", "Leave it", p.do.Leave)}
	if t := p.model.Treatment; t != nil {
		buttons = append(buttons,
			k.Secondary("plan.keep", "Keep for the next", p.keep),
			k.Primary("plan.use", "Use for this treatment", func() { p.act(func(answer func(error)) { p.do.Use(p.file, *t, answer) }) }))
	} else {
		buttons = append(buttons, k.Primary("plan.keep", "Keep for the next treatment", p.keep))
	}
	return kit.Row(kit.GapInside, -1, buttons...)
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
			p.wrong = words.Wrong(p.k.V, err)
			p.draw()
		}
	})
}

func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
