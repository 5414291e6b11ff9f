package journal

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"afterglow/app/datadir"
	"afterglow/app/record"
)

func TestABackupIsOneWholePrivateFile(t *testing.T) {
	j := opened(t, dataDir(t))
	water(t, j, "x")
	dir := t.TempDir()
	name := "a name with spaces? and 100%.sqlite"
	if runtime.GOOS == "windows" {
		name = "a name with spaces and 100%.sqlite" // there no name has a question mark
	}
	file := filepath.Join(dir, name)
	noError(t, j.Backup(t.Context(), file))
	noError(t, j.Backup(t.Context(), file)) // an older backup is replaced
	if n := len(must[[]os.DirEntry](t)(os.ReadDir(dir))); n != 1 {
		t.Errorf("%d files", n)
	}
	if mode(t, file) != datadir.FileMode {
		t.Errorf("mode %o", mode(t, file))
	}
	sound(t, file)
	if n := len(must[[]os.DirEntry](t)(os.ReadDir(dir))); n != 1 {
		t.Errorf("reading it made %d files", n)
	}
}

func TestABackupSparesFilesThatAreNone(t *testing.T) {
	j := opened(t, dataDir(t))
	letter := filepath.Join(t.TempDir(), "letter.txt")
	noError(t, os.WriteFile(letter, []byte("dear"), 0o600))
	if err := j.Backup(t.Context(), letter); err == nil {
		t.Error("a letter was replaced")
	}
	if err := j.Backup(t.Context(), j.path); err == nil {
		t.Error("the journal itself was replaced")
	}
	if err := j.Backup(t.Context(), filepath.Join(t.TempDir(), "no", "such", "folder", "x")); err == nil {
		t.Error("a backup in a folder that is not there")
	}
	if string(must[[]byte](t)(os.ReadFile(letter))) != "dear" {
		t.Error("the letter changed")
	}
}

func TestABackupWhileWritingIsWhole(t *testing.T) {
	j := opened(t, dataDir(t))
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	started := make(chan struct{})
	wg.Go(func() {
		for n := 0; ctx.Err() == nil; n++ {
			// Each transaction stores two rows: a backup must have both or none.
			err := j.LetGo(t.Context(), []record.Delivery{delivery("a", n), delivery("b", n)})
			if err != nil {
				t.Errorf("write %d: %v", n, err)
				return
			}
			if n == 5 {
				close(started)
			}
		}
	})
	<-started
	for range 10 {
		file := filepath.Join(t.TempDir(), "copy.sqlite")
		noError(t, j.Backup(t.Context(), file))
		sound(t, file)
		db := connect(file, unmoving)
		var a, b int
		noError(t, db.QueryRow("SELECT count(*) FILTER (WHERE occurrence = 'a'), count(*) FILTER (WHERE occurrence = 'b') FROM deliveries").Scan(&a, &b))
		noError(t, db.Close())
		if a != b || a < 5 {
			t.Errorf("%d and %d rows", a, b)
		}
	}
	stop()
	wg.Wait()
}

func TestSevenDailyBackupsAreKept(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	own := filepath.Join(dir, backupsDir, "my own.sqlite")
	for day := range 10 {
		noError(t, j.DailyBackup(t.Context(), noon.AddDate(0, 0, day)))
		noError(t, j.DailyBackup(t.Context(), noon.AddDate(0, 0, day)))
		if day == 0 {
			noError(t, os.WriteFile(own, nil, 0o600))
		}
	}
	all := must[[]string](t)(j.Backups())
	if len(all) != 7 || filepath.Base(all[0]) != "journal-2026-11-25.sqlite" || filepath.Base(all[6]) != "journal-2026-12-01.sqlite" {
		t.Errorf("kept %v", all)
	}
	if _, err := os.Stat(own); err != nil {
		t.Error("a file of the person's own was removed")
	}
}

func TestTheDayOfABackupIsThePersonsOwn(t *testing.T) {
	j := opened(t, dataDir(t))
	noError(t, j.DailyBackup(t.Context(), noon.In(zone13())))
	if all := must[[]string](t)(j.Backups()); len(all) != 1 || filepath.Base(all[0]) != "journal-2026-11-23.sqlite" {
		t.Errorf("kept %v", all)
	}
}

