package notify

import (
	"context"
	"testing"
	"unicode/utf16"
)

func TestAnAnswerOfWindowsComesOutAsAnEvent(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := New(ctx, Options{AppName: "Afterglow", DesktopEntry: "app.afterglow.Afterglow"})
	toasts, ok := n.(*toaster)
	if !ok {
		t.Fatalf("got %T", n)
	}
	first, second := toasts.newID(), toasts.newID()
	if first == 0 || second <= first {
		t.Fatalf("ids %d, %d", first, second)
	}
	toasts.answered("nonsense")
	toasts.answered("done/7")
	toasts.answered("later/8")
	for _, want := range []Event{{ID: 7, Key: "done"}, {ID: 8, Key: "later"}} {
		if got := <-n.Events(); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	cancel()
	for range n.Events() { // closed once the context's end has stopped it
		t.Error("an event out of nothing")
	}
	toasts.answered("done/9") // Windows may call late: nothing may break
	n.Stop()
}

// Windows calls on a thread of its own: a reader that does not read must not hold it up.
func TestAnswersThatNobodyReadsHoldUpNobody(t *testing.T) {
	n := New(t.Context(), Options{AppName: "Afterglow", DesktopEntry: "app.afterglow.Afterglow"}).(*toaster)
	for range 2 * maxQueue {
		n.answered("done/1")
	}
	n.Stop()
}

// Neither toasts nor a tray icon are there in this test: it has to be said, with what to do.
func TestWhereNothingCanBeShownItIsSaid(t *testing.T) {
	n := New(t.Context(), Options{AppName: "Afterglow", DesktopEntry: "app.afterglow.Afterglow.test"}).(*toaster)
	defer n.Stop()
	n.push = func(string) error { return context.DeadlineExceeded }
	if id, err := n.Show(t.Context(), Note{Title: "x"}); id != 0 || err == nil {
		t.Errorf("shown as %d, %v", id, err)
	}
}

func TestABalloonsTextFitsItsField(t *testing.T) {
	for _, s := range []string{"", "short", "exactly seven", "💧💧💧💧💧💧💧💧"} {
		var field [8]uint16
		fit(field[:], s)
		if field[7] != 0 {
			t.Errorf("%q: no zero at the end: %v", s, field)
		}
		text := string(utf16.Decode(field[:]))
		for _, r := range text {
			if r == 0xFFFD {
				t.Errorf("%q is cut through a character", s)
			}
		}
	}
}
