package journal

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"afterglow/app/record"
)

func inMemoryJournal(t *testing.T) *Journal {
	t.Helper()
	j, err := InMemory(t.Context())
	if err != nil {
		t.Fatalf("InMemory: %v", err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

func TestAJournalInMemoryKeepsWhatIsWritten(t *testing.T) {
	j := inMemoryJournal(t)
	for range 3 {
		must[int64](t)(j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "cleanse"}))
	}
	if got := must[[]record.Entry](t)(j.Entries(t.Context(), noon.Add(-time.Hour))); len(got) != 3 {
		t.Errorf("it has %d entries, not 3", len(got))
	}
}

func TestJournalsInMemoryKnowNothingOfEachOther(t *testing.T) {
	a, b := inMemoryJournal(t), inMemoryJournal(t)
	must[int64](t)(a.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "cleanse"}))
	if got := must[[]record.Entry](t)(b.Entries(t.Context(), noon.Add(-time.Hour))); len(got) != 0 {
		t.Errorf("the other one has %v", got)
	}
}

func TestAJournalInMemoryMakesNoFile(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	t.Setenv("TMPDIR", here)
	j := inMemoryJournal(t)
	must[int64](t)(j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "cleanse"}))
	if err := j.DailyBackup(t.Context(), noon); err == nil {
		t.Error("it makes a daily backup")
	}
	if err := j.Backup(t.Context(), filepath.Join(here, "copy.sqlite")); err == nil {
		t.Error("it makes a backup")
	}
	if _, err := j.Restore(t.Context(), filepath.Join(here, "copy.sqlite")); err == nil {
		t.Error("it restores a backup")
	}
	if names := must[[]os.DirEntry](t)(os.ReadDir(here)); len(names) > 0 {
		t.Errorf("it left %v", names)
	}
}

func TestAJournalInMemoryIsReadWhileItIsWritten(t *testing.T) {
	j := inMemoryJournal(t)
	var both sync.WaitGroup
	both.Go(func() {
		for range 50 {
			if _, err := j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "cleanse"}); err != nil {
				t.Error(err)
			}
		}
	})
	both.Go(func() {
		for range 50 {
			if _, err := j.Entries(t.Context(), noon.Add(-time.Hour)); err != nil {
				t.Error(err)
			}
		}
	})
	both.Wait()
	if got := must[[]record.Entry](t)(j.Entries(t.Context(), noon.Add(-time.Hour))); len(got) != 50 {
		t.Errorf("it has %d entries, not 50", len(got))
	}
}

func TestAClosedJournalInMemoryIsGone(t *testing.T) {
	j := inMemoryJournal(t)
	closed(t, j)
	if _, err := j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, What: "cleanse"}); err == nil {
		t.Error("it can be written after it was closed")
	}
}
