package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// kind is what a layer is for. One of each kind is open at most; a later kind lies over an earlier one.
type kind int

const (
	steps       kind = iota // a treatment is entered or changed, in the page's place
	leafletText             // a leaflet becomes a plan, in the page's place
	planFile                // a plan file from outside, in the page's place
	toast                   // the line at the foot that says what was done
	panel                   // a few words and what to do, over the window
	menu                    // choices beneath a button, or a field's calendar
	chooser                 // the file dialog
	kinds
)

// layer is something that was opened over the page and not closed yet.
type layer struct {
	object fyne.CanvasObject       // what stands in the page's place; nil while there is nothing to draw, and for other kinds
	close  func()                  // takes it off the screen; may be nil
	check  func()                  // looks whether it still holds once all was read again; may be nil
	again  func()                  // shows it anew in the kit that holds now; nil: it goes with the old one
	reveal func(fyne.CanvasObject) // brings into view what got the keyboard; may be nil
	tell   func(fyne.CanvasObject) // of a panel: shows a line below it, above its shade; nil takes that away
	page   string                  // the page that was on when it opened in the page's place
	from   seat                    // where the keyboard was when it opened in the page's place
}

// put opens a layer in place of the one of its kind.
func (s *Shell) put(k kind, l *layer) {
	was := s.layers[k]
	switch {
	case was != nil:
		l.from = was.from
	case k < toast:
		l.from = s.seat()
	case k >= panel:
		s.under()
	}
	s.layers[k] = l
	defer s.aloud.changed()
	if was != nil && was.close != nil {
		was.close()
	}
}

// close takes a layer away, if one is open.
func (s *Shell) close(k kind) {
	l := s.layers[k]
	s.layers[k] = nil
	if l == nil {
		return
	}
	defer s.aloud.changed()
	if l.close != nil {
		l.close()
	}
	s.bared(k)
}

// bared gives the page the keyboard back, if nothing lies over it any more: what had it may have been made anew meanwhile.
func (s *Shell) bared(k kind) {
	if k == panel && s.sunk {
		s.sunk = false
		s.foot.Show()
		s.root.Refresh()
	}
	if k >= panel {
		s.sit(s.below)
	}
}

// gone forgets a layer that took itself away.
func (s *Shell) gone(k kind, l *layer) {
	if s.layers[k] == l {
		s.layers[k] = nil
		s.bared(k)
		s.aloud.changed()
	}
}

// clear closes all but the toast: the page is turned.
func (s *Shell) clear() {
	for k := range kinds {
		if k != toast {
			s.close(k)
		}
	}
}

// cover is what stands in the page's place, nil for nothing.
func (s *Shell) cover() *layer {
	for _, k := range []kind{planFile, leafletText} {
		if l := s.layers[k]; l != nil {
			return l
		}
	}
	return s.layers[steps]
}

// uncover closes a layer that stood in the page's place, and gives the keyboard back to what opened it.
func (s *Shell) uncover(k kind) {
	is, was := s.seat(), seat{}
	if l := s.layers[k]; l != nil {
		was = l.from
	}
	if was.id == "" {
		was = is
	}
	was.quiet = is.quiet || is.id == ""
	s.close(k)
	s.seated(was, func() {
		s.markRail()
		s.draw()
	})
}

// over is the uppermost layer over the window, which has keyboard and wheel to itself; open is false if there is none.
func (s *Shell) over() (k kind, open bool) {
	for k := chooser; k >= panel; k-- {
		if s.layers[k] != nil {
			return k, true
		}
	}
	return 0, false
}

// check closes or changes what lies over the page and does not hold any more: something may have
// been done or taken back elsewhere meanwhile.
func (s *Shell) check() {
	for _, l := range s.layers {
		if l != nil && l.check != nil {
			l.check()
		}
	}
}

// renew shows in a new kit what is open.
func (s *Shell) renew() {
	for k, l := range s.layers {
		switch {
		case l == nil:
		case l.again == nil:
			s.close(kind(k))
		default:
			l.again()
		}
	}
}

// openPanel shows p over the page and puts the keyboard into it; who came by keys sees where.
func (s *Shell) openPanel(p sheets.Panel) {
	l := &layer{}
	id, quiet := kit.FocusID(s.win.Canvas().Focused())
	byKeys := id != "" && !quiet
	var sheet *kit.Sheet
	var said fyne.CanvasObject
	overlays := s.win.Canvas().Overlays()
	hide := func() {
		if sheet != nil {
			overlays.Remove(sheet)
		}
	}
	show := func() {
		hide()
		sheet = p.Sheet(s.k, sheets.Handle{
			Close:  func() { s.close(panel) },
			Redraw: func() { s.redraw(l) },
		})
		if said != nil {
			sheet.Say(said)
		}
		overlays.Add(sheet)
		sheet.Resize(s.win.Canvas().Size())
		if byKeys {
			s.win.Canvas().Focus(s.k.Known("sheet.close"))
		} else {
			s.focusQuietly("sheet.close")
		}
	}
	anew := func() { // what has the keyboard has it in the new picture, too
		id, quiet := kit.FocusID(s.win.Canvas().Focused())
		s.k.Forget(id)
		before := sheet
		show()
		if w := s.k.Known(id); w != nil {
			if p, ok := w.(*kit.Press); ok && quiet {
				p.FocusQuietly()
			}
			s.win.Canvas().Focus(w)
		}
		sheet.Follow(before)
	}
	l.close, l.again = hide, anew
	l.reveal = func(o fyne.CanvasObject) { sheet.Reveal(o) }
	l.tell = func(line fyne.CanvasObject) {
		said = line
		sheet.Say(line)
	}
	l.check = func() {
		switch a := p.Follow(s.sheetModel()); {
		case a.Gone:
			s.close(panel)
			if a.Say != "" {
				s.say(s.k.V.T(a.Say))
			}
		case a.Changed:
			anew()
		}
	}
	s.put(panel, l)
	show()
	if t := s.layers[toast]; t != nil && s.sunk { // another panel said it
		t.again()
	}
	if form, ok := p.(sheets.Form); ok {
		if field := s.k.Known(form.First()); field != nil {
			s.win.Canvas().Focus(field)
		}
	}
}

// redraw shows a panel anew if it is still open.
func (s *Shell) redraw(l *layer) {
	if s.layers[panel] == l {
		l.again()
	}
}

func (s *Shell) sheetModel() sheets.Model {
	return sheets.Model{Status: s.state.status, Entries: s.state.scene.Entries}
}

// popped takes in what a control has put over the window, such as its calendar: it goes with its page and its theme.
func (s *Shell) popped(close func()) (gone func()) {
	l := &layer{close: close}
	s.put(menu, l)
	return func() { s.gone(menu, l) }
}

// openMenu shows choices beneath at. It goes once holds says that it does not hold any more.
func (s *Shell) openMenu(id string, at fyne.CanvasObject, holds func(service.Status) bool, items ...kit.MenuItem) {
	l := &layer{}
	l.check = func() {
		if !holds(s.state.status) {
			s.close(menu)
		}
	}
	s.close(menu)
	l.close = s.k.Menu(id, at, func() { s.gone(menu, l) }, items...)
	s.put(menu, l)
}
