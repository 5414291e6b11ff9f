package askbox

import (
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
		return kit.Tone{Ink: k.P.Red, Fill: k.P.Soft}
	}
	return k.Neutral()
}

// toneOf is how a whole answer looks: as its first part, if that hands over to a step. What says from when to keep off
// a thing looks as what says to keep off it now.
func (b *Box) toneOf(r service.AskView) kit.Tone {
	if phrase.KeepOffFrom(r.Reply) {
		return b.k.Amber()
	}
	if phrase.Unsaid(r.Reply, r.Verdict) && !phrase.KeepOff(r.Reply) {
		return b.tone(ask.Advice)
	}
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

// card is the answer. What the person's clinic told them stands above what the plan says, and below a call.
func (b *Box) card(r service.AskView) fyne.CanvasObject {
	k := b.k
	parts := []fyne.CanvasObject{b.head(r)}
	why, note := k.V.AskWhy(r.Reply), b.note(r)
	if note != nil && r.Verdict != ask.Call {
		parts = append(parts, note)
		if r.Verdict == ask.Silent && why == k.V.T("ask.why_silent") {
			why = k.V.T("askbox.noted") // they did ask their clinic
		}
	}
	if why != "" {
		parts = append(parts, kit.Narrow(640, k.Body(why)))
	}
	if tiles := b.tiles(r); tiles != nil && !phrase.WholeList(r.Reply) { // which has a page of its own
		parts = append(parts, tiles)
	}
	if clinic := b.clinic(r); clinic != nil {
		parts = append(parts, clinic)
	}
	if note != nil && r.Verdict == ask.Call {
		parts = append(parts, note)
	}
	if near := b.nearest(r); near != nil {
		parts = append(parts, near)
	}
	if acts := b.acts(r); acts != nil {
		parts = append(parts, kit.Pad(4, 0, 0, 0, acts))
	}
	content := kit.Column(kit.GapInside, parts...)
	if r.Verdict == ask.Call {
		return k.ForClinic(content)
	}
	return k.CardPadded(20, 18, content)
}

// head is what it is about, when, and the verdict in its tone.
func (b *Box) head(r service.AskView) fyne.CanvasObject {
	k := b.k
	before, word, after := k.V.AskHead(r.Reply)
	whole := strings.ReplaceAll(word, " ", "\u00a0") // on one line
	title := k.Headline(kit.Run{Text: before, Ink: k.P.Text, Bold: true}, kit.Run{Text: whole, Ink: b.toneOf(r).Ink, Bold: true},
		kit.Run{Text: after, Ink: k.P.Text, Bold: true})
	said := b.sources(r)
	if len(said) == 0 || phrase.WholeList(r.Reply) {
		return title
	}
	says := b.walks(k.Link("ask.says", k.V.T("source.says_who"), func() { b.do.Says(phrase.Bare(phrase.Capital(before+word+after)), said) }))
	return kit.TopRow(kit.GapBetween, 0, title, says)
}

// note is what the person's clinic told them of this, in their own words; nil if they noted nothing.
func (b *Box) note(r service.AskView) fyne.CanvasObject {
	k := b.k
	var notes []fyne.CanvasObject
	for _, q := range r.Notes {
		ground := canvas.NewRectangle(k.P.RoseFill)
		ground.CornerRadius = 10
		notes = append(notes, kit.Over(ground, kit.Pad(12, 14, 12, 14, k.Body(k.V.AskNote(q)))))
	}
	if len(notes) == 0 {
		return nil
	}
	return kit.Column(8, notes...)
}

// clinic is whom to ask or to call, if the plan does not say or says to call.
func (b *Box) clinic(r service.AskView) fyne.CanvasObject {
	text := b.k.V.AskClinic(r.Clinic)
	if r.Verdict != ask.Call && r.Verdict != ask.Silent || text == "" {
		return nil
	}
	return b.k.Section(text)
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
	// One button leads. Who says what their clinic told them most likely wants to write that down.
	writes := r.Told != nil && !r.NoTreatment
	if t := r.Told; writes {
		button(k.Primary("ask.told", k.V.T("askbox.told"), func() { b.do.Told(t.What, t.When) }))
	}
	said := func(text string) { out = append(out, kit.Pad(10, 6, 10, 0, k.Strong(text))) }
	if windows := r.Waits(); len(windows) > 0 {
		name := k.V.AskName(r.Reply)
		switch _, at, telling := b.model.Scene.Telling(name, windows); {
		case telling && at.IsZero():
			said(k.V.T("askbox.telling_calm"))
		case telling:
			said(k.V.T("askbox.telling", phrase.Args{"At": at}))
		default:
			tell := func() { b.then(func() { b.do.Tell(name, windows) }) }
			if writes {
				button(k.Secondary("ask.tell", k.V.T("askbox.tell"), tell))
			} else {
				button(k.Primary("ask.tell", k.V.T("askbox.tell"), tell))
			}
		}
		if _, known := b.model.Scene.WishDate(name, windows); known {
			button(k.Secondary("ask.phone", k.V.T("phone.title"), func() { b.do.Phone(name, windows) }))
		}
	}
	missing := r.NoTreatment && r.Understood && r.Verdict != ask.Call
	if (r.Verdict == ask.Silent || r.Verdict == ask.Call) && !missing && !phrase.WholeList(r.Reply) {
		q, kept := b.model.Scene.Kept(r.Question)
		switch {
		case kept && q.Open():
			out = append(out, kit.Pad(4, 6, 4, 0, b.walks(k.Link("ask.kept", k.V.T("askbox.kept"), b.do.Kept))))
		case !kept || q.Answer == "":
			keep := func() { b.then(func() { b.do.Keep(r.Question) }) }
			if r.Verdict == ask.Silent && len(r.Notes) == 0 && !writes {
				button(k.Primary("ask.keep", k.V.T("askbox.keep"), keep))
			} else {
				button(k.Secondary("ask.keep", k.V.T("askbox.keep"), keep))
			}
		}
	}
	if missing {
		button(k.Primary("ask.begin", k.V.T("today.begin"), b.do.Begin))
	}
	if lane := b.laneOf(r); lane != "" {
		button(k.Secondary("ask.lane", k.V.T("askbox.lane"), func() { b.do.Lane(lane) }))
	}
	if len(out) == 0 {
		return nil
	}
	return kit.Wrap(kit.GapInside, kit.GapInside, out...)
}

// then does something after which its button is gone. The keyboard goes back to the field, not out of the page.
func (b *Box) then(do func()) {
	b.toField()
	do()
}

// laneOf is what the answer rests on of what stands on the timeline; "" for nothing.
func (b *Box) laneOf(r service.AskView) string {
	for _, a := range r.Answers {
		if a.Verdict == r.Verdict && a.Treatment != 0 && (a.Kind == ask.Window || a.Kind == ask.Routine) && b.do.HasLane(a.ID) {
			return a.ID
		}
	}
	return ""
}
