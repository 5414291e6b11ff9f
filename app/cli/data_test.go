package cli_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterglow/app/autostart"
	"afterglow/app/cli/shape"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/service"
)

// newerBackup is a backup as a later version of Afterglow would write it.
func newerBackup(w *world) string {
	w.t.Helper()
	file := w.path("newer.sqlite")
	w.must("backup", file)
	b, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	b[63] = 99 // the end of SQLite's user_version, which is our own
	if err := os.WriteFile(file, b, 0o600); err != nil {
		w.t.Fatal(err)
	}
	return file
}

// runs plays a program that runs for the data folder, and returns what it hears.
func (w *world) runs(role string) (heard chan ipc.Message, end func()) {
	w.t.Helper()
	heard = make(chan ipc.Message, 16)
	s, err := ipc.Listen(w.path("data"), role, func(m ipc.Message) ipc.Reply {
		heard <- m
		return ipc.Reply{OK: true}
	})
	if err != nil {
		w.t.Fatal(err)
	}
	end = func() { _ = s.Close() }
	w.t.Cleanup(end)
	return heard, end
}

func TestABackupBringsAllBackElsewhere(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("done", "cleanse")
	w.must("settings", "sleep", "23:00-07:00")
	w.must("plan", "use", "testdata/clinic.toml")
	before := w.written()
	out := w.must("backup", w.path("copy.sqlite"))
	if !strings.Contains(out, w.path("copy.sqlite")+" now: 1 treatment.") {
		t.Errorf("says %q", out)
	}
	if info, err := os.Stat(w.path("copy.sqlite")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	w.env["AFTERGLOW_DATA"] = w.path("new computer")
	w.must("restore", w.path("copy.sqlite"))
	if after := w.written(); after != before {
		t.Errorf("restored:\n%s\nwas\n%s", after, before)
	}
}

func TestARestoreNamesTheCopyOfWhatWasThere(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("backup", w.path("copy.sqlite"))
	w.must("done", "cleanse")
	with := w.written()
	var v struct {
		File, Kept string
		Treatments int
	}
	w.ask(&v, "restore", w.path("copy.sqlite"))
	if w.written() == with || v.Treatments != 1 || filepath.Dir(v.Kept) != filepath.Join(w.path("data"), "backups") {
		t.Fatalf("got %+v", v)
	}
	out := w.must("restore", v.Kept)
	if !strings.Contains(out, "Go back to it with: afterglow restore "+filepath.Join(w.path("data"), "backups")) {
		t.Errorf("says %q", out)
	}
	if w.written() != with {
		t.Error("what was there did not come back")
	}
}

func TestARestoreReachesTheAfterglowThatRuns(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("backup", w.path("empty.sqlite"))
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("backup", w.path("copy.sqlite"))
	w.must("restore", w.path("empty.sqlite"))

	// What runs has the journal open the whole time.
	j, err := journal.Open(t.Context(), w.path("data"))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	running := service.New(j, w.clock, nil)
	day := func() *service.TreatmentView {
		st, err := running.Status(t.Context(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return st.Treatment
	}
	if day() != nil {
		t.Fatal("there is a treatment already")
	}
	agent, _ := w.runs(ipc.Agent)
	window, _ := w.runs(ipc.Window)
	w.must("restore", w.path("copy.sqlite"))
	if m := <-agent; m.Do != ipc.DoChanged {
		t.Errorf("the agent hears %q", m.Do)
	}
	if m := <-window; m.Do != ipc.DoChanged {
		t.Errorf("the window hears %q", m.Do)
	}
	if v := day(); v == nil || v.Day != 1 {
		t.Errorf("the one that runs sees %+v", v)
	}
}

func TestABackupThatCannotBeWrittenIsOneLine(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("nothing is forbidden to the superuser")
	}
	w := newWorld(t, "12:00")
	if err := os.Mkdir(w.path("locked"), 0o500); err != nil {
		t.Fatal(err)
	}
	code, out, errs := w.run("backup", filepath.Join(w.path("locked"), "b.sqlite"))
	if code != 1 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "cannot be written") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestEraseLeavesNothingOfAfterglow(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("backup", w.path("copy.sqlite"))
	w.must("restore", w.path("copy.sqlite")) // a copy is in the folder of backups now
	out := w.must("erase", "--yes")
	want := "All your data is erased.\n" + w.path("data") + " is empty now.\n"
	if out != want {
		t.Errorf("says %q, want %q", out, want)
	}
	if left, err := os.ReadDir(w.path("data")); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if _, err := os.Stat(w.path("copy.sqlite")); err != nil {
		t.Error("a backup elsewhere is the person's own")
	}
	if out := w.must("erase", "--yes"); out != "There is no data of Afterglow in "+w.path("data")+".\n" {
		t.Errorf("once more: %q", out)
	}
	w.must("restore", w.path("copy.sqlite"))
	var st shape.Status
	if w.ask(&st, "status"); st.Treatment == nil {
		t.Error("a backup cannot be restored after it")
	}
}

func TestEraseNamesTheFilesOfOthersThatStay(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	if err := os.MkdirAll(filepath.Join(w.path("data"), "backups"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"notes.txt", "backups/my own.sqlite"} {
		if err := os.WriteFile(filepath.Join(w.path("data"), filepath.FromSlash(name)), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := w.must("erase", "--yes")
	if !strings.Contains(out, "In "+w.path("data")+" these stay, they are not Afterglow's: backups/my own.sqlite and notes.txt.") {
		t.Errorf("says %q", out)
	}
	if code, out, _ := w.run("erase", "--yes", "--data", w.dir); code != 0 || !strings.HasPrefix(out, "There is no data of Afterglow in") {
		t.Errorf("a folder of others: exit %d, %q", code, out)
	}
}

func TestEraseRefusesWhileAfterglowRuns(t *testing.T) {
	for _, role := range []string{ipc.Agent, ipc.Window} {
		w := newWorld(t, "12:00")
		w.must("treat", "--at", "yesterday 17:00")
		before := w.written()
		_, end := w.runs(role)
		code, out, errs := w.run("erase", "--yes")
		if code != 1 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "End it first with: afterglow quit") {
			t.Errorf("%s: exit %d, %q, %q", role, code, out, errs)
		}
		if w.written() != before {
			t.Errorf("%s: something is gone", role)
		}
		end()
		w.must("erase", "--yes")
	}
}

func TestTheAdviceNamesTheFolderThatTheFlagNamed(t *testing.T) {
	w := newWorld(t, "12:00")
	other := w.path("my other data")
	w.must("treat", "--at", "yesterday 17:00", "--data", other)
	_, _, errs := w.run("erase", "--data", other)
	if !strings.Contains(errs, `write: afterglow erase --yes --data "`+other+`"`) {
		t.Errorf("says %q", errs)
	}
}

func TestEraseEndsTheStartWithTheComputerOfThisFolderAlone(t *testing.T) {
	w := newWorld(t, "12:00")
	w.file("afterglow", "")
	w.must("autostart", "on")
	w.must("treat", "--at", "yesterday 17:00", "--data", w.path("other"))
	if out := w.must("erase", "--yes", "--data", w.path("other")); strings.Contains(out, "start") {
		t.Errorf("says %q", out)
	}
	if on, _, err := autostart.State(); !on || err != nil {
		t.Fatalf("on %v, %v: the entry is of another folder", on, err)
	}
	if out := w.must("erase", "--yes"); !strings.Contains(out, "does not start with the computer any more") {
		t.Errorf("says %q", out)
	}
	if on, _, err := autostart.State(); on || err != nil {
		t.Errorf("on %v, %v", on, err)
	}
}

func TestDrinksAreToldInThePersonsUnit(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, c := range []struct{ unit, amount, done, status, log string }{
		{"glass", "2", "Done: Water, 2 of 8 glasses today.\n", "2 of 8 glasses", "2 glasses"},
		{"ml", "300ml", "Done: Water, 700 of 1600 ml today.\n", "700 of 1600 ml", "300 ml"},
		{"floz", "10 fl oz", "Done: Water, 34 of 54 fl oz today.\n", "34 of 54 fl oz", "10 fl oz"},
	} {
		w.must("settings", "unit", c.unit)
		if out := w.must("done", "water", "--amount", c.amount); out != c.done {
			t.Errorf("%s: %q, want %q", c.unit, out, c.done)
		}
		for _, page := range []struct{ command, words string }{{"status", c.status}, {"log", c.log}, {"upcoming", ""}} {
			if out := w.must(page.command); !strings.Contains(out, page.words) {
				t.Errorf("%s: %s does not say %q:\n%s", c.unit, page.command, page.words, out)
			}
		}
	}
	if out := w.must("upcoming", "--days", "1"); !strings.Contains(out, "34 of 54 fl oz today.") {
		t.Errorf("the notification counts otherwise:\n%s", out)
	}
}

func TestMoreThanALitreInAnHourIsWrittenDownAndSaidCalmly(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	if out := w.must("done", "water", "--amount", "1l"); strings.Contains(out, "litre") {
		t.Errorf("a litre is not over it: %q", out)
	}
	const calm = "That is over 1 litre in an hour. Your plan's guide is slower. Your doctor's limit comes first."
	if out := w.must("done", "water"); out != "Done: Water, 6 of 8 glasses today.\n"+calm+"\n" {
		t.Errorf("says %q", out)
	}
	var v shape.Line
	if w.ask(&v, "done", "water", "--amount", "50ml"); v.Notice != calm || v.AmountML != 50 || v.Amount != "50 ml" {
		t.Errorf("got %+v", v)
	}
	w.clock.Advance(time.Hour)
	if w.ask(&v, "done", "water"); v.Notice != "" {
		t.Errorf("an hour later it says %q", v.Notice)
	}
}

func TestAnyEntryOfTheLogIsTakenBackByItsNumber(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	var first shape.Line
	w.ask(&first, "done", "cleanse")
	w.must("done", "water")
	number, err := json.Marshal(first.ID)
	if err != nil {
		t.Fatal(err)
	}
	if out := w.must("undo", string(number)); out != "Taken back: Gentle cleanse done (12:00).\n" {
		t.Errorf("says %q", out)
	}
	if code, _, errs := w.run("undo", string(number)); code != 2 || !strings.Contains(errs, "taken back already") {
		t.Errorf("once more: exit %d, %q", code, errs)
	}
	if out := w.must("status"); !strings.Contains(out, "0 of 2") || !strings.Contains(out, "1 of 8 glasses") {
		t.Errorf("status:\n%s", out)
	}
}

func TestADrinkBeforeMidnightCountsForWhoIsStillAwakeAfterIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("settings", "sleep", "02:00-09:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	w.must("done", "water")
	w.clock.Advance(12*time.Hour + 30*time.Minute)
	if out := w.must("done", "water", "--at", "yesterday 23:30"); out != "Done: Water, 2 of 8 glasses today.\n" {
		t.Errorf("half past midnight it says %q", out)
	}
}

func TestADataFolderThatIsNamedButEmptyIsRefused(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00")
	before := w.written()
	for _, args := range [][]string{{"erase", "--yes", "--data", ""}, {"status", "--data="}} {
		code, out, errs := w.run(args...)
		if code != 2 || out != "" || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "--data names no folder") {
			t.Errorf("%q: exit %d, %q, %q", args, code, out, errs)
		}
	}
	if w.written() != before {
		t.Error("something is gone")
	}
}

func TestKeepingTheNotesOfACourseIsTakenBackInWords(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "2026-10-01 12:00", "--area", "face")
	j, err := journal.Open(t.Context(), w.path("data"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = service.New(j, w.clock, nil).Keep(t.Context(), 1)
	if err := errors.Join(err, j.Close()); err != nil {
		t.Fatal(err)
	}
	if out := w.must("undo"); out != "Taken back: notes of a course kept (12:00). Today asks about them again.\n" {
		t.Errorf("undo says %q", out)
	}
	if out := w.must("redo", "2"); !strings.HasPrefix(out, "Written down again: course kept") {
		t.Errorf("redo says %q", out)
	}
}
