package screens

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/reader"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Listener is a screen reader, or nobody.
type Listener interface {
	// Listens says whether somebody does; while nobody does, nothing is described.
	Listens() bool
	// Show tells what the window shows, and where its content begins on the screen.
	Show(at reader.Box, windows ...reader.Node)
}

// aloud tells a screen reader what the window shows. But for do, all of it belongs to Fyne's own goroutine.
type aloud struct {
	s       *Shell
	to      Listener // nil: nobody can listen
	front   bool     // the window has the keyboard
	pending bool     // it is told once the event that is being handled is over
	telling bool     // the window is being looked at
	parts   map[string]kit.Part
	toasts  int // so many lines were said at the foot: each is another one
	said    int // so many were said to who listens alone
	line    string
}

// listen has somebody listen from now on, as Options say.
func (a *aloud) listen(s *Shell) {
	a.s = s
	if s.opts.Aloud != nil {
		a.to = s.opts.Aloud(func() { s.opts.OnUI(a.changed) }, a.do)
	}
}

// changed is told that something is different. What comes at once is told at once.
func (a *aloud) changed() {
	if a.to == nil || a.pending || a.telling || !a.to.Listens() {
		return
	}
	if a.s.opts.Later == nil {
		a.tell()
		return
	}
	a.pending = true
	a.s.opts.Later(func() {
		if a.s.k.Settling() { // it is told once that is done: no news comes before what it tells of
			a.pending = false
			return
		}
		a.tell()
	})
}

// say has a line read out that stands nowhere, such as that a wait is over.
func (a *aloud) say(text string) {
	if a.to == nil || !a.to.Listens() {
		return
	}
	a.said++
	a.line = text
	a.changed()
}

// ended says which waits have just ended: what the eye sees move.
func (a *aloud) ended(all []service.WindowView) {
	v := a.s.k.V
	said := []string{v.T("window.rule_over")}
	for _, w := range all {
		said = append(said, phrase.Stop(v.WindowLine(w)))
	}
	a.say(strings.Join(said, " "))
}

// tell tells what the window shows now.
func (a *aloud) tell() {
	a.pending, a.telling = false, true // to look may lay out what is made anew, which would tell again
	defer func() { a.telling = false }()
	at := reader.Box{}
	if a.s.opts.Stands != nil {
		at.X, at.Y = a.s.opts.Stands()
	}
	a.to.Show(at, a.window())
}

// window describes the window, and notes what of it can be asked for something.
func (a *aloud) window() reader.Node {
	s := a.s
	c := s.win.Canvas()
	r := &kit.Reading{Focused: c.Focused(), Scale: c.Scale()}
	over := c.Overlays().Top()
	read := func(o fyne.CanvasObject, in fyne.CanvasObject) []reader.Node {
		return s.k.Read(r, o, fyne.CurrentApp().Driver().AbsolutePositionForObject(in), over != nil)
	}
	w := reader.Node{ID: "window", Role: reader.Frame, Name: s.win.Title(), State: reader.Seen | reader.Enabled | reader.Sensitive,
		Box: boxOf(r.Scale, c.Size())}
	if a.front {
		w.State |= reader.Active
	}
	w.Children = a.rail(read)
	w.Children = append(w.Children, read(s.strip, s.root)...)
	r.Heading = ""
	page := reader.Node{ID: "page." + s.page, Role: reader.Panel, State: reader.Seen | reader.Focusable, Box: boxOf(r.Scale, s.content.Size())}
	page.Children = read(s.content, s.root)
	if page.Name = r.Heading; page.Name == "" {
		page.Name = s.pageName()
	}
	if s.cover() != nil { // each step is another page, though its buttons are the same
		page.ID = "page." + page.Name
	}
	w.Children = append(w.Children, page)
	at := len(w.Children) - 1
	if s.foot.Visible() || s.sunk {
		w.Children = append(w.Children, a.toast(read(kit.Over(s.foot.Objects...), s.root)))
	}
	if a.said > 0 {
		w.Children = append(w.Children, reader.Node{ID: "said." + strconv.Itoa(a.said), Role: reader.Notification, Name: a.line, State: reader.Seen})
	}
	if _, ours := over.(kit.Part); ours {
		w.Children = append(w.Children, s.k.Read(r, over, fyne.Position{}, false)...)
	} else if over != nil { // Fyne's own dialog for files, which tells nothing of itself
		w.Children = append(w.Children, reader.Node{ID: "chooser", Role: reader.Dialog, Name: s.k.V.T("shell.choosing"),
			State: reader.Seen | reader.Focusable | reader.Focused | reader.Modal})
	}
	if !r.Found && over == nil && len(page.Children) > 0 { // who listens is nowhere else, and hears what the page is
		w.Children[at].State |= reader.Focused
	}
	a.parts = r.At
	return w
}

func boxOf(scale float32, size fyne.Size) reader.Box {
	return reader.Box{W: int32(size.Width * scale), H: int32(size.Height * scale)}
}

// rail describes what stands at the left, the pages as one list.
func (a *aloud) rail(read func(o, in fyne.CanvasObject) []reader.Node) (all []reader.Node) {
	s := a.s
	for _, o := range s.rail.box.Objects {
		in := read(o, s.rail.box)
		if o == s.rail.pages {
			in = []reader.Node{{ID: "rail", Role: reader.PageTabList, Name: s.k.V.T("shell.pages"), State: reader.Seen, Children: in}}
		}
		all = append(all, in...)
	}
	return all
}

// toast makes of what stands at the foot a line that is read out when it comes.
func (a *aloud) toast(parts []reader.Node) reader.Node {
	n := reader.Node{ID: "toast." + strconv.Itoa(a.toasts), Role: reader.Notification, State: reader.Seen}
	for _, p := range parts {
		if p.Role == reader.Paragraph && n.Name == "" {
			n.Name = p.Name
			continue
		}
		n.Children = append(n.Children, p)
	}
	return n
}

// pageName is what the page on show is called, if it does not say so itself.
func (s *Shell) pageName() string {
	if sc, ok := screenOf(s.page); ok && sc.name != "" {
		return s.k.V.T(sc.name)
	}
	return s.win.Title()
}

// do has done what a screen reader asks for. It comes from another goroutine than Fyne's.
func (a *aloud) do(r reader.Request, done func(ok bool)) {
	a.s.opts.OnUI(func() { done(a.ask(r)) })
}

func (a *aloud) ask(r reader.Request) bool {
	if a.pending {
		a.tell() // what was told is not what there is
	}
	p := a.parts[r.ID]
	if p == nil {
		return false
	}
	w, canFocus := p.(fyne.Focusable)
	switch r.Act {
	case reader.Reveal:
		a.s.reveal(p)
		return true
	case reader.Focus:
		if canFocus {
			a.s.win.Canvas().Focus(w)
		}
		return canFocus
	}
	does, ok := p.(kit.Asked)
	if !ok {
		return false
	}
	if r.Act == reader.Press && canFocus {
		a.s.win.Canvas().Focus(w)
	}
	return does.Ask(r)
}

// Front says whether the window has the keyboard.
func (s *Shell) Front(on bool) {
	s.aloud.front = on
	s.aloud.changed()
	if on {
		s.listenForReminding()
	}
}
