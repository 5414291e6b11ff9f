package agent

import (
	"context"
	"sync"
	"time"

	"afterglow"
	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/notify"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/assets"
)

// redrawEvery is how often the arc and the words in the tray are brought up to date
// while nothing else happens.
const redrawEvery = 15 * time.Minute

// settleFor is how long nothing must have happened before memory is given back.
const settleFor = 10 * time.Second

// live wires the parts and stays until the end.
func (a *agent) live(o Options) error {
	a.service = service.New(a.journal, a.clock, a.changed)
	a.service.HearQuiet(a.lastQuiet)
	a.notify = notify.New(a.ctx, notify.Options{
		Bus: a.bus, AppName: "Afterglow", DesktopEntry: afterglow.ID(), IconPNG: assets.Icon, Open: a.stillOpen(),
	})
	defer a.notify.Stop()
	tell := teller{notify: a.notify, service: a.service, journal: a.journal, idsHold: a.knowSession, voice: a.voice}
	a.runner = reminder.NewRunner(reminder.Parts{
		Store:      ledger{journal: a.journal, service: a.service, idsHold: a.knowSession},
		Teller:     tell,
		Quieter:    tell,
		Clock:      a.clock,
		OnDecision: a.decided,
		OnProblem:  func(err error) { a.trouble("background.cannot_remind", err) },
	})
	a.tray = tray.New(tray.Options{
		Bus:     a.bus,
		Words:   trayWords(a.voice()),
		Actions: a.trayActions(),
		OnHost:  a.trayHost,
		OnFile: func(path string) {
			a.do("background.cannot_show_plan", func(ctx context.Context) error { return a.window.OpenPlan(ctx, path) })
		},
	})
	_, err := a.journal.ChangedByOthers(a.ctx) // from here on
	a.trouble("background.cannot_read_journal", err)
	a.trouble("zone.agent", clock.ZoneFault(a.clock))
	close(a.ready)

	var parts sync.WaitGroup
	parts.Go(func() { a.endWithSession() })
	parts.Go(func() { a.watchJournal() })
	parts.Go(func() { a.runner.Run(a.ctx) })
	parts.Go(func() { a.followFormat() })
	parts.Go(func() { a.keepTrayTrue() })
	parts.Go(func() { a.hear() })
	parts.Go(func() { a.keepJournalWell() })
	parts.Go(func() { a.server.keep(a.ctx) })
	if !o.Background {
		a.do("background.cannot_open_window", a.welcome)
	}
	// On macOS the tray must have the main goroutine, which this is.
	err = a.tray.Run(a.ctx)
	a.trouble("background.cannot_show_tray", err)
	<-a.ctx.Done()
	parts.Wait()
	a.acts.Wait()
	return nil
}

// welcome opens the window: who starts Afterglow from a menu looks for one.
func (a *agent) welcome(ctx context.Context) error {
	if noDesktop() != nil {
		return nil // trayHost says so once
	}
	return a.window.Open(ctx, "")
}

// missesTray is a desktop that shows no tray icons: said on the terminal, and found by doctor itself. Reminders come all the
// same, so it is no trouble of theirs.
const missesTray = "background.no_tray"

// trayHost hears whether the desktop shows tray icons. It opens no window for want of them: who starts Afterglow is shown
// one anyway, and a panel also goes away with each lock of the screen. What the window says is private.
func (a *agent) trayHost(there bool) {
	err := noDesktop()
	if there {
		err = nil
	}
	a.trouble("background.cannot_show_tray", err)
	if !there && err == nil {
		err = fault.New(missesTray, nil)
	}
	a.trouble(missesTray, err)
}

// changed hears that the journal was written, by this process or another.
func (a *agent) changed() {
	a.runner.Wake()
	a.askRedraw()
	a.ringWindow()
	a.server.change()
}

// ringWindow has an open window read again; most of the time there is none.
func (a *agent) ringWindow() {
	a.acts.Go(func() {
		ctx, cancel := context.WithTimeout(a.ctx, time.Second)
		defer cancel()
		// Nobody there, or one that is just closing: it reads the journal when it opens.
		_, _ = ipc.Send(ctx, a.window.dataDir, ipc.Window, ipc.Message{Do: ipc.DoChanged})
	})
}

