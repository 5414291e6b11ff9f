package askbox

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// How much is on show at most; the rest is behind a link, or is not needed.
const (
	mostParts  = 4 // of an answer
	mostChips  = 7
	mostBefore = 5  // questions that were asked before
	mostLetter = 90 // of one of these
)

// fill draws what stands below the field.
func (b *Box) fill() {
	b.order = nil
	b.k.Again(b.field.Entry)
	var parts []fyne.CanvasObject
	switch {
	case !b.state.Open:
	case b.model.Unread != nil:
		parts = append(parts, b.k.Banner(b.k.Amber(), b.k.Body(b.k.V.Error(b.model.Unread))))
	default:
		switch {
		case b.list != "":
			parts = append(parts, b.listCard())
		case b.reply != nil:
			parts = append(parts, b.card(*b.reply))
		}
		if o := b.questions(); o != nil {
			parts = append(parts, o)
		}
		if o := b.askedBefore(); o != nil {
			parts = append(parts, o)
		}
	}
	b.results.Objects = parts
	b.results.Refresh()
}

// questions are some to ask with one click, apart from the one that is answered.
func (b *Box) questions() fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for i, q := range b.suggested() {
		if len(chips) < mostChips && !b.about(q.reply) {
			chips = append(chips, b.chip("ask.common."+strconv.Itoa(i+1), q.text))
		}
	}
	if len(chips) == 0 {
		return nil
	}
	return kit.Wrap(8, 8, chips...)
}

// about says whether a question is about the same as the answer on show.
func (b *Box) about(r service.AskView) bool {
	return b.reply != nil && len(b.reply.Topics) > 0 && len(r.Topics) > 0 && b.reply.Topics[0].ID == r.Topics[0].ID
}

// chip is a question to ask with one click.
func (b *Box) chip(id, text string) fyne.CanvasObject {
	return b.walks(b.k.Chip(id, text, func() { b.pick(text) }))
}

// askedBefore are the questions that were asked before, each with the answer of now.
func (b *Box) askedBefore() fyne.CanvasObject {
	k := b.k
	others := slices.DeleteFunc(slices.Clone(b.model.Asked), func(a record.Asked) bool { return strings.EqualFold(a.Text, b.state.Shown) })
	if len(others) == 0 {
		return nil
	}
	forget := b.walks(k.Link("ask.forget", k.V.T("askbox.forget"), b.do.Forget))
	rows := []fyne.CanvasObject{kit.Fixed(1, 22, kit.Row(10, 0, k.Section(k.V.T("askbox.before")), forget))}
	for i, a := range others[:min(mostBefore, len(others))] {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		rows = append(rows, b.asked(i+1, a))
	}
	return k.CardPadded(18, 14, kit.Column(2, rows...))
}

// asked is one of them.
func (b *Box) asked(n int, a record.Asked) fyne.CanvasObject {
	k := b.k
	r, known := b.before[a.Text]
	if !known { // once a reading, not once a letter
		r = b.ask(a.Text)
		b.before[a.Text] = r
	}
	text := phrase.Fit(phrase.Capital(a.Text), mostLetter)
	brief := k.V.AskBrief(r.Reply)
	row := kit.Pair(16, k.Body(text), k.Inked(brief, b.toneOf(r).Ink, true))
	label := k.V.T("askbox.asked", phrase.Args{"Question": text, "Answer": brief})
	return b.walks(k.Press("ask.before."+strconv.Itoa(n), label, 6, kit.Pad(8, 0, 8, 0, row), func() { b.pick(a.Text) }))
}
