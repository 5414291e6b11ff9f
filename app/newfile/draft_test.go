package newfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/newfile"
)

// names are the names in a folder.
func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestADraftIsNotInItsPlaceBeforeItIsKeptAndLeavesNothingBeside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.ics")
	d, err := newfile.Begin(path, []byte("whole"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it is there already")
	}
	if err := d.Keep(); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); string(got) != "whole" || len(names(t, dir)) != 1 {
		t.Errorf("%q, %v, in the folder %v", got, err, names(t, dir))
	}
	if d, err = newfile.Begin(filepath.Join(dir, "other"), []byte("x"), nil); err != nil {
		t.Fatal(err)
	}
	if d.Drop(); len(names(t, dir)) != 1 {
		t.Errorf("dropped, it leaves %v", names(t, dir))
	}
}

// ours says that a file may give way.
func ours(head []byte) bool { return bytes.HasPrefix(head, []byte("ours")) }

func TestAFileGivesWayOnlyIfItsBeginningSaysThatItMay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.ics")
	for _, c := range []struct{ there, want string }{{"ours, older", "ours, newer"}, {"theirs", "theirs"}, {"", ""}} {
		if err := os.WriteFile(path, []byte(c.there), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := newfile.Begin(path, []byte("ours, newer"), ours)
		if err == nil {
			err = d.Keep()
		}
		if got, _ := os.ReadFile(path); string(got) != c.want || (err == nil) != (c.want == "ours, newer") {
			t.Errorf("in the place of %q: %q, %v", c.there, got, err)
		}
	}
}

func TestAFileThatComesMeanwhileIsNotWrittenOver(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "plan.ics")
	d, err := newfile.Begin(path, []byte("ours"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.Keep(); idOf(err) != "newfile.there_already" || !fault.IsUse(err) {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "theirs" || len(names(t, dir)) != 1 {
		t.Errorf("%q, in the folder %v", got, names(t, dir))
	}
}

func TestALinkInTheFilesPlaceIsNotFollowed(t *testing.T) {
	dir := t.TempDir()
	other, path := filepath.Join(dir, "other"), filepath.Join(dir, "plan.ics")
	if err := os.WriteFile(other, []byte("ours"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, path); err != nil {
		t.Skip(err)
	}
	if _, err := newfile.Begin(path, []byte("new"), ours); idOf(err) != "newfile.there_already" {
		t.Errorf("%v", err)
	}
	if got, _ := os.ReadFile(other); string(got) != "ours" {
		t.Errorf("what the link leads to is %q", got)
	}
}

func TestWhatAKilledProgramLeftBesideIsTakenAwayLater(t *testing.T) {
	dir := t.TempDir()
	long, just := filepath.Join(dir, ".afterglow-1.part"), filepath.Join(dir, ".afterglow-2.part")
	for _, file := range []string{long, just} {
		if err := os.WriteFile(file, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := time.Now().Add(-time.Hour)
	if err := os.Chtimes(long, before, before); err != nil {
		t.Fatal(err)
	}
	if err := newfile.Write(filepath.Join(dir, "plan.ics"), []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); len(got) != 2 || got[0] != ".afterglow-2.part" { // somebody may be writing it now
		t.Errorf("in the folder are %v", got)
	}
}

func TestAFileThatIsMadeAgainGetsTheNextNumber(t *testing.T) {
	dir := t.TempDir()
	for _, want := range []string{"card.png", "card-2.png", "card-3.png"} {
		path, err := newfile.Free(filepath.Join(dir, "card.png"))
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("%q, %v, want %q", path, err, want)
		}
		if err := newfile.Write(path, nil); err != nil {
			t.Fatal(err)
		}
	}
}
