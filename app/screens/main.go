package screens

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"afterglow"
	"afterglow/app/bus"
	"afterglow/app/choose"
	"afterglow/app/clock"
	"afterglow/app/datadir"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/place"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
	"afterglow/assets"
)

// Main runs the window until it is closed, and returns the exit code. If a
// window of the same data folder is open already, that one comes to the front.
// What goes wrong is said on errw. A closed window calls end, which ends the
// program, once all is put away: Main may never return then.
func Main(ctx context.Context, args []string, errw io.Writer, end func(code int)) int {
	v := phrase.New(locale.FromEnvironment(os.Getenv).Format)
	flags := flag.NewFlagSet("afterglow-window", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var data datadir.Flag
	var noData error // what is wrong with the folder's option; the library would put it into words of its own
	flags.Func("data", "", func(dir string) error { noData = data.Set(dir); return noData })
	page := flags.String("page", "", "")
	plan := flags.String("plan", "", "")
	version := flags.Bool("version", false, "")
	if err := flags.Parse(args); err != nil || flags.NArg() > 0 {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Println(v.T("start.usage", phrase.Args{"Pages": pageNames()}))
			return 0
		}
		switch word := misused(flags, args, err); {
		case noData != nil:
			err = noData
		case known(flags, word):
			err = fault.Use("start.wrong_value", fault.Args{"Option": word})
		default:
			err = fault.Use("start.unknown", fault.Args{"Word": word})
		}
		complain(errw, v, err)
		return 2
	}
	if *version {
		fmt.Println("afterglow-window " + afterglow.Version())
		return 0
	}
	dir, err := datadir.Resolve(string(data), os.Getenv(datadir.Variable))
	if err == nil {
		err = inOwnHome(dir)
	}
	if err != nil {
		complain(errw, v, err)
		return 1
	}
	first := ipc.Message{Do: ipc.DoShow, Page: *page}
	if *plan != "" {
		if first.Plan, err = filepath.Abs(*plan); err != nil {
			complain(errw, v, fault.Wrap(err, "start.no_plan", fault.Args{"File": *plan}))
			return 1
		}
	}
	return open(ctx, v, dir, first, data != "" || os.Getenv(datadir.Variable) != "", errw, end)
}

// misused is the word of args at which reading the options ended.
func misused(flags *flag.FlagSet, args []string, err error) string {
	if err == nil {
		return flags.Arg(0) // all options were read, and this is none
	}
	return args[max(len(args)-flags.NArg()-1, 0)]
}

// known says whether a word names an option, with a value behind it or not.
func known(flags *flag.FlagSet, word string) bool {
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	return strings.HasPrefix(word, "-") && flags.Lookup(name) != nil
}

// inOwnHome refuses to have the superuser make files in another user's home: the data folder, and the folder that
// Fyne makes as it starts.
func inOwnHome(dataDir string) error {
	if err := datadir.CheckPerson(dataDir); err != nil {
		return err
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return nil // Fyne makes none then
	}
	return datadir.CheckPerson(filepath.Join(config, "fyne"))
}

// pageNames are what --page can be.
func pageNames() []string {
	var names []string
	for _, sc := range screens() {
		names = append(names, sc.id)
	}
	return names
}

