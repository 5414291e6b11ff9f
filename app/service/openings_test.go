package service_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/service"
)

// path is a path in short: what is open, what is asked, and each moment with what comes.
func path(o service.Openings) string {
	var out []string
	say := func(at string, list []service.Opening) {
		if len(list) == 0 {
			return
		}
		line := at + ":"
		for _, x := range list {
			line += " " + x.Window.ID
			if x.Kind != service.Opens {
				line += "/" + string(x.Kind)
			}
		}
		out = append(out, line)
	}
	say("open", o.Open)
	say("ask", o.Asked)
	say("until", o.Until)
	for _, m := range o.Ahead {
		say(m.At.Format("02 15:04"), m.What)
	}
	return strings.Join(out, "\n")
}

func lines(s ...string) string { return strings.Join(s, "\n") }

// treatedWith enters a treatment with a plan that is the clinic's with other windows.
func (w *world) treatedWith(at string, windows ...string) {
	w.t.Helper()
	if _, err := w.service.Begin(w.ctx(), w.withWindows(at, windows...)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) withWindows(at string, windows ...string) service.NewTreatment {
	text := clinic(w.t)
	from, to := strings.Index(text, "[[windows]]"), strings.Index(text, "[[routines]]")
	text = text[:from] + strings.Join(windows, "\n") + "\n" + text[to:]
	return service.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, PlanFile: text, PlanName: "clinic.toml"}
}

// window is a window of a plan file.
func windowText(id, rest string) string {
	return fmt.Sprintf("[[windows]]\nid = %q\nname = %q\navoid = \"No %s.\"\n%s\n", id, id, id, rest)
}

func TestThePathTellsWhatIsOpenAndWhenEachOtherWindowOpens(t *testing.T) {
	for _, c := range []struct{ name, now, want string }{
		{"an hour after the treatment, outside of the hours of one", "2026-11-23 18:00", lines(
			"open: midday/hours",
			"24 17:00: makeup",
			"25 17:00: sun actives/calm pool",
			"26 17:00: sweat",
			"28 17:00: heat",
			"30 17:00: midday",
		)},
		{"within the hours of one", "2026-11-24 12:00", lines(
			"24 14:00: midday/hours",
			"24 17:00: makeup",
			"25 17:00: sun actives/calm pool",
			"26 17:00: sweat",
			"28 17:00: heat",
			"30 17:00: midday",
		)},
		{"to the second at an end", "2026-11-24 17:00", lines(
			"open: makeup midday/hours",
			"25 17:00: sun actives/calm pool",
			"26 17:00: sweat",
			"28 17:00: heat",
			"30 17:00: midday",
		)},
		{"a step follows, and one waits for calm skin", "2026-11-27 09:00", lines(
			"open: makeup sun midday/hours sweat pool",
			"ask: actives/calm",
			"28 17:00: heat",
			"30 17:00: midday",
		)},
		{"when all else is over", "2026-12-05 09:00", lines(
			"open: makeup sun midday sweat heat pool",
			"ask: actives/calm",
		)},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "17:00")
			w.now("2026-11-23 17:30")
			w.treated("2026-11-23 17:00")
			w.now(c.now)
			if got := path(w.status().Openings()); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestThePathOfATreatmentToComeTellsWhatToLeaveAloneUntilThen(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treatedWith("2026-11-30 17:00",
		windowText("shave", `from = "-3d"`+"\n"+`until = "0h"`),
		windowText("peel", `from = "-2w"`+"\n"+`until = "0h"`),
		windowText("makeup", `until = "24h"`),
		windowText("dance", `from = "24h"`+"\n"+`until = "48h"`),
	)
	want := lines(
		"until: shave peel",
		"27 17:00: shave/begins",
		"01 17:00: makeup dance/begins",
		"02 17:00: dance",
	)
	if got := path(w.status().Openings()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if r := w.status().Ring(); len(r.Steps) != 2 || r.Share != 0 {
		t.Errorf("the ring has passed before the treatment: %+v", r)
	}
	w.now("2026-11-30 18:00")
	if got := path(w.status().Openings()); strings.Contains(got, "shave") || strings.Contains(got, "peel") {
		t.Errorf("that these were to be left alone until the treatment reads as if they were open after it:\n%s", got)
	}
}

func TestThePathFollowsMoreTimeAndCalmSkin(t *testing.T) {
	w := newWorld(t, "18:00")
	w.now("2026-11-24 16:00")
	w.treated("2026-11-23 17:00")
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	if got := path(w.status().Openings()); !strings.Contains(got, "25 17:00: makeup sun") {
		t.Errorf("a longer wait does not open later:\n%s", got)
	}
	w.now("2026-11-25 18:00")
	w.ok(w.service.Calm(w.ctx(), "actives"))
	if got := path(w.status().Openings()); strings.Contains(got, "ask:") || !strings.Contains(got, "sun midday/hours actives pool") {
		t.Errorf("calm skin does not open what waited for it:\n%s", got)
	}
}

func TestThePathOfSeveralTreatmentsHasEachWindowOnceAtItsLastEnd(t *testing.T) {
	w := newWorld(t, "13:00")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-24 12:00", "neck")
	st := w.status()
	seen := map[string]int{}
	for _, m := range st.Openings().Ahead {
		for _, x := range m.What {
			if x.Kind != service.OpensHours {
				seen[x.Window.ID]++
			}
			if x.Window.ID == "makeup" && !m.At.Equal(w.at("2026-11-25 12:00")) {
				t.Errorf("makeup opens %v, the neck's wait ends a day after noon", m.At)
			}
			if x.Window.Treatment != st.Treatment.ID {
				t.Errorf("%s is of treatment %d, not of the last", x.Window.ID, x.Window.Treatment)
			}
		}
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("%s opens %d times", id, n)
		}
	}
}

func TestWhatOpensInTheSameMinuteIsOnePointOfThePath(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treatedWith("2026-11-24 11:00", windowText("one", `until = "24h"`), windowText("two", `until = "1441m"`), windowText("three", `until = "1440m"`))
	if got, want := path(w.status().Openings()), lines("25 11:00: one three", "25 11:01: two"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheRingHasAStepForEachWindowAndFillsWhatIsOpen(t *testing.T) {
	for _, c := range []struct {
		name, now string
		open      int
		share     float64 // in steps
	}{
		{"at the treatment's end", "2026-11-23 17:00", 0, 0},
		{"half way to the first end", "2026-11-24 05:00", 0, 0.5},
		{"at the first end", "2026-11-24 17:00", 1, 1},
		{"half way to three at once", "2026-11-25 05:00", 1, 1.5},
		{"just before them", "2026-11-25 16:59", 1, 1.95},
		{"at them, one of which asks", "2026-11-25 17:00", 3, 3},
		{"all but what asks", "2026-12-05 09:00", 6, 6.95},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "17:00")
			w.now("2026-11-23 17:30")
			w.treated("2026-11-23 17:00")
			r := w.statusAt(w.at(c.now)).Ring()
			want := slices.Repeat([]bool{false}, 7)
			for i := range c.open {
				want[i] = true
			}
			if !slices.Equal(r.Steps, want) {
				t.Errorf("steps %v, want %v", r.Steps, want)
			}
			if got := r.Share * 7; math.Abs(got-c.share) > 0.001 {
				t.Errorf("%.3f steps have passed, want %.3f", got, c.share)
			}
		})
	}
}

