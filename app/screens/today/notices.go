package today

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/reminder"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// notices are what asks for attention above the cards: a pause, what is held back, "is your skin calm?".
func (p *Page) notices() []fyne.CanvasObject {
	k, st := p.k, p.model.Status
	var out []fyne.CanvasObject
	if notice := p.unread(); notice != nil {
		out = append(out, notice)
	}
	if p.model.Silent {
		out = append(out, k.Notice(kit.Row(10, 1, k.Icon(kit.IconBell, 18, k.P.Amber), kit.Answered(kit.GapInside, k.Body(k.V.T("today.silent")),
			k.Secondary("today.remind", k.V.T("today.remind"), p.do.Remind)))))
	}
	if p.model.Past != nil {
		out = append(out, p.overNotice())
	}
	if t := st.Coming(); t != nil {
		out = append(out, k.Notice(kit.Row(10, 1, k.Icon(kit.IconClock, 18, k.P.Rose), kit.Answered(kit.GapInside, k.Body(k.V.T("today.next_one", phrase.Args{"At": t.At})),
			k.Link("today.next_one.change", k.V.T("ahead.change"), func() { p.do.Change(*t) })))))
	}
	if st.Paused != nil {
		text := k.V.T("today.paused", phrase.Args{"Until": *st.Paused})
		out = append(out, k.Notice(kit.Row(10, 1, k.Icon(kit.IconPause, 18, k.P.Muted), kit.Answered(kit.GapInside, k.Body(text),
			k.Secondary("today.resume", k.V.T("today.resume"), p.do.Resume)))))
	}
	if h := p.held(); h != "" {
		out = append(out, k.Notice(kit.Row(10, 1, k.Icon(kit.IconBell, 18, k.P.Muted), k.Body(h))))
	}
	var open []service.WindowView
	for _, w := range st.Asking() {
		if !p.dismissed[w.ID] {
			open = append(open, w)
		}
	}
	if len(open) > 0 {
		out = append(out, p.askCalm(open))
	}
	return out
}

// unread tells that a treatment's plan cannot be read any more, so that its waits are not shown; nil: all can.
func (p *Page) unread() fyne.CanvasObject {
	k, err := p.k, p.model.Status.Unread
	if err == nil {
		return nil
	}
	return k.Banner(k.Amber(), k.Body(k.V.Error(err)))
}

// mostHeld is how many reminders that are kept back are named; of more their number is enough.
const mostHeld = 2

// held tells what is kept back and why; a pause tells that of itself.
func (p *Page) held() string {
	st := p.model.Status
	var names []string
	args := phrase.Args{}
	for _, h := range st.Held {
		if st.Paused != nil && h.Reason == reminder.HeldPaused {
			continue
		}
		names = append(names, p.k.V.NoticeTitle(h.News))
		args["Reason"] = p.k.V.Held(h.Reason, h.By)
		if h.Until != nil {
			args["Until"] = *h.Until
		}
	}
	args["Names"], args["Count"] = names, len(names)
	switch many, until := len(names) > mostHeld, args["Until"] != nil; {
	case len(names) == 0:
		return ""
	case many && until:
		return p.k.V.T("today.held_many_until", args)
	case many:
		return p.k.V.T("today.held_many", args)
	case until:
		return p.k.V.T("today.held_until", args)
	}
	return p.k.V.T("today.held", args)
}

