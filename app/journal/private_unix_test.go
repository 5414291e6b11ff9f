//go:build unix

package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"afterglow/app/datadir"
)

func wantPrivate(t *testing.T, dir string) {
	t.Helper()
	seen := 0
	noError(t, filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		want := datadir.FileMode
		if info.IsDir() {
			want = datadir.Mode
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o, want %o", filepath.Base(path), info.Mode().Perm(), want)
		}
		seen++
		return nil
	}))
	if seen < 2 {
		t.Errorf("looked at %d files", seen)
	}
}

func TestEverythingIsPrivateWhateverTheUmask(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o777} {
		before := syscall.Umask(umask)
		func() {
			defer syscall.Umask(before)
			dir := filepath.Join(t.TempDir(), "data") // the parent is made outside the umask
			j, err := Open(t.Context(), dir)
			noError(t, err)
			water(t, j, "x")
			noError(t, j.DailyBackup(t.Context(), noon))
			if _, err := os.Lstat(j.path + "-wal"); err != nil {
				t.Fatalf("no log beside the open journal: %v", err)
			}
			wantPrivate(t, dir)
			must[string](t)(j.Restore(t.Context(), filepath.Join(dir, backupsDir, "journal-2026-11-22.sqlite")))
			wantPrivate(t, dir)
			closed(t, j)
			wantPrivate(t, dir)
		}()
	}
}

func TestModesThatAreTooWideAreTightened(t *testing.T) {
	dir := dataDir(t)
	closed(t, opened(t, dir))
	noError(t, os.Chmod(dir, 0o755))
	noError(t, os.Chmod(filepath.Join(dir, fileName), 0o644))
	j := opened(t, dir)
	water(t, j, "x")
	wantPrivate(t, dir)
}

func wantForeign(t *testing.T, dir, says string) {
	t.Helper()
	_, err := Open(t.Context(), dir)
	if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), says) {
		t.Errorf("error %v, want one that says %q", err, says)
	}
}

func TestALinkInPlaceOfFolderOrFileIsRefused(t *testing.T) {
	dir := dataDir(t)
	closed(t, opened(t, dir))
	link := filepath.Join(t.TempDir(), "folder.link")
	noError(t, os.Symlink(dir, link))
	wantForeign(t, link, "folder.link")

	other := filepath.Join(t.TempDir(), "other")
	noError(t, os.Mkdir(other, 0o700))
	noError(t, os.Symlink(filepath.Join(dir, fileName), filepath.Join(other, fileName)))
	wantForeign(t, other, "folder.link")

	noError(t, os.Remove(filepath.Join(dir, lockName)))
	noError(t, os.Symlink("/dev/null", filepath.Join(dir, fileName+"-wal")))
	wantForeign(t, dir, "folder.link")
}

func TestALinkInPlaceOfTheBackupsFolderIsRefused(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	elsewhere := t.TempDir()
	noError(t, os.Symlink(elsewhere, filepath.Join(dir, backupsDir)))
	if err := j.DailyBackup(t.Context(), noon); !errors.Is(err, ErrForeign) {
		t.Errorf("error %v", err)
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(elsewhere)); len(left) != 0 {
		t.Errorf("written elsewhere: %v", left)
	}
}

func TestAnotherUsersFolderOrFileIsRefused(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("giving a file to another user needs root")
	}
	dir := dataDir(t)
	closed(t, opened(t, dir))
	file := filepath.Join(dir, fileName)
	noError(t, os.Chown(file, 65534, 65534))
	wantForeign(t, dir, "folder.another_user")
	noError(t, os.Chown(file, 0, 0))
	noError(t, os.Chown(dir, 65534, 65534))
	wantForeign(t, dir, "folder.another_user")
}

func TestAFileInPlaceOfTheFolderIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	noError(t, os.WriteFile(path, nil, 0o600))
	wantForeign(t, path, "folder.file")
}