// open shows the window with what first asks for.
func open(ctx context.Context, v phrase.Voice, dir string, first ipc.Message, ownDir bool, errw io.Writer, end func(code int)) (code int) {
	requests := newRequests(fyne.Do)
	server, err := takeRole(ctx, dir, first, requests.handle)
	if err != nil {
		complain(errw, v, err)
		return 1
	}
	if server == nil {
		return 0 // the open window has come to the front
	}

	desktop := askDesktop(ctx)
	h := newHold(ctx, dir, server, requests.handle) // the journal is opened while the window is being made
	stands, found := place.Read(dir)                // where the window is, as far as it was seen
	if !found {
		stands = place.Place{Width: startWide, Height: startHigh}
	}
	leave := func() { h.leave(func() { _ = place.Write(dir, stands) }) } // not to remember it is no loss to speak of
	defer leave()

	if err := cannotDraw(); err != nil {
		complain(errw, v, err)
		return 1
	}
	troubles := &plainErrors{to: errw, v: v}
	log.SetOutput(troubles)
	started := false
	defer func() {
		// A graphics driver that gives up panics inside Fyne, before the first picture.
		// What goes wrong later is a fault of ours: it keeps its trace.
		if r := recover(); r != nil {
			if started {
				complain(errw, v, fault.New("start.fault", fault.Args{"Cause": fmt.Sprint(r)}))
				fmt.Fprintf(errw, "%s", debug.Stack())
			} else {
				troubles.say(noScreen(fmt.Sprint(r)))
			}
			code = 1
		}
	}()

	app.SetMetadata(metadata())
	readyCache()
	a := app.NewWithID(afterglow.ID())
	prefers := <-desktop
	a.Settings().SetTheme(theme.New(prefers.scheme).Sharp(prefers.sharp))
	size := readTextSize()
	size.ask(prefers.larger)
	w := a.NewWindow(v.T("shell.name"))
	w.SetIcon(fyne.NewStaticResource("afterglow.png", assets.Large))
	wall := clock.System(clock.Options{})
	session := bus.New(ctx)
	s := NewShell(a, w, Options{
		DataDir:    dir,
		Version:    afterglow.Version(),
		AsDesktop:  prefers.scheme,
		Sharp:      prefers.sharp,
		Still:      prefers.still,
		Voice:      v.In(prefers.format),
		Autostart:  newLogin(dir, ownDir),
		Dials:      dials,
		Server:     calendarServer{dir},
		Reminding:  remindingIn(dir, newLogin(dir, ownDir).start),
		TestNote:   func(ctx context.Context) (string, error) { return testNote(ctx, dir) },
		Example:    openExample,
		ChooseFile: choose.On(session).Ask,
		Aloud:      readAloud(ctx, v),
		Stands: func() (x, y int32) {
			is := place.Of(w, place.Place{})
			return int32(is.X), int32(is.Y)
		},
		Background: func(f func()) { go f() },
		OnUI:       requests.onUI,
		Later:      later(requests.onUI),
		Wake:       func(at time.Time, f func()) func() { return wake(ctx, wall, at, func() { requests.onUI(f) }) },
		Tick: func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, func() { requests.onUI(f) })
			return func() { t.Stop() }
		},
	})
	place.Present(afterglow.ID())
	stands.Fit(place.Screens(), minWide, minHigh).Put(w)
	look := func() {
		if !requests.closed() {
			stands = place.Of(w, stands)
		}
	}
	a.Lifecycle().SetOnEnteredForeground(func() { s.Front(true) })
	a.Lifecycle().SetOnExitedForeground(func() {
		look() // told to end, Fyne may quit without closing the window
		s.Front(false)
	})
	w.SetOnClosed(func() {
		look()
		requests.end()
		s.end()
		// Not left to Run, which about once in a hundred times waits for ever for its own last event,
		// and would keep a process that no window can be opened beside (Fyne 2.8.1: what is queued
		// while the loop drains its queue is never run).
		go func() {
			leave()
			end(0)
		}()
	})
	s.turn(first)
	defer context.AfterFunc(ctx, func() { requests.onUI(w.Close) })() // told to end, the window closes
	a.Lifecycle().SetOnStarted(func() {
		started = true
		go func() {
			o := h.opened()
			requests.onUI(func() {
				s.opts.Data = dataIn(h, newLogin(dir, ownDir).start)
				s.Ready(o.service, o.err)
			})
			h.hear(func(note *fault.Fault) { requests.onUI(func() { s.mended(note) }) })
		}()
		go requests.listen(s.Answer)
		go followLooks(ctx, os.Getenv, session, func(l looks) { requests.onUI(func() { s.desktopTurned(l, size.ask(l.larger)) }) })
	})
	w.Show()
	if troubles.told.Load() {
		return 1 // Fyne would go on without a window, for ever
	}
	stands.Fill(w)
	a.Run()
	return 0
}

// readyCache makes the folder below which Fyne makes its own: in a new home there is none, and Fyne would complain.
func readyCache() {
	if dir, err := os.UserCacheDir(); err == nil && datadir.CheckPerson(dir) == nil {
		_ = os.MkdirAll(dir, 0o700) // where that cannot be, Fyne goes on without one
	}
}

// openExample opens the example's journal. Nobody is rung after a change: the agent never hears of it.
func openExample(ctx context.Context) (Example, error) {
	j, err := journal.InMemory(ctx)
	if err != nil {
		return Example{}, err
	}
	return Example{service.New(j, clock.System(clock.Options{}), nil), func() { _ = j.Close() }}, nil
}

// Answer does what another program asks of the window.
func (s *Shell) Answer(m ipc.Message) {
	switch m.Do {
	case ipc.DoShow:
		s.turn(m)
		s.win.Show()
		s.win.RequestFocus()
	case ipc.DoChanged:
		s.ownChanged()
		s.Refresh()
	case ipc.DoQuit:
		if !s.erasing { // then the agent, which is ended, says so; the window has something to tell yet
			s.win.Close()
		}
	}
}

// turn shows the page or the plan file that m asks for.
func (s *Shell) turn(m ipc.Message) {
	s.turnTo(m.Page)
	if m.Plan != "" {
		s.OpenPlan(m.Plan)
	}
}
