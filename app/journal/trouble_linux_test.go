package journal

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"afterglow/app/record"
)

const nobody = 65534

// asNobody runs a child without root's power to write everywhere.
func asNobody(t *testing.T, role, dir string) string {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("acting as another user needs root")
	}
	for p := dir; ; p = filepath.Dir(p) { // every folder above must let nobody pass
		info := must[os.FileInfo](t)(os.Stat(p))
		if p != dir && info.Mode().Perm()&0o001 == 0 {
			noError(t, os.Chmod(p, info.Mode().Perm()|0o011))
		}
		if p == "/" || p == os.TempDir() {
			break
		}
	}
	c := child(role, dir)
	exe := filepath.Join(t.TempDir(), "child")
	noError(t, copyFile(must[string](t)(os.Executable()), exe))
	noError(t, os.Chmod(exe, 0o755))
	noError(t, os.Chmod(filepath.Dir(exe), 0o755))
	noError(t, os.Chmod(filepath.Dir(filepath.Dir(exe)), 0o755))
	c.Path = exe
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, _ := c.CombinedOutput()
	return string(out)
}

func giveToNobody(t *testing.T, dir string) {
	t.Helper()
	noError(t, filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
		return errors.Join(err, os.Chown(path, nobody, nobody))
	}))
}

func TestAFolderThatCanOnlyBeReadStillTells(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("acting as another user needs root")
	}
	dir := dataDir(t)
	j := opened(t, dir)
	water(t, j, "x")
	closed(t, j)
	giveToNobody(t, dir)
	noError(t, os.Chmod(dir, 0o500))
	before := snapshot(t, dir)
	out := asNobody(t, "try", dir)
	if !strings.Contains(out, "readonly=true read=1/<nil>") || !strings.Contains(out, "write=journal.read_only Failed=journal.failed_entry ") ||
		!strings.Contains(out, "keep=journal.read_only Failed=journal.failed_question ") ||
		!strings.Contains(out, "clear=journal.read_only Failed=journal.failed_clear ") ||
		!strings.Contains(out, "backup=journal.read_only Failed=journal.failed_daily_backup ") {
		t.Errorf("child said:\n%s", out)
	}
	for name, content := range snapshot(t, dir) {
		if before[name] != content {
			t.Errorf("%s was changed or made", name)
		}
	}
}

func TestAnUnwritableFolderWithALogThatWasLeftBehindTellsAll(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("acting as another user needs root")
	}
	from := opened(t, dataDir(t))
	water(t, from, "in the log only")
	dir := dataDir(t) // as after a kill and a copy onto a read-only disk: a log, no index of it
	noError(t, os.Mkdir(dir, 0o700))
	noError(t, copyDatabase(from.path, filepath.Join(dir, fileName)))
	giveToNobody(t, dir)
	noError(t, os.Chmod(dir, 0o500))
	if out := asNobody(t, "try", dir); !strings.Contains(out, "readonly=true read=1/<nil>") {
		t.Errorf("child said:\n%s", out)
	}
}

func TestAFolderThatCannotBeMadeIsOneClearSentence(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("acting as another user needs root")
	}
	parent := filepath.Join(t.TempDir(), "not mine")
	noError(t, os.Mkdir(parent, 0o755)) // root's: nobody may look, not write
	out := asNobody(t, "try below", parent)
	if !strings.Contains(out, "error: folder.cannot_make ") || strings.Count(out, "\n") != 1 {
		t.Errorf("child said:\n%s", out)
	}
}

