package agent

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/calserver"
)

// server is the agent's part that has changes written, in a bubble of virtual time, with the runs it starts.
func server(t *testing.T, on bool, sync func(dir string) error) (c *calendarServer, runs func() []time.Duration, end func()) {
	t.Helper()
	dir := t.TempDir()
	program := filepath.Join(dir, "afterglow-sync")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if err := os.WriteFile(program, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	if on {
		setUp(t, dir, nil)
	}
	began := time.Now()
	var at []time.Duration
	c = newCalendarServer(dir, filepath.Join(dir, "afterglow"), func() {})
	c.sync = func(_ context.Context, _ string, r calserver.Request) (calserver.Answer, error) {
		at = append(at, time.Since(began))
		return calserver.Answer{}, sync(r.Data)
	}
	ctx, cancel := context.WithCancel(t.Context())
	over := make(chan struct{})
	go func() { c.keep(ctx); close(over) }()
	return c, func() []time.Duration { synctest.Wait(); return at }, func() { cancel(); <-over }
}

func setUp(t *testing.T, dir string, trouble *calserver.Trouble) {
	t.Helper()
	err := calserver.Write(dir, calserver.State{
		Setup: calserver.Setup{Address: "https://dav.example.com", User: "mia", Calendar: "https://dav.example.com/mia/a/"},
		Last:  calserver.Last{Trouble: trouble},
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestChangesAreWrittenToTheCalendarServerOnceAMinuteAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, runs, end := server(t, true, func(string) error { return nil })
		defer end()
		time.Sleep(time.Second)
		if got := runs(); len(got) != 0 {
			t.Fatalf("written before it settled: %v", got)
		}
		for range 90 {
			c.change()
			time.Sleep(time.Second)
		}
		time.Sleep(time.Hour)
		got := runs()
		want := []time.Duration{syncSettles, syncSettles + syncEvery}
		if len(got) != 3 || got[0] != want[0] || got[1] != want[1] {
			t.Errorf("90 seconds of changes were written at %v; want the first at %v and three in all", got, want)
		}
	})
}

func TestWithoutACalendarServerNothingIsStarted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, runs, end := server(t, false, func(string) error { return nil })
		defer end()
		c.change()
		time.Sleep(time.Hour)
		c.change()
		time.Sleep(time.Hour)
		if got := runs(); len(got) != 0 {
			t.Errorf("started at %v", got)
		}
	})
}

func TestAServerThatIsNotReachedIsTriedAgainByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tries := 0
		_, runs, end := server(t, true, func(dir string) error {
			tries++
			if tries == 3 {
				setUp(t, dir, nil)
				return nil
			}
			setUp(t, dir, &calserver.Trouble{ID: "caldav.offline", Offline: true})
			return errors.New("offline")
		})
		defer end()
		time.Sleep(24 * time.Hour)
		got := runs()
		if len(got) != 3 || got[2]-got[1] < syncAgain || got[2]-got[1] > syncAgain+2*syncEvery {
			t.Errorf("tried at %v; want three tries, %v apart, and none after it was reached", got, syncAgain)
		}
	})
}

func TestAWrongPasswordIsNotTriedAgainByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, runs, end := server(t, true, func(dir string) error {
			setUp(t, dir, &calserver.Trouble{ID: "caldav.password"})
			return errors.New("password")
		})
		defer end()
		time.Sleep(24 * time.Hour)
		if got := runs(); len(got) != 1 {
			t.Errorf("tried at %v: servers lock accounts for that", got)
		}
	})
}
