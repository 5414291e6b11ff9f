package askbox

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/ask"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// tone is how a verdict looks. Red is for the clinic alone.
func (b *Box) tone(v ask.Verdict) kit.Tone {
	k := b.k
	switch v {
	case ask.Yes:
		return k.Sage()
	case ask.NotYet, ask.No:
		return k.Amber()
	case ask.Advice:
		return k.Water()
	case ask.Call:
		return kit.Tone{Ink: k.P.Red, Fill: k.P.Rail}
	}
	return kit.Tone{Ink: k.P.Muted, Fill: k.P.Rail}
}

// toneOf is how a whole answer looks: as its first part, if that hands over to a step.
func (b *Box) toneOf(r service.AskView) kit.Tone {
	if len(r.Answers) > 0 && r.Answers[0].Verdict == r.Verdict {
		return b.partTone(r.Answers[0])
	}
	return b.tone(r.Verdict)
}

// partTone is how a part of an answer looks. What follows a wait looks as it does everywhere in the window.
func (b *Box) partTone(a ask.Answer) kit.Tone {
	if a.Verdict == ask.Yes && a.Then != "" {
		return b.k.Water()
	}
	return b.tone(a.Verdict)
}

// card is the answer.
func (b *Box) card(r service.AskView) fyne.CanvasObject {
	k := b.k
	parts := []fyne.CanvasObject{b.head(r)}
	if note := b.note(r); note != nil {
		parts = append(parts, note)
	}
	if why := k.V.AskWhy(r.Reply); why != "" && !b.said(why, r) {
		parts = append(parts, kit.Narrow(640, k.Body(why)))
	}
	if tiles := b.tiles(r); tiles != nil {
		parts = append(parts, tiles)
	}
	if phone := b.phone(r); phone != nil {
		parts = append(parts, phone)
	}
	if near := b.nearest(r); near != nil {
		parts = append(parts, near)
	}
	if acts := b.acts(r); acts != nil {
		parts = append(parts, kit.Pad(4, 0, 0, 0, acts))
	}
	content := kit.Column(kit.GapInside, parts...)
	if r.Verdict == ask.Call {
		return k.Accent(k.P.Red, content)
	}
	return k.CardPadded(20, 18, content)
}

// said says whether a part of the answer says the reason too.
func (b *Box) said(why string, r service.AskView) bool {
	return slices.ContainsFunc(r.Answers, func(a ask.Answer) bool {
		_, line := b.k.V.AskTile(a)
		return phrase.Bare(line) == phrase.Bare(why)
	})
}

// head is what it is about, when, and the verdict in its tone.
func (b *Box) head(r service.AskView) fyne.CanvasObject {
	k := b.k
	before, word, after := k.V.AskHead(r.Reply)
	whole := strings.ReplaceAll(word, " ", "\u00a0") // on one line
	title := k.Headline(kit.Run{Text: before, Ink: k.P.Text, Bold: true}, kit.Run{Text: whole, Ink: b.toneOf(r).Ink, Bold: true},
		kit.Run{Text: after, Ink: k.P.Text, Bold: true})
	said := b.sources(r)
	if len(said) == 0 {
		return title
	}
	says := b.walks(k.Link("ask.says", k.V.T("source.says_who"), func() { b.do.Says(phrase.Bare(phrase.Capital(before+word+after)), said) }))
	return kit.TopRow(kit.GapBetween, 0, title, says)
}

// sources are who says each part of the answer.
func (b *Box) sources(r service.AskView) []Said {
	var said []Said
	add := func(parts []ask.Answer, views []service.SourceView) {
		for i, a := range parts {
			if a.Source == "" || i >= len(views) {
				continue
			}
			name, line := b.k.V.AskTile(a)
			if name == "" {
				name = line
			}
			said = append(said, Said{Name: name, View: views[i]})
		}
	}
	add(r.Answers, r.Says)
	add(r.Also, r.AlsoSays)
	return said
}

