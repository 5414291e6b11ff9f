// Package history is the page of all that was done, felt and changed, by day, where each of it can be taken back.
package history

import (
	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// State is where the person is in the history. It outlives the page, which is made anew in another theme.
type State struct {
	Ask  service.HistoryAsk // the part that they look at
	Open map[string]bool    // the rows of which each thing is shown, by their ids
}

// Model is what was read last.
type Model struct {
	History service.HistoryView
	Read    bool // false: nothing was read yet
}

// Actions is what the person can mean.
type Actions struct {
	Turn     func(service.HistoryAsk) // look at another part
	TakeBack func(entry int64)
	PutBack  func(entry int64)
	Restore  func(later []int64)         // have what these took the place of hold again
	Remove   func(service.TreatmentView) // take the entering of a treatment back: it is asked first
	Change   func(service.FeelView)      // say anew how the skin felt
	Clinic   func()                      // make a page of it for the clinic
}

// Page is the page History.
type Page struct {
	k     *kit.Kit
	do    Actions
	state *State
	root  *kit.Page
	model Model
	top   bool // another part is asked for: it begins at its top
}

// New makes a page that goes on where state stands.
func New(k *kit.Kit, do Actions, state *State) *Page {
	if state.Open == nil {
		state.Open = map[string]bool{}
	}
	return &Page{k: k, do: do, state: state, root: kit.NewPage()}
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	p.model = m
	p.draw()
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	k, h := p.k, p.model.History
	parts := []fyne.CanvasObject{kit.Column(0, k.Title(k.V.T("history.title")), k.Muted(k.V.T("history.lead")), kit.Gap(4), p.ways()), p.choices()}
	if p.model.Read {
		for _, d := range h.Days() {
			parts = append(parts, p.day(d))
		}
		if len(h.Lines) == 0 {
			parts = append(parts, kit.Narrow(kit.TextWide, k.Muted(k.V.T(p.empty()))))
		}
		parts = append(parts, p.pages())
	}
	keep := !p.top
	p.top = false
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween, parts...))), keep)
}

// ways are those to the page for the clinic and to a day; nil while there is nothing to lead to.
func (p *Page) ways() fyne.CanvasObject {
	k, first := p.k, p.model.History.First
	if !p.model.Read || first.IsZero() {
		return nil
	}
	zone := k.V.Now().Location()
	return kit.Answered(kit.GapInside, kit.Left(k.Link("history.clinic", k.V.T("clinicpage.title"), p.do.Clinic)),
		k.Day("history.day", k.V.T("history.day"), course.DateOf(first, zone), k.V.Today(), func(d course.Date) {
			p.turn(service.HistoryAsk{Before: course.On(d.Add(1), 0, zone), Of: p.state.Ask.Of})
		}))
}

// empty is the message if there is nothing to show.
func (p *Page) empty() string {
	h := p.model.History
	switch {
	case !h.From.IsZero() || !h.Before.IsZero():
		return "history.empty_days"
	case h.Of != service.HistoryAll:
		return "history.empty_part"
	}
	return "history.empty"
}

// choices are what to show.
func (p *Page) choices() fyne.CanvasObject {
	k, h := p.k, p.model.History
	if !p.model.Read || h.First.IsZero() && h.Of == service.HistoryAll {
		return nil
	}
	var all []kit.Choice
	for _, of := range []service.HistoryOf{service.HistoryAll, service.HistoryCare, service.HistoryFeel, service.HistoryChanges} {
		id := choiceID(of)
		all = append(all, kit.Choice{ID: id, Text: k.V.T("history.of_" + id)})
	}
	return k.Chips("history.of", all, choiceID(p.state.Ask.Of), func(id string) {
		of := service.HistoryOf(id)
		if id == "all" {
			of = service.HistoryAll
		}
		p.turn(service.HistoryAsk{Of: of})
	})
}

func choiceID(of service.HistoryOf) string {
	if of == service.HistoryAll {
		return "all"
	}
	return string(of)
}

// pages are the ways to the days before and after those on show; nil if there are none.
func (p *Page) pages() fyne.CanvasObject {
	k, h := p.k, p.model.History
	var buttons []fyne.CanvasObject
	put := func(id string, ask service.HistoryAsk) {
		buttons = append(buttons, k.Secondary("history."+id, k.V.T("history."+id), func() { p.turn(ask) }))
	}
	if !h.Before.IsZero() {
		put("newest", service.HistoryAsk{Of: h.Of})
		put("later", service.HistoryAsk{After: h.Before, Of: h.Of})
	}
	if !h.From.IsZero() {
		put("earlier", service.HistoryAsk{Before: h.From, Of: h.Of})
	}
	if len(buttons) == 0 {
		return nil
	}
	return kit.Actions(kit.GapInside, buttons...)
}

// turn asks for another part.
func (p *Page) turn(ask service.HistoryAsk) {
	p.state.Ask, p.top = ask, true
	p.do.Turn(ask)
}
