package screens

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/choose"
)

// choosing is a window in Settings whose desktop answers each question for a file with path and err.
func choosing(t *testing.T, path string, err error) (st *stage, asked *[]choose.Question) {
	t.Helper()
	st, asked = settingsStage(t), new([]choose.Question)
	st.shell.opts.ChooseFile = func(_ context.Context, q choose.Question) (string, error) {
		*asked = append(*asked, q)
		return path, err
	}
	return st, asked
}

func TestABackupGoesIntoTheFolderThatIsChosen(t *testing.T) {
	st, asked := choosing(t, "/stick", nil)
	st.shell.opts.Data.BackUp = func(_ context.Context, folder string) (string, error) { return folder + "/a.sqlite", nil }
	st.tap(t, "settings.backup")
	st.wantText(t, "All your data is in /stick/a.sqlite now.")
	if len(*asked) != 1 || !(*asked)[0].Folder || (*asked)[0].Accept != "Save here" {
		t.Errorf("asked was %+v", *asked)
	}
	st.shell.opts.Data.BackUp = func(context.Context, string) (string, error) { return "", errors.New("the disk is full") }
	st.tap(t, "settings.backup")
	st.wantText(t, "the disk is full")
}

func TestABackupIsRestoredOnlyAfterASecondStep(t *testing.T) {
	st, _ := choosing(t, "/stick/a.sqlite", nil)
	st.tap(t, "settings.restore")
	st.wantText(t, "/stick/a.sqlite holds takes the place of everything here")
	st.tap(t, "sheet.no")
	for _, d := range st.service.did {
		if d == "restore /stick/a.sqlite" {
			t.Fatal("it was restored, though the answer was no")
		}
	}
	st.tap(t, "settings.restore")
	st.tap(t, "sheet.yes")
	st.wantDid(t, "restore /stick/a.sqlite")
	st.wantText(t, "Your data from before is in /data/backups/before.sqlite. To go back, choose Restore and that file.")
}

func TestNotesAreAddedFromAFileThatIsChosen(t *testing.T) {
	st, asked := choosing(t, "/stick/notes.json", nil)
	st.tap(t, "settings.import")
	st.wantDid(t, "take in /stick/notes.json as notes.json")
	st.wantText(t, "Taken in from notes.json: 1 treatment, 14 notes of what was done or felt, 0 questions. 2 things of it were there already")
	if len(*asked) != 1 || (*asked)[0].Folder {
		t.Errorf("asked was %+v", *asked)
	}
	st.service.fail = errors.New("the disk is full")
	st.tap(t, "settings.import")
	st.wantText(t, "the disk is full")
}

func TestInFynesOwnDialogEnterPressesTheButtonAndEscapeLeaves(t *testing.T) {
	st := newStage(t, evening(t), false, 960, 680)
	if st.shell.chooserKey(fyne.KeyReturn) || st.shell.chooserKey(fyne.KeyEscape) {
		t.Error("keys are taken while no dialog is open")
	}
	pressed := 0
	button := widget.NewButton("Save here", func() { pressed++ })
	st.shell.put(chooser, &layer{close: func() {}})
	st.win.Canvas().Overlays().Add(button)
	st.win.Canvas().Focus(button)
	if !st.shell.chooserKey(fyne.KeyReturn) || pressed != 1 {
		t.Errorf("Enter pressed the button %d times", pressed)
	}
	button.Disable()
	st.shell.chooserKey(fyne.KeyReturn)
	if pressed != 1 {
		t.Error("Enter pressed a button that is switched off")
	}
	if !st.shell.chooserKey(fyne.KeyEscape) || st.shell.layers[chooser] != nil {
		t.Error("Escape leaves the dialog open")
	}
}

func TestAllIsErasedAfterTwoStepsWithoutACopyToo(t *testing.T) {
	st, _ := choosing(t, "/stick", nil)
	gone := false
	st.shell.opts.Data.Erase = func(context.Context) (Erased, error) { gone = true; return Erased{}, nil }
	st.tap(t, "settings.erase")
	st.wantText(t, "You can save a copy of all your notes first.")
	st.tap(t, "sheet.bare")
	st.wantText(t, "This erases all treatments")
	if gone {
		t.Fatal("the first step erased it")
	}
	st.tap(t, "sheet.yes")
	st.wantText(t, "All your data is erased.")
	st.wantNoText(t, "Your copy:")
}

func TestWhoChoosesNoFileIsNotAnswered(t *testing.T) {
	st, _ := choosing(t, "", nil)
	st.tap(t, "settings.restore")
	if _, open := st.shell.over(); open {
		t.Error("something lies over the window")
	}
}

func TestADesktopWithoutAFileDialogHasTheWindowAsk(t *testing.T) {
	st, _ := choosing(t, "", choose.ErrNone)
	st.tap(t, "settings.restore")
	if k, open := st.shell.over(); !open || k != chooser || st.win.Canvas().Overlays().Top() == nil {
		t.Error("no dialog of the window's own is open")
	}
	st.shell.escape()
	if _, open := st.shell.over(); open {
		t.Error("Esc does not close it")
	}
}

func TestAFileDialogThatFailsIsTold(t *testing.T) {
	st, _ := choosing(t, "", errors.New("the portal has ended"))
	st.tap(t, "settings.restore")
	st.wantText(t, "the portal has ended")
}

func TestEscapeClosesTheDesktopsFileDialogAndItsLateAnswerIsLeft(t *testing.T) {
	st := settingsStage(t)
	var late []func()
	st.shell.opts.Background = func(f func()) { late = append(late, f) }
	var asked context.Context
	st.shell.opts.ChooseFile = func(ctx context.Context, _ choose.Question) (string, error) {
		asked = ctx
		return "/a.sqlite", nil
	}
	st.tap(t, "settings.restore")
	st.shell.escape()
	for _, f := range late {
		f()
	}
	if asked.Err() == nil {
		t.Error("the dialog is not closed")
	}
	if _, open := st.shell.over(); open {
		t.Error("the late answer opened something")
	}
}

func TestWhatIsNoFileIsNotRead(t *testing.T) {
	dir := t.TempDir()
	if _, err := readFile(dir, 10); err == nil {
		t.Error("a folder was read")
	}
	file := filepath.Join(dir, "a")
	if err := os.WriteFile(file, []byte("0123456789abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := readFile(file, 10); err != nil || string(text) != "0123456789" {
		t.Errorf("read was %q, %v", text, err)
	}
}
