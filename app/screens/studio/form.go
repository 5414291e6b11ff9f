package studio

import (
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
	parts := append(p.sentence(e), p.filling(e)...)
	if !e.Kind.Part() && !e.Kind.Ingredients() {
		parts = append(parts, p.labelled(v.T("studio.rule"), k.Chips("studio/rule", choices(v, "studio.rule_", row.Rules), string(e.Rule), func(id string) {
			p.choose(row.Rule(id))
		})))
		parts = append(parts, p.aside(e)...)
	} else {
		parts = append(parts, k.Muted(v.StudioPart(e)))
	}
	parts = append(parts, p.about(e)...)
	parts = append(parts, p.times(e)...)
	parts = append(parts, p.further(e)...)
	whom, offer := p.whom(e), p.offer(e)
	if len(whom) == 1 && len(offer) == 1 && !p.offered { // two links
		parts = append(parts, kit.Wrap(kit.GapBetween, 4, whom[0], offer[0]))
	} else {
		parts = append(append(parts, whom...), offer...)
	}
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

// choose gives the row another rule. Of something to do the next question is how often.
func (p *Page) choose(rule row.Rule) {
	p.change("", func(e studio.Entry) row.Row { return e.Row.Clone().As(rule) })
	if rule == row.Do {
		p.k.GoTo("studio/often")
		return
	}
	p.k.GoTo("studio/rule." + string(rule))
}

// aside tells what the row said before it was made one of another kind, and does not say now.
func (p *Page) aside(e studio.Entry) []fyne.CanvasObject {
	k, v := p.k, p.k.V
	parts, keys := p.state.Draft.Spare(e.Key)
	told := v.StudioAside(p.state.aside, parts, keys)
	if len(told) == 0 {
		return nil
	}
	lines := []fyne.CanvasObject{k.Body(v.T("studio.aside"))}
	for _, l := range told {
		lines = append(lines, k.Muted(l))
	}
	return []fyne.CanvasObject{k.Notice(kit.Column(4, lines...))}
}

// sentence is what the sheet says; none for a row that no sheet says.
func (p *Page) sentence(e studio.Entry) []fyne.CanvasObject {
	v := p.k.V
	if e.Kind == studio.KindClinic || e.Kind.Part() || e.Kind.Ingredients() {
		return nil
	}
	return []fyne.CanvasObject{p.labelled(v.T("studio.says"), p.lines("says", v.T("studio.says"), e.Says, v.T("studio.says_hint"), p.enterSentence, func(text string) {
		p.filled = nil
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
	return append(parts, p.labelled(label, p.lines("text", label, e.Text, "", p.Next, func(text string) {
		p.with("text", func(r *row.Row) { r.Text = text })
	})))
}

// acts are what can be done with the row as a whole.
func (p *Page) acts(e studio.Entry) fyne.CanvasObject {
	k, v := p.k, p.k.V
	buttons := []fyne.CanvasObject{k.Secondary("studio/another", v.T("studio.another"), p.Next)}
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
	if p.isEmpty(e) {
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
