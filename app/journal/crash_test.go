package journal

import (
	"bufio"
	"io"
	"strconv"
	"sync"
	"testing"
	"time"

	"afterglow/app/record"
)

func TestWhatWasAcknowledgedSurvivesAKillAtAnyInstant(t *testing.T) {
	rounds := 20
	if testing.Short() {
		rounds = 3
	}
	dir := dataDir(t)
	var acknowledged int64
	for round := range rounds {
		c := child("write for ever", dir)
		out := must[io.ReadCloser](t)(c.StdoutPipe())
		noError(t, c.Start())
		lines := bufio.NewScanner(out)
		for n := 0; n <= round*3 && lines.Scan(); n++ {
			acknowledged = must[int64](t)(strconv.ParseInt(lines.Text(), 10, 64))
		}
		noError(t, c.Process.Kill())
		for lines.Scan() { // said before the kill reached it
			if id, err := strconv.ParseInt(lines.Text(), 10, 64); err == nil {
				acknowledged = id
			}
		}
		c.Wait()

		j := opened(t, dir)
		noError(t, j.Check(t.Context()))
		all := must[[]record.Entry](t)(j.Entries(t.Context(), time.UnixMilli(0)))
		if int64(len(all)) < acknowledged {
			t.Fatalf("round %d: %d entries, %d were acknowledged", round, len(all), acknowledged)
		}
		if len(j.Notes()) != 0 {
			t.Fatalf("round %d: %q", round, j.Notes())
		}
		closed(t, j)
	}
	if acknowledged == 0 {
		t.Fatal("nothing was ever written")
	}
}

func TestProcessesWriteAtOnceWithoutLosingAnything(t *testing.T) {
	dir := dataDir(t)
	a, b := child("write 200", dir), child("write 200", dir) // both make the journal, too
	j := opened(t, dir)
	var wg sync.WaitGroup
	for _, c := range []interface{ CombinedOutput() ([]byte, error) }{a, b} {
		wg.Go(func() {
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	wg.Go(func() {
		for i := range 100 {
			if _, err := j.AddEntry(t.Context(), record.Entry{At: time.UnixMilli(int64(i)), Kind: record.KindDone}); err != nil {
				t.Errorf("write beside two others: %v", err)
				return
			}
		}
	})
	wg.Wait()
	if all := must[[]record.Entry](t)(j.Entries(t.Context(), time.UnixMilli(0))); len(all) != 500 {
		t.Errorf("%d entries, want 500", len(all))
	}
	noError(t, j.Check(t.Context()))
}

func TestProcessesThatStartAtOnceMakeOneJournal(t *testing.T) {
	dir := dataDir(t)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if out, err := child("open and write", dir).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	wg.Wait()
	j := opened(t, dir)
	if all := must[[]record.Entry](t)(j.Entries(t.Context(), time.UnixMilli(0))); len(all) != 6 {
		t.Errorf("%d entries, want 6", len(all))
	}
	if len(j.Notes()) != 0 {
		t.Errorf("told %s", told(j))
	}
}
