//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"testing"
	"time"

	"afterglow/app/bus/bustest"
)

// slowly has a note of the key asked for and given up before the fake, which hangs, answers.
func slowly(t *testing.T) (*fake, *desktop, Note) {
	t.Helper()
	f := newFake(t, bustest.Start(t), "actions")
	f.set(func() { f.hang = make(chan struct{}) })
	b, _ := start(t, options)
	n := cleanse
	n.Key = "cleanse/2026-11-22/2#0"
	giveUp(t, b, n)
	return f, b, n
}

// giveUp asks for a note and waits for the answer until the call is under way, no longer.
func giveUp(t *testing.T, b *desktop, n Note) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	failed := make(chan error, 1)
	go func() { _, err := b.Show(ctx, n); failed <- err }()
	for under := false; !under; {
		b.mu.Lock()
		under = b.inward > 0
		b.mu.Unlock()
	}
	cancel()
	if err := next(t, failed); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
}

func TestANoteThatCameLateIsTakenOverAndNotShownTwice(t *testing.T) {
	f, b, n := slowly(t)
	close(f.hang)
	first := next(t, f.got)
	if got := next(t, b.Events()); got != (Event{Key: Answered}) {
		t.Fatalf("got %+v", got)
	}
	if id := show(t, b, n); id != first.ID {
		t.Errorf("it has the number %d, not %d", id, first.ID)
	}
	none(t, f.got)
	none(t, f.closed)
	f.emit("ActionInvoked", first.ID, "done")
	if got := next(t, b.Events()); got != (Event{ID: first.ID, Key: "done"}) {
		t.Errorf("got %+v", got)
	}
	// The next of that key is one of its own.
	if id := show(t, b, n); id == first.ID {
		t.Error("it was taken over twice")
	}
}

func TestWhoAsksAgainWhileTheFirstIsUnderWayWaitsForThatOne(t *testing.T) {
	f, b, n := slowly(t)
	ids := make(chan uint32, 1)
	go func() { id, _ := b.Show(context.Background(), n); ids <- id }()
	f.hang <- struct{}{}
	if id := next(t, ids); id != next(t, f.got).ID {
		t.Errorf("id %d", id)
	}
	none(t, f.got)
}

func TestAClickBeforeTheNoteIsTakenOverIsNotLost(t *testing.T) {
	f, b, n := slowly(t)
	close(f.hang)
	first := next(t, f.got)
	next(t, b.Events())
	f.emit("ActionInvoked", first.ID, "done")
	f.emit("NotificationClosed", first.ID, uint32(2))
	other := show(t, b, cleanse) // its signals are of the same order
	f.emit("ActionInvoked", other, "later")
	if got := next(t, b.Events()); got != (Event{ID: other, Key: "later"}) {
		t.Errorf("got %+v", got)
	}
	show(t, b, n)
	if got := next(t, b.Events()); got != (Event{ID: first.ID, Key: "done"}) {
		t.Errorf("got %+v", got)
	}
}

func TestANoteThatCameLateIsBroughtUpToDate(t *testing.T) {
	f, b, n := slowly(t)
	close(f.hang)
	first := next(t, f.got)
	n.Body = "Pat dry. Also over: alcohol."
	if id := show(t, b, n); id != first.ID {
		t.Errorf("it has the number %d, not %d", id, first.ID)
	}
	if got := next(t, f.got); got.Replaces != first.ID || got.Body != n.Body {
		t.Errorf("got %+v", got)
	}
	none(t, f.closed)
}

func TestANoteThatCameLateAndIsNotWantedAnyMoreIsTakenAway(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.hang = make(chan struct{}) })
	b, _ := start(t, options)
	b.patience = time.Millisecond
	n := cleanse
	n.Key = "cleanse"
	giveUp(t, b, n)
	close(f.hang)
	if first, gone := next(t, f.got), next(t, f.closed); gone != first.ID {
		t.Errorf("closed %d, not %d", gone, first.ID)
	}
}

func TestANoteThatCameLateGoesWithItsService(t *testing.T) {
	bus := bustest.Start(t)
	f := newFake(t, bus)
	f.set(func() { f.hang = make(chan struct{}) })
	b, _ := start(t, options)
	n := cleanse
	n.Key = "cleanse"
	giveUp(t, b, n)
	close(f.hang)
	next(t, f.got)
	next(t, b.Events())
	_ = f.conn.Close()
	f = newFake(t, bus)
	if got := next(t, b.Events()); got != (Event{Key: Started}) {
		t.Fatalf("got %+v", got)
	}
	show(t, b, n)
	if got := next(t, f.got); got.Replaces != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestANoteThatFailedLateIsShownAnew(t *testing.T) {
	bus := bustest.Start(t)
	f := newFake(t, bus)
	f.set(func() { f.hang = make(chan struct{}) })
	b, _ := start(t, options)
	n := cleanse
	n.Key = "cleanse"
	giveUp(t, b, n)
	_ = f.conn.Close()
	f = newFake(t, bus)
	show(t, b, n)
	next(t, f.got)
}
