package paste

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/leaflet"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// review is the text, and beside each sentence the rows that were read from it.
func (p *Page) review() []fyne.CanvasObject {
	k, v, s := p.k, p.k.V, p.state
	var from fyne.CanvasObject
	if s.from != "" {
		from = k.Muted(v.T("planopen.file", phrase.Args{"File": phrase.Fit(Clean(s.from), 60)}))
	}
	parts := []fyne.CanvasObject{
		kit.Column(4, from, k.Title(v.T("paste.check_title")), kit.Narrow(kit.TextWide, k.Muted(v.T("paste.check_lead"))),
			kit.Left(k.Link("paste.again", v.T("paste.again"), p.again))), // not in the foot, where "Read it" was clicked
		p.progress(),
	}
	if len(s.read.Proposals) == 0 {
		parts = append(parts, k.Notice(k.Body(v.T("paste.no_row"))))
	}
	var rows []fyne.CanvasObject
	marks := s.marks()
	for i, b := range s.shown() {
		if i > 0 {
			rows = append(rows, k.Rule())
		}
		words := p.words(b, marks)
		whole := kit.Beside(besideOf, kit.GapBetween, []float32{1, 1.15}, words, p.beside(b))
		if press, can := words.(*kit.Press); can {
			press.With = whole
		}
		if len(b.proposals) == 1 && len(b.left) == 0 { // its question is about the words
			if press, can := k.Known("paste.row." + strconv.Itoa(b.proposals[0])).(*kit.Press); can {
				press.With = whole
			}
		}
		rows = append(rows, whole)
	}
	return append(parts, kit.Column(10, rows...), p.turning(), p.allLeft())
}

// progress says how far the person is.
func (p *Page) progress() fyne.CanvasObject {
	took, unanswered, unseen := p.state.counts()
	return p.k.Strong(phrase.Paragraph(p.k.V.T("paste.taken_of", phrase.Args{"Count": took, "Of": len(p.state.answers)}), p.notAnswered(unanswered, unseen)))
}

// notAnswered says what waits for an answer; "": nothing does.
func (p *Page) notAnswered(unanswered, unseen int) string {
	rows, rest := "", ""
	if unanswered > 0 {
		rows = p.k.V.T("paste.open_rows", phrase.Args{"Count": unanswered})
	}
	if unseen > 0 {
		rest = p.k.V.T("paste.open_left", phrase.Args{"Count": unseen})
	}
	return phrase.Paragraph(rows, rest)
}

// words are a block's own words: pressed, they mark what was read from them, one after the other.
func (p *Page) words(b block, marks []leaflet.Span) fyne.CanvasObject {
	k := p.k
	var runs []kit.Run
	marked, whole := false, ""
	for _, s := range stretches(p.state.read.Text, b.at, marks) {
		r := kit.Run{Text: s.words, Ink: k.P.Text}
		if b.plain() {
			r.Ink = k.P.Muted
		}
		if s.mark {
			r.Ink, r.Bold, marked = k.P.Rose, true, true
		}
		runs, whole = append(runs, r), whole+s.words
	}
	var words fyne.CanvasObject = kit.Pad(12, 18, 12, 18, k.Para(runs...))
	if marked {
		words = k.Banner(k.Rose(), k.Para(runs...))
	}
	if b.plain() {
		return words
	}
	return k.Press(wordsID(b), k.V.T("paste.words", phrase.Args{"Words": phrase.Fit(whole, 120), "N": p.number(b)}), kit.CardCorner, words, func() {
		p.state.chosen = p.state.next(b)
		p.draw()
	})
}

// wordsID is what the words of a block are called.
func wordsID(b block) string { return "paste.words." + strconv.Itoa(b.at.From) }

// number is the place of a block among those that something was read from, from 1 on.
func (p *Page) number(b block) (n int) {
	for _, x := range p.state.blocks {
		if !x.plain() {
			n++
		}
		if x.at == b.at {
			break
		}
	}
	return n
}

