package service_test

import (
	"strings"
	"testing"

	"afterglow/app/service"
)

// untilSaid has a routine and an advice that go on until the person's word.
const untilSaid = `format = 2
id = "until-said"
name = "Until Said"
[[sources]]
id = "leaflet"
title = "Our leaflet"
strength = "clinic"
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
[[routines]]
id = "ointment"
name = "Ointment"
how = "A thin layer."
times_a_day = 3
until = "calm"
usually = "2 days"
condition = "the skin no longer weeps"
[[care]]
id = "ice"
name = "Ice"
text = "Cool the skin."
until = "calm"
usually = "3 days"
`

func TestARoutineAndAnAdviceUntilCalmAreAskedAboutLikeAWait(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), PlanFile: untilSaid, PlanName: "until.toml"}); err != nil {
		t.Fatal(err)
	}
	if got := w.status().Asking(); len(got) != 0 {
		t.Errorf("asked at once: %+v", got)
	}
	told := map[string]string{}
	all, err := w.service.Upcoming(w.ctx(), 6)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range all {
		if n.News.Window != nil {
			title, body := w.voice().NoticeAt(n.News, n.At)
			told[n.What] += n.At.Format("Mon 15:04 ") + title + " / " + body + ";"
		}
	}
	if want := "Thu 11:00 Can you say this yet? / “the skin no longer weeps”: your plan goes on until then. You decide.;"; told["ointment"] != want {
		t.Errorf("the routine is asked about so: %q", told["ointment"])
	}
	if want := "Fri 11:00 Is your skin calm? / Your plan goes on with ice until it is.;"; told["ice"] != want {
		t.Errorf("the advice is asked about so: %q", told["ice"])
	}
	w.now("2026-11-27 12:00")
	names := func() (out string) {
		for _, q := range w.status().Asking() {
			if !q.Part {
				t.Errorf("%s is no part that goes on", q.ID)
			}
			out += q.ID + " "
		}
		return out
	}
	if got := names(); got != "ointment ice " {
		t.Errorf("asked: %q", got)
	}
	if line := w.voice().TrayLine(w.status()); !strings.Contains(line, "the skin no longer weeps") {
		t.Errorf("the tray says %q", line)
	}
	w.ok(w.service.Calm(w.ctx(), "ointment"))
	if got := names(); got != "ice " {
		t.Errorf("one answered: %q", got)
	}
	w.ok(w.service.Calm(w.ctx(), "ice"))
	if got := names(); got != "" {
		t.Errorf("both answered: %q", got)
	}
	if _, err := w.service.Undo(w.ctx()); err != nil {
		t.Fatal(err)
	}
	if got := names(); got != "ice " {
		t.Errorf("taken back: %q", got)
	}
}

func TestATimeThatIsCountedByTheDayOrTheMonthIsNotToldInHours(t *testing.T) {
	for end, want := range map[string]string{`"end of day 0"`: "It ended at 00:00.", `"bedtime"`: "It ended at 22:30.", `"morning 1"`: "It ended at 08:00.", `"24 hours"`: "24 hours passed at 11:00.", `"1 month"`: "It ended at 11:00."} {
		w := newWorld(t, "12:00")
		plan := strings.Replace(untilSaid, `until = "24 hours"`, `until = `+end, 1)
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), PlanFile: plan, PlanName: "until.toml"}); err != nil {
			t.Fatal(err)
		}
		all, err := w.service.Upcoming(w.ctx(), 40)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, n := range all {
			if n.What == "makeup" && n.News.Window != nil {
				found = true
				at := n.News.Window.Ended
				if _, body := w.voice().NoticeAt(n.News, at); body != want {
					t.Errorf("%s: %q, want %q", end, body, want)
				}
			}
		}
		if !found && end != `"end of day 0"` && end != `"bedtime"` && end != `"morning 1"` {
			t.Errorf("%s: nothing is told", end)
		}
	}
}
