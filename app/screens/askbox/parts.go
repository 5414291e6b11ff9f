package askbox

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/ask"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// part is one part of an answer, with who says so and which of several treatments it comes from.
type part struct {
	ask.Answer
	says service.SourceView
	of   []service.Called
	tone kit.Tone
}

// parts are those of an answer that are shown, the one that leads first. What its headline and reason say already is
// left out, and so is what tells the same end of the same topic twice (a wait, and an ingredient of it), and a wait that
// is over for what the plan says never to do. What else is allowed, but is no yes to the question, has no colour of a yes.
func (b *Box) parts(r service.AskView) []part {
	var all []part
	for i, a := range r.Answers {
		over := a.Verdict == ask.Yes && r.Verdict != ask.Yes
		switch {
		case i == 0 && r.Verdict == ask.Yes && a.Then == "" && b.k.V.AskSaid(r.Reply), i == 0 && a.Ungiven && b.k.V.AskSaid(r.Reply):
			continue
		case i == 0 && phrase.KeepOffFrom(r.Reply) && b.k.V.AskSaid(r.Reply):
			continue // the headline names when it begins, the reason its rule
		case over && r.Verdict == ask.No && a.Topic == r.Answers[0].Topic:
			continue
		case slices.ContainsFunc(all, func(p part) bool { return sameEnd(p.Answer, a) }):
			continue
		}
		p := part{Answer: a, says: nth(r.Says, i), of: nth(r.Of, i), tone: b.partTone(a)}
		switch {
		case phrase.Unsaid(r.Reply, a.Verdict):
			p.tone = b.tone(ask.Advice)
		case over:
			p.tone = b.k.Neutral()
		}
		all = append(all, p)
	}
	for i, a := range r.Also {
		all = append(all, part{Answer: a, says: nth(r.AlsoSays, i), of: nth(r.AlsoOf, i), tone: b.k.Neutral()})
	}
	return all
}

// sameEnd says whether both tell until when the same topic waits, and tell the same.
func sameEnd(a, b ask.Answer) bool {
	return a.Verdict == ask.NotYet && b.Verdict == ask.NotYet && a.Topic != "" && a.Topic == b.Topic &&
		!a.Until.IsZero() && a.Until.Equal(b.Until) && a.Treatment == b.Treatment && a.Then == b.Then
}

// nth is one of a list; the zero value if it is not so long.
func nth[T any](list []T, i int) (v T) {
	if i < len(list) {
		v = list[i]
	}
	return v
}

// sources are who says each part of the answer. Who says the same as the one before is named once.
func (b *Box) sources(r service.AskView) []Said {
	var said []Said
	add := func(parts []ask.Answer, views []service.SourceView) {
		for i, a := range parts {
			view := nth(views, i)
			if a.Source == "" || len(said) > 0 && same(said[len(said)-1].View, view) {
				continue
			}
			name, line := b.k.V.AskTile(r.Reply, a)
			if name == "" {
				name = line
			}
			said = append(said, Said{Name: name, View: view})
		}
	}
	add(r.Answers, r.Says)
	add(r.Also, r.AlsoSays)
	return said
}

// tiles are the parts of the answer: each wait with its end, each piece of advice in the plan's own words.
func (b *Box) tiles(r service.AskView) fyne.CanvasObject {
	all := b.parts(r)
	shown := all
	if len(shown) > mostParts && !b.state.All && !r.Overview {
		shown = shown[:mostParts]
	}
	var rows, waits []fyne.CanvasObject
	flush := func() {
		if len(waits) > 0 {
			rows = append(rows, kit.Grid(12, kit.Even(min(2, len(waits))), waits...))
		}
		waits = nil
	}
	for _, p := range shown {
		if tile := b.tile(r, p); p.Verdict == ask.NotYet {
			waits = append(waits, tile) // these are short
		} else {
			flush()
			rows = append(rows, tile)
		}
	}
	flush()
	if more := len(all) - len(shown); more > 0 {
		rows = append(rows, kit.Left(b.walks(b.k.Link("ask.more", b.k.V.T("askbox.more", phrase.Args{"Count": more}), func() {
			b.state.All = true
			b.Redraw()
			b.toField()
		}))))
	}
	if len(rows) == 0 {
		return nil
	}
	return kit.Column(12, rows...)
}

// tile is one part of an answer.
func (b *Box) tile(r service.AskView, p part) fyne.CanvasObject {
	k := b.k
	ground := canvas.NewRectangle(p.tone.Fill)
	ground.CornerRadius = 10
	name, line := k.V.AskTile(r.Reply, p.Answer)
	var lines []fyne.CanvasObject
	if name != "" {
		lines = append(lines, k.Inked(name, p.tone.Ink, true))
	}
	switch {
	case line == "":
	case p.Verdict == ask.Call:
		lines = append(lines, k.Strong(line))
	default:
		lines = append(lines, k.Body(line))
	}
	if then := k.V.AskThen(r.Reply, p.Answer); then != "" && p.Verdict == ask.NotYet {
		lines = append(lines, k.Body(then))
	}
	if by := k.V.SetBy(p.of); by != "" && p.Verdict == ask.NotYet { // what does not wait binds nobody
		lines = append(lines, k.Muted(k.V.T("today.set_by", phrase.Args{"Treatment": by})))
	}
	return kit.Over(ground, kit.Pad(12, 14, 12, 14, kit.Column(0, lines...)))
}

// same says whether two sources are the same place of the same plan.
func same(a, b service.SourceView) bool { return a.ID == b.ID && a.Plan == b.Plan && a.Line == b.Line }
