package screens

import (
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/ipc"
)

// now runs what belongs on the user interface's thread at once.
func now(f func()) { f() }

func TestShowIsPromisedOnlyOnceItIsDone(t *testing.T) {
	a := newRequests(now)
	defer a.end()
	var pages []string
	go a.listen(func(m ipc.Message) { pages = append(pages, m.Page) })
	if r := a.handle(ipc.Message{Do: ipc.DoShow, Page: PageGuide}); !r.OK {
		t.Fatalf("the answer is %+v", r)
	}
	if len(pages) != 1 || pages[0] != PageGuide {
		t.Errorf("when it was answered it had shown %q", pages)
	}
}

func TestAClosedWindowSendsWhoAsksForItAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := newRequests(now)
		began := time.Now()
		answer := make(chan ipc.Reply)
		go func() { answer <- a.handle(ipc.Message{Do: ipc.DoShow}) }()
		synctest.Wait() // it was asked, and the window is closed before it came to it
		a.end()
		a.end() // by the person, and again as Fyne's loop ends
		if r := <-answer; r.OK || r.Fault == "" {
			t.Errorf("the answer is %+v", r)
		}
		a.listen(func(m ipc.Message) { t.Errorf("%q was done in a closed window", m.Do) })
		if r := a.handle(ipc.Message{Do: ipc.DoShow}); r.OK {
			t.Errorf("asked later the answer is %+v", r)
		}
		if r := a.handle(ipc.Message{Do: ipc.DoQuit}); !r.OK {
			t.Errorf("asked to quit the answer is %+v", r)
		}
		if waited := time.Since(began); waited != 0 {
			t.Errorf("the answers took %v", waited)
		}
	})
}

func TestAWindowThatIsStillDrawnIsNotWaitedForLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := newRequests(now)
		for range 40 { // more than it keeps
			if r := a.handle(ipc.Message{Do: ipc.DoChanged}); !r.OK {
				t.Fatalf("the answer is %+v", r)
			}
		}
		began := time.Now()
		if r := a.handle(ipc.Message{Do: ipc.DoShow}); !r.OK || time.Since(began) != answerWithin {
			t.Errorf("the answer is %+v after %v", r, time.Since(began))
		}
	})
}

func TestAWindowThatClosesMakesRoomForANewOne(t *testing.T) {
	dir := t.TempDir()
	old := newRequests(now)
	first, err := takeRole(t.Context(), dir, ipc.Message{Do: ipc.DoShow}, old.handle)
	if err != nil || first == nil {
		t.Fatalf("%v, %v", first, err)
	}
	defer first.Close()
	go old.listen(func(ipc.Message) {})
	if second, err := takeRole(t.Context(), dir, ipc.Message{Do: ipc.DoShow}, old.handle); second != nil || err != nil {
		t.Fatalf("beside an open window: %v, %v", second, err)
	}
	old.end()
	closes := time.AfterFunc(100*time.Millisecond, func() { _ = first.Close() })
	defer closes.Stop()
	second, err := takeRole(t.Context(), dir, ipc.Message{Do: ipc.DoShow}, newRequests(now).handle)
	if err != nil || second == nil {
		t.Fatalf("beside one that closes: %v, %v", second, err)
	}
	_ = second.Close()
}
