package cli_test

import (
	"strings"
	"testing"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
)

func TestTwoTreatmentsAreNamedWhereverAWaitIs(t *testing.T) {
	w := newWorld(t, "20:00")
	w.must("treat", "--at", "-26h", "--area", "face")
	w.must("treat", "--at", "-6h", "--area", "neck")
	out := w.must("status")
	for _, want := range []string{
		"Day 0, neck · Settling, until tomorrow 14:00 · plan: Essentials\n",
		"Also looked after: face, day 1 · Calming · treated yesterday 18:00 · plan: Essentials\n",
		"  (neck, day 0)\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the status lacks %q:\n%s", want, out)
		}
	}
	if out := w.must("log"); !strings.Contains(out, "treatment  entered  number 2: neck, 14:00\n") {
		t.Errorf("the log reads\n%s", out)
	}
	if out := w.must("settings", "sleep", "off"); out != "sleep is now off: reminders may come at any hour, at night too.\n" {
		t.Errorf("got %q", out)
	}
}

func TestCanNamesTheTreatmentOfEachWaitThatBinds(t *testing.T) {
	w := newWorld(t, "20:00")
	w.must("treat", "--at", "-4d", "--area", "face", "--plan", "cautious")
	var can []shape.Can
	w.ask(&can, "can")
	for _, v := range can {
		if v.Treatment != "" {
			t.Errorf("with one treatment %s comes from %q", v.Activity, v.Treatment)
		}
	}
	if out := w.must("can"); strings.Contains(out, "face") {
		t.Errorf("with one treatment can says\n%s", out)
	}

	w.must("treat", "--at", "-6h", "--area", "neck", "--plan", "essentials")
	out := w.must("can")
	for _, want := range []string{" (face, day 4)\n", " (neck, day 0)\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("can lacks %q:\n%s", want, out)
		}
	}
	for _, at := range []string{"now", "+8d"} {
		var st shape.Status
		w.ask(&st, "status", "--at", at)
		w.ask(&can, "can", "--at", at)
		out := w.must("can", "--at", at)
		for i, v := range can {
			want := map[int64]string{1: "face, day 4", 2: "neck, day 0"}[st.Windows[i].Treatment]
			if at == "+8d" {
				want = map[int64]string{1: "face, day 12", 2: "neck, day 8"}[st.Windows[i].Treatment]
			}
			if v.State == string(course.Open) {
				want = ""
			}
			if v.Treatment != want {
				t.Errorf("at %s: %s is %s and comes from %q, not %q", at, v.Activity, v.State, v.Treatment, want)
			}
			for line := range strings.Lines(out) {
				if strings.HasPrefix(line, "  "+v.Name+"  ") && strings.HasSuffix(line, ")\n") != (want != "") {
					t.Errorf("at %s: %s comes from %q, and can says %q", at, v.Activity, want, line)
				}
			}
		}
	}
}
