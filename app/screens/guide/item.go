package guide

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/today"
	"afterglow/app/service"
	"afterglow/guidance"
)

// name is what a piece of advice is called.
func (p *Page) name(x service.GuideItem) string {
	if x.Kind == ask.Spacing {
		return p.k.V.T("guide.visit")
	}
	return x.Name
}

// item is one piece of advice with the figures that hold now. shown are those that stand above already.
func (p *Page) item(x service.GuideItem, shown map[string]bool) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	name := fyne.CanvasObject(k.Strong(p.name(x)))
	var lines []fyne.CanvasObject
	switch {
	case x.Visit != nil:
		lines = append(lines, k.Body(k.V.VisitLine(*x.Visit, st.NextVisit)))
	case x.Phase != nil:
		lines = append(lines, k.Body(k.V.PhaseLine(*x.Phase)))
		if st.Phase != nil && st.Phase.ID == x.ID {
			name = kit.Row(10, -1, name, k.Pill("", k.V.T("guide.now"), k.Rose()))
		}
	default:
		lines = append(lines, k.Body(phrase.Paragraph(x.Text, x.Why, phrase.Stop(k.V.Situation(x.When)))))
	}
	lines = append([]fyne.CanvasObject{name}, lines...)
	var figures []fyne.CanvasObject
	var covers []string
	for _, id := range x.Covers {
		if shown[id] {
			continue
		}
		if f := p.figure(id); f != nil {
			shown[id] = true
			covers, figures = append(covers, id), append(figures, f)
		}
	}
	if len(figures) > 0 {
		lines = append(lines, kit.Pad(4, 0, 0, 0, kit.Wrap(8, 6, figures...)))
		for _, line := range whose(k.V, st, covers) {
			lines = append(lines, k.Muted(line))
		}
	}
	for _, part := range p.model.Prescribed {
		if part.ID == x.ID || slices.Contains(x.Covers, part.ID) {
			lines = append(lines, k.Check("guide.prescribed."+part.ID, k.V.T("guide.prescribed", phrase.Args{"Name": part.Name}), part.On,
				func(on bool) { p.do.Prescribed(part, on) }))
		}
	}
	return kit.Narrow(kit.TextWide, kit.Column(2, lines...))
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

// widest is how wide a figure's label may be, in Fyne's units: a plan's own words may be many.
const widest = 400

// longestThen is how many letters of a step stand in a label at first, if it has no room whole.
const longestThen = 60

// figure is what holds now of a window or routine that carries the advice out.
func (p *Page) figure(id string) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	for _, w := range st.Windows {
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
	for _, r := range st.Routines {
		if r.ID == id && r.Situation != guidance.Prescribed { // whether it was stands below
			return k.Pill("", k.V.RoutineFigure(r), k.Rose())
		}
	}
	if st.Treatment == nil {
		return p.planned(p.model.Plan, id)
	}
	return nil
}

// planned is the plan's own figure, while no treatment runs.
func (p *Page) planned(plan guidance.Plan, id string) fyne.CanvasObject {
	k := p.k
	for _, w := range plan.Windows {
		if w.ID == id {
			return k.Pill("", k.V.PlannedWait(w), k.Amber())
		}
	}
	for _, r := range plan.Routines {
		if text := k.V.PlannedFigure(r); r.ID == id && text != "" {
			return k.Pill("", text, k.Rose())
		}
	}
	return nil
}
