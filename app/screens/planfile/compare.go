package planfile

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// columns are the widths of a wait's name, of it with this plan, and with the plan that holds.
var columns = []float32{1.1, 1.2, 1.2}

// compared lays the waits of the offered plan beside those of the plan that holds, in words. What changes stands out,
// and what the offered plan leaves out is named too.
func (p *Page) compared() fyne.CanvasObject {
	k := p.k
	have, offered := p.lay(p.model.Current), p.lay(p.file.Plan)
	title, yours := k.V.T("planopen.waits"), k.V.T("planopen.with_in_use")
	if p.model.Treatment != nil {
		title, yours = k.V.T("planopen.waits_now"), k.V.T("planopen.with_yours")
	}
	rows := []fyne.CanvasObject{kit.Column(6, k.Section(title),
		kit.Grid(10, columns, k.Muted(""), k.Muted(k.V.T("planopen.with_this")), k.Muted(yours)))}
	row := func(name string, verdict fyne.CanvasObject, this, yours fyne.CanvasObject) {
		rows = append(rows, k.Rule(), kit.Grid(10, columns, kit.Column(0, k.Strong(name), verdict), this, yours))
	}
	none := func() fyne.CanvasObject { return k.Muted(k.V.T("planopen.not_in_it")) }
	for _, w := range offered {
		was, known := find(have, w.Spec.ID)
		if !known {
			row(w.Spec.Name, k.Inked(k.V.T("planopen.new"), k.P.Rose, true), p.side(w), none())
			continue
		}
		row(w.Spec.Name, p.verdict(w, was), p.side(w), p.side(was))
	}
	for _, w := range have {
		if _, stays := find(offered, w.Spec.ID); !stays {
			row(w.Spec.Name, k.Inked(k.V.T("planopen.gone"), k.P.Rose, true), none(), p.side(w))
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return k.Card(kit.Column(8, rows...))
}

// verdict says which of two waits is the longer one.
func (p *Page) verdict(w, was course.Window) fyne.CanvasObject {
	k := p.k
	id := "this_one"
	if p.file.Plan.Clinic.Name != "" {
		id = "clinics"
	}
	switch longer := compare(w, was); {
	case longer > 0:
		return k.Inked(k.V.T("planopen.longer_"+id), k.P.Rose, true)
	case longer < 0:
		return k.Inked(k.V.T("planopen.shorter_"+id), k.P.Rose, true)
	}
	if what := difference(w, was); what != "" {
		return k.Inked(k.V.T("planopen.differs_"+what), k.P.Rose, true)
	}
	return k.Muted(k.V.T("planopen.same"))
}

// difference is the end of the message that names the first thing, besides how long it is, in which a wait is not what
// it was; "" for none.
func difference(w, was course.Window) string {
	a, b := w.Spec, was.Spec
	alike := func(x, y *guidance.Moment) bool { return x == y || x != nil && y != nil && *x == *y }
	switch {
	case asks(w) && !asks(was):
		return "asks"
	case !asks(w) && asks(was):
		return "asks_not"
	case a.From != b.From:
		return "from"
	case a.Condition != b.Condition || a.Until.Anchor != b.Until.Anchor || asks(w) && a.Until != b.Until:
		return "until"
	case a.Soft && !b.Soft:
		return "soft"
	case b.Soft && !a.Soft:
		return "strict"
	case !slices.Equal(a.Except, b.Except):
		return "except"
	case a.Then != b.Then || !alike(a.ThenUntil, b.ThenUntil):
		return "then"
	case !alike(a.AllowedFrom, b.AllowedFrom) || (a.Hours == nil) != (b.Hours == nil) || a.Hours != nil && *a.Hours != *b.Hours:
		return "hours"
	}
	return ""
}

// compare is positive if a surely ends later than b, and 0 if they end alike or nobody knows: what waits for the person's
// word too may last beyond its time.
func compare(a, b course.Window) int {
	if a.Open != b.Open { // without an end it is the longer one
		if a.Open {
			return 1
		}
		return -1
	}
	if a.Open {
		return 0
	}
	later := a.Until.Compare(b.Until)
	if a.Until.IsZero() {
		later = cmp.Compare(a.Spec.Until.Roughly(), b.Spec.Until.Roughly())
	}
	if asks(a) && (asks(b) || later < 0) || asks(b) && later > 0 {
		return 0
	}
	return later
}

// side is a wait with one of the plans: how long it is, and until when that is.
func (p *Page) side(w course.Window) fyne.CanvasObject {
	k := p.k
	lines := []fyne.CanvasObject{k.Body(k.V.PlanWait(w.Spec))}
	if p.model.Treatment != nil {
		lines = append(lines, k.Muted(p.until(w)))
	}
	if w.Spec.Then != "" {
		lines = append(lines, k.Muted(k.V.T("planopen.then", phrase.Args{"Then": phrase.Bare(w.Spec.Then)})))
	}
	return kit.Column(0, lines...)
}

// asks says whether a wait stays shut until the person says that the skin is calm.
func asks(w course.Window) bool { return w.Spec.AsksCalm() && w.CalmSaid.IsZero() }

// until is when a wait ends, with its beginning if that is to come, or that it is over.
func (p *Page) until(w course.Window) string {
	ahead := w.Until.After(p.model.Now)
	switch {
	case w.From.After(p.model.Now):
		if w.Open || w.Spec.Until.Anchor == guidance.UntilCalm {
			return p.k.V.T("planopen.begins", phrase.Args{"From": w.From})
		}
		return p.k.V.T("planopen.from_until", phrase.Args{"From": w.From, "Until": w.Until})
	case w.Open:
		return p.k.V.T("planopen.no_end")
	case w.Spec.Until.Anchor == guidance.UntilCalm && w.CalmSaid.IsZero():
		return p.k.V.T("planopen.your_word")
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

// lay gives the waits that a plan makes of the treatment that runs; without one they are the plan's own, at no instant.
func (p *Page) lay(plan guidance.Plan) []course.Window {
	t := p.model.Treatment
	if t == nil {
		out := make([]course.Window, len(plan.Windows))
		for i, w := range plan.Windows {
			out[i].Spec, out[i].Open = w, w.Until.Anchor == guidance.NoEnd || w.Until.Anchor == guidance.FromLast
		}
		return out
	}
	c := course.New(course.Treatment{ID: t.ID, At: t.At, Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive, Plan: plan},
		p.model.Now.Location(), p.model.Entries)
	return c.Windows
}

// differs is all else that the plans say otherwise, which opens.
func (p *Page) differs() fyne.CanvasObject {
	k := p.k
	parts := k.V.PlanDifferences(p.model.Current, p.file.Plan)
	if len(parts) == 0 {
		return k.Muted(k.V.T("planpage.same", phrase.Args{"Offered": p.file.Plan.Name, "Have": p.model.Current.Name}))
	}
	open := k.V.T("planopen.show_all", phrase.Args{"Count": len(parts)})
	if p.all {
		open = k.V.T("planopen.hide_all")
	}
	link := kit.Left(k.Link("plan.all", open, func() { p.all = !p.all; p.draw() }))
	if !p.all {
		return link
	}
	var rows []fyne.CanvasObject
	for i, d := range parts {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		lines := []fyne.CanvasObject{k.Strong(d.Name)}
		for _, s := range d.Lines {
			lines = append(lines, k.Body(s))
		}
		rows = append(rows, kit.Column(2, lines...))
	}
	return kit.Column(10, link, k.Card(kit.Column(10, rows...)))
}
