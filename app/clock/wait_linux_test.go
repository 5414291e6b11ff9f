package clock

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// wall is a clock with a zone of the test's own, so that the machine's does not matter.
func wall(t testing.TB) (w *Wall, zoneLink string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "localtime")
	link(t, file, zoneFile(t, "Europe/Berlin"))
	return System(Options{ZoneFile: file}), file
}

// waiting starts a wait and gives its end; asleep returns once it sleeps in the kernel.
func waiting(t *testing.T, w *Wall, ctx context.Context, until time.Time, wake <-chan struct{}) <-chan Reason {
	t.Helper()
	before := timers(t)
	ended := make(chan Reason, 1)
	go func() { ended <- w.Wait(ctx, until, wake) }()
	for timers(t) <= before { // its timer is open: it sleeps, or is about to
		select {
		case r := <-ended:
			ended <- r
			return ended
		default:
		}
	}
	return ended
}

func timers(t testing.TB) int { return descriptors(t, "timerfd") }

func descriptors(t testing.TB, kind string) (n int) {
	t.Helper()
	fds, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	for _, fd := range fds {
		if to, err := os.Readlink("/proc/self/fd/" + fd.Name()); err == nil && strings.Contains(to, kind) {
			n++
		}
	}
	return n
}

func want(t *testing.T, ended <-chan Reason, reason Reason) {
	t.Helper()
	select {
	case got := <-ended:
		if got != reason {
			t.Errorf("ended with %v, want %v", got, reason)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("did not end")
	}
}

func TestAWaitEndsWhenItsMomentCame(t *testing.T) {
	w, _ := wall(t)
	until := w.Now().Add(150 * time.Millisecond)
	if r := w.Wait(t.Context(), until, nil); r != Reached {
		t.Errorf("ended with %v", r)
	}
	if now := w.Now(); now.Before(until) || now.Sub(until) > 3*time.Second {
		t.Errorf("%v off", now.Sub(until))
	}
	for _, past := range []time.Time{w.Now(), w.Now().Add(-time.Hour), time.Unix(0, 0), time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if r := w.Wait(t.Context(), past, nil); r != Reached {
			t.Errorf("%v: ended with %v", past, r)
		}
	}
}

func TestAWaitEndsWhenItIsWoken(t *testing.T) {
	w, _ := wall(t)
	wake := make(chan struct{}, 1)
	for _, until := range []time.Time{{}, w.Now().Add(time.Hour), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)} {
		ended := waiting(t, w, t.Context(), until, wake)
		wake <- struct{}{}
		want(t, ended, Woken)
	}
}

func TestAWaitEndsWithItsContext(t *testing.T) {
	w, _ := wall(t)
	ctx, cancel := context.WithCancel(t.Context())
	ended := waiting(t, w, ctx, time.Time{}, nil)
	cancel()
	want(t, ended, Ended)
	if r := w.Wait(ctx, time.Time{}, nil); r != Ended {
		t.Errorf("an ended context: %v", r)
	}
}

func TestAWaitEndsWhenTheZoneChanges(t *testing.T) {
	w, file := wall(t)
	ended := waiting(t, w, t.Context(), time.Time{}, nil)
	if err := os.WriteFile(filepath.Join(filepath.Dir(file), "hosts"), []byte("x"), 0o600); err != nil { // not ours
		t.Fatal(err)
	}
	link(t, file, zoneFile(t, "America/New_York"))
	want(t, ended, Jumped)
	if got := w.Zone().String(); got != "America/New_York" {
		t.Errorf("zone %q", got)
	}
}

func TestAZoneThatChangedBetweenTwoWaitsIsTold(t *testing.T) {
	w, file := wall(t)
	w.Wait(t.Context(), w.Now(), nil)
	w.Zone()
	link(t, file, zoneFile(t, "America/New_York"))
	if r := w.Wait(t.Context(), w.Now().Add(time.Hour), nil); r != Jumped {
		t.Errorf("ended with %v", r)
	}
	if r := w.Wait(t.Context(), w.Now(), nil); r != Reached {
		t.Errorf("told twice: %v", r)
	}
}

func TestAnotherFileInTheZonesFolderDoesNotEndAWait(t *testing.T) {
	w, file := wall(t)
	wake := make(chan struct{}, 1)
	ended := waiting(t, w, t.Context(), time.Time{}, wake)
	for _, name := range []string{"hosts", "localtime.bak"} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(file), name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	wake <- struct{}{}
	want(t, ended, Woken)
}

// Setting the clock to what it shows is enough: the kernel tells of every setting.
func TestAWaitEndsWhenTheWallClockIsSet(t *testing.T) {
	if os.Getenv("AFTERGLOW_TEST_SET_CLOCK") == "" {
		t.Skip("sets the machine's clock: run as root with AFTERGLOW_TEST_SET_CLOCK=1")
	}
	w, _ := wall(t)
	ended := waiting(t, w, t.Context(), time.Time{}, nil)
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_REALTIME, &now); err != nil {
		t.Fatal(err)
	}
	if err := unix.ClockSettime(unix.CLOCK_REALTIME, &now); err != nil {
		t.Skipf("setting the clock: %v", err)
	}
	want(t, ended, Jumped)
}

func TestAThousandWaitsLeaveNothingOpen(t *testing.T) {
	w, _ := wall(t)
	wake := make(chan struct{}, 1)
	w.Wait(t.Context(), w.Now(), nil)
	before := descriptors(t, "")
	for i := range 1000 {
		switch i % 3 {
		case 0:
			w.Wait(t.Context(), w.Now(), nil)
		case 1:
			wake <- struct{}{}
			w.Wait(t.Context(), time.Time{}, wake)
		case 2:
			ctx, cancel := context.WithTimeout(t.Context(), time.Microsecond)
			w.Wait(ctx, time.Time{}, nil)
			cancel()
		}
	}
	if after := descriptors(t, ""); after > before {
		t.Errorf("%d open files, then %d", before, after)
	}
}

// A signal is what interrupts a sleep in the kernel; the runtime sends itself some.
func TestASignalDoesNotEndAWait(t *testing.T) {
	w, _ := wall(t)
	wake := make(chan struct{}, 1)
	ended := waiting(t, w, t.Context(), time.Time{}, wake)
	for range 50 {
		if err := syscall.Kill(os.Getpid(), syscall.SIGURG); err != nil {
			t.Fatal(err)
		}
	}
	wake <- struct{}{}
	want(t, ended, Woken)
}

func TestAnIdleWaitDoesNotRun(t *testing.T) {
	w, _ := wall(t)
	wake := make(chan struct{}, 1)
	ended := waiting(t, w, t.Context(), time.Time{}, wake)
	spent := func() int64 {
		var u unix.Rusage
		if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
			t.Fatal(err)
		}
		return u.Utime.Nano() + u.Stime.Nano()
	}
	before := spent()
	<-time.After(500 * time.Millisecond)
	if used := time.Duration(spent() - before); used > 100*time.Millisecond {
		t.Errorf("used %v of processor time in half a second", used)
	}
	wake <- struct{}{}
	want(t, ended, Woken)
}
