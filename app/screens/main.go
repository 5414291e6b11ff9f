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
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"afterglow"
	"afterglow/app/clock"
	"afterglow/app/datadir"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
	"afterglow/assets"
)

// noScreen is told where the window cannot be drawn. The reminders live on without it.
const noScreen = "afterglow-window: the window cannot be shown here: %s. Your reminders go on without it. See where you are with: afterglow status"

// Main runs the window until it is closed, and returns the exit code. Where a
// window of the same data folder is open already, that one comes to the front.
// What goes wrong is said on errw. A closed window calls end, which ends the
// program, once all is put away: Main may never return then.
func Main(ctx context.Context, args []string, errw io.Writer, end func(code int)) int {
	flags := flag.NewFlagSet("afterglow-window", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	data := flags.String("data", "", "the data folder")
	page := flags.String("page", "", "the page to show")
	plan := flags.String("plan", "", "a plan file to look at")
	version := flags.Bool("version", false, "say the version")
	if err := flags.Parse(args); err != nil || flags.NArg() > 0 {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Println("usage: afterglow-window [--data DIR] [--page today, timeline, guide, settings, calls, begin or checkin] [--plan FILE] [--version]")
			return 0
		}
		if err == nil {
			err = fmt.Errorf("%q is not known", flags.Arg(0))
		}
		fmt.Fprintf(errw, "afterglow-window: %v; see: afterglow-window --help\n", err)
		return 2
	}
	if *version {
		fmt.Println("afterglow-window " + afterglow.Version())
		return 0
	}
	dir, err := datadir.Resolve(*data, os.Getenv(datadir.Variable))
	if err != nil {
		fmt.Fprintf(errw, "afterglow-window: %v\n", err)
		return 1
	}
	first := ipc.Message{Do: ipc.DoShow, Page: *page}
	if *plan != "" {
		if first.Plan, err = filepath.Abs(*plan); err != nil {
			fmt.Fprintf(errw, "afterglow-window: cannot find the plan file %s: %v\n", *plan, err)
			return 1
		}
	}
	return open(ctx, dir, first, *data != "" || os.Getenv(datadir.Variable) != "", errw, end)
}

// opened is the journal with the service on it, once it is there.
type opened struct {
	journal *journal.Journal
	service *service.Service
	err     error
}

// open shows the window with what first asks for.
func open(ctx context.Context, dir string, first ipc.Message, ownDir bool, errw io.Writer, end func(code int)) (code int) {
	requests := newRequests(fyne.Do)
	server, err := takeRole(ctx, dir, first, requests.handle)
	if err != nil {
		fmt.Fprintf(errw, "afterglow-window: %v\n", err)
		return 1
	}
	if server == nil {
		return 0 // the open window has come to the front
	}

	desktop := askDesktop(ctx)
	// The journal is opened while the window is being made.
	ready := make(chan opened, 1)
	go func() { ready <- openJournal(ctx, dir) }()
	leave := sync.OnceFunc(func() {
		if o := <-ready; o.journal != nil {
			_ = o.journal.Close()
		}
		_ = server.Close()
	})
	defer leave()

	if why := cannotDraw(); why != "" {
		fmt.Fprintf(errw, noScreen+"\n", why)
		return 1
	}
	troubles := &plainErrors{to: errw}
	log.SetOutput(troubles)
	started := false
	defer func() {
		// A graphics driver that gives up panics inside Fyne, before the first picture.
		// What goes wrong later is a fault of ours: it keeps its trace.
		if r := recover(); r != nil {
			if started {
				fmt.Fprintf(errw, "afterglow-window: a fault ended the window: %v. Your reminders go on without it.\n%s", r, debug.Stack())
			} else {
				troubles.say(fmt.Sprint(r))
			}
			code = 1
		}
	}()

	a := app.NewWithID(afterglow.ID())
	prefers := <-desktop
	noScheme := !prefers.scheme
	a.Settings().SetTheme(theme.New(preferred(theme.System, noScheme)))
	w := a.NewWindow("Afterglow")
	w.SetIcon(fyne.NewStaticResource("afterglow.png", assets.Large))
	s := NewShell(a, w, Options{
		DataDir:    dir,
		Version:    afterglow.Version(),
		NoScheme:   noScheme,
		Voice:      phrase.New(prefers.format),
		Autostart:  newLogin(dir, ownDir),
		TestNote:   func(ctx context.Context) (string, error) { return testNote(ctx, dir) },
		Background: func(f func()) { go f() },
		OnUI:       requests.onUI,
		Later:      func(f func()) { go requests.onUI(f) },
		Tick: func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, func() { requests.onUI(f) })
			return func() { t.Stop() }
		},
	})
	w.Resize(fyne.NewSize(startWide, startHigh))
	w.CenterOnScreen()
	w.SetOnClosed(func() {
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
			o := <-ready
			ready <- o // kept for closing
			requests.onUI(func() { s.Ready(o.service, o.err) })
		}()
		go requests.listen(s.Answer)
	})
	w.Show()
	if troubles.told.Load() {
		return 1 // Fyne would go on without a window, for ever
	}
	a.Run()
	return 0
}

