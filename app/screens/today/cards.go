package today

import (
	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Chip is how a window's state is told: icon, word and tone together. room is the width there is for it.
func Chip(k *kit.Kit, w service.WindowView, room float32) (icon, word string, tone kit.Tone) {
	if word = k.V.WindowState(w); kit.PillWidth(word) > room {
		word = k.V.WindowStateBrief(w)
	}
	switch w.State {
	case course.Open:
		return kit.IconCheck, word, k.Sage()
	case course.Ask:
		return kit.IconAsk, word, k.Amber()
	case course.Then:
		return kit.IconShade, word, k.Water()
	case course.Before:
		return kit.IconClock, word, k.Neutral()
	}
	return kit.IconClock, word, k.Amber()
}

// roomForState is the width of a card's chip at most.
const roomForState = 150

// card is one window: name, state, when, and how much of the wait has passed.
func (p *Page) card(w service.WindowView) fyne.CanvasObject {
	k := p.k
	icon, word, tone := Chip(k, w, roomForState)
	head := k.Named(w.Name, icon, word, tone)
	when := k.V.CardTime(w)
	if w.State == course.Then && word != phrase.Bare(w.Then) { // the plan's words find no room beside the name
		when = k.V.ThenLine(w)
	}
	lines := []fyne.CanvasObject{head, kit.Gap(6), k.Muted(when)}
	if by := p.setBy(w); by != "" {
		lines = append(lines, k.Muted(k.V.T("today.set_by", phrase.Args{"Treatment": by})))
	}
	for _, term := range k.V.WindowTerms(w) {
		lines = append(lines, k.Muted(term))
	}
	label := k.V.T("today.card", phrase.Args{"Name": w.Name, "State": word, "When": when})
	return k.Press("today.window."+w.ID, label, kit.CardCorner, k.CardPadded(13, 13, kit.Ends(8, kit.Column(0, lines...), k.Progress(passed(w), tone))), func() { p.do.Window(w) })
}

// passed is how much of the wait is over, 0 to 1.
func passed(w service.WindowView) float64 {
	switch w.State {
	case course.Open, course.Then, course.Ask:
		return 1
	case course.Before:
		return 0
	}
	return w.Share
}

// setBy is the treatment that a wait comes from; "" if it is open, or if that is said above the cards for all.
func (p *Page) setBy(w service.WindowView) string {
	if w.State == course.Open || p.setByAll() != "" {
		return ""
	}
	return p.k.V.SetBy(p.model.Status.Setters(w))
}

// setByAll names the one of several treatments that all waits come from: that is said once, above
// the cards. It is "" if they come from more than one, or only one is looked after.
func (p *Page) setByAll() string {
	all := ""
	for _, w := range p.model.Status.Windows {
		name := p.k.V.SetBy(p.model.Status.Setters(w))
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
