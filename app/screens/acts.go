package screens

import (
	"context"
	"slices"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/today"
	"afterglow/app/service"
	"afterglow/guidance"
)

// once is act for what is meant once however often it was clicked while it was under way: a slow disk answers late. key
// says what it is.
func (s *Shell) once(key string, do func(ctx context.Context, c Service) (say told, undo []int64, err error)) {
	s.onceThen(key, do, nil, nil)
}

// act does something in the background, tells of it at the foot and shows what changed. do returns what words that,
// nil for nothing to say, and the entries that Undo takes back, if that is possible.
func (s *Shell) act(do func(ctx context.Context, c Service) (say told, undo []int64, err error)) {
	s.onceThen("", do, nil, nil)
}

// told words what was done; it is asked on the goroutine of the user interface.
type told func() string

// onceThen is once; if that went well, then follows, else failed. Each may be nil. Without a key each click counts.
func (s *Shell) onceThen(key string, do func(ctx context.Context, c Service) (say told, undo []int64, err error), then, failed func()) {
	c := s.service
	if c == nil || s.underway[key] {
		return
	}
	if key != "" {
		s.underway[key] = true
	}
	s.opts.Background(func() {
		say, undo, err := do(context.Background(), c)
		if err != nil {
			s.opts.OnUI(func() { delete(s.underway, key) })
			s.of(c, func() {
				if failed != nil {
					failed()
				}
				s.say(s.k.V.Error(err)) // behind what failed opens, so that the reason stands in it
				s.Refresh()
			})
			return
		}
		s.opts.OnUI(func() {
			if s.service != c {
				delete(s.underway, key)
				return
			}
			s.afterwards(func() {
				delete(s.underway, key)
				if say != nil {
					s.say(say(), undo...)
				}
				if then != nil {
					then()
				}
			})
		})
	})
}

// words are a message of the catalog, to be told once something was done.
func (s *Shell) words(id string, args ...phrase.Args) told {
	return func() string { return s.k.V.T(id, args...) }
}

// undo takes entries back.
func (s *Shell) undo(ids ...int64) { s.accept(offer{ids, true}) }

// accept does what a toast offers: it takes entries back, or puts them back, and offers the way back from that. To remove
// a treatment again is not offered: that is asked about first, where it stands.
func (s *Shell) accept(to offer) {
	said := "shell.stands_again"
	if to.back {
		said = "shell.taken_back"
	}
	s.acceptAs(to, said)
}

// acceptAs is accept, told by that message.
func (s *Shell) acceptAs(to offer, said string) {
	c, treatment := s.service, to.back && s.removals(to.entries)
	s.opts.Background(func() {
		do := c.PutBack
		if to.back {
			do = c.TakeBack
		}
		err := do(context.Background(), to.entries...)
		s.of(c, func() {
			if err != nil {
				s.say(s.k.V.Error(err))
				s.Refresh()
				return
			}
			s.afterwards(func() {
				if treatment {
					s.say(s.k.V.T("shell.treatment_back"))
					return
				}
				s.tell(s.k.V.T(said), to)
			})
		})
	})
}

// removals says whether some of these entries removed a treatment.
func (s *Shell) removals(ids []int64) bool {
	of := func(e record.Entry) bool { return slices.Contains(ids, e.ID) && service.Removes(e) }
	if slices.ContainsFunc(s.state.scene.Entries, of) {
		return true
	}
	h := s.state.history // an older one stands there
	return h != nil && slices.ContainsFunc(h.Lines, func(l service.HistoryLine) bool { return slices.Contains(ids, l.ID) && l.Removes() })
}

// entry is an act that writes one entry, which can be taken back; key is as in once.
func (s *Shell) entry(key string, do func(ctx context.Context, c Service) (record.Entry, error), say func(record.Entry) string) {
	s.entryOr(key, do, say, nil)
}

// entryOr is entry; if nothing was written, failed follows.
func (s *Shell) entryOr(key string, do func(ctx context.Context, c Service) (record.Entry, error), say func(record.Entry) string, failed func()) {
	s.onceThen(key, func(ctx context.Context, c Service) (told, []int64, error) {
		e, err := do(ctx, c)
		if err != nil {
			return nil, nil, err
		}
		return func() string { return say(e) }, []int64{e.ID}, nil
	}, nil, failed)
}

