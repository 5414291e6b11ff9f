package journal

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"afterglow/app/fault"
)

// withBackup is a closed journal with one entry that is in the backup and one that is not.
func withBackup(t *testing.T) (dir, file string) {
	t.Helper()
	dir = dataDir(t)
	j := opened(t, dir)
	water(t, j, "saved")
	noError(t, j.DailyBackup(t.Context(), noon))
	water(t, j, "later")
	closed(t, j)
	return dir, filepath.Join(dir, fileName)
}

func overwrite(t *testing.T, file string, at int64, b []byte) {
	t.Helper()
	f := must[*os.File](t)(os.OpenFile(file, os.O_RDWR, 0))
	defer f.Close()
	must[int](t)(f.WriteAt(b, at))
}

func TestADamagedJournalIsSetAsideAndTheBackupTakesItsPlace(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, file string){
		"header": func(t *testing.T, f string) { overwrite(t, f, 0, make([]byte, 100)) },
		"garbage": func(t *testing.T, f string) {
			noError(t, os.WriteFile(f, bytes.Repeat([]byte("garbage "), 4000), 0o600))
		},
		"few bytes":   func(t *testing.T, f string) { noError(t, os.WriteFile(f, []byte("SQLite format 3\x00"), 0o600)) },
		"truncated":   func(t *testing.T, f string) { noError(t, os.Truncate(f, 3*4096)) },
		"cut in half": func(t *testing.T, f string) { noError(t, os.Truncate(f, 4096+100)) },
		"emptied":     func(t *testing.T, f string) { noError(t, os.Truncate(f, 0)) },
		"schema":      func(t *testing.T, f string) { overwrite(t, f, 100, bytes.Repeat([]byte{0xA5}, 3996)) },
		"middle":      func(t *testing.T, f string) { overwrite(t, f, 4096*4, bytes.Repeat([]byte{0xA5}, 4096*6)) },
		"lost the newest table": func(t *testing.T, f string) {
			db := connect(f, plain)
			defer db.Close()
			must[sql.Result](t)(db.Exec("DROP TABLE products"))
		},
		"lost tables": func(t *testing.T, f string) {
			db := connect(f, plain)
			defer db.Close()
			must[sql.Result](t)(db.Exec("DROP TABLE entries"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, file := withBackup(t)
			damage(t, file)
			broken := must[[]byte](t)(os.ReadFile(file))

			j := opened(t, dir)
			wantNotes(t, j, "saved")
			aside := must[[]string](t)(filepath.Glob(filepath.Join(dir, "journal-damaged-*.sqlite")))
			if len(aside) != 1 {
				t.Fatalf("set aside: %v", aside)
			}
			if kept := must[[]byte](t)(os.ReadFile(aside[0])); !bytes.Equal(kept, broken) {
				t.Error("the damaged file was changed")
			}
			said := told(j)
			if !strings.Contains(said, filepath.Base(aside[0])) || !strings.Contains(said, "journal-2026-11-22.sqlite") {
				t.Errorf("the person is not told which: %q", said)
			}
			if mode(t, file) != 0o600 || mode(t, aside[0]) != 0o600 {
				t.Error("not private")
			}
			water(t, j, "after")
			wantNotes(t, j, "saved", "after")
			closed(t, j)
			if again := opened(t, dir); len(again.Notes()) != 0 {
				t.Errorf("mended twice: %q", again.Notes())
			}
		})
	}
}

func TestEachDamagedJournalIsKept(t *testing.T) {
	dir, file := withBackup(t)
	for range 3 {
		overwrite(t, file, 0, make([]byte, 100))
		closed(t, opened(t, dir))
	}
	if aside := must[[]string](t)(filepath.Glob(filepath.Join(dir, "journal-damaged-*.sqlite"))); len(aside) != 3 {
		t.Errorf("kept %v", aside)
	}
}

func TestADamagedBackupIsPassedOverForAnOlderGoodOne(t *testing.T) {
	dir, file := withBackup(t)
	newer := filepath.Join(dir, backupsDir, "journal-2026-11-23.sqlite")
	noError(t, copyFile(filepath.Join(dir, backupsDir, "journal-2026-11-22.sqlite"), newer))
	overwrite(t, newer, 4096*4, bytes.Repeat([]byte{0xA5}, 4096*6))
	overwrite(t, file, 0, make([]byte, 100))
	j := opened(t, dir)
	wantNotes(t, j, "saved")
	if said := told(j); !strings.Contains(said, "journal-2026-11-22") {
		t.Errorf("told %q", said)
	}
}

func TestADamagedJournalWithoutABackupGivesANewOne(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	water(t, j, "lost")
	closed(t, j)
	overwrite(t, j.path, 0, make([]byte, 100))
	j = opened(t, dir)
	wantNotes(t, j)
	if said := told(j); !strings.Contains(said, "journal.mended_anew") {
		t.Errorf("told %q", said)
	}
}

func TestALostJournalComesBackFromItsBackup(t *testing.T) {
	dir, file := withBackup(t)
	noError(t, os.Remove(file))
	j := opened(t, dir)
	wantNotes(t, j, "saved")
	if len(j.Notes()) != 1 {
		t.Errorf("told %q", j.Notes())
	}
}

