package paste

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/studio"
	"afterglow/app/studio/row"
)

// change opens the form of a proposed row in its place. One that is open is done with.
func (p *Page) change(n int) {
	p.keepForm()
	p.formOf(n, p.state.proposal(n).Row)
	p.draw()
	p.k.GoTo("studio/says")
}

// formOf makes the form of a row.
func (p *Page) formOf(n int, r row.Row) {
	form, err := studio.OneOf(p.k, r, p.do.Now(), p.do.Look, p.draw)
	if err != nil {
		p.form, p.wrong = nil, p.k.V.Error(err)
		return
	}
	p.form, p.changing = form, n
}

// keepForm takes the row that is open as its form says it.
func (p *Page) keepForm() {
	if p.form == nil {
		return
	}
	r := p.form.Row()
	p.state.changed[p.changing], p.state.answers[p.changing] = &r, taken
	p.form = nil
}

// closeForm leaves the form, and puts the keyboard at the row's answer.
func (p *Page) closeForm() {
	p.form = nil
	p.draw()
	p.k.GoTo("paste.change." + strconv.Itoa(p.changing))
}

// inForm is a proposed row while it is changed.
func (p *Page) inForm(n int, name fyne.CanvasObject) fyne.CanvasObject {
	k, v := p.k, p.k.V
	done := k.Primary("paste.changed", v.T("paste.changed"), func() {
		p.keepForm()
		p.closeForm()
	})
	buttons := []fyne.CanvasObject{done, k.Secondary("paste.unchanged", v.T("paste.unchanged"), p.closeForm)}
	if p.state.changed[n] != nil {
		buttons = append(buttons, k.Quiet("paste.as_read", v.T("paste.as_read"), func() {
			p.state.changed[n] = nil
			p.closeForm()
		}))
	}
	return k.Banner(k.Rose(), kit.Column(kit.GapBetween, name, p.form.Object(), kit.Wrap(8, 8, buttons...)))
}
