package screens

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"

	"afterglow/app/record"
	"afterglow/app/screens/calls"
	"afterglow/app/screens/guide"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/onboarding"
	"afterglow/app/screens/planfile"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/theme"
	"afterglow/app/screens/words"
	"afterglow/app/screens/timeline"
	"afterglow/app/screens/today"
	"afterglow/app/service"
)

// Pages by their name, as --page and the link say it.
const (
	PageToday    = "today"
	PageTimeline = "timeline"
	PageGuide    = "guide"
	PageSettings = "settings"
	PageCalls    = "calls"
	PageBegin    = "begin"   // start a treatment
	PageCheckIn  = "checkin" // Today, with the question how the skin is
)

// Shell is the window's inside: the rail, one page at a time, and what lies over them.
// All of its methods belong to Fyne's own goroutine.
type Shell struct {
	app     fyne.App
	win     fyne.Window
	opts    Options
	service Care // nil until the journal is open
	k       *kit.Kit

	page  string
	state state
	busy  bool // a refresh is under way
	again bool // and another is wanted
	stop  func()

	root    *fyne.Container
	rail    *fyne.Container
	content *fyne.Container
	toast   *toast
	sheet   *kit.Sheet
	renew   func()             // looks whether the open sheet still holds, once all was read again; may be nil
	chooser *dialog.FileDialog // the file dialog while it is open
	trouble string             // why nothing can be shown; "" where all is well
	asking  bool               // how the skin is will be asked once there is something to read

	// Pages are made when they are first shown, and anew when the theme changes.
	today       *today.Page
	timeline    *timeline.Page
	guide       *guide.Page
	settings    *settings.Page
	calls       *calls.Page
	onboarding  *onboarding.Page
	editing     int64          // the treatment that onboarding changes; 0: a new one
	plan        *planfile.Page // a plan file that was opened from outside, over all other pages
	planReading bool           // one is being read
	planRead    *planfile.File // one was read and waits for all else to be read
}

// state is what was read last.
type state struct {
	loaded   bool
	scene    service.Scene
	entries  []record.Entry // since the treatment, for the timeline; the scene's go back a few days only
	status   service.Status
	settings []service.SettingView
	plans    []service.PlanView
	login    bool
}

// NewShell fills the window with the rail and an empty page. Ready gives it something to show.
func NewShell(app fyne.App, win fyne.Window, opts Options) *Shell {
	s := &Shell{app: app, win: win, opts: opts, page: PageToday}
	s.content = kit.Over()
	s.toast = &toast{shell: s}
	s.rail = kit.Over()
	s.root = &fyne.Container{Layout: shellLayout{s}}
	s.dress()
	win.SetPadded(false)
	win.SetContent(s.root)
	s.keys()
	app.Settings().AddListener(func(fyne.Settings) {
		if s.palette().Dark != s.k.P.Dark {
			s.dress()
			s.draw()
		}
	})
	return s
}

func (s *Shell) palette() *theme.Palette {
	return theme.New(s.themeChoice()).Palette(s.app.Settings().ThemeVariant())
}

// dress makes everything anew in the palette that holds.
func (s *Shell) dress() {
	s.k = &kit.Kit{
		P:       s.palette(),
		V:       s.voice(),
		Reveal:  s.reveal,
		Escape:  s.escape,
		Wheel:   s.wheel,
		OpenURL: s.openURL,
		Keep:    s.keepFocus,
		Focus:   s.focus,
		Later:   s.opts.Later,
	}
	s.k.Shortcut = func(sc fyne.Shortcut) {
		if c, ok := s.win.Canvas().(fyne.Shortcutable); ok {
			c.TypedShortcut(sc)
		}
	}
	s.closeMenu()
	s.today, s.timeline, s.guide, s.settings, s.calls = nil, nil, nil, nil, nil
	if s.onboarding != nil {
		s.onboarding = s.onboarding.Again(s.k)
	}
	if s.plan != nil {
		s.plan = s.plan.Again(s.k)
	}
	ground := canvas.NewRectangle(s.k.P.Background)
	railGround := canvas.NewRectangle(s.k.P.Rail)
	line := canvas.NewRectangle(s.k.P.Line)
	s.root.Objects = []fyne.CanvasObject{ground, railGround, line, s.rail, s.content, s.toast.holder()}
	s.drawRail()
	s.root.Refresh()
}

// Ready says that the service can be asked, or why it cannot.
func (s *Shell) Ready(c Care, err error) {
	if err != nil {
		s.trouble = words.Wrong(s.voice(), err)
		s.draw()
		return
	}
	s.service = c
	s.Refresh()
}

