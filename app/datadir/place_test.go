package datadir

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDataLiesBesideTheProgramOnlyWhereItIsMarked(t *testing.T) {
	beside := t.TempDir()
	self := filepath.Join(beside, "afterglow")
	mark := filepath.Join(beside, PortableMark)
	if dir, marked := besideProgram(self); marked {
		t.Errorf("%s is used without a mark", dir)
	}
	noError(t, os.Mkdir(mark, 0o700))
	if dir, marked := besideProgram(self); marked {
		t.Errorf("%s is used for a folder of the mark's name", dir)
	}
	noError(t, os.Remove(mark))
	noError(t, os.WriteFile(mark, nil, 0o600))
	if dir, marked := besideProgram(self); !marked || dir != filepath.Join(beside, "data") {
		t.Errorf("marked: %v, %s", marked, dir)
	}
}

// The test binary is the program here: what Default answers changes with a mark beside it.
func TestTheDefaultFolderFollowsTheMarkBesideThisProgram(t *testing.T) {
	self, err := os.Executable()
	noError(t, err)
	mark := filepath.Join(filepath.Dir(self), PortableMark)
	t.Cleanup(func() { os.Remove(mark) })
	if dir := Default(); filepath.Base(dir) != "afterglow" {
		t.Errorf("without a mark: %s", dir)
	}
	noError(t, os.WriteFile(mark, nil, 0o600))
	if dir := Default(); dir != filepath.Join(filepath.Dir(self), "data") {
		t.Errorf("with a mark: %s", dir)
	}
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