// next is what is marked when a block is pressed: the first that was read from it, then the others, then nothing.
func (s *State) next(b block) choice {
	var all []choice
	for _, n := range b.proposals {
		all = append(all, choice{proposal, n})
	}
	for _, n := range b.left {
		all = append(all, choice{left, n})
	}
	for i, c := range all {
		if c == s.chosen {
			if i+1 == len(all) {
				return choice{}
			}
			return all[i+1]
		}
	}
	return all[0]
}

// beside is what was read from a block.
func (p *Page) beside(b block) fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, n := range b.proposals {
		list = append(list, p.proposal(n))
	}
	for _, n := range b.left {
		list = append(list, p.left(n, p.state.read.Left[n].At == b.at))
	}
	if len(list) == 0 {
		return kit.Column(0)
	}
	return kit.Column(10, list...)
}

// mostRow is how many letters of a row are shown; one of a real leaflet has fewer.
const mostRow = 400

// proposal is one proposed row, with its answer.
func (p *Page) proposal(n int) fyne.CanvasObject {
	k, v, s := p.k, p.k.V, p.state
	c, prop := choice{proposal, n}, s.proposal(n)
	says := phrase.Fit(v.LeafletRow(prop), mostRow)
	id := strconv.Itoa(n)
	lines := []fyne.CanvasObject{k.Strong(says)}
	take := v.T("paste.take")
	ink := k.P.Amber
	if s.answers[n] != open {
		ink = k.P.Text
	}
	for _, d := range prop.Doubts {
		lines = append(lines, k.Inked(v.LeafletQuestion(d, s.read.Words(d.At)), ink, false))
		take = v.T("paste.take_sure", phrase.Args{"Count": len(prop.Doubts)})
	}
	numbered := v.T("leaflet.numbered", phrase.Args{"N": n + 1, "Row": says})
	name := k.Press("paste.row."+id, v.T("paste.show", phrase.Args{"Row": numbered}), 8, kit.Pad(6, 8, 6, 8, kit.Column(4, lines...)), func() { p.choose(c) })
	said := map[answer]string{taken: "take", dropped: "drop"}
	if p.changing == n && p.form != nil {
		return p.inForm(n, name)
	}
	answers := kit.Group(numbered, kit.Wrap(8, 6,
		k.Segments("paste.answer."+id, []kit.Choice{{ID: "take", Text: take}, {ID: "drop", Text: v.T("paste.drop")}}, said[s.answers[n]], func(is string) {
			p.answer(n, map[string]answer{"take": taken, "drop": dropped}[is])
		}),
		k.Link("paste.change."+id, v.T("paste.change"), func() { p.change(n) })))
	what := kit.Column(6, name, kit.Pad(0, 8, 0, 8, answers))
	name.With = what
	switch {
	case c == s.chosen:
		return k.Banner(k.Rose(), what)
	case s.answers[n] == taken:
		return k.Banner(k.Sage(), what)
	case s.answers[n] == dropped:
		return k.Notice(what)
	}
	return k.CardPadded(18, 12, what)
}

// answer answers for a row; the same answer once more takes it back.
func (p *Page) answer(n int, is answer) {
	if p.state.answers[n] == is {
		is = open
	}
	p.state.answers[n] = is
	p.wrong = ""
	p.draw()
}

