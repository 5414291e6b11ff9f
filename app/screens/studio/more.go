package studio

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// more is something that few rows say. Its fields stand in the form of a row that says it, or once it is chosen.
type more struct {
	id    string // the end of its message, and the field that the keyboard goes to
	kinds []studio.Kind
	says  func(e studio.Entry) bool
	draw  func(p *Page, e studio.Entry) []fyne.CanvasObject
}

// mores are all of them, in the order in which a form offers them.
func mores() []more {
	return []more{
		{"then", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.Then != "" || e.ThenUntil != "" || len(e.ThenAvoid) > 0 }, (*Page).then},
		{"calm", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.AndCalm }, (*Page).calmToo},
		{"allowed", []studio.Kind{studio.KindWindow, studio.KindRoutine, studio.KindRoutineWhen}, func(e studio.Entry) bool { return e.Allowed != "" }, (*Page).allowed},
		{"hours", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.Hours != "" }, (*Page).hours},
		{"never", []studio.Kind{studio.KindCare}, func(e studio.Entry) bool { return len(e.Never) > 0 }, (*Page).never},
		{"situation", []studio.Kind{studio.KindWindow, studio.KindRoutine, studio.KindCare}, func(e studio.Entry) bool { return e.Situation != "" }, (*Page).situation},
		{"extend", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.Extend != "" }, (*Page).extend},
		{"after", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.After != "" }, line("after", func(r *row.Row) *string { return &r.After })},
		{"why", []studio.Kind{studio.KindWindow}, func(e studio.Entry) bool { return e.Why != "" }, line("why", func(r *row.Row) *string { return &r.Why })},
		{"ask", []studio.Kind{studio.KindRoutine}, func(e studio.Entry) bool { return e.Ask != "" }, line("ask", func(r *row.Row) *string { return &r.Ask })},
		{"useful", []studio.Kind{studio.KindRoutine}, func(e studio.Entry) bool { return e.UsefulFor != "" }, (*Page).useful},
		{"usually", []studio.Kind{studio.KindWindowWhen}, func(e studio.Entry) bool { return e.Usually != "" }, func(p *Page, e studio.Entry) []fyne.CanvasObject {
			return []fyne.CanvasObject{p.moment(p.usually(e))}
		}},
		{"then-until", []studio.Kind{studio.KindWindowWhen}, func(e studio.Entry) bool { return e.ThenUntil != "" }, func(p *Page, e studio.Entry) []fyne.CanvasObject {
			return []fyne.CanvasObject{p.thenUntil(e, studio.TimeUnsaid)}
		}},
	}
}

// fits says whether a row can say it: a wait that the skin ends needs no second word of it, and leave to begin nothing else.
func (m more) fits(e studio.Entry) bool {
	switch {
	case !slices.Contains(m.kinds, e.Kind):
		return false
	case m.id == "calm":
		return e.AndCalm || studio.ReadTime(e.End(), true).Kind != studio.TimeCalm
	case m.id == "situation":
		return !e.Prescribed
	}
	return true
}

// further are the fields of what the row says besides, and of what was chosen for it.
func (p *Page) further(e studio.Entry) (parts []fyne.CanvasObject) {
	for _, m := range mores() {
		if m.fits(e) && (m.says(e) || p.chosen[m.id]) {
			parts = append(parts, m.draw(p, e)...)
		}
	}
	return parts
}

// offer is what else the row can say: a link that opens a choice of it.
func (p *Page) offer(e studio.Entry) []fyne.CanvasObject {
	k, v := p.k, p.k.V
	var chips []*kit.Press
	for _, m := range mores() {
		if m.fits(e) && !m.says(e) && !p.chosen[m.id] {
			chips = append(chips, k.Chip("studio/more."+m.id, v.T("studio.more_"+m.id), func() {
				p.chosen[m.id] = true
				p.draw()
				k.GoTo("studio/" + m.id)
			}))
		}
	}
	for _, part := range e.Kind.Parts() {
		if p.alone == nil { // a row alone has no others below it
			chips = append(chips, k.Chip("studio/part."+string(part), v.T("studio.more_"+partName(part)), func() { p.part(part) }))
		}
	}
	switch {
	case len(chips) == 0:
		return nil
	case !p.offered:
		return []fyne.CanvasObject{kit.Left(k.Link("studio/more", v.T("studio.more"), func() {
			p.offered = true
			p.draw()
			for _, m := range mores() {
				if m.fits(e) && k.Known("studio/more."+m.id) != nil {
					k.GoTo("studio/more." + m.id)
					return
				}
			}
		}))}
	}
	return []fyne.CanvasObject{p.labelled(v.T("studio.more_head"), k.Offers(8, 8, chips...))}
}

// partName is the end of the message that offers a part.
func partName(k studio.Kind) string {
	if k == studio.KindStage {
		return "stage"
	}
	return "when"
}

