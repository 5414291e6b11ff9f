package screens

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/plancode"
	"afterglow/app/screens/askbox"
	"afterglow/app/screens/checkin"
	"afterglow/app/screens/history"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/paste"
	"afterglow/app/screens/products"
	"afterglow/app/screens/questions"
	"afterglow/app/screens/studio"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

// Shell is the window's inside: the rail, one page at a time, and what lies over it.
// All of its methods belong to Fyne's own goroutine.
type Shell struct {
	app       fyne.App
	win       fyne.Window
	opts      Options
	service   Service            // nil until the journal is open
	erasing   bool               // everything is being erased, or was
	erased    *erased            // nil: nothing was
	pageSaved string             // the page for the clinic that was saved beside a copy of everything; "": none
	draft     draft              // of steps that were left
	underway  map[string]bool    // acts that are meant once and are not done yet
	parts     plancode.Collector // the codes of a plan that were opened so far, while some are missing
	asked     *checkin.Question  // the last one that was opened and not kept; nil: none
	home      *home              // what is put back once the example ends; nil: the person's own is on show
	k         *kit.Kit

	page   string          // the page that is on
	from   string          // the page of the rail that one without a line there was opened from
	views  map[string]view // made when first shown, and anew in another theme
	layers [kinds]*layer   // what lies over the page

	state    state
	question askbox.State    // what the person is in the middle of asking
	product  products.State  // of checking and naming
	toAsk    questions.State // and of writing down, of their clinic
	writing  studio.State    // of writing a plan
	drafts   studio.Keeper   // keeps what is written there
	toRow    paste.State     // of making a plan from a leaflet
	leaflet  *paste.Page     // on which they do; nil: it was not opened yet
	past     history.State   // where they are in what was done and felt
	trouble  error           // why nothing can be shown
	waiting  []func()        // what was asked for before there was anything to read
	after    []func()        // what follows from acts, once all was read again
	busy     bool            // a refresh is under way
	again    bool            // and another is wanted
	keeping  bool            // widgets are made anew, and the keyboard stays where it is
	late     seat            // what the keyboard waits for, while a page shows nothing to press yet
	below    seat            // where the keyboard was before something was put over the window
	stop     func()          // ends the wait for the next minute

	hearKeys sync.Once // for Fyne's own dialog

	root    *fyne.Container
	rail    rail
	aloud   aloud           // tells it to who cannot see it
	logo    *fyne.Container // in the rail
	strip   *fyne.Container // above the page: says that this is an example
	content *fyne.Container
	foot    *fyne.Container // holds the toast
	sunk    bool            // it is hidden while a panel says the same above its shade
	tip     *fyne.Container // names what the pointer is on, in a rail of icons
}

// NewShell fills the window with the rail and an empty page. Ready gives it something to show.
func NewShell(app fyne.App, win fyne.Window, opts Options) *Shell {
	s := &Shell{app: app, win: win, opts: opts, page: PageToday, underway: map[string]bool{}}
	s.aloud.listen(s)
	speakFyne(opts.Voice)
	s.content = kit.Over()
	s.foot = kit.Over()
	s.foot.Hide()
	s.rail.box = &fyne.Container{}
	s.tip, s.strip = kit.Over(), kit.Over()
	s.tip.Hide()
	s.strip.Hide()
	s.root = &fyne.Container{Layout: shellLayout{s}}
	s.applyTheme()
	win.SetPadded(false)
	win.SetContent(s.root)
	s.keys()
	app.Settings().AddListener(func(fyne.Settings) {
		if s.recoloured() {
			s.applyTheme()
			s.draw()
		}
	})
	return s
}

// theme is how the window looks now.
func (s *Shell) theme() theme.Theme { return theme.New(s.themeChoice()).Sharp(s.opts.Sharp) }

// recoloured says whether the colours are others than the window was drawn in.
func (s *Shell) recoloured() bool {
	p := s.palette()
	return p.Dark != s.k.P.Dark || p.Sharp != s.k.P.Sharp
}

func (s *Shell) palette() *theme.Palette {
	return s.theme().Palette(s.app.Settings().ThemeVariant())
}

