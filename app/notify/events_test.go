//go:build !windows && !darwin

package notify

import (
	"context"
	"testing"

	"afterglow/app/bus/bustest"
)

func TestWhatThePersonDoesIsToldOnce(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, options)
	one, two, three := show(t, b, cleanse), show(t, b, cleanse), show(t, b, cleanse)
	f.emit("ActionInvoked", one, "done")
	f.emit("NotificationClosed", one, uint32(2)) // services send this after an action too
	f.emit("ActionInvoked", two, "default")
	f.emit("NotificationClosed", three, uint32(1))
	for _, want := range []Event{{one, "done", ""}, {two, "default", ""}, {three, "closed", "expired"}} {
		if got := next(t, b.Events()); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

func TestOtherProgramsNotificationsAreNoneOfOurBusiness(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, Options{Open: []uint32{900}})
	id := show(t, b, cleanse)
	f.emit("ActionInvoked", uint32(800), "done")
	f.emit("NotificationClosed", uint32(801), uint32(2))
	f.emit("ActionInvoked", uint32(900), "later") // shown by an earlier process of ours
	f.emit("NotificationClosed", id, uint32(2))
	for _, want := range []Event{{900, "later", ""}, {id, "closed", "dismissed"}} {
		if got := next(t, b.Events()); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

func TestSignalsOfAWrongShapeAreIgnored(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, options)
	id := show(t, b, cleanse)
	f.emit("ActionInvoked")
	f.emit("ActionInvoked", "done", id)
	f.emit("NotificationClosed", id)
	f.emit("NotificationClosed", id, "why")
	f.emit("ActionInvoked", id, "later")
	if got := next(t, b.Events()); got != (Event{ID: id, Key: "later"}) {
		t.Errorf("got %+v", got)
	}
}

func TestTakingANoteAwayOurselvesIsNoEvent(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, options)
	one, two := show(t, b, cleanse), show(t, b, cleanse)
	if err := b.Close(context.Background(), one); err != nil {
		t.Fatal(err)
	}
	next(t, f.closed)
	f.emit("ActionInvoked", two, "done")
	if got := next(t, b.Events()); got != (Event{ID: two, Key: "done"}) {
		t.Errorf("got %+v", got)
	}
}

func TestNotesGoWithTheServiceThatShowedThem(t *testing.T) {
	bus := bustest.Start(t)
	f := newFake(t, bus, "actions")
	b, _ := start(t, options)
	id := show(t, b, cleanse)
	next(t, f.got)
	_ = f.conn.Close()
	if got := next(t, b.Events()); got != (Event{ID: id, Key: "closed", Why: "gone"}) {
		t.Fatalf("got %+v", got)
	}
	// The new service counts from 1 again: the old ids are someone else's now.
	f = newFake(t, bus)
	f.set(func() { f.last = 10 })
	show(t, b, cleanse)
	if got := next(t, f.got); len(got.Actions) != 0 {
		t.Errorf("got %+v, want a new note by what the new service can do", got)
	}
	if err := b.Close(context.Background(), id); err != nil {
		t.Error(err)
	}
	none(t, f.closed)
}

func TestEventsWaitForALateReader(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, options)
	var ids []uint32
	for range 50 {
		ids = append(ids, show(t, b, cleanse))
		f.emit("ActionInvoked", ids[len(ids)-1], "done")
	}
	for _, id := range ids {
		if got := next(t, b.Events()); got.ID != id {
			t.Fatalf("got %+v, want %d", got, id)
		}
	}
}