// part gives the open row a part, and opens that.
func (p *Page) part(kind studio.Kind) {
	key := ""
	p.act(func(d *studio.Draft) (err error) {
		key, err = d.AddPart(p.state.Row, kind)
		return err
	})
	if key == "" || p.wrong != nil {
		return
	}
	p.open(key)
	if kind == studio.KindStage {
		p.k.GoTo("studio/until")
		return
	}
	p.k.GoTo("studio/device.roller")
}

// then is what follows a wait.
func (p *Page) then(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	text := p.labelled(v.T("studio.then"), p.entry("then", v.T("studio.then"), e.Then, v.T("studio.then_hint"), 240, func(text string) {
		p.with("then", func(r *row.Row) { r.Then = text })
	}))
	avoid, suggested := p.words("then-avoid", v.T("studio.then_avoid"), v.T("studio.then_avoid_hint"), e.ThenAvoid, func(words []string) {
		p.with("then-avoid", func(r *row.Row) { r.ThenAvoid = words })
	})
	return []fyne.CanvasObject{text, p.thenUntil(e, studio.TimeNoEnd), offered(avoid, suggested)}
}

// thenUntil is when what follows a wait ends.
func (p *Page) thenUntil(e studio.Entry, empty studio.TimeKind) fyne.CanvasObject {
	offer := studio.Ends
	if empty != studio.TimeNoEnd {
		offer = append([]studio.TimeKind{empty}, studio.Ends...)
	}
	return p.moment(moment{name: "then-until", label: p.k.V.T("studio.then_until"), said: e.ThenUntil, end: true, empty: empty, offer: offer, set: func(r *row.Row, s string) { r.ThenUntil = s }})
}

// calmToo is whether a wait's time alone does not end it.
func (p *Page) calmToo(e studio.Entry) []fyne.CanvasObject {
	check := p.k.Check("studio/calm", p.k.V.T("studio.and_calm"), e.AndCalm, func(on bool) { p.with("", func(r *row.Row) { r.AndCalm = on }) })
	if !e.AndCalm {
		return []fyne.CanvasObject{check}
	}
	return []fyne.CanvasObject{check, p.condition(e)}
}

func (p *Page) allowed(e studio.Entry) []fyne.CanvasObject {
	return []fyne.CanvasObject{p.moment(moment{name: "allowed", label: p.k.V.T("studio.allowed"), said: e.Allowed, end: true, empty: studio.TimeUnsaid,
		offer: studio.Allows, set: func(r *row.Row, s string) { r.Allowed = s }})}
}

func (p *Page) hours(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	return []fyne.CanvasObject{p.labelled(v.T("studio.hours"), kit.Left(p.entry("hours", v.T("studio.hours"), e.Hours, v.T("studio.hours_hint"), 160, func(text string) {
		p.with("hours", func(r *row.Row) { r.Hours = studio.ReadHours(text) })
	})))}
}

func (p *Page) never(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	never, suggested := p.words("never", v.T("studio.never"), v.T("studio.never_hint"), e.Never, func(words []string) {
		p.with("never", func(r *row.Row) { r.Never = words })
	})
	return []fyne.CanvasObject{offered(never, suggested)}
}

func (p *Page) situation(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	return []fyne.CanvasObject{p.labelled(v.T("studio.situation"), p.entry("situation", v.T("studio.situation"), e.Situation, v.T("studio.situation_hint"), 240, func(text string) {
		p.with("situation", func(r *row.Row) { r.Situation = text })
	}))}
}

func (p *Page) extend(e studio.Entry) []fyne.CanvasObject {
	return []fyne.CanvasObject{p.length("extend", p.k.V.T("studio.extend"), e.Extend, studio.Time{Number: "1", Unit: "days"}, func(r *row.Row, s string) { r.Extend = s })}
}

func (p *Page) useful(e studio.Entry) []fyne.CanvasObject {
	return []fyne.CanvasObject{p.length("useful", p.k.V.T("studio.useful"), e.UsefulFor, studio.Time{Number: "2", Unit: "hours"}, func(r *row.Row, s string) { r.UsefulFor = s })}
}

// length is a length of time that a row may say; first is what it is when it is chosen.
func (p *Page) length(name, label, said string, first studio.Time, set func(r *row.Row, said string)) fyne.CanvasObject {
	return p.moment(moment{name: name, label: label, said: said, end: true, empty: studio.TimeUnsaid, offer: studio.Lengths, words: "studio.length_", first: first, set: set})
}

// line is a sentence that a row may say.
func line(name string, of func(r *row.Row) *string) func(p *Page, e studio.Entry) []fyne.CanvasObject {
	return func(p *Page, e studio.Entry) []fyne.CanvasObject {
		label := p.k.V.T("studio.say_" + name)
		return []fyne.CanvasObject{p.labelled(label, p.entry(name, label, *of(&e.Row), p.k.V.T("studio.say_"+name+"_hint"), 240, func(text string) {
			p.with(name, func(r *row.Row) { *of(r) = text })
		}))}
	}
}
