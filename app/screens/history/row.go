package history

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Measures of a row.
const (
	timeWide  = 60 // of the column of times
	iconSize  = 16
	wordsRoom = 290 // that time, icon and words keep beside what can be done
	quietRoom = 10  // of a button without an edge, so that its words end where the rules do
	inset     = 16  // how far what a row was opened to stands to the right of it
)

// day is a heading with what was written down that day.
func (p *Page) day(d service.HistoryDay) fyne.CanvasObject {
	k := p.k
	var rows []fyne.CanvasObject
	for i, r := range d.Rows {
		if i > 0 {
			rows = append(rows, kit.Pad(4, 0, 4, 0, k.Rule()))
		}
		rows = append(rows, p.row(r))
	}
	return kit.Column(8, k.Section(k.V.HistoryDay(d.At)), k.CardPadded(18, 8, kit.Column(0, rows...)))
}

// row is one thing, or several in one that can be opened.
func (p *Page) row(r service.HistoryRow) fyne.CanvasObject {
	k := p.k
	what, more := k.V.HistoryRow(r)
	if r.Several == "" {
		return p.line(r.Lines[0], 0)
	}
	id := r.ID()
	open := p.state.Open[id]
	word := "history.open"
	if open {
		word = "history.close"
	}
	toggle := k.Quiet("history.row."+id, k.V.T(word), func() {
		p.state.Open[id] = !open
		p.draw()
	})
	toggle.Named(k.V.T(word+"_what", phrase.Args{"What": what})).Of(k.V.HistoryDay(r.Lines[0].At))
	ink := k.P.Text
	if !r.Lines[0].Taken() {
		ink = k.P.Muted
	}
	rows := []fyne.CanvasObject{p.strip(r.Lines[0], k.V.TimeOfDay(r.Lines[0].At), what, more, ink, toggle)}
	if open {
		for _, l := range r.Lines {
			rows = append(rows, p.line(l, inset))
		}
	}
	return kit.Column(0, rows...)
}

// line is one thing with what can be done about it.
func (p *Page) line(l service.HistoryLine, left float32) fyne.CanvasObject {
	k := p.k
	what, more := k.V.HistoryLine(l)
	ink := k.P.Text
	if l.Undone || !l.Taken() {
		ink = k.P.Muted
	}
	return kit.Pad(0, 0, 0, left, p.strip(l, k.V.TimeOfDay(l.At), what, more, ink, p.acts(l, what)...))
}

// strip is the form of every row: time, icon, words and, at the right, what can be done.
func (p *Page) strip(l service.HistoryLine, at, what, more string, ink color.NRGBA, acts ...fyne.CanvasObject) fyne.CanvasObject {
	k := p.k
	words := []fyne.CanvasObject{k.Inked(what, ink, false)}
	if more != "" {
		words = append(words, k.Muted(more))
	}
	icon := k.P.Rose
	if ink == k.P.Muted {
		icon = k.P.Muted
	}
	head := kit.TopRow(12, 2, kit.Fixed(timeWide, 20, k.Line(at, k.P.Muted, false)), kit.Pad(2, 0, 0, 0, k.Icon(iconOf(l), iconSize, icon)), kit.Column(0, words...))
	if len(acts) == 0 {
		return kit.Pad(6, 0, 6, 0, head)
	}
	return kit.Pad(0, -quietRoom, 0, 0, kit.AnsweredFrom(wordsRoom, kit.GapInside, kit.Pad(6, 0, 6, 0, head), acts...))
}

// acts are what can be done about a line.
func (p *Page) acts(l service.HistoryLine, what string) []fyne.CanvasObject {
	k, id := p.k, strconv.FormatInt(l.ID, 10)
	act := func(kind, word string, do func()) fyne.CanvasObject {
		b := k.Quiet("history."+kind+"."+id, k.V.T("history."+word), do)
		return b.Named(k.V.T("history."+word+"_what", phrase.Args{"What": what})).Of(k.V.HistoryMoment(l))
	}
	switch {
	case l.Fixed:
		return nil
	case l.Removes() && l.Undone: // the treatment is back, and is removed where it was entered
		return nil
	case l.Removes():
		return []fyne.CanvasObject{act("take", "bring_back", func() { p.do.TakeBack(l.ID) })}
	case len(l.Later) > 0:
		return []fyne.CanvasObject{act("put", "put_back", func() { p.do.Restore(l.Later) })}
	case l.Undone:
		return []fyne.CanvasObject{act("put", "put_back", func() { p.do.PutBack(l.ID) })}
	}
	back := func() { p.do.TakeBack(l.ID) }
	if t, begun := entered(l); begun {
		back = func() { p.do.Remove(t) }
	}
	acts := []fyne.CanvasObject{act("take", "take_back", back)}
	if l.Feel != nil {
		acts = append([]fyne.CanvasObject{act("change", "change", func() { p.do.Change(*l.Feel) })}, acts...)
	}
	return acts
}

// entered is the treatment that a line tells the entering of.
func entered(l service.HistoryLine) (service.TreatmentView, bool) {
	if l.Treat == nil || l.Treat.Word != "begun" {
		return service.TreatmentView{}, false
	}
	t := service.TreatmentView{ID: l.Treat.Number, At: l.At}
	if is := l.Treat.Is; is != nil {
		t.At, t.Device, t.DepthMM, t.Area, t.Sensitive, t.Plan, t.PlanName = is.At, is.Device, is.DepthMM, is.Area, is.Sensitive, is.Plan, is.PlanName
	}
	return t, true
}

// iconOf is the drawing that stands for what a line is of.
func iconOf(l service.HistoryLine) string {
	switch record.Kind(l.Kind) {
	case record.KindDone:
		if l.Drink != nil {
			return kit.IconGlassOff
		}
		return kit.IconCheck
	case record.KindFeel, record.KindCalm:
		return kit.IconHeart
	case record.KindSkip:
		return kit.IconMinus
	case record.KindSnooze, record.KindExtend:
		return kit.IconClock
	case record.KindPause, record.KindResume:
		return kit.IconPause
	case record.KindTell:
		return kit.IconBell
	case record.KindQuestion:
		return kit.IconQuestions
	case record.KindProduct:
		return kit.IconProducts
	case record.KindTreat, record.KindKeep, record.KindOwn:
		return kit.IconCalendar
	}
	return kit.IconBell
}