func TestDamageThatIsMetWhileRunningIsMended(t *testing.T) {
	dir, file := withBackup(t)
	j := opened(t, dir)
	wantNotes(t, j, "saved", "later")
	overwrite(t, file, 4096*2, bytes.Repeat([]byte{0xA5}, 4096*12))
	// Another connection: the first one may still hold good pages in its cache.
	k, err := openWith(t.Context(), dir, j.deps)
	if runtime.GOOS == "windows" {
		// There nobody can move a file that another has open: who has it is asked to let go of it.
		if !errors.Is(err, ErrBusy) {
			t.Fatalf("beside another that has the damaged file open: %v, want ErrBusy", err)
		}
		closed(t, j)
		k = opened(t, dir)
		wantNotes(t, k, "saved")
		return
	}
	noError(t, err)
	defer k.Close()
	wantNotes(t, k, "saved")
	heard := make(chan *fault.Fault, 9)
	k.Hear(func(note *fault.Fault) { heard <- note })
	if note := <-heard; note.ID != "journal.mended" || len(heard) > 0 {
		t.Errorf("who asks what was mended at its opening hears %v and %d more", note, len(heard))
	}
	water(t, k, "after")
	wantNotes(t, j, "saved", "after") // it follows to the file that is in place now
	water(t, j, "from the first")
	wantNotes(t, k, "saved", "after", "from the first")
}

func TestWhatIsMendedLaterIsToldToWhoListens(t *testing.T) {
	dir, _ := withBackup(t)
	j := opened(t, dir)
	heard := make(chan *fault.Fault, 9)
	j.Hear(func(note *fault.Fault) {
		if _, err := j.Entries(t.Context(), time.Time{}); err != nil { // who listens may ask at once
			t.Error(err)
		}
		heard <- note
	})
	if len(heard) > 0 {
		t.Fatal("a sound journal tells something")
	}
	j.mu.Lock()
	noError(t, j.open.close())
	err := j.replaceDamaged(t.Context())
	if err == nil {
		j.open, err = j.openFile(t.Context(), thoroughly)
	}
	j.mu.Unlock()
	noError(t, err)
	if note := <-heard; note.ID != "journal.mended" {
		t.Errorf("heard %v", note)
	}
}

func TestWhatAnotherProcessMendedIsTold(t *testing.T) {
	dir, file := withBackup(t)
	window := opened(t, dir)
	heard := make(chan *fault.Fault, 9)
	window.Hear(func(note *fault.Fault) { heard <- note })
	wantNotes(t, window, "saved", "later")
	overwrite(t, file, 4096*4, bytes.Repeat([]byte{0xA5}, 4096*6))

	noError(t, opened(t, dir).Mend(t.Context())) // the command line
	wantNotes(t, window, "saved")
	if note := <-heard; note.ID != "journal.mended_elsewhere" || !strings.HasPrefix(fmt.Sprint(note.Args["Kept"]), "journal-damaged-") {
		t.Errorf("heard %v %v", note, note.Args)
	}
	if later := opened(t, dir); len(later.Notes()) > 0 {
		t.Errorf("who opens it afterwards hears %v", later.Notes())
	}
}

func TestWhatAKilledRestoreLeftBehindGoes(t *testing.T) {
	for name, next := range map[string]func(j *Journal) error{
		"with the next look at the day's backup": func(j *Journal) error { return j.DailyBackup(t.Context(), j.today()) },
		"with the next restore": func(j *Journal) error {
			backups := must[[]string](t)(j.Backups())
			_, err := j.Restore(t.Context(), backups[0])
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := withBackup(t)
			j := opened(t, dir)
			noError(t, j.DailyBackup(t.Context(), j.today())) // today's is there
			old, young := filepath.Join(dir, ".restore-1"), filepath.Join(dir, ".restore-2")
			for _, left := range []string{old, young} {
				noError(t, os.Mkdir(left, 0o700))
				noError(t, os.WriteFile(filepath.Join(left, fileName), []byte("notes"), 0o600))
			}
			long := j.today().Add(-2 * longestCopy)
			noError(t, os.Chtimes(old, long, long))
			noError(t, next(j))
			if anyExists([]string{old}) || !anyExists([]string{young}) {
				t.Error("a killed restore's copy stays, or one that goes on is taken away")
			}
		})
	}
}

func TestARestoreIsNoMending(t *testing.T) {
	dir, _ := withBackup(t)
	j := opened(t, dir)
	backups := must[[]string](t)(j.Backups())
	must[string](t)(j.Restore(t.Context(), backups[0]))
	wantNotes(t, j, "saved")
	if len(j.Notes()) > 0 {
		t.Errorf("the person is told of their own act: %v", j.Notes())
	}
}

func TestMendLeavesASoundJournalAlone(t *testing.T) {
	dir, _ := withBackup(t)
	j := opened(t, dir)
	noError(t, j.Check(t.Context()))
	noError(t, j.Mend(t.Context()))
	wantNotes(t, j, "saved", "later")
	if len(j.Notes()) != 0 {
		t.Errorf("told %q", j.Notes())
	}
}

