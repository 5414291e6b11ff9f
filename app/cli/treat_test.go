package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
)

func TestARemovedTreatmentComesBackWithUndoAndIsEnteredAnewByTheLineThatIsAnswered(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml", "--device", "pen", "--depth", "0,5", "--area", "left cheek", "--sensitive")
	var before, after []shape.Treatment
	w.ask(&before, "treat", "list")
	if out := w.must("treat", "remove", "1"); out != "Treatment 1 is removed. What you wrote down stays in the log. Bring it back with: afterglow undo 2\n" {
		t.Fatalf("got %q", out)
	}
	w.must("undo", "2")
	w.ask(&after, "treat", "list")
	if !slices.Equal(before, after) {
		t.Errorf("it was %+v, and came back as %+v", before, after)
	}
	var gone struct {
		Entry int64  `json:"entry"`
		Again string `json:"enter_again"`
	}
	w.ask(&gone, "treat", "remove", "1")
	line := `afterglow treat --at "2026-11-23 17:00" --area "left cheek" --device pen --depth 0.5 --sensitive --plan rose-street`
	if gone.Entry != 3 || gone.Again != line {
		t.Fatalf("got %+v", gone)
	}
	w.must("treat", "--at", "2026-11-23 17:00", "--area", "left cheek", "--device", "pen", "--depth", "0.5", "--sensitive", "--plan", "rose-street")
	w.ask(&after, "treat", "list")
	after[0].ID = before[0].ID
	if !slices.Equal(before, after) {
		t.Errorf("it was %+v, and is %+v", before, after)
	}
}

func TestTheAnswerSaysWhyATreatmentHasItsPlan(t *testing.T) {
	w := newWorld(t, "12:00")
	another := " Another one: afterglow treat change "
	for _, c := range []struct{ args, plan, why string }{
		{"--at -30d", "Plan: Essentials.\n", "You named no plan, so it is the starter plan."},
		{"--at -20d --plan cautious", "Plan: Cautious.\n", ""},
		{"--at -10d", "Plan: Cautious.\n", "Your last treatment had that plan."},
		{"--at -9d --plan testdata/clinic.toml", "Plan: Rose Street.\n", ""},
		{"--at -2d", "Plan: Rose Street.\n", "Your last treatment had that plan."},
	} {
		out := w.must(append([]string{"treat"}, strings.Fields(c.args)...)...)
		if !strings.Contains(out, c.plan) || !strings.Contains(out, c.why) || strings.Contains(out, another) != (c.why != "") {
			t.Errorf("%s: want %s and %q:\n%s", c.args, c.plan, c.why, out)
		}
	}
	if out := w.must("plan", "list"); !strings.Contains(out, "rose-street  Rose Street  in use") {
		t.Errorf("the list says\n%s", out)
	}
	w.must("plan", "use", "essentials")
	if out := w.must("treat"); !strings.Contains(out, "Plan: Essentials.\nYou chose that plan for new treatments."+another+"6 --plan") {
		t.Errorf("after plan use:\n%s", out)
	}
	w.must("settings", "plan", "default")
	w.clock.Advance(110 * 24 * time.Hour)
	if out := w.must("treat"); !strings.Contains(out, "Plan: Essentials.\nYou named no plan") {
		t.Errorf("long after the last one:\n%s", out)
	}
}

func TestATreatmentTooSoonIsEnteredWithWhatThePlanSays(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-5d", "--area", "face")
	note := "Your plan says 4 to 6 weeks between treatments. The last one on your face is 5 days before this one (Thursday 19 November, 12:00). Check the date, or ask your clinic.\n"
	if out := w.must("treat", "--area", "Face"); !strings.Contains(out, note) {
		t.Errorf("got\n%s", out)
	}
	if out := w.must("treat", "--at", "-1h", "--area", "scalp"); strings.Contains(out, "between treatments") {
		t.Errorf("another area:\n%s", out)
	}
	var v struct{ Notice string }
	if w.ask(&v, "treat", "change", "2", "--area", "neck"); v.Notice != "" {
		t.Errorf("put right, it says %q", v.Notice)
	}
}

func TestTheLogSaysWhatWasDoneThenAndWhatAChangeChanged(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--area", "face")
	w.must("treat", "change", "1", "--at", "yesterday 13:00", "--depth", "0.5", "--plan", "cautious")
	w.must("treat", "change", "1", "--area", "neck", "--device", "pen")
	w.must("treat", "remove", "1")
	want := "" +
		"  1  12:00  treatment  entered  number 1: face, yesterday 17:00\n" +
		"  2  12:00  treatment  changed  number 1: time from yesterday 17:00 to yesterday 13:00, depth from not said to 0.5 mm, plan from Essentials to Cautious\n" +
		"  3  12:00  treatment  changed  number 1: area from face to neck, device from not said to pen\n" +
		"  4  12:00  treatment  removed  number 1: neck, yesterday 13:00\n"
	if out := w.must("log"); out != want {
		t.Errorf("the log reads\n%swant\n%s", out, want)
	}
	var log []shape.Line
	w.ask(&log, "log")
	for i, reason := range []string{"begun", "changed", "changed", "removed"} {
		if log[i].Reason != reason {
			t.Errorf("line %d has the reason %q, want %s", i+1, log[i].Reason, reason)
		}
	}
}

func TestADiffBeginsWithTheWaitsAndEndsWithTheSources(t *testing.T) {
	w := newWorld(t, "12:00")
	var changes []struct{ Kind string }
	w.ask(&changes, "plan", "diff", "cautious")
	order := []string{}
	for _, c := range changes {
		if len(order) == 0 || order[len(order)-1] != c.Kind {
			order = append(order, c.Kind)
		}
	}
	if len(order) < 4 || order[0] != "window" || order[1] != "routine" || order[len(order)-1] != "source" || slices.Contains(order[1:], "window") {
		t.Errorf("the kinds come as %q", order)
	}
	if out := w.must("plan", "diff", "cautious"); !strings.Contains(out, "Offered: Cautious.\n\nMakeup (wait)\n  until: 24 hours, offered 72 hours\n") {
		t.Errorf("got\n%s", out)
	}
}

func TestAnAppointmentOfNextMonthIsNotTakenForLastYears(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, args := range [][]string{{"treat"}, {"treat", "change", "1"}} {
		out := w.must(append(args, "--at", "7 Dec 15:00")...)
		if !strings.Contains(out, "(7 December, 15:00)") || !strings.Contains(out, "It is still to come: 7 December, 15:00.") {
			t.Errorf("%v: %s", args, out)
		}
	}
}

func TestTheAnswerDoesNotSayThatAllIsPastWhileStepsAreToCome(t *testing.T) {
	w := newWorld(t, "12:00")
	file := filepath.Join(t.TempDir(), "tablets.toml")
	plan := "format = 2\nid = \"tablets\"\nname = \"Tablets\"\nversion = \"1\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n" +
		"[[routines]]\nid = \"tablets\"\nname = \"Tablets\"\ntimes = [\"08:00\"]\nfrom = \"-1 day\"\nuntil = \"6 days\"\nsituation = \"prescribed\"\n"
	if err := os.WriteFile(file, []byte(plan), 0o600); err != nil {
		t.Fatal(err)
	}
	const past = "Your plan's times have all passed."
	for at, want := range map[string]bool{"in 6 hours": false, "-1h": false, "-20d": true} {
		if out := w.must("treat", "--at", at, "--plan", file); strings.Contains(out, past) != want {
			t.Errorf("%s: it answers\n%s", at, out)
		}
	}
}