// onDisk mounts a file system of its own for the test.
func onDisk(t *testing.T, options string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "disk")
	noError(t, os.Mkdir(dir, 0o700))
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("mounting a disk for the test: %v", err)
	}
	t.Cleanup(func() { unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

func TestAFullDiskIsSaidAndNothingIsHalfWritten(t *testing.T) {
	disk := onDisk(t, "size=2m,mode=0700")
	dir := filepath.Join(disk, "data")
	j := opened(t, dir)
	water(t, j, "before")
	ballast := fill(t, disk)

	stored, failed := 0, error(nil)
	for range 2000 {
		note := strings.Repeat("a long note ", 100)
		if _, err := j.AddEntry(t.Context(), record.Entry{At: noon.Add(time.Hour), Kind: record.KindDone, Note: note}); err != nil {
			failed = err
			break
		}
		stored++
	}
	if !errors.Is(failed, ErrFull) || !strings.HasPrefix(failed.Error(), "journal.full Failed=journal.failed_entry") {
		t.Fatalf("error %v", failed)
	}
	if err := j.DailyBackup(t.Context(), noon); !errors.Is(err, ErrFull) {
		t.Errorf("backup: %v", err)
	}
	if parts := must[[]string](t)(filepath.Glob(filepath.Join(dir, backupsDir, "*"))); len(parts) != 0 {
		t.Errorf("half a backup was left: %v", parts)
	}
	if got := len(notes(t, j)); got != stored+1 {
		t.Errorf("%d entries, %d were stored", got, stored+1)
	}
	noError(t, os.Remove(ballast))
	water(t, j, "after") // it lives on
	noError(t, j.Check(t.Context()))
	if got := len(notes(t, j)); got != stored+2 {
		t.Errorf("%d entries after, want %d", got, stored+2)
	}
}

func TestOnAFullDiskNoQuestionAndNoProductIsHalfKept(t *testing.T) {
	disk := onDisk(t, "size=2m,mode=0700")
	j := opened(t, filepath.Join(disk, "data"))
	must[int64](t)(keep(t.Context(), j, "before"))
	remember(t, j, "makeup", noon)
	ballast := fill(t, disk)
	kept, failed := 1, error(nil)
	for range 2000 {
		if _, failed = keep(t.Context(), j, strings.Repeat("a long question ", 100)); failed != nil {
			break
		}
		kept++
	}
	if !errors.Is(failed, ErrFull) || !strings.HasPrefix(failed.Error(), "journal.full Failed=journal.failed_question") {
		t.Fatalf("error %v", failed)
	}
	if q, lines := must[[]record.ClinicQuestion](t)(j.Questions(t.Context())), notes(t, j); len(q) != kept || len(lines) != kept {
		t.Errorf("%d questions and %d lines, %d were kept", len(q), len(lines), kept)
	}
	noError(t, os.Remove(ballast))
	noError(t, j.ClearAsked(t.Context())) // it lives on
	wantAsked(t, j)
	must[int64](t)(keep(t.Context(), j, "after"))
	noError(t, j.Check(t.Context()))
}

// fill takes the last byte of a disk, with a file that is returned.
func fill(t *testing.T, disk string) (ballast string) {
	t.Helper()
	ballast = filepath.Join(disk, "ballast")
	f := must[*os.File](t)(os.Create(ballast))
	for chunk := 1 << 16; chunk >= 1; {
		if _, err := f.Write(make([]byte, chunk)); err != nil {
			chunk /= 2
		}
	}
	noError(t, f.Close())
	return ballast
}

func TestAJournalOnAFullDiskIsReadAndWrittenAgainOnceThereIsSpace(t *testing.T) {
	disk := onDisk(t, "size=2m,mode=0700")
	dir := filepath.Join(disk, "data")
	j := opened(t, dir)
	water(t, j, "before")
	closed(t, j)
	ballast := fill(t, disk)

	j = opened(t, dir)
	wantNotes(t, j, "before")
	if !j.Full() {
		t.Error("not told as full")
	}
	if err := j.Set(t.Context(), "a", "b"); !errors.Is(err, ErrFull) {
		t.Errorf("write: %v", err)
	}
	if _, err := j.Restore(t.Context(), filepath.Join(disk, "x")); !errors.Is(err, ErrFull) {
		t.Errorf("restore: %v", err)
	}
	if err := j.DailyBackup(t.Context(), noon); !errors.Is(err, ErrFull) {
		t.Errorf("daily backup: %v", err)
	}
	noError(t, j.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.sqlite")))

	noError(t, os.Remove(ballast))
	water(t, opened(t, dir), "of another process")
	wantNotes(t, j, "before", "of another process")
	water(t, j, "after")
	wantNotes(t, j, "before", "of another process", "after")
	if j.Full() || j.ReadOnly() {
		t.Error("still told as full")
	}
}

func TestAFirstStartOnAFullDiskLeavesNothing(t *testing.T) {
	disk := onDisk(t, "size=28k,mode=0700")
	dir := filepath.Join(disk, "data")
	_, err := Open(t.Context(), dir)
	if !errors.Is(err, ErrFull) {
		t.Fatalf("error %v", err)
	}
	if left := must[[]string](t)(filepath.Glob(filepath.Join(dir, "journal.sqlite*"))); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestADiskThatTurnsReadOnlyIsSaid(t *testing.T) {
	disk := onDisk(t, "size=2m,mode=0700")
	dir := filepath.Join(disk, "data")
	j := opened(t, dir)
	water(t, j, "x")
	closed(t, j)
	if err := unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Skipf("remounting: %v", err)
	}
	j = opened(t, dir)
	if !j.ReadOnly() {
		t.Error("not told as read-only")
	}
	wantNotes(t, j, "x")
	if err := j.Set(t.Context(), "a", "b"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("write: %v", err)
	}
	if _, err := j.Restore(t.Context(), j.path); !errors.Is(err, ErrReadOnly) {
		t.Errorf("restore: %v", err)
	}
	if err := Erase(dir); !errors.Is(err, ErrReadOnly) {
		t.Errorf("erase: %v", err)
	}
	noError(t, j.Backup(t.Context(), filepath.Join(t.TempDir(), "copy.sqlite")))
}

func TestAFolderThatCanBeWrittenAgainIsUsedAtOnce(t *testing.T) {
	disk := onDisk(t, "size=2m,mode=0700")
	dir := filepath.Join(disk, "data")
	j := opened(t, dir)
	water(t, j, "x")
	closed(t, j)
	remount := func(flags uintptr) {
		if err := unix.Mount("", disk, "", unix.MS_REMOUNT|flags, ""); err != nil {
			t.Skipf("remounting: %v", err)
		}
	}
	remount(unix.MS_RDONLY)
	j = opened(t, dir)
	wantNotes(t, j, "x")
	remount(0)
	water(t, opened(t, dir), "of another process")
	wantNotes(t, j, "x", "of another process")
	water(t, j, "y")
	wantNotes(t, j, "x", "of another process", "y")
	if j.ReadOnly() {
		t.Error("still told as read-only")
	}
}

func TestAFullJournalIsSaidOnAnyMachine(t *testing.T) {
	j := opened(t, dataDir(t))
	water(t, j, "x")
	must[sql.Result](t)(j.open.writer.Exec("PRAGMA max_page_count = 1"))
	_, err := j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone, Note: strings.Repeat("x", 1<<20)})
	if !errors.Is(err, ErrFull) {
		t.Errorf("error %v", err)
	}
	wantNotes(t, j, "x")
}