func TestMendFindsWhatAQuickLookMisses(t *testing.T) {
	dir, file := withBackup(t)
	db := connect(file, plain)
	for _, q := range []string{"PRAGMA foreign_keys = OFF", "INSERT INTO treatments (at, at_offset, plan_text) VALUES (1, 0, 77)"} {
		must[sql.Result](t)(db.Exec(q))
	}
	noError(t, db.Close())
	j := opened(t, dir)
	if err := j.Check(t.Context()); !errors.Is(err, ErrDamaged) {
		t.Fatalf("Check: %v", err)
	}
	noError(t, j.Mend(t.Context()))
	wantNotes(t, j, "saved")
}

// snapshot is every file in dir with its content.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, e := range must[[]os.DirEntry](t)(os.ReadDir(dir)) {
		if !e.IsDir() {
			all[e.Name()] = string(must[[]byte](t)(os.ReadFile(filepath.Join(dir, e.Name()))))
		}
	}
	return all
}

func TestANewerJournalIsRefusedUntouched(t *testing.T) {
	dir, _ := withBackup(t)
	old := must[*Journal](t)(Open(t.Context(), dir))
	running := opened(t, dir)
	ours, next := old.latest, old.latest+1
	later := migrationsUntil(t, ours)
	later[fmt.Sprintf("%05d_more.sql", next)] = &fstest.MapFile{
		Data: fmt.Appendf(nil, "-- +goose Up\nCREATE TABLE more (x);\nPRAGMA user_version = %d;\n", next),
	}
	newer := old.deps
	newer.migrations = later
	closed(t, old)

	j := must[*Journal](t)(openWith(t.Context(), dir, newer))
	if j.Version() != next {
		t.Fatalf("version %d", j.Version())
	}
	wantNotes(t, j, "saved", "later")
	if err := running.Set(t.Context(), "a", "b"); !errors.Is(err, ErrNewer) {
		t.Errorf("an older process that still runs writes: %v", err)
	}
	closed(t, running)
	closed(t, j)
	sound(t, filepath.Join(dir, backupsDir, fmt.Sprintf("journal-before-update-from-%d.sqlite", ours)))

	before := snapshot(t, dir)
	_, err := Open(t.Context(), dir)
	if !errors.Is(err, ErrNewer) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "journal.newer") {
		t.Errorf("error %v", err)
	}
	after := snapshot(t, dir)
	for name := range after {
		if after[name] != before[name] {
			t.Errorf("%s was changed", name)
		}
	}
	if len(after) != len(before) {
		t.Errorf("files came or went: %d, then %d", len(before), len(after))
	}
}

func TestAnotherProgramsDatabaseIsRefusedUntouched(t *testing.T) {
	dir := dataDir(t)
	noError(t, os.Mkdir(dir, 0o700))
	file := filepath.Join(dir, fileName)
	noError(t, createFile(file))
	db := connect(file, plain)
	must[sql.Result](t)(db.Exec("CREATE TABLE bookmarks (url)"))
	noError(t, db.Close())
	before := must[[]byte](t)(os.ReadFile(file))
	if _, err := Open(t.Context(), dir); !errors.Is(err, ErrForeign) {
		t.Errorf("error %v", err)
	}
	if !bytes.Equal(before, must[[]byte](t)(os.ReadFile(file))) {
		t.Error("it was changed")
	}
}

func TestAFirstStartThatWasCutOffIsFinished(t *testing.T) {
	dir := dataDir(t)
	noError(t, os.Mkdir(dir, 0o700))
	noError(t, createFile(filepath.Join(dir, fileName)))
	j := opened(t, dir)
	water(t, j, "x")
	wantNotes(t, j, "x")
	if len(j.Notes()) != 0 {
		t.Errorf("told %q", j.Notes())
	}
}

func TestMigrationsRunFromEmptyAndOnlyOnce(t *testing.T) {
	dir := dataDir(t)
	for range 2 {
		j := opened(t, dir)
		if j.Version() != j.latest || j.latest < 1 {
			t.Fatalf("version %d of %d", j.Version(), j.latest)
		}
		var mark, applied int
		noError(t, j.open.reader.QueryRow("PRAGMA application_id").Scan(&mark))
		noError(t, j.open.reader.QueryRow("SELECT count(*) FROM goose_db_version WHERE version_id > 0").Scan(&applied))
		if mark != ourFilesMark || applied != j.latest {
			t.Errorf("mark %x, %d migrations noted", mark, applied)
		}
		closed(t, j)
	}
}

func TestTimesSurviveAChangeOfZone(t *testing.T) {
	dir := dataDir(t)
	closed(t, opened(t, dir))
	before := time.Local
	defer func() { time.Local = before }()
	time.Local = time.FixedZone("far", 13*3600)
	j := opened(t, dir)
	water(t, j, "x")
	time.Local = time.FixedZone("west", -9*3600)
	if e, err := j.Entry(t.Context(), 1); err != nil || !e.At.Equal(noon) {
		t.Errorf("got %v %v", e.At, err)
	}
}