func TestTheRingGoesRoundOnlyOnceAllIsOpen(t *testing.T) {
	w := newWorld(t, "17:00")
	w.now("2026-11-23 17:30")
	w.treated("2026-11-23 17:00")
	w.now("2026-12-05 09:00")
	if r := w.status().Ring(); r.Share >= 1 {
		t.Errorf("share %v while one waits for calm skin", r.Share)
	}
	w.ok(w.service.Calm(w.ctx(), ""))
	if r := w.status().Ring(); r.Share != 1 || slices.Contains(r.Steps, false) {
		t.Errorf("ring %+v, all is open", r)
	}
}

func TestTheRingNeverPassesMoreStepsThanAreOpen(t *testing.T) {
	w := newWorld(t, "17:00")
	w.now("2026-11-23 17:30")
	w.treatedArea("2026-11-23 05:00", "face")
	w.treatedArea("2026-11-23 17:00", "neck")
	before := 0.0
	for at := w.at("2026-11-23 17:30"); at.Before(w.at("2026-12-24 00:00")); at = at.Add(37 * time.Minute) {
		st := w.statusAt(at)
		if st.Treatment == nil {
			break
		}
		r := st.Ring()
		open := 0
		for _, on := range r.Steps {
			if on {
				open++
			}
		}
		if passed := r.Share * float64(len(r.Steps)); passed >= float64(open+1) || passed < float64(open) {
			t.Fatalf("%v: %v of %d steps have passed, %d are open", at, passed, len(r.Steps), open)
		}
		if r.Share < before {
			t.Fatalf("%v: the ring goes back from %v to %v", at, before, r.Share)
		}
		before = r.Share
	}
}

func TestARingOfOneOfManyAndOfNoWindows(t *testing.T) {
	many := make([]string, 25)
	for i := range many {
		many[i] = windowText(fmt.Sprintf("w%d", i), fmt.Sprintf("until = \"%dh\"", 24+i))
	}
	for _, c := range []struct {
		name    string
		windows []string
		now     string
		steps   int
		share   float64
	}{
		{"one", []string{windowText("one", `until = "24h"`)}, "2026-11-25 00:00", 1, 0.5},
		{"25", many, "2026-11-25 13:30", 25, 2.5 / 25},
		{"none: it passes with the four weeks of its phases", nil, "2026-12-08 12:00", 0, 0.5},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			w.treatedWith("2026-11-24 12:00", c.windows...)
			w.now(c.now)
			r := w.status().Ring()
			if len(r.Steps) != c.steps || math.Abs(r.Share-c.share) > 0.001 {
				t.Errorf("%d steps, share %v", len(r.Steps), r.Share)
			}
			if n := len(w.status().Openings().Open) + len(w.status().Openings().Ahead); n < len(c.windows) {
				t.Errorf("%d points of %d windows", n, len(c.windows))
			}
		})
	}
	if r := newWorld(t, "12:00").status().Ring(); r.Steps != nil || r.Share != 0 {
		t.Errorf("a ring without a treatment: %+v", r)
	}
}
