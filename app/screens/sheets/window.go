package sheets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/today"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// Window tells more of one window: the rule, why, what follows, and who says so.
type Window struct {
	status service.Status
	view   service.WindowView
	do     WindowActions
}

// WindowActions is what the person can mean there.
type WindowActions struct {
	Calm   func(window string) // "yes, calm"
	Extend func(window string) // wait longer, as the plan offers
}

// NewWindow is the panel of w, one of the windows of st.
func NewWindow(st service.Status, w service.WindowView, do WindowActions) *Window {
	return &Window{st, w, do}
}

// Sheet implements Panel.
func (p *Window) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	w, now := p.view, p.status.Now
	icon, word, tone := today.Chip(k, w, now, 300)
	parts := []fyne.CanvasObject{
		kit.Row(10, 1, k.Pill(icon, word, tone), k.Line(today.When(w, now), k.P.Muted, false)),
	}
	rule, why := p.rule()
	parts = append(parts, k.Section(rule))
	if why != "" {
		parts = append(parts, k.Body(why))
	}
	if name := p.status.SetBy(w); name != "" && w.State != course.Open {
		parts = append(parts, k.Body("Set by this treatment: "+name+". Where treatments differ, the strictest holds."))
	}
	for _, line := range p.rest() {
		parts = append(parts, k.Muted(line))
	}
	parts = append(parts, k.Rule(), who(k, w.Says))
	return k.Sheet(Wide, w.Name, h.Close, kit.Column(12, parts...), p.buttons(k, h)...)
}

func (p *Window) buttons(k *kit.Kit, h Handle) []fyne.CanvasObject {
	w := p.view
	extend := func(text string) fyne.CanvasObject {
		return k.Secondary("sheet.extend", text, func() { h.Close(); p.do.Extend(w.ID) })
	}
	var out []fyne.CanvasObject
	switch {
	case w.State == course.Ask:
		if w.ExtendUntil != nil {
			out = append(out, extend("Wait "+words.Length(w.ExtendBy)+" more"))
		}
		out = append(out, k.Primary("sheet.calm", "My skin is calm", func() { h.Close(); p.do.Calm(w.ID) }))
	case w.State == course.Wait && w.ExtendUntil != nil:
		out = append(out, extend("Still red: wait "+words.Length(w.ExtendBy)+" more"))
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
	return a.State == b.State && a.Until.Equal(b.Until) && a.Treatment == b.Treatment && a.Extended == b.Extended &&
		(a.ExtendUntil == nil) == (b.ExtendUntil == nil)
}

// rule is the one line to read, and why. It fits the answer above it: where that is yes, the rule
// that held until then is not repeated as if it still did.
func (p *Window) rule() (rule, why string) {
	w, now := p.view, p.status.Now
	switch w.State {
	case course.Open:
		if w.Hours != "" && now.Before(w.Until) {
			return "Your plan says not from " + hours(w.Hours) + ", each day until " + words.When(w.Until, now) + ".", ""
		}
		over := "Your plan's wait is over."
		if !w.Until.After(w.From) {
			over = "Your plan asks for no wait here."
		}
		if w.After != "" {
			return words.Stop(w.After), over
		}
		return over, ""
	case course.Then:
		if w.Then != "" {
			return "Now: " + words.Stop(w.Then), w.Why
		}
	case course.Before:
		return "From " + words.When(w.From, now) + ": " + w.Avoid, w.Why
	}
	return w.Avoid, w.Why
}

// hours is "10:00 to 14:00" for "10:00-14:00".
func hours(s string) string { return strings.Replace(s, "-", " to ", 1) }

// rest is what follows a window and what else holds of it.
func (p *Window) rest() []string {
	w, now := p.view, p.status.Now
	var out []string
	if w.State == course.Wait || w.State == course.Ask || w.State == course.Before {
		if w.AndWhen == "calm" {
			out = append(out, "When the time is up, Afterglow asks if your skin is calm.")
		}
		if w.Then != "" {
			out = append(out, "After that: "+words.Stop(w.Then))
		} else if w.After != "" {
			out = append(out, "After that: "+words.Stop(w.After))
		}
	}
	if w.State == course.Then && w.ThenUntil != nil {
		out = append(out, "This holds until "+words.When(*w.ThenUntil, now)+".")
	}
	if w.Allowed != nil && w.State == course.Wait {
		out = append(out, "Your plan allows it from "+words.When(*w.Allowed, now)+". It advises to wait.")
	}
	if w.Extended {
		out = append(out, "You made this wait longer.")
	}
	return out
}