func (s *Shell) todayActions() today.Actions {
	return today.Actions{
		Begin:   s.begin,
		Feel:    s.openCheckIn,
		Coming:  s.beginComing,
		Example: s.showExample,
		Plan:    s.choosePlan,
		Write:   func() { s.Show(PageStudio) },
		WasDone: s.beginDone,
		Change:  s.change,
		Remove:  s.removeTreatment,
		Keep:    s.keepNotes,
		Export:  s.exportAndErase,
		Clinic:  s.forClinic,
		Done:    s.done,
		CheckIn: s.checkIn,
		TakeOff: s.takeOff,
		Later:   s.later,
		Skip: func(what string) {
			s.entry("skip "+what, func(ctx context.Context, c Service) (record.Entry, error) { return c.Skip(ctx, what) },
				func(e record.Entry) string { return s.k.V.T("shell.left_out", phrase.Args{"Name": s.name(e.What)}) })
		},
		Remind: s.startReminding,
		Resume: func() {
			s.entry("resume", func(ctx context.Context, c Service) (record.Entry, error) { return c.Resume(ctx) },
				func(record.Entry) string { return s.k.V.T("shell.resumed") })
		},
		Calm:     s.calm,
		Extend:   s.extend,
		Window:   s.windowSheet,
		Says:     s.says,
		Phone:    func() { s.toPhone(nil) },
		Timeline: func() { s.Show(PageTimeline) },
		ToAsk:    func() { s.Show(PageQuestions) },
		Ask:      s.askActions(),
		Menu:     s.openMenu,
	}
}

// keepNotes notes that the person saw the end of a course and keeps what they wrote down.
func (s *Shell) keepNotes(treatment int64) {
	s.entry("keep", func(ctx context.Context, c Service) (record.Entry, error) { return c.Keep(ctx, treatment) },
		func(record.Entry) string { return s.k.V.T("over.kept") })
}

// done ticks off a routine. Each click on a glass is one more glass.
func (s *Shell) done(what string) {
	key := "done " + what
	for _, r := range s.state.status.Routines {
		if r.ID == what && r.Role == guidance.Water {
			key = ""
		}
	}
	s.entry(key, func(ctx context.Context, c Service) (record.Entry, error) { return c.Done(ctx, what, time.Time{}) }, s.wasDone)
}

func (s *Shell) wasDone(e record.Entry) string {
	return s.k.V.T("shell.done", phrase.Args{"Name": s.name(e.What), "At": e.At})
}

// later puts something off and says when it will truly come again.
func (s *Shell) later(what string, choice service.Delay) {
	s.once("later "+what, func(ctx context.Context, c Service) (told, []int64, error) {
		e, err := c.SnoozeChoice(ctx, what, choice)
		if err != nil {
			return nil, nil, err
		}
		again, err := c.Again(ctx, e)
		return func() string {
			name := phrase.Args{"Name": s.name(e.What)}
			switch {
			case err != nil: // written down it is; only its moment cannot be had
				return s.k.V.T("shell.put_off", name)
			case again.At.IsZero():
				return phrase.Paragraph(s.k.V.T("shell.put_off", name), s.k.V.Again(again))
			}
			return phrase.Paragraph(s.k.V.T("shell.again", name, phrase.Args{"At": again.At}), s.k.V.Again(again))
		}, []int64{e.ID}, nil
	})
}

func (s *Shell) calm(window string) {
	s.entry("calm "+window, func(ctx context.Context, c Service) (record.Entry, error) { return c.Calm(ctx, window) },
		func(record.Entry) string { return s.k.V.T("shell.calm") })
}

func (s *Shell) extend(window string) { s.extendThen(window, func(int64) {}) }

// extendThen makes a wait longer; then gets the entry's number.
func (s *Shell) extendThen(window string, then func(entry int64)) {
	var entry int64
	s.onceThen("extend "+window, func(ctx context.Context, c Service) (told, []int64, error) {
		e, err := c.Extend(ctx, window)
		if err != nil {
			return nil, nil, err
		}
		entry = e.ID
		return func() string {
			return s.k.V.T("shell.longer", phrase.Args{"Name": s.name(e.What), "Until": e.Until})
		}, []int64{e.ID}, nil
	}, func() { then(entry) }, nil)
}

// takeOff takes back a routine's last entry of today.
func (s *Shell) takeOff(routine string) {
	if last, ok := s.state.scene.LastDone(routine); ok {
		s.undo(last.ID)
	}
}

// windowSheet tells more of one window.
func (s *Shell) windowSheet(w service.WindowView) {
	s.openPanel(sheets.NewWindow(s.state.status, w, sheets.WindowActions{Calm: s.calm, Extend: s.extend, Own: s.openOwn, Phone: s.waitToPhone, Ends: s.hasEnd}))
}

// says answers "says who?".
func (s *Shell) says(of string, v service.SourceView) { s.openPanel(sheets.Source(of, v)) }

// name is a routine's or window's name.
func (s *Shell) name(id string) string {
	for _, r := range s.state.status.Routines {
		if r.ID == id {
			return r.Name
		}
	}
	for _, w := range s.state.status.Windows {
		if w.ID == id {
			return w.Name
		}
	}
	return phrase.Capital(id)
}
