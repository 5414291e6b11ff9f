package screens

import (
	"cmp"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// keys has the window hear its own keys.
func (s *Shell) keys() {
	c := s.win.Canvas()
	for key, do := range s.shortcuts() {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { do() })
	}
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			s.escape()
		case fyne.KeyF1:
			s.showKeys()
		}
	})
	c.SetOnTypedRune(s.letter)
	c.AddShortcut(&fyne.ShortcutPaste{}, s.pasted)
	s.win.SetOnDropped(s.dropped)
}

// shortcuts are what the keys do together with Ctrl: 1 to 7 turn to a page, K asks, Enter goes on to a plan's next row, W
// and Q close.
func (s *Shell) shortcuts() map[fyne.KeyName]func() {
	all := map[fyne.KeyName]func(){fyne.KeyK: s.ask, fyne.KeyW: s.win.Close, fyne.KeyQ: s.win.Close, fyne.KeyReturn: s.nextRow, fyne.KeyEnter: s.nextRow}
	for i, sc := range inRail() {
		all[fyne.KeyName(rune('1'+i))] = func() {
			if s.layers[chooser] == nil {
				s.keyTo(sc.id)
			}
		}
	}
	return all
}

// keyTo is turnTo for who turned to the page by a key: the keyboard comes along. Left in the rail it would stand on the line
// of another page, and Enter turn to that.
func (s *Shell) keyTo(page string) {
	s.turnTo(page)
	c := s.win.Canvas()
	left := func() bool {
		id, _ := kit.FocusID(c.Focused())
		return strings.HasPrefix(id, railID)
	}
	if !left() {
		return
	}
	if s.intoPage(); left() {
		c.Unfocus()
	}
}

// escape closes what lies over the window, else what stands in the page's place, else takes back what is asked, else lets
// go of the keyboard, or of a page that has no line in the rail.
func (s *Shell) escape() {
	s.hideTip()
	if k, open := s.over(); open {
		s.close(k)
		return
	}
	switch {
	case s.layers[planFile] != nil:
		s.uncover(planFile)
		return
	case s.layers[leafletText] != nil:
		s.uncover(leafletText)
		return
	case s.layers[steps] != nil:
		s.leaveSteps()
		return
	}
	if b := s.asking(); b != nil && b.Escape() {
		return
	}
	s.late = seat{}
	if !isInRail(s.page) && !s.typing() { // the first Esc in a field leaves the field
		s.Show(cmp.Or(s.from, PageToday))
		return
	}
	s.win.Canvas().Unfocus()
}

// reveal scrolls so that what got the focus can be seen.
func (s *Shell) reveal(o fyne.CanvasObject) {
	if k, open := s.over(); open {
		if l := s.layers[k]; l.reveal != nil {
			l.reveal(o)
		}
		return
	}
	if p := s.scrolling(); p != nil && p.Holds(o) {
		s.hideTip()
		p.RevealAbove(o, s.toastCovers())
		return
	}
	if fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X < s.rail.wide() {
		s.revealInRail(o)
		return
	}
	s.hideTip()
	if p := s.scrolling(); p != nil {
		p.RevealAbove(o, s.toastCovers())
	}
}

// toastCovers is how much of the page's lower edge a toast covers, if one is there.
func (s *Shell) toastCovers() float32 {
	if !s.foot.Visible() {
		return 0
	}
	return s.foot.Size().Height + toastGap
}

// wheel scrolls the page, if the pointer is over something that would not.
func (s *Shell) wheel(ev *fyne.ScrollEvent) {
	if _, open := s.over(); open {
		return
	}
	if p := s.scrolling(); p != nil {
		p.Scroll(ev)
	}
}

// scrolling is the page on show if it scrolls as a whole.
func (s *Shell) scrolling() *kit.Page {
	if len(s.content.Objects) == 0 {
		return nil
	}
	p, _ := s.content.Objects[0].(*kit.Page)
	return p
}

// focus gives w the keyboard, if it is still in the window: an answer may come late. Who came with the mouse sees no ring.
func (s *Shell) focus(w fyne.Focusable) {
	c := s.win.Canvas()
	if !s.stands(w) {
		return
	}
	id, quiet := kit.FocusID(c.Focused())
	if p, ok := w.(*kit.Press); ok && (quiet || id == "") {
		p.FocusQuietly()
	}
	s.wake(w)
	c.Focus(w)
}

// loud has what has the keyboard show its ring.
func (s *Shell) loud() {
	c := s.win.Canvas()
	if w := c.Focused(); w != nil {
		c.Unfocus()
		c.Focus(w)
	}
}

// focusQuietly gives the widget with this ID the keyboard without a ring.
func (s *Shell) focusQuietly(id string) {
	w := s.k.Known(id)
	if w == nil {
		return
	}
	if p, ok := w.(*kit.Press); ok {
		p.FocusQuietly()
	}
	s.win.Canvas().Focus(w)
}

// openURL asks the desktop to show a page in the browser. Only a click gets here.
func (s *Shell) openURL(address string) {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") {
		s.say(s.k.V.T("shell.no_address", phrase.Args{"Address": address}))
		return
	}
	if err := s.app.OpenURL(u); err != nil {
		s.say(s.k.V.T("shell.no_browser", phrase.Args{"Address": address}))
	}
}
