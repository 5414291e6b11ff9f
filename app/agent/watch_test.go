//go:build linux || windows

package agent

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"afterglow/app/journal"
	"afterglow/app/reminder"
)

func TestWhatAnotherWritesWithoutAWordIsLookedAt(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	dir := filepath.Join(t.TempDir(), "data")
	open := func() *journal.Journal {
		j, err := journal.Open(ctx, dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = j.Close() })
		return j
	}
	a := &agent{ctx: ctx, journal: open(), runner: reminder.NewRunner(reminder.Parts{}), redraw: make(chan struct{}, 1), server: newCalendarServer("", "", nil)}
	a.window.dataDir = dir
	another := open()
	if a.news() {
		t.Fatal("the first look tells news")
	}
	var watching sync.WaitGroup
	watching.Go(a.watchJournal)
	// The watch may not stand yet: then the next write is the one that is noticed.
	for n := 0; ; n++ {
		if err := another.Set(ctx, "theme", []string{"dark", "light"}[n%2]); err != nil {
			t.Fatal(err)
		}
		select {
		case <-a.redraw:
			cancel()
			watching.Wait()
			a.acts.Wait()
			return
		case <-time.After(4 * gatherFor):
		case <-ctx.Done():
			t.Fatal("it was not noticed")
		}
	}
}
