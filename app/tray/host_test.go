//go:build !windows && !darwin

package tray

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

func TestAMissingTrayIsToldAfterTheGraceAndALateOneAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		begun := time.Now()
		var there atomic.Bool
		type news struct {
			present bool
			after   time.Duration
		}
		var got []news
		signals := make(chan *dbus.Signal)
		go follow(ctx, signals, there.Load, func() {}, func(p bool) { got = append(got, news{p, time.Since(begun)}) })
		change := func(now bool) {
			there.Store(now)
			signals <- &dbus.Signal{Name: bus.PanelName + ".StatusNotifierHostRegistered"}
			synctest.Wait()
		}

		time.Sleep(time.Hour) // virtual: no tray for an hour
		change(true)
		time.Sleep(time.Hour)
		change(false) // a panel restarts within the grace
		time.Sleep(grace - time.Millisecond)
		change(true)
		time.Sleep(time.Hour)
		change(false) // and one that does not come back
		change(false)
		time.Sleep(time.Hour)
		synctest.Wait()
		cancel()
		synctest.Wait()
		back := 2*time.Hour + grace - time.Millisecond + time.Hour
		want := []news{{false, grace}, {true, time.Hour}, {false, back + grace}}
		if len(got) != len(want) {
			t.Fatalf("told %v, want %v", got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("told %v, want %v", got[i], want[i])
			}
		}
	})
}

func TestABusThatEndsTakesTheTrayWithIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []bool
		signals := make(chan *dbus.Signal)
		close(signals)
		follow(t.Context(), signals, func() bool { return len(got) == 0 }, func() {}, func(p bool) { got = append(got, p) })
		if len(got) != 2 || !got[0] || got[1] {
			t.Errorf("told %v, want true, false", got)
		}
	})
}
