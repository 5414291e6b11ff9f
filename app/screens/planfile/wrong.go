package planfile

import (
	"errors"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// Mistakes tells why a plan file cannot be used, wherever one is opened.
type Mistakes struct {
	ID      string // begins those of what can be pressed
	File    string
	Wrong   error // guidance.Problems, or why the file cannot be read
	Details bool  // the lines of the file are on show
	Turn    func()
	Copy    func(text string) // puts a message for the clinic on the clipboard
}

// Object says in a sentence why the file cannot be used, and what to send to the clinic; the lines of the file stand
// behind "Details".
func (m Mistakes) Object(k *kit.Kit) fyne.CanvasObject {
	v := k.V
	wrong, mistakes := errors.AsType[guidance.Problems](m.Wrong)
	if !mistakes { // the file cannot be read at all
		return k.Banner(k.Amber(), kit.Column(6, k.Strong(v.Error(m.Wrong)), k.Body(v.T("planopen.nothing_changed"))))
	}
	details := v.T("planopen.details")
	if m.Details {
		details = v.T("planopen.hide_details")
	}
	parts := []fyne.CanvasObject{
		k.Banner(k.Amber(), kit.Column(6, k.Strong(v.T("planopen.mistakes")), k.Body(v.T("planopen.nothing_changed")))),
		k.Card(kit.Column(8, k.Section(v.T("planopen.send")), kit.Narrow(kit.TextWide, k.Body(v.T("planopen.send_how"))),
			kit.Wrap(kit.GapInside, 8,
				k.Secondary(m.ID+".copy", v.T("planopen.copy"), func() { m.Copy(v.ProblemMessage(m.File, wrong)) }),
				k.Link(m.ID+".details", details, m.Turn)))),
	}
	if m.Details {
		var lines []fyne.CanvasObject
		for _, s := range v.PlanProblems(wrong) {
			lines = append(lines, k.Body(s))
		}
		parts = append(parts, k.Card(kit.Column(8, lines...)))
	}
	return kit.Column(kit.GapBetween, parts...)
}

// problems are all that the page says of a file that cannot be used.
func (p *Page) problems() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		p.head("planopen.not_usable"),
		Mistakes{ID: "plan", File: p.file.Name, Wrong: p.file.Wrong, Details: p.all, Turn: func() { p.all = !p.all; p.draw() }, Copy: p.do.Copy}.Object(p.k),
	}
	if _, mistakes := errors.AsType[guidance.Problems](p.file.Wrong); mistakes {
		parts = append(parts, kit.Left(p.k.Link("plan.mend", p.k.V.T("planopen.mend"), func() { p.do.Change(p.file) })))
	}
	return parts
}
