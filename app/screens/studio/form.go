package studio

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// form is the row that is open.
func (p *Page) form() fyne.CanvasObject {
	k, v := p.k, p.k.V
	e, ok := p.state.Draft.Row(p.state.Row)
	if !ok {
		return k.Card(k.Muted(v.T("studio.choose_row")))
	}
	parts := p.sentence(e)
	if !e.Kind.Part() && !e.Kind.Ingredients() {
		parts = append(parts, p.labelled(v.T("studio.rule"), k.Chips("studio/rule", choices(v, "studio.rule_", row.Rules), string(e.Rule), func(id string) {
			p.choose(row.Rule(id))
			k.GoTo("studio/rule." + id)
		})))
	} else {
		parts = append(parts, k.Muted(v.StudioPart(e)))
	}
	parts = append(parts, p.about(e)...)
	parts = append(parts, p.times(e)...)
	parts = append(parts, p.whom(e)...)
	parts = append(parts, p.texts(e)...)
	parts = append(parts, p.warnings(e)...)
	if len(e.More) > 0 {
		parts = append(parts, k.Muted(v.T("studio.more_keys", phrase.Args{"Keys": strings.Join(e.More, ", ")})))
	}
	if p.alone != nil {
		return kit.Column(kit.GapBetween, parts...)
	}
	return k.Card(kit.Column(kit.GapBetween, append(parts, p.acts(e))...))
}

// choose gives the row another rule.
func (p *Page) choose(rule row.Rule) {
	p.change("", func(e studio.Entry) row.Row { return e.Row.Clone().As(rule) })
}

// about is what the row is about.
func (p *Page) about(e studio.Entry) (parts []fyne.CanvasObject) {
	k, v := p.k, p.k.V
	suggested := fyne.CanvasObject(kit.Gap(kit.Target)) // its place is kept, so that nothing moves while one writes
	words := func(name, label, hint string, have []string, set func(words []string)) fyne.CanvasObject {
		entry := p.entry(name, label, strings.Join(have, ", "), hint, 240, func(text string) { set(split(text)) })
		if p.fields[name].here {
			if chips := p.suggest(name, entry, set); chips != nil {
				suggested = chips
			}
		}
		return p.labelled(label, entry)
	}
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
		parts = append(parts, words("what", v.T("studio.what"), v.T("studio.what_hint"), e.Words(), func(words []string) {
			p.change("what", func(e studio.Entry) row.Row { return e.WithWhat(words) })
		}))
	case studio.KindRoutine, studio.KindPhase:
		parts = append(parts, p.labelled(v.T("studio.called"), p.entry("what", v.T("studio.called"), e.Name, "", 240, func(text string) {
			p.with("what", func(r *row.Row) { r.Name = text })
		})))
	case studio.KindAvoid, studio.KindAllow, studio.KindUse, studio.KindProductWait:
		parts = append(parts, words("what", v.T("studio.ingredients"), "", e.What, func(words []string) {
			p.with("what", func(r *row.Row) { r.What = words })
		}))
	}
	if e.Kind == studio.KindWindow {
		label := v.T("studio.except")
		if e.Rule == row.Only {
			label = v.T("studio.only")
		}
		parts = append(parts, words("except", label, v.T("studio.except_hint"), e.Except, func(words []string) {
			p.with("except", func(r *row.Row) { r.Except = words })
		}))
		parts = []fyne.CanvasObject{kit.Beside(420, kit.GapInside, []float32{1, 1}, parts...)}
	}
	if e.Kind == studio.KindWindow || e.Kind == studio.KindCare {
		parts = []fyne.CanvasObject{kit.Column(4, append(parts, suggested)...)}
	}
	return parts
}

// suggest are things that the vocabulary knows and that begin as the word that is being typed; nil: none.
func (p *Page) suggest(name string, entry *kit.Entry, set func(words []string)) fyne.CanvasObject {
	words := split(entry.Text)
	if len(words) == 0 {
		return nil
	}
	last := len(words) - 1
	var chips []fyne.CanvasObject
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
	return kit.Wrap(6, 6, chips...)
}

// mostSuggested is how many words are offered: as many as fit one line.
const mostSuggested = 4

// sentence is what the sheet says; none for a row that no sheet says.
func (p *Page) sentence(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	if e.Kind == studio.KindClinic || e.Kind.Part() || e.Kind.Ingredients() {
		return nil
	}
	return []fyne.CanvasObject{p.labelled(v.T("studio.says"), p.lines("says", v.T("studio.says"), e.Says, v.T("studio.says_hint"), func(text string) {
		p.with("says", func(r *row.Row) { r.Says = text })
	}))}
}

// texts are what the person reads.
func (p *Page) texts(e studio.Entry) (parts []fyne.CanvasObject) {
	v := p.k.V
	if e.Kind == studio.KindClinic || e.Kind.Ingredients() || e.Kind == studio.KindWindowWhen || e.Kind == studio.KindRoutineWhen {
		return parts
	}
	label := v.T("studio.text")
	if e.Kind == studio.KindPhase {
		label = v.T("studio.text_expect")
	}
	return append(parts, p.labelled(label, p.lines("text", label, e.Text, "", func(text string) {
		p.with("text", func(r *row.Row) { r.Text = text })
	})))
}

// acts are what can be done with the row as a whole.
func (p *Page) acts(e studio.Entry) fyne.CanvasObject {
	k, v := p.k, p.k.V
	buttons := []fyne.CanvasObject{k.Secondary("studio/another", v.T("studio.another"), func() { p.add(row.Row{Rule: row.Avoid}) })}
	if !e.Kind.Part() && !e.Kind.Ingredients() && e.ID != "" {
		move := func(by int) func() { return func() { p.act(func(d *studio.Draft) error { return d.Move(e.Key, by) }) } }
		buttons = append(buttons, k.Secondary("studio/up", v.T("studio.up"), move(-1)), k.Secondary("studio/down", v.T("studio.down"), move(1)))
	}
	buttons = append(buttons, k.Secondary("studio/remove", v.T("studio.remove"), func() {
		p.act(func(d *studio.Draft) error { return d.Remove(e.Key) })
		p.open("")
	}))
	return kit.Wrap(8, 8, buttons...)
}

// warnings are what may be wrong with the row, above its form.
func (p *Page) warnings(e studio.Entry) (parts []fyne.CanvasObject) {
	k, v := p.k, p.k.V
	if e.Name == "" && len(e.What) == 0 && e.Says == "" && e.Text == "" && e.Phone == "" && e.ID != "" {
		return nil // nothing is written yet
	}
	for _, w := range p.looked.warnings {
		if w.Key != e.Key {
			continue
		}
		text := v.StudioWarning(w, func(key string) string {
			other, _ := p.state.Draft.Row(key)
			return v.StudioTitle(other)
		})
		if w.Kind == studio.NoSentence || w.Kind == studio.NeverShows {
			parts = append(parts, k.Notice(k.Muted(text)))
			continue
		}
		parts = append(parts, k.Banner(k.Amber(), k.Body(text)))
	}
	return parts
}
