package agent

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/notify"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/guidance"
)

// laterByDefault is what Later on a notification means; the menu offers more.
const laterByDefault = "15m"

// actFor ends an act that hangs: a menu must never freeze on a full disk.
const actFor = 10 * time.Second

// trayActions are the menu's items. Each acts on its own goroutine, since none may block the menu.
func (a *agent) trayActions() tray.Actions {
	return tray.Actions{
		Open: func() { a.do("open the window", func(ctx context.Context) error { return a.window.Open(ctx, "") }) },
		CheckIn: func() {
			a.do("open the window", func(ctx context.Context) error { return a.window.Open(ctx, checkInPage) })
		},
		Done: func() { a.do("mark it done", func(ctx context.Context) error { return a.done(ctx, a.offer().what) }) },
		Water: func() {
			a.do("note a glass of water", func(ctx context.Context) error { return a.done(ctx, a.offer().drink) })
		},
		Later: func(choice string) {
			a.do("remind later", func(ctx context.Context) error { return a.later(ctx, a.offer().what, choice) })
		},
		Pause: func(choice string) {
			a.do("pause", func(ctx context.Context) error { return second(a.service.PauseChoice(ctx, choice)) })
		},
		Resume: func() { a.do("resume", func(ctx context.Context) error { return second(a.service.Resume(ctx)) }) },
		Quit:   func() { a.quit(true) },
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
	case "default", "open":
		a.do("open the window", func(ctx context.Context) error {
			role, err := a.roleOf(ctx, e.ID)
			if err != nil {
				a.trouble("look up the notification", err) // the window opens all the same
			}
			return a.window.Open(ctx, pageOf(role))
		})
		return
	}
	a.do("answer the notification", func(ctx context.Context) error {
		occurrence, err := a.occurrenceOf(ctx, e.ID)
		if err != nil || occurrence == "" {
			return err
		}
		if e.Key == "later" {
			return a.later(ctx, occurrence, laterByDefault)
		}
		return a.done(ctx, occurrence)
	})
}

// checkInPage is the window's page with the question how the skin is.
const checkInPage = "checkin"

// pageOf is the page that answers a routine: Today, and for the check-in its question.
func pageOf(role guidance.Role) string {
	if role == guidance.CheckIn {
		return checkInPage
	}
	return "today"
}

// roleOf is the role of the routine that a notification on the desktop is of; "" where none is known.
func (a *agent) roleOf(ctx context.Context, serviceID uint32) (guidance.Role, error) {
	occurrence, err := a.occurrenceOf(ctx, serviceID)
	if err != nil {
		return "", err
	}
	routine, _, _ := strings.Cut(occurrence, "/")
	return a.service.Role(ctx, routine)
}

// occurrenceOf looks up which open delivery the desktop means; "" where none is open by that id.
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

func (a *agent) later(ctx context.Context, what, choice string) error {
	_, err := a.service.SnoozeChoice(ctx, what, choice)
	return err
}

// do runs one act aside, tells a failure where doctor finds it, and has everything looked at again.
func (a *agent) do(what string, act func(context.Context) error) {
	a.acts.Go(func() {
		ctx, cancel := context.WithTimeout(a.ctx, actFor)
		defer cancel()
		if err := act(ctx); err != nil && !errors.Is(err, context.Canceled) && !service.IsWrong(err) {
			a.trouble(what, err)
		}
	})
}

// second drops the answer of an act that is only done for its effect.
func second[T any](_ T, err error) error { return err }
