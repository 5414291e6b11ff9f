package planfile

import (
	"errors"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// problems says in a sentence why the file cannot be used, and what to send to the clinic; the lines of the file stand
// behind "Details".
func (p *Page) problems() []fyne.CanvasObject {
	k, v := p.k, p.k.V
	wrong, mistakes := errors.AsType[guidance.Problems](p.file.Wrong)
	if !mistakes { // the file cannot be read at all
		return []fyne.CanvasObject{
			p.head("planopen.not_usable"),
			k.Banner(k.Amber(), kit.Column(6, k.Strong(v.Error(p.file.Wrong)), k.Body(v.T("planopen.nothing_changed")))),
		}
	}
	message := v.ProblemMessage(p.file.Name, wrong)
	details := v.T("planopen.details")
	if p.all {
		details = v.T("planopen.hide_details")
	}
	send := kit.Column(8, k.Section(v.T("planopen.send")), kit.Narrow(kit.TextWide, k.Body(v.T("planopen.send_how"))),
		kit.Wrap(kit.GapInside, 8,
			k.Primary("plan.copy", v.T("planopen.copy"), func() { p.do.Copy(message) }),
			k.Link("plan.details", details, func() { p.all = !p.all; p.draw() })))
	parts := []fyne.CanvasObject{
		p.head("planopen.not_usable"),
		k.Banner(k.Amber(), kit.Column(6, k.Strong(v.T("planopen.mistakes")), k.Body(v.T("planopen.nothing_changed")))),
		k.Card(send),
	}
	if p.all {
		var lines []fyne.CanvasObject
		for _, s := range v.PlanProblems(wrong) {
			lines = append(lines, k.Body(s))
		}
		parts = append(parts, k.Card(kit.Column(8, lines...)))
	}
	return parts
}