// applyTheme makes everything anew in the palette that holds.
func (s *Shell) applyTheme() {
	s.k = &kit.Kit{
		P:       s.palette(),
		V:       s.voice(),
		Reveal:  s.reveal,
		Escape:  s.escape,
		Letter:  s.letter,
		Help:    s.showKeys,
		Wheel:   s.wheel,
		OpenURL: s.openURL,
		Keep:    s.keepFocus,
		Focus:   s.focus,
		Popped:  s.popped,
		Under:   s.under,
		Later:   s.opts.Later,
		Told:    s.aloud.changed,
		Ticks:   time.Now,
	}
	s.k.Shortcut = func(sc fyne.Shortcut) {
		if c, ok := s.win.Canvas().(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
	}
	s.views = map[string]view{}
	railGround := kit.Fill(s.k.P.Rail) // what lies beneath the pages is the window's own ground
	line := canvas.NewRectangle(s.k.P.Line)
	// The page comes before the rail: the first Tab in a window leads to what the window is about.
	s.root.Objects = []fyne.CanvasObject{railGround, line, s.content, s.strip, s.rail.box, s.foot, s.tip}
	s.renew()
	s.drawStrip()
	s.drawRail()
	s.root.Refresh()
}

// Ready says that the service can be asked, or why it cannot.
func (s *Shell) Ready(c Service, err error) {
	if err != nil {
		s.trouble = err
		s.draw()
		return
	}
	s.service = c
	s.Refresh()
}

// Show turns to a page or opens what is asked for; with an unknown name the window stays as it is.
func (s *Shell) Show(id string) {
	sc, known := screenOf(id)
	if !known {
		return
	}
	s.waiting = nil
	if sc.open != nil {
		sc.open(s)
		return
	}
	s.clear()
	s.unmark()
	if !isInRail(id) && isInRail(s.page) {
		s.from = s.page
	}
	if turned := s.page != id; turned && id == PageHistory {
		s.past.Ask = service.HistoryAsk{Of: s.past.Ask.Of} // it begins with the newest
		defer s.Refresh()
	}
	defer s.listenForReminding()
	s.page = id
	s.keepFocus(func() {
		s.markRail()
		s.draw()
	})
	s.top()
}

// top scrolls the page on show to its beginning.
func (s *Shell) top() {
	if p := s.scrolling(); p != nil {
		p.Top()
	}
}

// turnTo is Show for who chose the page itself, in the rail or from a notification: on Today it also puts away what is
// asked there, and on any other page than the one on show what was said at its foot.
func (s *Shell) turnTo(id string) {
	if s.page != id {
		s.close(toast) // it would lie over the foot of a page that it says nothing of
	}
	if b := s.asking(); b != nil && id == PageToday {
		b.Close()
		s.win.Canvas().Unfocus()
	}
	s.Show(id)
}

// draw shows the page that is on, or what stands in its place, and leaves the keyboard where it was.
func (s *Shell) draw() {
	s.keepFocus(func() {
		o := s.shown()
		if o == nil || len(s.content.Objects) == 1 && s.content.Objects[0] == o {
			s.repaint()
			return
		}
		s.content.Objects = []fyne.CanvasObject{o}
		s.aloud.changed()
		if p := s.scrolling(); p != nil {
			p.OnFoot = s.root.Refresh
		}
		s.lay()
	})
}

// lay lays out what stands in the window, where it is not laid out already. Refresh would have each object lay out all below
// it once more.
func (s *Shell) lay() {
	s.root.Layout.Layout(s.root.Objects, s.root.Size())
	s.content.Layout.Layout(s.content.Objects, s.content.Size())
	s.repaint()
}

// repaint has the window painted. The canvas itself is told: Fyne finds an object's canvas only as long as it remembers that
// it painted it. That is lost if a first picture takes very long, or as the computer sleeps; whatever asks to be painted
// then is not heard, until all was painted once more.
func (s *Shell) repaint() { s.win.Canvas().Refresh(s.root.Objects[1]) } // a line alone: its picture costs nothing to be made anew

// shown is what belongs into the page's place; nil if what is there stays.
func (s *Shell) shown() fyne.CanvasObject {
	if s.erased != nil {
		return s.farewell()
	}
	if s.trouble != nil {
		return s.troubled()
	}
	if !s.state.loaded {
		return nil
	}
	if c := s.cover(); c != nil {
		return c.object
	}
	v := s.view()
	v.show()
	return v.object
}

// themeChoice is what the person chose, or what their desktop has.
func (s *Shell) themeChoice() theme.Choice {
	choice := theme.Choice(themeOf(s.state.settings))
	if choice == theme.System && s.opts.AsDesktop != "" {
		return s.opts.AsDesktop
	}
	return choice
}

// desktopTurned hears how the desktop asks the window to look from now on; resized: larger or smaller than before.
func (s *Shell) desktopTurned(to looks, resized bool) {
	if to.scheme == s.opts.AsDesktop && to.sharp == s.opts.Sharp && !resized {
		return
	}
	s.opts.AsDesktop, s.opts.Sharp = to.scheme, to.sharp
	s.app.Settings().SetTheme(s.theme()) // whoever listens to it draws anew
}

func themeOf(settings []service.SettingView) string {
	if v := settingOf(settings, "theme"); v != "" {
		return v
	}
	return string(theme.System)
}

// typing says whether a text field has the keyboard.
func (s *Shell) typing() bool {
	_, ok := s.win.Canvas().Focused().(*kit.Entry)
	return ok
}
