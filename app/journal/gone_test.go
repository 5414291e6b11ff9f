package journal

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"afterglow/app/record"
)

func TestAFolderThatWasRemovedMeanwhileIsSaid(t *testing.T) {
	for name, remove := range map[string]func(dir string) error{
		"folder": os.RemoveAll,
		"file":   func(dir string) error { return os.Remove(filepath.Join(dir, fileName)) },
		"moved":  func(dir string) error { return os.Rename(dir, dir+"-elsewhere") },
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("Windows lets nobody remove or move a journal that is open")
			}
			dir := dataDir(t)
			j := opened(t, dir)
			water(t, j, "x")
			noError(t, remove(dir))
			_, err := j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindDone})
			if !errors.Is(err, ErrGone) || !strings.Contains(err.Error(), "journal.gone") {
				t.Errorf("write: %v", err)
			}
			if _, err := j.Entries(t.Context(), noon); !errors.Is(err, ErrGone) {
				t.Errorf("read: %v", err)
			}
			if err := j.DailyBackup(t.Context(), noon); !errors.Is(err, ErrGone) {
				t.Errorf("backup: %v", err)
			}
			if _, err := os.Stat(filepath.Join(dir, fileName)); err == nil {
				t.Error("a new file was made in its place")
			}
		})
	}
}

func TestAFolderThatComesBackIsUsedAgain(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	water(t, j, "x")
	noError(t, os.Rename(dir, dir+"-elsewhere"))
	if err := j.Set(t.Context(), "a", "b"); !errors.Is(err, ErrGone) {
		t.Fatalf("write: %v", err)
	}
	noError(t, os.Rename(dir+"-elsewhere", dir))
	water(t, j, "y")
	wantNotes(t, j, "x", "y")
}

func TestAClosedJournalSaysSo(t *testing.T) {
	j := opened(t, dataDir(t))
	closed(t, j)
	if err := j.Set(t.Context(), "a", "b"); !errors.Is(err, ErrGone) {
		t.Errorf("write: %v", err)
	}
}

func TestEraseRemovesAllOfItAndNothingElse(t *testing.T) {
	dir, file := withBackup(t)
	overwrite(t, file, 0, make([]byte, 100))
	j := opened(t, dir)
	water(t, j, "x")
	mine := filepath.Join(dir, "photo.jpg")
	noError(t, os.WriteFile(mine, []byte("x"), 0o600))
	if runtime.GOOS == "windows" {
		if err := Erase(dir); !errors.Is(err, ErrBusy) {
			t.Errorf("while it is open: %v, want ErrBusy", err)
		}
		closed(t, j)
	}
	noError(t, Erase(dir))
	left := must[[]os.DirEntry](t)(os.ReadDir(dir))
	if len(left) != 1 || left[0].Name() != "photo.jpg" {
		t.Errorf("left: %v", left)
	}
	if err := j.Set(t.Context(), "a", "b"); !errors.Is(err, ErrGone) {
		t.Errorf("write after: %v", err)
	}
	noError(t, Erase(filepath.Join(dir, "never was")))
	home := t.TempDir() // named by mistake
	noError(t, os.Chmod(home, 0o755))
	before := mode(t, home)
	noError(t, Erase(home))
	if ours := must[bool](t)(Holds(home)); ours || mode(t, home) != before {
		t.Errorf("a folder of somebody else was changed: mode %v", mode(t, home))
	}
	noError(t, os.Remove(mine))
	wantNotes(t, opened(t, dir)) // a new one begins
}
