package planfile

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
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
	Current   guidance.Plan          // the plan of that treatment
	Entries   []record.Entry         // what the person said of its waits: calm, longer
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
	p.root.SetFoot(kit.Column(0, p.k.Rule(), kit.Pad(12, kit.Edge, 14, kit.Edge, kit.Centred(kit.ColumnWide, p.foot()))))
	p.root.SetContent(kit.Pad(24, kit.Edge, 20, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, body...))), true)
}

// head names the file above the page's title.
func (p *Page) head(title string) fyne.CanvasObject {
	return kit.Column(0, p.k.Muted(p.k.V.T("planopen.file", phrase.Args{"File": p.file.Name})), p.k.Title(p.k.V.T(title)))
}

// problems says what is wrong with the file, line by line.
func (p *Page) problems() []fyne.CanvasObject {
	k := p.k
	lines := []fyne.CanvasObject{k.Strong(k.V.T("planopen.nothing_changed"))}
	for _, s := range k.V.WrongLines(p.file.Wrong) {
		lines = append(lines, k.Body(s))
	}
	return []fyne.CanvasObject{
		p.head("planopen.not_usable"),
		k.Banner(k.Amber(), kit.Column(6, lines...)),
		k.Muted(k.V.T("planopen.send_lines")),
	}
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
	if rows := p.waits(); len(rows) > 0 {
		parts = append(parts, k.Card(kit.Column(6, rows...)))
	}
	return append(parts, k.Muted(p.promise()))
}

// promise says what the buttons do, and that nothing happened so far.
func (p *Page) promise() string {
	if t := p.model.Treatment; t != nil {
		date := p.k.V.WeekdayDate(t.At)
		if t.Area == "" {
			return p.k.V.T("planopen.nothing_stored_for", phrase.Args{"Date": date})
		}
		return p.k.V.T("planopen.nothing_stored_for_area", phrase.Args{"Date": date, "Area": t.Area})
	}
	return p.k.V.T("planopen.nothing_stored")
}

func (p *Page) waits() []fyne.CanvasObject {
	if p.model.Treatment != nil {
		return p.waitsNow()
	}
	k := p.k
	var rows []fyne.CanvasObject
	for _, w := range p.file.Plan.Windows {
		until := k.V.T("planopen.until", phrase.Args{"Until": w.Until})
		if w.AndWhen != "" {
			until = k.V.T("planopen.until_calm", phrase.Args{"Until": w.Until})
		}
		rows = append(rows, kit.Grid(10, []float32{1, 2}, k.Strong(w.Name), k.Body(until)))
	}
	return titled(k.Section(k.V.T("planopen.waits")), rows)
}

// waitsNow lays the offered plan over the treatment that runs, beside the plan that holds.
// What changes stands out, and what the offered plan leaves out is named too.
func (p *Page) waitsNow() []fyne.CanvasObject {
	k := p.k
	have := p.lay(p.model.Current)
	offered := p.lay(p.file.Plan)
	var rows []fyne.CanvasObject
	row := func(name, when string, note fyne.CanvasObject) {
		rows = append(rows, kit.Grid(10, columns, k.Strong(name), k.Body(when), note))
	}
	for _, w := range offered {
		was, known := find(have, w.Spec.ID)
		note := k.Muted(k.V.T("planopen.same"))
		switch {
		case !known:
			note = k.Inked(k.V.T("planopen.not_in_it"), k.P.Rose, true)
		case !was.Until.Equal(w.Until), asks(was) != asks(w):
			note = k.Inked(p.until(was), k.P.Rose, true)
		}
		row(w.Spec.Name, p.until(w), note)
	}
	for _, w := range have {
		if _, stays := find(offered, w.Spec.ID); !stays {
			row(w.Spec.Name, k.V.T("planopen.not_in_it"), k.Inked(p.until(w), k.P.Rose, true))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	heads := kit.Grid(10, columns, k.Muted(""), k.Muted(k.V.T("planopen.with_this")), k.Muted(k.V.T("planopen.with_yours")))
	return append([]fyne.CanvasObject{k.Section(k.V.T("planopen.waits_now")), heads}, rows...)
}

// columns are the widths of a wait's name, its end with this plan, and with the plan that holds.
var columns = []float32{1.1, 1.3, 1.2}

// asks says whether a wait stays shut until the person says that the skin is calm.
func asks(w course.Window) bool { return w.Spec.AndWhen != "" && w.CalmSaid.IsZero() }

// until is when a wait ends, with its beginning if that is to come, or that it is over.
func (p *Page) until(w course.Window) string {
	ahead := w.Until.After(p.model.Now)
	switch {
	case w.From.After(p.model.Now):
		return p.k.V.T("planopen.from_until", phrase.Args{"From": w.From, "Until": w.Until})
	case ahead && asks(w):
		return p.k.V.T("planopen.until_calm", phrase.Args{"Until": w.Until})
	case ahead:
		return p.k.V.T("planopen.until", phrase.Args{"Until": w.Until})
	case asks(w):
		return p.k.V.T("planopen.until_calm_now")
	}
	return p.k.V.T("planopen.over")
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
		p.model.Now.Location(), p.model.Entries)
	return c.Windows
}

// foot is the way back and the two ways on.
func (p *Page) foot() fyne.CanvasObject {
	k := p.k
	if !p.file.OK() {
		return kit.Row(kit.GapInside, -1, k.Primary("plan.leave", k.V.T("planopen.close"), p.do.Leave))
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
