package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// forbidding is the clinic's plan with advice that forbids makeup without an end, beside its wait of a day.
func forbidding(t testing.TB) string {
	return strings.Replace(clinic(t), "[[care]]\nid = \"pillow\"", "[[care]]\nid = \"bare\"\nname = \"Bare skin\"\ntext = \"No makeup in this course.\"\nnever = [\"makeup\"]\n\n[[care]]\nid = \"pillow\"", 1)
}

func TestTheEndOfAWaitIsNoYesToWhatThePlanForbidsWithoutAnEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	n := service.NewTreatment{At: w.at("2026-11-24 11:00"), Device: "pen", DepthMM: 0.5, PlanFile: forbidding(t), PlanName: "clinic.toml"}
	if _, err := w.service.Begin(w.ctx(), n); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{"2026-11-24 12:00", "2026-11-25 11:30", "2026-12-10 12:00"} {
		w.now(at)
		st := w.status()
		v := phrase.New(locale.Format{}).At(w.clock.Now(), w.clock.Zone())
		makeup := w.window(st, "makeup")
		if makeup.State != course.Never || makeup.Never != "No makeup in this course." || makeup.ExtendUntil != nil {
			t.Errorf("%s: status says %+v", at, makeup)
		}
		if got, want := v.WindowLine(makeup), "Makeup: no, your plan says never"; got != want {
			t.Errorf("%s: it reads %q", at, got)
		}
		if rule, _ := v.WindowRule(makeup); rule != "No makeup in this course." {
			t.Errorf("%s: the rule reads %q", at, rule)
		}
		o := st.Openings()
		if got := path(o); strings.Contains(got, "makeup") || len(o.Never) != 1 {
			t.Errorf("%s: on the path:\n%s", at, got)
		}
		if got := len(st.Ring().Steps); got != 6 {
			t.Errorf("%s: the ring has %d steps, want one for each of the 6 others", at, got)
		}
		for _, ask := range []string{"", "makeup"} {
			all, err := w.service.Can(w.ctx(), ask, time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range all {
				if c.Activity == "makeup" && (c.Allowed || v.Can(c) != "no") {
					t.Errorf("%s: asked %q: allowed %v, %q", at, ask, c.Allowed, v.Can(c))
				}
			}
		}
		if got := v.TrayLine(st); strings.Contains(got, "akeup") {
			t.Errorf("%s: the tray says %q", at, got)
		}
	}
}

func TestTheSceneMarksWhatIsForbiddenWithoutAnEndForAllWhoDrawIt(t *testing.T) {
	w := newWorld(t, "12:00")
	n := service.NewTreatment{At: w.at("2026-11-24 11:00"), Device: "pen", DepthMM: 0.5, PlanFile: forbidding(t), PlanName: "clinic.toml"}
	if _, err := w.service.Begin(w.ctx(), n); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{"2026-11-24 10:00", "2026-11-24 12:00", "2026-11-26 12:00"} { // before, in and after its wait
		w.now(at)
		sc := w.scene()
		for _, window := range sc.Courses[0].Windows {
			if window.Never != (window.Spec.ID == "makeup") {
				t.Errorf("%s: %s is marked %v", at, window.Spec.ID, window.Never)
			}
		}
		for _, window := range sc.Input.Courses[0].Windows {
			if window.Spec.ID == "makeup" {
				t.Errorf("%s: those who look for what comes know the end of makeup's wait", at)
			}
		}
		answers := phrase.New(locale.Format{}).At(sc.Now, sc.Zone).Answers(sc.Courses[0].Windows, sc.Now, sc.Zone)
		if last := answers[len(answers)-1]; last.State != course.Never || last.Text != "Never: Makeup" {
			t.Errorf("%s: below the timeline stands %+v", at, answers)
		}
	}
}

func TestNoReminderTellsTheEndOfAWaitForWhatIsForbiddenWithoutAnEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	n := service.NewTreatment{At: w.at("2026-11-24 11:00"), Device: "pen", DepthMM: 0.5, PlanFile: forbidding(t), PlanName: "clinic.toml"}
	if _, err := w.service.Begin(w.ctx(), n); err != nil {
		t.Fatal(err)
	}
	ends := 0
	all, err := w.service.Upcoming(w.ctx(), 7)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all {
		if o.Kind != "window" {
			continue
		}
		ends++
		if title, body := w.notice(o); strings.Contains(title+body, "akeup") {
			t.Errorf("%v it tells %q, %q", o.At, title, body)
		}
	}
	if ends == 0 {
		t.Error("no end of any wait is told")
	}
	w.now("2026-11-25 11:05")
	for _, d := range w.status().Due {
		if d.What == "makeup" {
			t.Errorf("due is %+v", d)
		}
	}
}

func TestNoWaitOfAStarterPlanIsForbiddenWithoutAnEndBesides(t *testing.T) {
	for _, plan := range []string{"essentials", "cautious"} {
		w := newWorld(t, "12:00")
		if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), Area: "face", PlanID: plan}); err != nil {
			t.Fatal(err)
		}
		for _, days := range []int{0, 1, 2, 3, 6, 10, 20} {
			for _, v := range w.statusAt(w.at("2026-11-24 12:00").AddDate(0, 0, days)).Windows {
				if v.State == course.Never {
					t.Errorf("%s, day %d: %s is never allowed: %q", plan, days, v.Name, v.Never)
				}
			}
		}
	}
}

func TestAWaitForTheTimeBeforeKeepsItsOwnEndWhereAnotherFollowsIt(t *testing.T) {
	w := newWorld(t, "12:00")
	bare := "[[windows]]\nid = \"bare\"\nname = \"Makeup before\"\navoid = \"No makeup.\"\nfrom = \"-24h\"\nuntil = \"0h\"\n"
	w.treatedWith("2026-11-24 20:00", bare, windowText("makeup", "until = \"24h\""))
	before := w.window(w.status(), "bare")
	if got, want := w.voice().WindowLine(before), "Makeup before: not yet, until 20:00"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
	w.now("2026-11-24 21:00")
	for _, v := range w.status().Windows {
		if v.ID == "bare" {
			t.Errorf("after the treatment it is told as %+v", v)
		}
	}
}