// askCalm asks about one window after the other: each may offer another extension.
func (p *Page) askCalm(open []service.WindowView) fyne.CanvasObject {
	k, w := p.k, open[0]
	args := phrase.Args{"Name": k.V.Inside(w.Name)}
	question, yesText := k.V.Question(w.End.Condition), k.V.T("today.calm_yes")
	text := k.V.T("today.calm_why", args)
	if w.End.Condition != "" || w.End.ByWord() {
		yesText, text = k.V.T("today.condition_yes"), k.V.T("today.condition_why", args)
		if w.End.Condition == "" {
			yesText = k.V.T("today.calm_yes")
		}
	} else if name := k.V.SetBy(p.model.Status.Setters(w)); name != "" {
		text = k.V.T("today.calm_why_of", args, phrase.Args{"Treatment": name})
	}
	if w.Part {
		text = k.V.T("today.part_why", args)
	}
	if len(open) > 1 {
		text = phrase.Paragraph(text, k.V.T("today.calm_further"))
	}
	no := k.Secondary("today.calm.no", k.V.T("today.calm_no"), func() {
		p.dismissed[w.ID] = true
		p.draw()
	})
	if w.ExtendUntil != nil {
		no = k.Secondary("today.calm.no", k.V.T("today.calm_extend", phrase.Args{"Length": w.Extend}), func() { p.do.Extend(w.ID) })
	}
	yes := k.Secondary("today.calm.yes", yesText, func() { p.do.Calm(w.ID) })
	return k.Banner(k.Amber(), kit.Answered(kit.GapBetween,
		kit.Row(kit.GapBetween, 1, k.Icon(kit.IconAsk, 20, k.P.Amber), kit.Column(0, k.Strong(question), k.Body(text))), no, yes))
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
		var since *time.Time
		when := fyne.CanvasObject(k.Muted(k.V.T("today.due_since", phrase.Args{"Since": t.At})))
		if len(st.Due) > 1 { // closer together, so that all are seen at once
			when, since = nil, &t.At
		}
		rows = append(rows, p.task(i, t, when, since))
	}
	return k.Card(kit.Column(10, rows...))
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
		return k.Card(k.Muted(k.V.T("today.nothing_left")))
	}
	t := *st.Next
	today := course.DateOf(t.At, st.Now.Location()) == course.DateOf(st.Now, st.Now.Location())
	when := k.V.UpNext(t)
	title, body := k.V.Task(t.News, t.At)
	text := kit.Column(0, k.Muted(when), k.Task(title), k.Muted(body))
	// What comes tomorrow cannot be done or put off yet.
	if t.Kind != "routine" || !today {
		return k.Card(text)
	}
	// What is hours away may have been done early, but is no call to do it now.
	if t.At.Sub(st.Now) > soon {
		if t.Role == guidance.CheckIn {
			return k.Card(text)
		}
		return k.Card(kit.Answered(kit.GapBetween, text,
			k.Secondary("today.done", k.V.T("today.done_already"), func() { p.do.Done(t.ID) }).Of(title)))
	}
	return k.Card(p.task(0, t, k.Muted(when), nil))
}

// task is one thing to do now: what, and the ways to answer it. The check-in asks something: it is answered, never
// merely ticked off.
func (p *Page) task(i int, t service.NextView, when fyne.CanvasObject, since *time.Time) fyne.CanvasObject {
	k := p.k
	id := func(name string) string {
		if i > 0 {
			return name + "." + strconv.Itoa(i+1)
		}
		return name
	}
	title, body := k.V.Task(t.News, t.At)
	if since != nil {
		body = k.V.T("today.due_body", phrase.Args{"Since": *since, "Body": body})
	}
	text := kit.Column(0, when, k.Task(title), k.Muted(body))
	var later *kit.Press
	later = k.Secondary(id("today.later"), k.V.T("today.later"), func() { p.laterMenu(later, t) }).Of(title)
	if t.Role == guidance.CheckIn {
		return kit.Answered(kit.GapInside, text, later, p.answer(id("today.checkin"), i, k.V.T("today.check_in"), func() { p.do.CheckIn(t.ID) }).Of(title))
	}
	return kit.Answered(kit.GapInside, text, later, p.answer(id("today.done"), i, k.V.T("today.done"), func() { p.do.Done(t.ID) }).Of(title))
}

// answer is the button that answers the task at index i: of several tasks the first has the page's one filled button.
func (p *Page) answer(id string, i int, text string, tap func()) *kit.Press {
	if i > 0 {
		return p.k.Secondary(id, text, tap)
	}
	return p.k.Primary(id, text, tap)
}

// laterMenu lies under the Later of one task: once others are on show it would seem to be of one of those, and it
// offers no delay that has passed.
func (p *Page) laterMenu(at fyne.CanvasObject, t service.NextView) {
	tasks, delays := shown(p.model.Status), p.model.Status.Delays
	var items []kit.MenuItem
	for _, d := range delays {
		items = append(items, kit.MenuItem{Text: p.k.V.Delay(d), Do: func() { p.do.Later(t.ID, d) }})
	}
	items = append(items, kit.MenuItem{Text: p.k.V.T("today.leave_out"), Do: func() { p.do.Skip(t.ID) }, Apart: true})
	p.do.Menu("later", at, func(st service.Status) bool {
		return slices.Equal(tasks, shown(st)) && slices.Equal(delays, st.Delays)
	}, items...)
}
