package today

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// notices are what asks for attention above the cards: a pause, what is held back, "is your skin calm?".
func (p *Page) notices() []fyne.CanvasObject {
	k, st := p.k, p.model.Status
	var out []fyne.CanvasObject
	if st.Paused != nil {
		text := "Reminders are paused until " + words.When(*st.Paused, st.Now) + "."
		out = append(out, k.Banner(k.Water(), kit.Row(10, 1, k.Icon(kit.IconPause, 18, k.P.Water), k.Body(text),
			k.Secondary("today.resume", "Resume", p.do.Resume))))
	}
	if h := p.heldText(st); h != "" {
		out = append(out, k.Banner(k.Water(), kit.Row(10, 1, k.Icon(kit.IconBell, 18, k.P.Water), k.Body(h))))
	}
	var open []service.WindowView
	for _, w := range asking(st.Windows) {
		if !p.hushed[w.ID] {
			open = append(open, w)
		}
	}
	if len(open) > 0 {
		out = append(out, p.askCalm(open))
	}
	return out
}

// heldText tells what is kept back and why; a pause tells that of itself.
func (p *Page) heldText(st service.Status) string {
	var names []string
	reason, until := "", ""
	for _, h := range st.Held {
		if st.Paused != nil && h.Reason == "paused" {
			continue
		}
		names = append(names, p.k.V.NoticeTitle(h.News))
		reason = h.Reason
		if h.Until != nil {
			until = " until " + words.When(*h.Until, st.Now)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Held back" + until + ": " + strings.Join(names, ", ") + ". Reason: " + words.Stop(reason)
}

// askCalm asks about one window after the other: each may offer another extension.
func (p *Page) askCalm(open []service.WindowView) fyne.CanvasObject {
	k, w := p.k, open[0]
	text := "The time for " + strings.ToLower(w.Name) + " is up. Your plan also waits for calm skin."
	if name := p.model.Status.SetBy(w); name != "" {
		text = "The time for " + strings.ToLower(w.Name) + " is up (" + name + "). Your plan also waits for calm skin."
	}
	if len(open) > 1 {
		text += " After this one, Afterglow asks about the next."
	}
	no := k.Secondary("today.calm.no", "Not yet", func() {
		p.hushed[w.ID] = true
		p.draw()
	})
	if w.ExtendUntil != nil {
		no = k.Secondary("today.calm.no", "Not yet, wait "+words.Length(w.ExtendBy)+" more", func() { p.do.Extend(w.ID) })
	}
	yes := k.Secondary("today.calm.yes", "Yes, calm", func() { p.do.Calm(w.ID) })
	return k.Banner(k.Amber(), kit.Row(kit.GapBetween, 1,
		k.Icon(kit.IconAsk, 20, k.P.Amber),
		kit.Column(0, k.Strong("Is your skin calm?"), k.Body(text)),
		no, yes))
}

// soon is how far ahead the next task may lie to be offered as the thing to do.
const soon = 2 * time.Hour

// tasks are what is due now, each with its own Done, or the one thing that comes next.
func (p *Page) tasks() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	if len(st.Due) == 0 {
		return p.next()
	}
	rows := make([]fyne.CanvasObject, 0, 2*len(st.Due))
	for i, t := range st.Due {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		since := ""
		when := fyne.CanvasObject(k.Muted("Due now, since " + words.When(t.At, st.Now)))
		if len(st.Due) > 1 { // closer together, so that all are seen at once
			when = nil
			since = "Due since " + words.When(t.At, st.Now) + " · "
		}
		rows = append(rows, p.task(i, t, when, since))
	}
	return k.Accent(k.P.Rose, kit.Column(10, rows...))
}

// shown are the ids of the tasks on show, in their order.
func shown(st service.Status) []string {
	var ids []string
	for _, t := range st.Due {
		ids = append(ids, t.ID)
	}
	if len(ids) == 0 && st.Next != nil {
		ids = append(ids, st.Next.ID)
	}
	return ids
}

// next is what comes next.
func (p *Page) next() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	if st.Next == nil {
		return k.Card(k.Muted("Nothing is left to do. Your plan has no more reminders."))
	}
	t := *st.Next
	today := words.Date(t.At.In(st.Now.Location())) == words.Date(st.Now)
	when := "Next, " + words.When(t.At, st.Now)
	if today {
		when = "Next, at " + words.When(t.At, st.Now)
	}
	if t.Kind == "window" { // its words are those of a notification: they speak as if it had come
		when += " Afterglow tells you"
	}
	title, body := k.V.NoticeAt(t.News, t.At)
	text := kit.Column(0, k.Muted(when), k.Task(title), k.Muted(body))
	// What comes tomorrow cannot be done or put off yet.
	if t.Kind != "routine" || !today {
		return k.Accent(k.P.Rose, text)
	}
	// What is hours away may have been done early, but is no call to do it now.
	if t.At.Sub(st.Now) > soon {
		return k.Accent(k.P.Rose, kit.Row(kit.GapBetween, 0, text,
			k.Secondary("today.done", "Done already", func() { p.do.Done(t.ID) })))
	}
	return k.Accent(k.P.Rose, p.task(0, t, k.Muted(when), ""))
}

// task is one thing to do now: what, and the ways to answer it. The check-in asks something, so
// answering it comes before merely ticking it off.
func (p *Page) task(i int, t service.NextView, when fyne.CanvasObject, since string) fyne.CanvasObject {
	k := p.k
	id := func(name string) string {
		if i > 0 {
			return name + "." + strconv.Itoa(i+1)
		}
		return name
	}
	title, body := k.V.NoticeAt(t.News, t.At)
	text := kit.Column(0, when, k.Task(title), k.Muted(since+body))
	var later *kit.Press
	later = k.Secondary(id("today.later"), "Later", func() { p.laterMenu(later, t) })
	done := func() { p.do.Done(t.ID) }
	if t.Role == guidance.CheckIn {
		return kit.Row(kit.GapInside, 0, text, later, k.Secondary(id("today.done"), "Done", done),
			k.Primary(id("today.checkin"), "Check in", func() { p.do.CheckIn(t.ID) }))
	}
	return kit.Row(kit.GapInside, 0, text, later, k.Primary(id("today.done"), "Done", done))
}

// laterMenu lies under the Later of one task: once others are on show it would seem to be of one of those.
func (p *Page) laterMenu(at fyne.CanvasObject, t service.NextView) {
	tasks := shown(p.model.Status)
	p.do.Menu("later", at, func(st service.Status) bool { return slices.Equal(tasks, shown(st)) },
		kit.MenuItem{Text: "In 15 minutes", Do: func() { p.do.Later(t.ID, "15m") }},
		kit.MenuItem{Text: "In 1 hour", Do: func() { p.do.Later(t.ID, "1h") }},
		kit.MenuItem{Text: "Tonight", Do: func() { p.do.Later(t.ID, "tonight") }},
		kit.MenuItem{Text: "Leave it out this time", Do: func() { p.do.Skip(t.ID) }, Apart: true},
	)
}
