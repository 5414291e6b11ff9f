package cli_test

import (
	"os"
	"strings"
	"testing"
)

func TestAtATerminalRemovingATreatmentAsksFirst(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--area", "face")
	before := w.written()
	for _, typed := range []string{"\n", "n\n", "remove\n", "\x04"} {
		code, out, errs := w.typed(terminal(t, typed), "treat", "remove", "1")
		if code != 1 || out != "" || !strings.Contains(errs, "This removes treatment 1 (face, yesterday 17:00).") ||
			!strings.Contains(errs, "Remove it? y/N: ") || !strings.HasSuffix(errs, "afterglow: Nothing was removed.\n") {
			t.Errorf("%q typed: exit %d, %q, %q", typed, code, out, errs)
		}
	}
	if w.written() != before {
		t.Error("something is gone")
	}
	if code, out, errs := w.typed(terminal(t, "Y\n"), "treat", "remove", "1"); code != 0 || !strings.HasPrefix(out, "Treatment 1 is removed. ") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestATreatmentThatIsNotThereIsRefusedWithoutAQuestion(t *testing.T) {
	w := newWorld(t, "12:00")
	code, out, errs := w.typed(terminal(t, "y\n"), "treat", "remove", "3")
	if code != 2 || out != "" || !strings.HasPrefix(errs, "afterglow: There is no treatment 3;") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestYesAndScriptsAreNotAskedWhetherToRemove(t *testing.T) {
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer nothing.Close()
	for name, c := range map[string]struct {
		in   *os.File
		args []string
	}{
		"--yes":    {terminal(t, ""), []string{"treat", "remove", "1", "--yes"}},
		"a script": {nothing, []string{"treat", "remove", "1"}},
	} {
		w := newWorld(t, "12:00")
		w.must("treat", "--at", "yesterday 17:00")
		if code, out, errs := w.typed(c.in, c.args...); code != 0 || errs != "" || !strings.HasPrefix(out, "Treatment 1 is removed. ") {
			t.Errorf("%s: exit %d, %q, %q", name, code, out, errs)
		}
	}
}

func TestAtATerminalADayWithoutATimeIsAskedAbout(t *testing.T) {
	w := newWorld(t, "12:00")
	code, out, errs := w.typed(terminal(t, "3:30pm\n"), "treat", "--at", "yesterday")
	if code != 0 || !strings.HasPrefix(out, "Your treatment (yesterday 15:30) is looked after") || !strings.Contains(errs, "About when did it end?") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	code, out, errs = w.typed(terminal(t, "morning\n"), "treat", "--at", "20 Nov")
	if code != 0 || !strings.HasPrefix(out, "Your treatment (Friday 12:00) is looked after") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	code, out, errs = w.typed(terminal(t, "\n"), "treat", "--at", "19 Nov")
	if code != 2 || out != "" || !strings.Contains(errs, "names a day without a time") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}