func TestRestoreBringsBackAndKeepsWhatWasThere(t *testing.T) {
	dir := dataDir(t)
	j, other := opened(t, dir), opened(t, dir)
	water(t, j, "old")
	file := filepath.Join(t.TempDir(), "copy.sqlite")
	noError(t, j.Backup(t.Context(), file))
	noError(t, os.Chmod(file, 0o400)) // as on a read-only disk
	water(t, j, "new")
	wantNotes(t, other, "old", "new")
	must[bool](t)(other.ChangedByOthers(t.Context()))

	first := must[string](t)(j.Restore(t.Context(), file))
	wantNotes(t, j, "old")
	wantNotes(t, other, "old")
	if !must[bool](t)(other.ChangedByOthers(t.Context())) {
		t.Error("others do not learn of it")
	}
	water(t, other, "more")
	wantNotes(t, j, "old", "more")
	noError(t, j.Check(t.Context()))

	kept := must[[]string](t)(filepath.Glob(filepath.Join(dir, backupsDir, "journal-before-restore-*.sqlite")))
	if len(kept) != 1 || len(j.Notes()) != 0 || mode(t, kept[0]) != datadir.FileMode {
		t.Fatalf("kept %v, told %q", kept, j.Notes())
	}
	if first != kept[0] {
		t.Errorf("says that %s is kept, it is %s", first, kept[0])
	}
	// However soon after each other: each keeps a copy of its own.
	second := must[string](t)(j.Restore(t.Context(), first))
	wantNotes(t, j, "old", "new")
	must[string](t)(j.Restore(t.Context(), second))
	wantNotes(t, j, "old", "more")
	if left := must[[]string](t)(filepath.Glob(filepath.Join(dir, ".restore-*"))); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRestoreRefusesWhatIsNoGoodBackupAndChangesNothing(t *testing.T) {
	j := opened(t, dataDir(t))
	water(t, j, "x")
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		file := filepath.Join(dir, name)
		noError(t, os.WriteFile(file, b, 0o600))
		return file
	}
	good := filepath.Join(dir, "good.sqlite")
	noError(t, j.Backup(t.Context(), good))
	whole := must[[]byte](t)(os.ReadFile(good))
	newer := append([]byte(nil), whole...)
	newer[atVersion+3] = 99
	other := filepath.Join(dir, "other.sqlite")
	noError(t, createFile(other))
	db := connect(other, plain)
	must[sql.Result](t)(db.Exec("CREATE TABLE bookmarks (url)"))
	noError(t, db.Close())

	for file, want := range map[string]error{
		write("text.txt", []byte("hello")):         ErrDamaged,
		write("empty", nil):                        ErrDamaged,
		write("half.sqlite", whole[:len(whole)/2]): ErrDamaged,
		write("newer.sqlite", newer):               ErrNewer,
		other:                                      ErrForeign,
		dir:                                        ErrForeign,
		j.path:                                     ErrForeign,
		filepath.Join(dir, "not there"):            ErrNotFound,
	} {
		if _, err := j.Restore(t.Context(), file); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", filepath.Base(file), err, want)
		}
	}
	wantNotes(t, j, "x")
	if len(j.Notes()) != 0 {
		t.Errorf("told %q", j.Notes())
	}
}

func TestADesktopsIdsAreNotRestored(t *testing.T) {
	j := opened(t, dataDir(t))
	id, _, err := j.BeginDelivery(t.Context(), record.Delivery{Occurrence: "cleanse/2026-11-22/1", What: "cleanse", Due: noon, BegunAt: noon})
	noError(t, err)
	noError(t, j.MarkShown(t.Context(), id, "A title", "A body.", 7, noon))
	file := filepath.Join(t.TempDir(), "copy.sqlite")
	noError(t, j.Backup(t.Context(), file))
	must[string](t)(j.Restore(t.Context(), file))
	open := must[[]OnScreen](t)(j.OnScreen(t.Context()))
	if len(open) != 0 || one(t, j, id).State != record.Shown {
		t.Errorf("by that id the desktop may know another notification now: %+v", open)
	}
}

func TestABackupIntoAFolderThatIsNotThereSaysSo(t *testing.T) {
	j := opened(t, dataDir(t))
	dir := filepath.Join(t.TempDir(), "gone")
	if err := j.Backup(t.Context(), filepath.Join(dir, "b.sqlite")); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), dir) {
		t.Errorf("got %v", err)
	}
}

func TestRestoresAtTheSameMomentEachKeepWhatWasThere(t *testing.T) {
	dir := dataDir(t)
	first := opened(t, dir)
	water(t, first, "of a backup")
	backup := filepath.Join(t.TempDir(), "backup.sqlite")
	noError(t, first.Backup(t.Context(), backup))
	water(t, first, "only here")

	const programs = 4
	kept := make(chan string, programs)
	for range programs {
		j := opened(t, dir)
		go func() {
			name, err := j.Restore(context.Background(), backup)
			if err != nil {
				t.Error(err)
			}
			kept <- name
		}()
	}
	names := map[string]bool{}
	for range programs {
		names[<-kept] = true
	}
	if len(names) != programs {
		t.Fatalf("%d restores kept %d files: %v", programs, len(names), names)
	}
	found := false
	for name := range names {
		must[string](t)(first.Restore(t.Context(), name))
		found = found || len(notes(t, first)) == 2
	}
	if !found {
		t.Error("what was there before all of them is lost")
	}
}

func TestARestoreThatFailsLeavesNoEmptyFileAmongTheBackups(t *testing.T) {
	j := opened(t, dataDir(t))
	backup := filepath.Join(t.TempDir(), "backup.sqlite")
	noError(t, j.Backup(t.Context(), backup))
	ctx, stop := context.WithCancel(t.Context())
	name := must[string](t)(j.reserve("journal-before-restore-x"))
	j.giveBack(name)
	stop()
	if _, err := j.Restore(ctx, backup); err == nil {
		t.Error("a restore that was stopped is told as done")
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(j.Dir(), backupsDir, "*"))); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
