package screens

import (
	"context"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/today"
	"afterglow/app/service"
)

// state is what was read last.
type state struct {
	loaded   bool
	scene    service.Scene
	entries  []record.Entry // since the treatment, for the timeline; the scene's go back a few days only
	status   service.Status
	settings []service.SettingView
	plans    []service.PlanView
	login    bool
	asked    []record.Asked // asked before, the newest first; none in discreet mode
	shelf    []service.ProductView
	history  *service.HistoryView // the part that is on show; nil: it was not read, since its page is not on
	past     *service.PastView    // a course that is over, of which the person said nothing yet; nil: none
	silent   bool                 // the agent does not run, so that nothing reminds
	server   serverState          // how it stands with the calendar server
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
	after := s.after // of acts that were written before this is read
	s.after = nil
	c, login, server, ask, reminding := s.service, s.opts.Autostart, s.opts.Server, s.historyAsk(), s.opts.Reminding
	s.opts.Background(func() {
		next, err := read(c, login, ask)
		next.silent = !reminding.runs()
		next.server.State, next.server.on, next.server.err = server.Read()
		s.opts.OnUI(func() {
			s.busy = false
			if s.service == c {
				s.arrived(next, err, !s.again, after)
			}
			if s.again || s.service != c {
				s.again = false
				s.Refresh()
			}
		})
	})
}

// read asks for all that is shown; of the history only the part that is asked for, if any is.
func read(c Service, login Autostart, part *service.HistoryAsk) (state, error) {
	ctx := context.Background()
	var next state
	var err error
	if next.scene, next.status, err = c.Look(ctx, time.Time{}); err != nil {
		return next, err
	}
	next.entries = next.scene.Entries
	if lead, ok := next.scene.Lead(); ok {
		if next.entries, err = c.Entries(ctx, lead.Treatment.At); err != nil {
			return next, err
		}
	}
	if next.settings, err = c.Settings(ctx); err != nil {
		return next, err
	}
	if next.plans, err = c.Plans(ctx); err != nil {
		return next, err
	}
	if next.asked, err = c.Asked(ctx); err != nil {
		return next, err
	}
	if next.past, err = c.Past(ctx, next.scene); err != nil {
		return next, err
	}
	if part != nil {
		h, err := c.History(ctx, *part)
		if err != nil {
			return next, err
		}
		next.history = &h
	}
	for _, p := range next.scene.Shelf {
		next.shelf = append(next.shelf, next.scene.Product(p))
	}
	if login != nil {
		// Not to know whether it opens at login is no reason to show nothing.
		next.login, _ = login.On()
	}
	next.loaded = true
	return next, nil
}

// afterwards does what follows from an act that was written, once all was read again since: what tells of the act never
// stands beside what was read before it.
func (s *Shell) afterwards(do func()) {
	s.after = append(s.after, do)
	s.Refresh()
}

// arrived shows what was read, with what follows from the acts that it knows of. last says that nothing was written since
// that was begun to be read.
func (s *Shell) arrived(next state, err error, last bool, after []func()) {
	follow := func() {
		for _, do := range after {
			do()
		}
	}
	if err != nil {
		s.schedule(time.Now().Round(0)) // it may be well again then
		s.say(s.k.V.T("shell.cannot_read", phrase.Args{"Cause": s.k.V.Error(err)}))
		follow() // it was written all the same
		return
	}
	if s.inExample() && !next.scene.HadTreatment() { // its treatment was removed: nothing is left to try
		follow()
		s.endExample(func() {})
		return
	}
	s.trouble = nil
	before := s.state
	s.state = next
	if s.recoloured() || s.voice().Format() != s.k.V.Format() {
		s.app.Settings().SetTheme(s.theme())
		s.applyTheme()
	} else if !before.loaded || themeOf(before.settings) != themeOf(next.settings) {
		s.app.Settings().SetTheme(s.theme())
	}
	s.k.V = s.voice()
	s.schedule(next.scene.Now)
	if ended := today.Opened(before.status, next.status); len(ended) > 0 {
		s.aloud.ended(ended)
	}
	if turned(before.status) != turned(next.status) {
		s.turnLogo()
	}
	follow()
	if len(s.waiting) > 0 && last {
		waiting := s.waiting
		s.waiting = nil
		for _, do := range waiting {
			do()
		}
		return
	}
	if before.loaded && s.page == PageSettings && s.typing() {
		s.check()
		return // somebody writes in it: what they wrote stays
	}
	s.k.Settle(func() {
		s.draw()
		s.check()
	})
}

// of runs f on the user interface's thread if the window still stands on c: what was begun in the example has nothing to
// say, and nothing to take back, once that has ended.
func (s *Shell) of(c Service, f func()) {
	s.opts.OnUI(func() {
		if s.service == c {
			f()
		}
	})
}

// whenRead does what needs something to show: at once, or as soon as all was read for the first time.
func (s *Shell) whenRead(do func()) {
	if s.state.loaded {
		do()
		return
	}
	s.waiting = append(s.waiting, do)
}

// whenFresh is whenRead for what must not go by what was read before a write: if all is being read again, it waits for
// that, and for the next reading if one is wanted.
func (s *Shell) whenFresh(do func()) {
	if s.busy {
		s.waiting = append(s.waiting, do)
		return
	}
	s.whenRead(do)
}

// schedule reads all again when the minute after now begins, in it when something opens, or as soon as the clock is set.
func (s *Shell) schedule(now time.Time) {
	if s.opts.Wake == nil {
		return
	}
	s.end()
	next := now.Truncate(time.Minute).Add(time.Minute)
	if ahead := s.state.status.Openings().Ahead; len(ahead) > 0 && ahead[0].At.After(now) && ahead[0].At.Before(next) {
		next = ahead[0].At
	}
	s.stop = s.opts.Wake(next.Add(50*time.Millisecond), s.Refresh)
}

// end stops what waits for the clock.
func (s *Shell) end() {
	if s.stop != nil {
		s.stop()
	}
}