// left is a part of the text that is in no row, until the person knows it; whole: it is all that its block says.
func (p *Page) left(n int, whole bool) fyne.CanvasObject {
	k, v, s := p.k, p.k.V, p.state
	c, l := choice{left, n}, s.read.Left[n]
	says := v.T("paste.not_taken", phrase.Args{"Words": phrase.Fit(s.read.Words(l.At), 200)})
	why := v.T("paste.why", phrase.Args{"Why": v.LeafletWhy(l.Why)})
	id := strconv.Itoa(n)
	numbered := v.T("leaflet.numbered", phrase.Args{"N": n + 1, "Row": says})
	if whole {
		says = v.T("paste.not_taken_over")
	}
	name := k.Press("paste.left."+id, v.T("paste.show", phrase.Args{"Row": numbered}), 8, kit.Pad(6, 8, 6, 8, kit.Column(2, k.Strong(says), k.Body(why))), func() { p.choose(c) })
	known := kit.Group(numbered, kit.Column(0, k.Check("paste.seen."+id, v.T("paste.seen"), s.seen[n], func(on bool) {
		s.seen[n] = on
		p.draw()
	})))
	what := kit.Column(2, name, kit.Pad(0, 8, 0, 8, known))
	name.With = what
	switch {
	case c == s.chosen:
		return k.Banner(k.Rose(), what)
	case s.seen[n]:
		return k.Notice(what)
	}
	return k.Banner(k.Amber(), what)
}

// choose marks something in the text, or nothing if it was marked.
func (p *Page) choose(c choice) {
	if p.state.chosen == c {
		c = choice{}
	}
	p.state.chosen = c
	p.draw()
}

// turning leads through the parts of a long text; nil if it has one.
func (p *Page) turning() fyne.CanvasObject {
	k, v, s := p.k, p.k.V, p.state
	if s.parts() == 1 {
		return nil
	}
	turn := func(by int) func() {
		return func() {
			s.part += by
			p.draw()
			p.root.Top()
		}
	}
	var before, after fyne.CanvasObject
	if s.part > 0 {
		before = k.Secondary("paste.before", v.T("paste.before"), turn(-1))
	}
	if s.part+1 < s.parts() {
		after = k.Secondary("paste.after", v.T("paste.after"), turn(1))
	}
	return kit.Column(8, k.Muted(v.T("paste.part", phrase.Args{"N": s.part + 1, "Of": s.parts()})), kit.Wrap(kit.GapInside, 8, before, after))
}

// allLeft answers for all that is on show, has no answer yet and leaves no question open; nil if there is none. Behind it the
// keyboard is at what is to be answered next.
func (p *Page) allLeft() fyne.CanvasObject {
	k, v, s := p.k, p.k.V, p.state
	var rows, rest []int
	for _, b := range s.shown() {
		for _, n := range b.proposals {
			if s.answers[n] == open && len(s.proposal(n).Doubts) == 0 {
				rows = append(rows, n)
			}
		}
		for _, n := range b.left {
			if !s.seen[n] {
				rest = append(rest, n)
			}
		}
	}
	var take, see fyne.CanvasObject
	if len(rows) > 0 {
		take = k.Secondary("paste.take_all", v.T("paste.take_all", phrase.Args{"Count": len(rows)}), func() {
			for _, n := range rows {
				s.answers[n] = taken
			}
			p.wrong = ""
			p.draw()
			p.toNext()
		})
	}
	if len(rest) > 0 {
		see = k.Secondary("paste.see_all", v.T("paste.see_all", phrase.Args{"Count": len(rest)}), func() {
			for _, n := range rest {
				s.seen[n] = true
			}
			p.draw()
			p.toNext()
		})
	}
	if take == nil && see == nil {
		return nil
	}
	return kit.Wrap(kit.GapInside, 8, take, see)
}

// toNext leads the keyboard to the first row or part on show that waits for an answer, else to the next part of the text,
// else on. There Enter only marks the words, so that one pressed too often answers nothing.
func (p *Page) toNext() {
	s := p.state
	for _, b := range s.shown() {
		for _, n := range b.proposals {
			if s.answers[n] == open {
				p.k.GoTo("paste.row." + strconv.Itoa(n))
				return
			}
		}
		for _, n := range b.left {
			if !s.seen[n] {
				p.k.GoTo("paste.left." + strconv.Itoa(n))
				return
			}
		}
	}
	if s.part+1 < s.parts() {
		p.k.GoTo("paste.after")
		return
	}
	p.k.GoTo("paste.make")
}
