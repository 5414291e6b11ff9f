package calls

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// clinic is whom to call, with the number large; without one there is a field for it.
func (p *Page) clinic() fyne.CanvasObject {
	k, c := p.k, p.model.Plan.Clinic
	who := []fyne.CanvasObject{k.Muted(k.V.T("calls.your_clinic"))}
	if c.Name != "" {
		who = append(who, k.Task(c.Name))
	}
	if c.Phone == "" || p.editing {
		return k.Card(kit.Column(8, kit.Column(2, who...), p.field()))
	}
	who = append(who, k.Title(c.Phone))
	if p.model.Typed {
		who = append(who, kit.Left(k.Link("calls.change", k.V.T("calls.change"), p.edit)))
	}
	if p.model.Own != "" {
		who = append(who, k.Muted(k.V.T("calls.own", phrase.Args{"Phone": p.model.Own})))
	}
	return k.Card(kit.Answered(kit.GapBetween, kit.Column(2, who...),
		k.Secondary("calls.copy", k.V.T("calls.copy"), func() { p.do.Copy(c.Phone) }),
		k.Clinic("calls.call", k.V.T("calls.call"), func() { p.do.Call(c.Phone) })))
}

// field asks for the number.
func (p *Page) field() fyne.CanvasObject {
	k, v := p.k, p.k.V
	e := k.Entry("calls.number", p.draft, v.T("settings.hint_phone"), 220, nil)
	e.Name = v.T("calls.number")
	e.OnChanged = func(s string) { p.draft = s }
	e.OnSubmitted = func(string) { p.save() }
	parts := []fyne.CanvasObject{e, k.Secondary("calls.save", v.T("calls.save"), p.save)}
	if p.editing {
		parts = append(parts, k.Secondary("calls.leave", v.T("calls.leave"), func() {
			p.editing, p.wrong = false, nil
			k.Rebuild(p.draw)
			k.GoTo("calls.change")
		}))
	}
	lines := []fyne.CanvasObject{k.Muted(v.T("calls.no_number")), kit.Wrap(10, 8, parts...)}
	if p.wrong != nil {
		lines = append(lines, k.Wrong(p.wrong))
	}
	return kit.Column(8, lines...)
}

// edit changes the number that the person wrote down.
func (p *Page) edit() {
	p.editing, p.draft = true, p.model.Plan.Clinic.Phone
	p.k.Rebuild(p.draw)
	p.k.GoTo("calls.number")
}

// save keeps what was typed. Nothing typed is nothing to keep, but it takes a number away that is changed.
func (p *Page) save() {
	number := strings.TrimSpace(p.draft)
	if number == "" && !p.editing {
		p.k.GoTo("calls.number")
		return
	}
	p.do.Save(number, func(err error) {
		if p.wrong = err; err != nil {
			p.k.Rebuild(p.draw)
			p.k.GoTo("calls.number")
			return
		}
		p.editing, p.draft = false, ""
	})
}
