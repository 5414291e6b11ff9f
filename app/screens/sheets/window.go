package sheets

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/today"
	"afterglow/app/service"
)

// Window tells more of one window: the rule, why, what follows, and who says so.
type Window struct {
	status service.Status
	view   service.WindowView
	do     WindowActions

	details bool // of who says so
}

// WindowActions is what the person can mean there.
type WindowActions struct {
	Calm   func(window string)      // "yes, calm"
	Extend func(window string)      // wait longer, as the plan offers
	Own    func(thing string)       // their clinic told them another time
	Phone  func(window string)      // shows the wait's end to a phone
	Ends   func(window string) bool // whether a calendar has an end of the wait
}

// NewWindow is the panel of w, one of the windows of st.
func NewWindow(st service.Status, w service.WindowView, do WindowActions) *Window {
	return &Window{status: st, view: w, do: do}
}

// Sheet implements Panel.
func (p *Window) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	w := p.view
	icon, word, tone := today.Chip(k, w, 300)
	parts := []fyne.CanvasObject{
		kit.Row(10, 1, k.Pill(icon, word, tone), k.Muted(k.V.WindowTime(w))),
	}
	for _, limit := range k.V.WindowLimits(w) {
		parts = append(parts, k.Muted(limit))
	}
	if len(w.Except) > 0 {
		parts = append(parts, k.Body(k.V.T("window.why_except", phrase.Args{"Names": w.Except})))
	}
	rule, why := k.V.WindowRule(w)
	parts = append(parts, k.Section(rule))
	if why != "" {
		parts = append(parts, k.Body(why))
	}
	if name := k.V.SetBy(p.status.Setters(w)); name != "" && w.State != course.Open {
		parts = append(parts, k.Body(k.V.T("sheet.set_by", phrase.Args{"Treatment": name})))
	}
	for _, line := range k.V.WindowFollows(w) {
		parts = append(parts, k.Muted(line))
	}
	thing := w.Name
	if w.End.Own != nil {
		thing = w.End.Own.What
	}
	if p.do.Own != nil && !w.Treated.IsZero() {
		parts = append(parts, kit.Left(k.Link("sheet.own", k.V.T("own.otherwise"), func() { h.Close(); p.do.Own(thing) })))
	}
	parts = append(parts, k.Rule(), kit.Column(6, k.Muted(k.V.T("source.says_who")), who(k, w.Says, 0, p.details),
		details(k, p.details, func() { p.details = !p.details; h.Redraw() })))
	return k.Sheet(Wide, w.Name, h.Close, kit.Column(12, parts...), p.buttons(k, h)...)
}

func (p *Window) buttons(k *kit.Kit, h Handle) []fyne.CanvasObject {
	w := p.view
	extend := func(text string) fyne.CanvasObject {
		return k.Secondary("sheet.extend", text, func() { h.Close(); p.do.Extend(w.ID) })
	}
	var out []fyne.CanvasObject
	if p.do.Ends(w.ID) {
		out = append(out, k.Secondary("sheet.phone", k.V.T("phone.title"), func() { h.Close(); p.do.Phone(w.ID) }))
	}
	switch {
	case w.State == course.Ask:
		if w.ExtendUntil != nil {
			out = append(out, extend(k.V.T("sheet.wait_more", phrase.Args{"Length": w.Extend})))
		}
		word := k.V.T("sheet.calm")
		if w.End.Condition != "" {
			word = k.V.T("today.condition_yes")
		}
		out = append(out, k.Primary("sheet.calm", word, func() { h.Close(); p.do.Calm(w.ID) }))
	case w.State == course.Wait && w.ExtendUntil != nil:
		out = append(out, extend(k.V.T("sheet.red_wait_more", phrase.Args{"Length": w.Extend})))
	}
	return out
}

// Follow implements Panel.
func (p *Window) Follow(m Model) Answer {
	i := slices.IndexFunc(m.Status.Windows, func(now service.WindowView) bool { return now.ID == p.view.ID })
	if i < 0 {
		return Answer{Gone: true}
	}
	was := p.view
	p.status, p.view = m.Status, m.Status.Windows[i]
	return Answer{Changed: !sameAnswer(was, p.view)}
}

// sameAnswer says whether a window's panel would read the same.
func sameAnswer(a, b service.WindowView) bool {
	return (a.End.Own == nil) == (b.End.Own == nil) && (a.End.Own == nil || a.End.Own.Entry == b.End.Own.Entry) && a.State == b.State && a.Until.Equal(b.Until) && a.Treatment == b.Treatment && a.Extended == b.Extended &&
		(a.ExtendUntil == nil) == (b.ExtendUntil == nil)
}