// decided hears every decision, from the runner's own goroutine. The window reads again
// when what was decided has been carried out, which is when the next decision comes.
func (a *agent) decided(in reminder.Input, d reminder.Decision) {
	acts := len(d.Show)+len(d.Withdraw)+len(d.LetGo) > 0
	a.mu.Lock()
	changed := a.acting || a.quiet != in.Quiet
	a.acting, a.quiet = acts, in.Quiet
	a.mu.Unlock()
	a.askRedraw()
	if in.Prefs.Discreet && !a.veiled && a.decidedOnce {
		a.veil()
	}
	a.veiled, a.decidedOnce = in.Prefs.Discreet, true
	if changed {
		a.ringWindow()
	}
}

// lastQuiet is the desktop's wish at the last decision.
func (a *agent) lastQuiet(context.Context) reminder.Quiet {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.quiet
}

func (a *agent) askRedraw() {
	select {
	case a.redraw <- struct{}{}:
	default: // one waits already
	}
}

// keepTrayTrue draws the tray again after each decision and each quarter of an hour,
// and gives memory back when all has been still for a while.
func (a *agent) keepTrayTrue() {
	// A clock of its own: a clock remembers what its last wait saw.
	keepTrue(a.ctx, clock.System(clock.Options{}), a.redraw, a.drawTray, func() {
		a.trouble("background.cannot_rest", a.journal.Rest(a.ctx))
		rest()
	})
}

// keepTrue draws at once, when it is asked to, and each quarter of an hour if draw says
// that something runs. After each time that was followed by a still while it rests, once.
func keepTrue(ctx context.Context, wall clock.Clock, redraw <-chan struct{}, draw func() bool, rest func()) {
	for {
		var next time.Time
		running := draw()
		now := wall.Now()
		if running {
			next = now.Truncate(redrawEvery).Add(redrawEvery)
		}
		reason := wall.Wait(ctx, now.Add(settleFor), redraw)
		if reason == clock.Reached {
			rest()
			reason = wall.Wait(ctx, next, redraw)
		}
		if reason == clock.Ended {
			return
		}
	}
}

// drawTray says whether a course runs, so that something will change by itself.
func (a *agent) drawTray() bool {
	scene, err := a.service.Scene(a.ctx, time.Time{})
	if a.ctx.Err() != nil {
		return false
	}
	a.trouble("background.cannot_read_journal", err)
	if err != nil {
		return true // it may be well again in a quarter of an hour
	}
	status := scene.Status()
	a.mu.Lock()
	a.offered = offerOf(status)
	a.mu.Unlock()
	v := a.voiceBy(scene.Settings)
	model := trayModel(v, status)
	if scene.Prefs.Discreet {
		model = discreet(v, model, status)
	}
	a.trouble("background.cannot_draw_tray", a.tray.Update(short(model)))
	return status.Treatment != nil
}

// hear carries out what the person does with notifications.
func (a *agent) hear() {
	for {
		select {
		case e, ok := <-a.notify.Events():
			if !ok {
				return
			}
			a.answered(e)
		case <-a.ctx.Done():
			return
		}
	}
}

// windowEnded hears that a window this agent started is gone.
func (a *agent) windowEnded(err error) {
	if a.ctx.Err() != nil {
		return
	}
	a.trouble("background.cannot_keep_window", err)
}

// quit ends the agent, since the person wants it so; with it what it shows, and the window if they asked in the tray.
func (a *agent) quit(withWindow bool) {
	if withWindow {
		a.closeWindow()
	}
	ctx, cancel := context.WithTimeout(a.ctx, answerWithin)
	if session, err := notify.Session(ctx, a.bus); err == nil {
		a.takeDown(ctx, session)
	}
	cancel()
	a.end()
}

// closeWindow asks the window to end; most of the time there is none.
func (a *agent) closeWindow() {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(a.ctx), time.Second)
	defer cancel()
	_, _ = ipc.Send(ctx, a.window.dataDir, ipc.Window, ipc.Message{Do: ipc.DoQuit})
}