func openJournal(ctx context.Context, dir string) opened {
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return opened{err: err}
	}
	return opened{journal: j, service: service.New(j, clock.System(clock.Options{}), func() { ipc.Ring(dir) })}
}

// Answer does what another program asks of the window.
func (s *Shell) Answer(m ipc.Message) {
	switch m.Do {
	case ipc.DoShow:
		s.turn(m)
		s.win.Show()
		s.win.RequestFocus()
	case ipc.DoChanged:
		s.Refresh()
	case ipc.DoQuit:
		s.win.Close()
	}
}

// turn shows the page or the plan file that m asks for.
func (s *Shell) turn(m ipc.Message) {
	s.Show(m.Page)
	if m.Plan != "" {
		s.OpenPlan(m.Plan)
	}
}

// testNote asks the agent to show a notification; it is the one that can.
func testNote(ctx context.Context, dir string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	r, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoTest})
	switch {
	case errors.Is(err, ipc.ErrNobody):
		return "", errors.New("Afterglow is not in the tray, so nothing can remind you. Start it with: afterglow")
	case err != nil:
		return "", err
	case !r.OK:
		return "", errors.New(r.Text)
	}
	return r.Text, nil
}

// cannotDraw says why no window can be shown, "" where one can.
func cannotDraw() string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return ""
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return "there is no desktop (DISPLAY and WAYLAND_DISPLAY are not set)"
	}
	return ""
}

// plainErrors turns what Fyne logs when the graphics driver fails into one line with what to do.
// Fyne then ends the process itself with exit code 1, or panics.
type plainErrors struct {
	to   io.Writer
	told atomic.Bool // the one line was written: the rest of the story is for nobody
	skip atomic.Bool // what follows belongs to an error that means nothing here
}

func (p *plainErrors) Write(line []byte) (int, error) {
	s := string(line)
	for _, sign := range []string{"window creation error", "failed to initialise GLFW", "failed to initialise OpenGL"} {
		if strings.Contains(s, sign) {
			p.say("the graphics driver gave no OpenGL")
		}
	}
	// Fyne's own preferences, which Afterglow does not use, may be read while they are being written;
	// a computer without a folder for videos, or without a portal that tells light from dark, is no trouble either.
	switch detail := strings.Contains(s, "  Cause:") || strings.Contains(s, "  At:"); {
	case strings.Contains(s, "Preferences load error"), strings.Contains(s, "Getting favorite locations"),
		strings.Contains(s, "failed to watch theme settings"):
		p.skip.Store(true)
	case !detail:
		p.skip.Store(false)
	}
	if p.told.Load() || p.skip.Load() {
		return len(line), nil
	}
	return p.to.Write(line)
}

// say writes the one line, once.
func (p *plainErrors) say(why string) {
	if !p.told.Swap(true) {
		fmt.Fprintf(p.to, noScreen+"\n", why)
	}
}
