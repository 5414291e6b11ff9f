package newfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/fault"
	"afterglow/app/newfile"
)

func idOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.ID
	}
	return ""
}

func TestAFileIsWrittenOnceAndNeverOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.pdf")
	if err := newfile.Write(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := newfile.Write(path, []byte("second")); idOf(err) != "newfile.there_already" || !fault.IsUse(err) {
		t.Errorf("a second time: %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "first" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestAFolderThatIsGoneIsToldWithoutThePathTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gone", "plan.pdf")
	err := newfile.Write(path, nil)
	f, ok := errors.AsType[*fault.Fault](err)
	if !ok || f.ID != "newfile.not_written" || f.Cause.Error() != "no such file or directory" {
		t.Errorf("%v", err)
	}
}

func TestOfFilesThatBelongTogetherAllOrNoneStay(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "a-1.png"), filepath.Join(dir, "a-2.png")
	if err := os.WriteFile(two, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := newfile.All([]string{one, two}, [][]byte{{1}, {2}}); idOf(err) != "newfile.there_already" {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(one); !errors.Is(err, os.ErrNotExist) {
		t.Error("one of two stays")
	}
	if got, _ := os.ReadFile(two); string(got) != "mine" {
		t.Error("the file that was there is gone")
	}
}