// Show turns to a page; an unknown name stays where it is.
func (s *Shell) Show(page string) {
	switch page {
	case PageToday, PageTimeline, PageGuide, PageSettings, PageCalls:
		s.onboarding = nil
	case PageBegin:
		s.begin()
		return
	case PageCheckIn:
		s.pageCheckIn()
		return
	default:
		return
	}
	s.closeSheet()
	s.closeMenu()
	s.plan = nil
	s.page = page
	s.keepFocus(func() {
		s.drawRail()
		s.draw()
	})
}

// Refresh reads everything again and shows it.
func (s *Shell) Refresh() {
	if s.service == nil {
		return
	}
	if s.busy {
		s.again = true
		return
	}
	s.busy = true
	c, login := s.service, s.opts.Autostart
	s.opts.Background(func() {
		next, err := read(c, login)
		s.opts.OnUI(func() {
			s.busy = false
			s.arrived(next, err)
			if s.again {
				s.again = false
				s.Refresh()
			}
		})
	})
}

func read(c Care, login Autostart) (state, error) {
	ctx := context.Background()
	var next state
	var err error
	if next.scene, err = c.Scene(ctx, time.Time{}); err != nil {
		return next, err
	}
	next.entries = next.scene.Entries
	if lead, ok := next.scene.Lead(); ok {
		if next.entries, err = c.Entries(ctx, lead.Treatment.At); err != nil {
			return next, err
		}
	}
	if next.status, err = c.Status(ctx, time.Time{}); err != nil {
		return next, err
	}
	if next.settings, err = c.Settings(ctx); err != nil {
		return next, err
	}
	if next.plans, err = c.Plans(ctx); err != nil {
		return next, err
	}
	if login != nil {
		// Not to know whether it opens at login is no reason to show nothing.
		next.login, _ = login.On()
	}
	next.loaded = true
	return next, nil
}

func (s *Shell) arrived(next state, err error) {
	if err != nil {
		s.toast.say("Afterglow could not read your notes. " + words.Wrong(s.voice(), err))
		return
	}
	s.trouble = ""
	before := s.state
	s.state = next
	if s.palette().Dark != s.k.P.Dark || s.voice().Format() != s.k.V.Format() {
		s.app.Settings().SetTheme(theme.New(s.themeChoice()))
		s.dress()
	} else if !before.loaded || themeOf(before.settings) != themeOf(next.settings) {
		s.app.Settings().SetTheme(theme.New(s.themeChoice()))
	}
	s.k.V = s.voice()
	s.schedule()
	defer s.showPlan() // one may wait
	if s.page == PageBegin && s.onboarding == nil {
		s.begin() // asked for before there was anything to read
		return
	}
	if s.asking {
		s.draw()
		s.pageCheckIn()
		return
	}
	if before.loaded && s.page == PageSettings && s.typing() {
		s.check()
		return // somebody writes in it: what they wrote stays
	}
	s.k.Settle(func() {
		s.check()
		s.draw()
	})
}

// check closes or changes what lies over the page and does not hold any more: something may have
// been done or taken back elsewhere meanwhile.
func (s *Shell) check() {
	s.toast.check(s.state.scene.Entries)
	if s.renew != nil {
		s.renew()
	}
}

// themeChoice is what the person chose; "as my desktop" is light where the desktop states no preference.
func (s *Shell) themeChoice() theme.Choice {
	return preferred(theme.Choice(themeOf(s.state.settings)), s.opts.NoScheme)
}

func preferred(choice theme.Choice, noScheme bool) theme.Choice {
	if choice == theme.System && noScheme {
		return theme.AlwaysLight
	}
	return choice
}

func themeOf(settings []service.SettingView) string {
	for _, v := range settings {
		if v.Key == "theme" {
			return v.Value
		}
	}
	return string(theme.System)
}

// typing says whether a text field has the keyboard.
func (s *Shell) typing() bool {
	_, ok := s.win.Canvas().Focused().(*kit.Entry)
	return ok
}

// shellLayout sets the rail at the left and the page in the rest.
type shellLayout struct{ s *Shell }

// Sizes of the window in Fyne's units.
const (
	railWide  = 196
	minWide   = 900
	minHigh   = 640
	startWide = 960
	startHigh = 680
	roomyHigh = 820 // from here on Today shows every card
)

func (shellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(minWide, minHigh) }

func (l shellLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	place := func(c fyne.CanvasObject, x, y, w, h float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(w, h))
	}
	place(o[0], 0, 0, size.Width, size.Height)
	place(o[1], 0, 0, railWide, size.Height)
	place(o[2], railWide-1, 0, 1, size.Height)
	place(o[3], 0, 0, railWide, size.Height)
	place(o[4], railWide, 0, size.Width-railWide, size.Height)
	w := fyne.Min(o[5].MinSize().Width, size.Width-railWide-2*kit.Edge)
	h := kit.Height(o[5], w)
	place(o[5], railWide+(size.Width-railWide-w)/2, size.Height-h-16, w, h)
	l.s.resized(size)
}
