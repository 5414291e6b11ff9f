// Package guide is the page with the plan's advice: the seven rules with the
// figures that hold now, then the rest, each with who says so.
package guide

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/today"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Plan   guidance.Plan
	Status service.Status
}

// Actions is what the person can mean.
type Actions struct {
	Says func(of string, s service.SourceView)
}

// Page is the Guide page.
type Page struct {
	k    *kit.Kit
	do   Actions
	root *kit.Page
}

// New makes an empty page.
func New(k *kit.Kit, do Actions) *Page { return &Page{k: k, do: do, root: kit.NewPage()} }

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	k := p.k
	parts := []fyne.CanvasObject{p.head(m)}
	rules, rest := split(m.Plan.Care)
	if len(rules) > 0 {
		cards := make([]fyne.CanvasObject, len(rules))
		for i, c := range rules {
			cards[i] = p.care(m, c)
		}
		parts = append(parts, kit.Column(kit.GapInside, append([]fyne.CanvasObject{k.Section(k.V.T("guide.rules"))}, cards...)...))
	}
	if len(rest) > 0 {
		cards := make([]fyne.CanvasObject, len(rest))
		for i, c := range rest {
			cards[i] = p.care(m, c)
		}
		parts = append(parts, kit.Column(kit.GapInside, append([]fyne.CanvasObject{k.Section(k.V.T("guide.more"))}, cards...)...))
	}
	if s := p.spacing(m); s != nil {
		parts = append(parts, s)
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, parts...))), true)
}

// split parts the seven rules, in their order, from the rest.
func split(all []guidance.Care) (rules, rest []guidance.Care) {
	for n := 1; n <= 7; n++ {
		for _, c := range all {
			if c.Rule == n {
				rules = append(rules, c)
			}
		}
	}
	for _, c := range all {
		if c.Rule < 1 || c.Rule > 7 {
			rest = append(rest, c)
		}
	}
	return rules, rest
}

func (p *Page) head(m Model) fyne.CanvasObject {
	k := p.k
	lines := []fyne.CanvasObject{k.Title(k.V.T("guide.title")), k.Muted(k.V.PlanLine(m.Plan))}
	if m.Plan.Summary != "" {
		lines = append(lines, k.Muted(phrase.Stop(m.Plan.Summary)))
	}
	return kit.Column(0, lines...)
}

// care is one piece of advice with its live figures and its source.
func (p *Page) care(m Model, c guidance.Care) fyne.CanvasObject {
	k := p.k
	says := k.Link("guide.says."+c.ID, k.V.T("source.says_who"), func() { p.do.Says(c.Name, service.SaysParts(m.Plan, c.Source, c.Line, c.Says)) })
	head := kit.Fixed(1, 22, kit.Row(10, 0, k.Section(c.Name), says))
	lines := []fyne.CanvasObject{head, k.Body(c.Text)}
	var figures []fyne.CanvasObject
	for _, id := range c.Covers {
		if f := p.figure(m, id); f != nil {
			figures = append(figures, f)
		}
	}
	if len(figures) > 0 {
		lines = append(lines, kit.Gap(2), kit.Wrap(8, 6, figures...))
		for _, line := range whose(k.V, m.Status, c.Covers) {
			lines = append(lines, k.Muted(line))
		}
	}
	body := fyne.CanvasObject(kit.Column(4, lines...))
	if c.Rule > 0 {
		body = kit.TopRow(14, 1, p.number(c.Rule), body)
	}
	return k.Card(body)
}

// whose says, if several treatments run, which one each wait of the figures comes from, and on
// which skin a routine may not be done yet. If all waits come from one, that is said once.
func whose(v phrase.Voice, st service.Status, covers []string) []string {
	var out, of, each []string
	for _, w := range st.Windows {
		name := v.SetBy(st.Setters(w))
		if name == "" || w.State == course.Open || !slices.Contains(covers, w.ID) {
			continue
		}
		each = append(each, v.T("guide.window_set_by", phrase.Args{"Name": w.Name, "Treatment": name}))
		if !slices.Contains(of, name) {
			of = append(of, name)
		}
	}
	switch len(of) {
	case 0:
	case 1:
		out = append(out, v.T("guide.set_by", phrase.Args{"Treatment": of[0]}))
	default:
		out = append(out, each...)
	}
	for _, r := range st.Routines {
		if r.NotYet != nil && slices.Contains(covers, r.ID) {
			out = append(out, v.T("guide.not_yet", phrase.Args{"Name": r.Name, "Where": v.NotYet(r.NotYet)}))
		}
	}
	return out
}

// number is a rule's number in a circle.
func (p *Page) number(n int) fyne.CanvasObject {
	k := p.k
	c := canvas.NewCircle(k.P.RoseFill)
	return kit.Fixed(28, 28, kit.Over(c, kit.Middle(k.Inked(strconv.Itoa(n), k.P.Rose, true))))
}

// widest is how wide a figure's label may be, in Fyne's units: a plan's own words may be many.
const widest = 420

// longestThen is how many letters of a step stand in a label at first, if it has no room whole.
const longestThen = 60

// figure is what holds now of a window or routine that carries the advice out.
func (p *Page) figure(m Model, id string) fyne.CanvasObject {
	k := p.k
	for _, w := range m.Status.Windows {
		if w.ID != id {
			continue
		}
		icon, _, tone := today.Chip(k, w, widest)
		text := k.V.WindowLine(w)
		for room := longestThen; w.State == course.Then && kit.PillWidth(text) > widest; room -= 6 { // the step, in fewer words
			short := w
			if short.Then = phrase.Fit(phrase.Bare(w.Then), room); short.Then == "" {
				text = k.V.T("guide.window_then_care", phrase.Args{"Name": w.Name})
				break
			}
			text = k.V.WindowLine(short)
		}
		return k.Pill(icon, text, tone)
	}
	for _, r := range m.Status.Routines {
		if r.ID == id {
			return k.Pill("", k.V.RoutineFigure(r), k.Rose())
		}
	}
	if m.Status.Treatment == nil {
		return p.planned(m.Plan, id)
	}
	return nil
}

// planned is the plan's own figure, while no treatment runs.
func (p *Page) planned(plan guidance.Plan, id string) fyne.CanvasObject {
	k := p.k
	for _, w := range plan.Windows {
		if w.ID == id {
			return k.Pill("", k.V.T("guide.planned_window", phrase.Args{"Name": w.Name, "Until": w.Until}), k.Amber())
		}
	}
	for _, r := range plan.Routines {
		if text := k.V.PlannedFigure(r); r.ID == id && text != "" {
			return k.Pill("", text, k.Rose())
		}
	}
	return nil
}

func (p *Page) spacing(m Model) fyne.CanvasObject {
	k, s := p.k, m.Plan.Spacing
	if k.V.Spacing(s) == "" {
		return nil
	}
	says := k.Link("guide.says.spacing", k.V.T("source.says_who"), func() { p.do.Says(k.V.T("guide.visit"), service.Says(m.Plan, s.Source, s.Line)) })
	return k.Card(kit.Column(4, kit.Fixed(1, 22, kit.Row(10, 0, k.Section(k.V.T("guide.visit")), says)), k.Body(k.V.VisitLine(s, m.Status.NextVisit))))
}