// tiles are the parts of the answer: each wait with its end, each piece of advice in the plan's own words.
func (b *Box) tiles(r service.AskView) fyne.CanvasObject {
	k, all := b.k, slices.Concat(r.Answers, r.Also)
	shown := all
	if len(shown) > mostParts && !b.state.All {
		shown = shown[:mostParts]
	}
	var waits, words []fyne.CanvasObject
	for i, a := range shown {
		tone := b.partTone(a)
		if i >= len(r.Answers) { // it is of something else in the question, and answers it for nobody
			tone = b.tone(ask.Silent)
		}
		tile := b.tile(r, a, tone)
		if a.Kind == ask.Window {
			waits = append(waits, tile)
		} else {
			words = append(words, tile)
		}
	}
	var rows []fyne.CanvasObject
	if len(waits) > 0 {
		rows = append(rows, kit.Grid(12, kit.Even(min(2, len(waits))), waits...))
	}
	rows = append(rows, words...)
	if more := len(all) - len(shown); more > 0 {
		rows = append(rows, kit.Left(b.walks(k.Link("ask.more", k.V.T("askbox.more", phrase.Args{"Count": more}), func() {
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
func (b *Box) tile(r service.AskView, a ask.Answer, t kit.Tone) fyne.CanvasObject {
	k := b.k
	ground := canvas.NewRectangle(t.Fill)
	ground.CornerRadius = 10
	name, line := k.V.AskTile(a)
	var lines []fyne.CanvasObject
	if name != "" {
		lines = append(lines, k.Inked(name, t.Ink, true))
	}
	switch {
	case line == "":
	case a.Verdict == ask.Call:
		lines = append(lines, k.Strong(line))
	default:
		lines = append(lines, k.Body(line))
	}
	if then := k.V.AskThen(r.Reply, a); then != "" && a.Verdict == ask.NotYet {
		lines = append(lines, k.Body(then))
	}
	return kit.Over(ground, kit.Pad(12, 14, 12, 14, kit.Column(0, lines...)))
}

// note is what the person's clinic told them of this, in their own words. It never stands in the place of a call.
func (b *Box) note(r service.AskView) fyne.CanvasObject {
	k := b.k
	if r.Verdict == ask.Call {
		return nil
	}
	var ids []string
	for _, t := range r.Topics {
		ids = append(ids, t.ID)
	}
	var notes []fyne.CanvasObject
	for _, q := range b.model.Scene.NotesOn(r.Question, ids) {
		ground := canvas.NewRectangle(k.P.RoseFill)
		ground.CornerRadius = 10
		text := k.V.T("askbox.note", phrase.Args{"Date": k.V.Date(q.AnsweredAt), "Note": q.Answer})
		notes = append(notes, kit.Over(ground, kit.Pad(12, 14, 12, 14, k.Body(text))))
	}
	if len(notes) == 0 {
		return nil
	}
	return kit.Column(8, notes...)
}

// phone is whom to ask, if the plan does not say or says to call.
func (b *Box) phone(r service.AskView) fyne.CanvasObject {
	k, c := b.k, r.Clinic
	if r.Verdict != ask.Call && r.Verdict != ask.Silent || c.Phone == "" {
		return nil
	}
	id := "askbox.phone"
	if c.Name != "" {
		id = "askbox.phone_of"
	}
	return k.Section(k.V.T(id, phrase.Args{"Clinic": c.Name, "Phone": c.Phone}))
}

// nearest are topics to pick from, if the question was not understood.
func (b *Box) nearest(r service.AskView) fyne.CanvasObject {
	var chips []fyne.CanvasObject
	for _, t := range r.Nearest {
		chips = append(chips, b.chip("ask.near."+t.ID, t.Name))
	}
	if len(chips) == 0 {
		return nil
	}
	return kit.Wrap(8, 8, chips...)
}

// acts are what can be done with the answer.
func (b *Box) acts(r service.AskView) fyne.CanvasObject {
	k := b.k
	var out []fyne.CanvasObject
	button := func(p *kit.Press) { out = append(out, b.walks(p)) }
	if r.Verdict == ask.Call {
		button(k.Clinic("ask.calls", k.V.T("calls.title"), b.do.Calls))
	}
	said := func(text string) { out = append(out, kit.Pad(10, 6, 10, 0, k.Strong(text))) }
	if windows := waits(r); len(windows) > 0 {
		name := b.name(r)
		switch _, at, telling := b.model.Scene.Telling(name, windows); {
		case telling && at.IsZero():
			said(k.V.T("askbox.telling_calm"))
		case telling:
			said(k.V.T("askbox.telling", phrase.Args{"At": at}))
		default:
			button(k.Primary("ask.tell", k.V.T("askbox.tell"), func() { b.do.Tell(name, windows) }))
		}
	}
	if r.Verdict == ask.Silent || r.Verdict == ask.Call {
		q, kept := b.model.Scene.Kept(r.Question)
		switch {
		case kept && q.Open():
			said(k.V.T("askbox.kept"))
		case !kept || q.Answer == "":
			keep := func() { b.do.Keep(r.Question) }
			if r.Verdict == ask.Silent {
				button(k.Primary("ask.keep", k.V.T("askbox.keep"), keep))
			} else {
				button(k.Secondary("ask.keep", k.V.T("askbox.keep"), keep))
			}
		}
	}
	if lane := laneOf(r); lane != "" {
		button(k.Secondary("ask.lane", k.V.T("askbox.lane"), func() { b.do.Lane(lane) }))
	}
	if len(out) == 0 {
		return nil
	}
	return kit.Wrap(kit.GapInside, kit.GapInside, out...)
}

// waits are the windows that the answer waits for; none if the plan knows no end of them.
func waits(r service.AskView) []string {
	var ids []string
	if r.Verdict != ask.NotYet {
		return nil
	}
	for _, a := range r.Answers {
		if a.Kind == ask.Window && a.Verdict == ask.NotYet && !a.Until.IsZero() {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// name is what the person asks about, for what will be told of it.
func (b *Box) name(r service.AskView) string {
	var names []string
	for i, t := range r.Topics {
		name := t.Name
		if i > 0 {
			name = b.k.V.Inside(name)
		}
		names = append(names, name)
	}
	return b.k.V.List(names)
}

// laneOf is what of the answer stands on the timeline; "" for nothing.
func laneOf(r service.AskView) string {
	for _, a := range r.Answers {
		if a.Treatment != 0 && (a.Kind == ask.Window || a.Kind == ask.Routine) {
			return a.ID
		}
	}
	return ""
}
