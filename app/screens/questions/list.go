package questions

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
)

// list is a heading with questions; nil if there are none.
func (p *Page) list(title string, all []record.ClinicQuestion) fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for i, q := range all {
		if i > 0 {
			rows = append(rows, p.k.Rule())
		}
		rows = append(rows, p.row(q))
	}
	return kit.Column(8, p.k.Section(title), p.k.Card(kit.Column(12, rows...)))
}

// row is one question with what the clinic said, and what can be done with it.
func (p *Page) row(q record.ClinicQuestion) fyne.CanvasObject {
	k, id := p.k, strconv.FormatInt(q.ID, 10)
	ink := k.P.Text
	if !q.CrossedAt.IsZero() {
		ink = k.P.Muted
	}
	lines := []fyne.CanvasObject{k.Inked(phrase.Capital(q.Text), ink, true)}
	if said := k.V.ClinicAnswer(q); said != "" && q.ID != p.state.Answering {
		lines = append(lines, k.Body(said))
	}
	text := kit.Column(2, append(lines, k.Muted(k.V.QuestionState(q)))...)
	if q.ID == p.state.Answering {
		return kit.Column(kit.GapInside, text, p.answering())
	}
	begin := func() { p.begin(q) }
	var acts []fyne.CanvasObject
	switch {
	case q.Open():
		acts = []fyne.CanvasObject{
			k.Secondary("questions.says."+id, k.V.T("questions.says"), begin),
			k.Quiet("questions.cross."+id, k.V.T("questions.cross"), func() { p.do.CrossOff(q) }),
		}
	case q.Answer != "":
		acts = []fyne.CanvasObject{k.Quiet("questions.says."+id, k.V.T("questions.change"), begin)}
	default:
		acts = []fyne.CanvasObject{k.Quiet("questions.again."+id, k.V.T("questions.again"), func() { p.do.Again(q) })}
	}
	remove := k.Bare("questions.remove."+id, k.V.T("questions.remove", phrase.Args{"Text": q.Text}), k.Icon(kit.IconClose, 12, k.P.Muted), func() { p.do.Remove(q) })
	return kit.Answered(kit.GapBetween, text, append(acts, remove)...)
}

// begin begins to write down what the clinic said.
func (p *Page) begin(q record.ClinicQuestion) {
	p.unnoted = nil
	p.answer.SetText(q.Answer)
	p.state.Answering, p.state.Answer = q.ID, q.Answer
	p.draw()
	p.k.GoTo("questions.answer")
}

// answering is the field for what the clinic said.
func (p *Page) answering() fyne.CanvasObject {
	k := p.k
	return k.Edit(k.V.T("questions.says_how"), p.answer,
		k.Secondary("questions.note", k.V.T("questions.save"), p.note), k.Quiet("questions.leave", k.V.T("questions.cancel"), p.leave), p.unnoted)
}

// note writes the answer down.
func (p *Page) note() {
	p.do.Answer(p.state.Answering, p.state.Answer, func(err error) {
		if p.unnoted = err; err != nil {
			p.draw()
			return
		}
		p.leave()
	})
}

// leave leaves the field for the answer.
func (p *Page) leave() {
	id := p.state.Answering
	p.state.Answering, p.unnoted = 0, nil
	p.draw()
	p.k.GoTo("questions.says." + strconv.FormatInt(id, 10))
}
