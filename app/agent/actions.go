package agent

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"afterglow/app/fault"
	"afterglow/app/notify"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/guidance"
)

// actFor ends an act that hangs: a menu must never freeze on a full disk.
const actFor = 10 * time.Second

// trayActions are the menu's items. Each acts on its own goroutine, since none may block the menu.
func (a *agent) trayActions() tray.Actions {
	return tray.Actions{
		Open: func() {
			a.clicked("background.cannot_open_window", func(ctx context.Context) error { return a.window.Open(ctx, "") })
		},
		Ask: func() {
			a.clicked("background.cannot_open_window", func(ctx context.Context) error { return a.window.Open(ctx, askPage) })
		},
		Phone: func() {
			a.clicked("background.cannot_open_window", func(ctx context.Context) error { return a.window.Open(ctx, phonePage) })
		},
		CheckIn: func() {
			a.clicked("background.cannot_open_window", func(ctx context.Context) error { return a.window.Open(ctx, checkInPage) })
		},
		Done: func() {
			a.clicked("background.cannot_done", func(ctx context.Context) error { return a.done(ctx, a.offer().what) })
		},
		Water: func() {
			a.clicked("background.cannot_drink", func(ctx context.Context) error { return a.done(ctx, a.offer().drink) })
		},
		Later: func(choice string) {
			a.clicked("background.cannot_later", func(ctx context.Context) error { return a.later(ctx, a.offer().what, service.Delay(choice)) })
		},
		Pause: func(choice string) {
			a.clicked("background.cannot_pause", func(ctx context.Context) error { return second(a.service.PauseChoice(ctx, service.Break(choice))) })
		},
		Resume: func() {
			a.clicked("background.cannot_resume", func(ctx context.Context) error { return second(a.service.Resume(ctx)) })
		},
		Quit: func() { a.quit(true) },
	}
}

// offer is what the menu names, so that a click does what could be read on it.
func (a *agent) offer() offer {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.offered
}

// answered carries out what the person did with a notification, and hears news of the desktop.
func (a *agent) answered(e notify.Event) {
	switch e.Key {
	case "closed":
		// Waved away: it was seen, and that is all that it asked.
		return
	case notify.QuietChanged:
		a.runner.Wake()
		return
	case notify.Started:
		a.runner.Retry()
		return
	case notify.Answered:
		a.runner.Answered()
		return
	case keyFeel:
		a.clicked("background.cannot_open_window", func(ctx context.Context) error { return a.window.Open(ctx, checkInPage) })
		return
	case "default", "open":
		a.clicked("background.cannot_open_window", func(ctx context.Context) error {
			role, err := a.roleOf(ctx, e.ID)
			if err != nil {
				a.trouble("background.cannot_look_up", err) // the window opens all the same
			}
			return a.window.Open(ctx, pageOf(role))
		})
		return
	}
	if e.Key != keyDone && e.Key != keyLater {
		slog.Warn("a notification was answered with an action that it does not have", "key", e.Key)
		return
	}
	a.clicked("background.cannot_answer", func(ctx context.Context) error {
		occurrence, err := a.answeredOf(ctx, e.ID)
		if err != nil || occurrence == "" {
			return err
		}
		if e.Key == keyLater {
			return a.later(ctx, occurrence, service.DelayUsual)
		}
		return a.done(ctx, occurrence)
	})
}

// Pages of the window, by the names that its registry gives them.
const (
	checkInPage = "checkin" // the question how the skin is
	askPage     = "ask"     // the box to ask in
	phonePage   = "phone"   // what can be taken along
)

// pageOf is the page that answers a routine: Today, and for the check-in its question.
func pageOf(role guidance.Role) string {
	if role == guidance.CheckIn {
		return checkInPage
	}
	return "today"
}

// roleOf is the role of the routine that a notification on the desktop is of; "" if none is known.
func (a *agent) roleOf(ctx context.Context, serviceID uint32) (guidance.Role, error) {
	occurrence, err := a.occurrenceOf(ctx, serviceID)
	if err != nil {
		return "", err
	}
	routine, _, _ := strings.Cut(occurrence, "/")
	return a.service.Role(ctx, routine)
}

// answeredOf is what a notification with buttons is of. A quick hand, or a slow desktop, is before the journal knows of it:
// that is given a moment.
func (a *agent) answeredOf(ctx context.Context, number uint32) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	look := time.NewTicker(answerWithin / 60)
	defer look.Stop()
	for {
		occurrence, err := a.occurrenceOf(ctx, number)
		if occurrence != "" || err != nil && ctx.Err() == nil {
			return occurrence, err
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			return "", nil // it is of no routine
		}
	}
}

// occurrenceOf looks up which open delivery the desktop means; "" if none is open by that id.
func (a *agent) occurrenceOf(ctx context.Context, number uint32) (string, error) {
	open, err := a.journal.OnScreen(ctx)
	if err != nil {
		return "", fmt.Errorf("look up the notification: %w", err)
	}
	// The newest first: a desktop that was restarted counts its ids from 1 again.
	for _, o := range slices.Backward(open) {
		if o.Number == number {
			return o.Occurrence, nil
		}
	}
	return "", nil
}

func (a *agent) done(ctx context.Context, what string) error {
	_, err := a.service.Done(ctx, what, time.Time{})
	return err
}

func (a *agent) later(ctx context.Context, what string, choice service.Delay) error {
	_, err := a.service.SnoozeChoice(ctx, what, choice)
	return err
}

// do runs one act of ours aside, and tells a failure where doctor finds it.
func (a *agent) do(message string, act func(context.Context) error) {
	a.acts.Go(func() {
		ctx, cancel := context.WithTimeout(a.ctx, actFor)
		defer cancel()
		if err := act(ctx); !errors.Is(err, context.Canceled) {
			a.trouble(message, err)
		}
	})
}

// clicked runs one act of the person's aside. If it is refused or fails, that is answered at once.
func (a *agent) clicked(message string, act func(context.Context) error) {
	a.acts.Go(func() {
		ctx, cancel := context.WithTimeout(a.ctx, actFor)
		defer cancel()
		err := act(ctx)
		if errors.Is(err, context.Canceled) {
			return
		}
		if err == nil || failed(err) {
			a.trouble(message, err)
		}
		if err != nil {
			a.refuse(ctx, err)
		}
	})
}

// failed tells a failure, behind which something stands, from a request that was refused.
func failed(err error) bool {
	var f *fault.Fault
	return !errors.As(err, &f) || f.Cause != nil
}

// refuse says in a notification why a click did nothing: nobody should wait for what does not come. To someone who
// may be looked over the shoulder it says no more than that.
func (a *agent) refuse(ctx context.Context, err error) {
	v := a.voice()
	note := notify.Note{Title: v.T("background.refused_title"), Body: phrase.Brief(cause(v.InWindow(), err)), Open: v.T("notification.open")}
	if prefs, unread := a.service.Prefs(ctx); unread != nil || prefs.Discreet {
		_, note.Body = v.DiscreetNotice()
	}
	if _, unshown := a.notify.Show(ctx, note); unshown != nil {
		a.trouble("background.cannot_answer", err)
	}
}

// second drops the answer of an act that is only done for its effect.
func second[T any](_ T, err error) error { return err }
