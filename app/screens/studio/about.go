package studio

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// about is what the row is about.
func (p *Page) about(e studio.Entry) []fyne.CanvasObject {
	k, v := p.k, p.k.V
	switch e.Kind {
	case studio.KindClinic:
		return []fyne.CanvasObject{
			p.labelled(v.T("studio.clinic"), p.entry("clinic", v.T("studio.clinic"), e.Name, "", 240, func(text string) { p.with("clinic", func(r *row.Row) { r.Name = text }) })),
			p.labelled(v.T("studio.phone"), p.entry("phone", v.T("studio.phone"), e.Phone, "", 240, func(text string) { p.with("phone", func(r *row.Row) { r.Phone = text }) })),
		}
	case studio.KindCall:
		acts := []string{row.ActEmergency, row.ActToday, row.ActClinic}
		return []fyne.CanvasObject{p.labelled(v.T("studio.act"), k.Chips("studio/act", choices(v, "studio.act_", acts), e.Act, func(id string) {
			p.with("", func(r *row.Row) { r.Act = id })
			k.GoTo("studio/act." + id)
		}))}
	case studio.KindSpacing:
		return []fyne.CanvasObject{p.labelled(v.T("studio.sessions"), kit.Left(p.entry("sessions", v.T("studio.sessions"), e.Sessions, v.T("studio.sessions_hint"), 100, func(text string) {
			p.with("sessions", func(r *row.Row) { r.Sessions = strings.TrimSpace(text) })
		})))}
	case studio.KindWindow, studio.KindCare:
		what, suggested := p.words("what", v.T("studio.what"), v.T("studio.what_hint"), e.Words(), func(words []string) {
			p.change("what", func(e studio.Entry) row.Row { return e.WithWhat(words) })
		})
		if e.Kind == studio.KindCare {
			return []fyne.CanvasObject{offered(what, suggested)}
		}
		label := v.T("studio.except")
		if e.Rule == row.Only {
			label = v.T("studio.only")
		}
		except, more := p.words("except", label, v.T("studio.except_hint"), e.Except, func(words []string) {
			p.with("except", func(r *row.Row) { r.Except = words })
		})
		if p.long(e.Words()) {
			return []fyne.CanvasObject{offered(what, suggested), offered(except, more)}
		}
		return []fyne.CanvasObject{offered(kit.Beside(420, kit.GapInside, []float32{1, 1}, what, except), suggested, more)}
	case studio.KindRoutine, studio.KindPhase:
		return []fyne.CanvasObject{p.labelled(v.T("studio.called"), p.entry("what", v.T("studio.called"), e.Name, "", 240, func(text string) {
			p.with("what", func(r *row.Row) { r.Name = text })
		}))}
	case studio.KindAvoid, studio.KindAllow, studio.KindUse, studio.KindProductWait:
		what, _ := p.words("what", v.T("studio.ingredients"), "", e.What, func(words []string) {
			p.with("what", func(r *row.Row) { r.What = words })
		})
		return []fyne.CanvasObject{what}
	}
	return nil
}

// words is a field of things with commas between them, and what the vocabulary suggests for the one that is being typed;
// nil: nothing.
func (p *Page) words(name, label, hint string, have []string, set func(words []string)) (field, suggested fyne.CanvasObject) {
	entry := p.entry(name, label, strings.Join(have, ", "), hint, 240, func(text string) { set(split(text)) })
	if p.fields[name].here {
		suggested = p.suggest(name, entry, set)
	}
	return p.labelled(label, entry), suggested
}

// long says whether the things that the row is about get a line of their own: half of one would cut them off. It holds until
// the keyboard is elsewhere, so that nothing moves while one writes.
func (p *Page) long(words []string) bool {
	if f := p.fields["what"]; f == nil || !f.here {
		p.wideWhat = utf8.RuneCountInString(strings.Join(words, ", ")) > mostInHalf
	}
	return p.wideWhat
}

// mostInHalf is how many letters fit half a line of the form.
const mostInHalf = 26

// offered is a field with the line for its suggestions below it. The line's place is kept, so that nothing moves while one
// writes.
func offered(field fyne.CanvasObject, suggested ...fyne.CanvasObject) fyne.CanvasObject {
	for _, s := range suggested {
		if s != nil {
			return kit.Column(4, field, s)
		}
	}
	return kit.Column(4, field, kit.Gap(kit.Target))
}

// suggest are things that the vocabulary knows and that begin as the word that is being typed; nil: none.
func (p *Page) suggest(name string, entry *kit.Entry, set func(words []string)) fyne.CanvasObject {
	words := split(entry.Text)
	if len(words) == 0 {
		return nil
	}
	last := len(words) - 1
	var chips []*kit.Press
	for i, s := range studio.Suggest(words[last], words, mostSuggested) {
		chips = append(chips, p.k.Chip("studio/"+name+".suggest."+strconv.Itoa(i), s, func() {
			next := slices.Clone(words)
			next[last] = s
			entry.OnChanged = func(string) {}
			entry.SetText(strings.Join(next, ", "))
			f := p.fields[name]
			entry.OnChanged = func(text string) { f.set(text) }
			set(next)
			p.k.GoTo("studio/" + name)
		}))
	}
	if len(chips) == 0 {
		return nil
	}
	return p.k.Offers(6, 6, chips...)
}

// mostSuggested is how many words are offered: as many as fit one line.
const mostSuggested = 4
