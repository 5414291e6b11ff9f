package today

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// WithCare stands on the chip where the plan's own words ("SPF 30+, hat, shade") are too long for it.
const WithCare = "With care"

// Chip is how a window's state is told: icon, word and tone together.
func Chip(k *kit.Kit, w service.WindowView, now time.Time, room float32) (icon, word string, tone kit.Tone) {
	switch w.State {
	case course.Open:
		return kit.IconCheck, "Yes", k.Sage()
	case course.Ask:
		return kit.IconAsk, "Ask your skin", k.Amber()
	case course.Then:
		// The plan's own words, where they are few enough; never "yes".
		word = strings.TrimSuffix(w.Then, ".")
		if kit.PillWidth(word) > room {
			word = WithCare
		}
		return kit.IconShade, word, k.Water()
	case course.Before:
		return kit.IconClock, "Not begun", k.Water()
	}
	if w.Allowed != nil && !now.Before(*w.Allowed) {
		return kit.IconClock, "Better wait", k.Amber()
	}
	return kit.IconClock, "Not yet", k.Amber()
}

// When is the line under a window's name.
func When(w service.WindowView, now time.Time) string {
	switch w.State {
	case course.Open:
		return words.Since(w.Until, now)
	case course.Ask:
		return "Is your skin calm?"
	case course.Then:
		if w.ThenUntil != nil {
			return "until " + words.When(*w.ThenUntil, now)
		}
		return words.Since(w.Until, now)
	case course.Before:
		return "begins " + words.When(w.From, now)
	}
	return words.WaitsUntil(w.Until, now)
}

// card is one window: name, state, when, and how much of the wait has passed.
func (p *Page) card(w service.WindowView) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	icon, word, tone := Chip(k, w, st.Now, 150)
	head := k.Named(w.Name, icon, word, tone)
	when := When(w, st.Now)
	if word == WithCare {
		when = words.Stop(w.Then) + " " + words.Capital(when)
	}
	lines := []fyne.CanvasObject{head, kit.Gap(6), k.Muted(when)}
	for _, extra := range p.extras(w) {
		lines = append(lines, k.Muted(extra))
	}
	share := w.Share
	if w.State == course.Open || w.State == course.Then || w.State == course.Ask {
		share = 1
	}
	if w.State == course.Before {
		share = 0
	}
	label := w.Name + ": " + word + ", " + when
	return k.Press("today.window."+w.ID, label, kit.CardCorner, k.CardPadded(15, 13, kit.Ends(8, kit.Column(0, lines...), k.Progress(share, tone))), func() { p.do.Window(w) })
}

// extras are further lines for what is out of the ordinary.
func (p *Page) extras(w service.WindowView) []string {
	st := p.model.Status
	var out []string
	if w.State == course.Open {
		return nil
	}
	if name := st.SetBy(w); name != "" && setByAll(st) == "" {
		out = append(out, "Set by: "+name)
	}
	if w.State == course.Before {
		return out
	}
	if w.Hours != "" {
		out = append(out, "Each day, "+strings.Replace(w.Hours, "-", " to ", 1))
	}
	if w.Situation != "" {
		out = append(out, "When "+w.Situation)
	}
	if w.Extended {
		out = append(out, "You added time")
	}
	if w.Allowed != nil && w.State == course.Wait {
		if st.Now.Before(*w.Allowed) {
			out = append(out, "Allowed from "+words.When(*w.Allowed, st.Now))
		} else {
			out = append(out, "Allowed, but better to wait")
		}
	}
	return out
}

// setByAll names the one of several treatments that all waits come from: that is said once, above
// the cards. It is "" where they come from more than one, or only one is looked after.
func setByAll(st service.Status) string {
	all := ""
	for _, w := range st.Windows {
		name := st.SetBy(w)
		switch {
		case w.State == course.Open:
		case name == "" || all != "" && name != all:
			return ""
		default:
			all = name
		}
	}
	return all
}
