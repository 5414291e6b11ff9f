package service_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/service"
)

// own writes down what the nurse said.
func (w *world) own(what, when string) record.Entry {
	w.t.Helper()
	return w.ok(w.service.Own(w.ctx(), service.NewOwn{What: what, When: when, Note: "my nurse said so", Avoid: w.voice().OwnAvoid(what)}))
}

// answers are the whole answers of `can` to each activity, in lines.
func (w *world) answers(activity string) string {
	w.t.Helper()
	views, err := w.service.Can(w.ctx(), activity, time.Time{})
	if err != nil {
		return "refused: " + w.said(err)
	}
	var lines []string
	for _, v := range views {
		lines = append(lines, w.voice().CanLine(v)+" "+w.voice().Why(v)+" ("+w.voice().Source(v.Says)+")")
	}
	return strings.Join(lines, "\n")
}

func TestWhatTheNurseSaidHoldsInThePlaceOfThePlanAndIsToldAsTheirs(t *testing.T) {
	for name, c := range map[string]struct {
		what, when, asked string
		want, wantNot     []string
	}{
		"longer, by another word for it": {"gym", "after 5 days", "gym",
			[]string{"not yet, until Saturday 17:00", "You wrote: 5 days (my nurse said so).", "Your plan says 72 hours.", "(you, in Afterglow: “my nurse said so”)"}, []string{"Thursday"}},
		"shorter, by its name":         {"Exercise", "10 hours", "exercise", []string{"Exercise: yes, as you wrote", "You wrote: 10 hours", "Your plan says 72 hours."}, []string{"Rose Street"}},
		"shorter, by another word":     {"gym", "10 hours", "gym", []string{"Gym: yes, as you wrote", "Your plan says 72 hours."}, []string{"not yet"}},
		"what it does not speak of":    {"gym", "10 hours", "running", []string{"Exercise: not yet, until Thursday 17:00", "Your plan says wait until Thursday"}, []string{"yes", "You wrote"}},
		"a part of a wait":             {"hot yoga", "6 days", "hot yoga", []string{"not yet, until Sunday 17:00", "You wrote: 6 days"}, nil},
		"the rest of that wait":        {"hot yoga", "6 days", "sauna", []string{"Your plan says wait until Saturday 17:00"}, []string{"You wrote"}},
		"until the person says so":     {"makeup", "until it is calm", "makeup", []string{"not yet", "You wrote: until your skin is calm", "Your plan says 24 hours.", "You decide"}, []string{"Your plan says until"}},
		"of which the plan is silent":  {"qwertz", "2 days", "qwertz", []string{"Qwertz: not yet, until tomorrow 17:00", "Your plan does not say."}, nil},
		"a wait with a step behind it": {"sun", "3 days", "sun", []string{"not yet, until Thursday 17:00", "You wrote: 3 days"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "12:00") // Tuesday
			w.treated("2026-11-23 17:00")
			w.own(c.what, c.when)
			got := w.answers(c.asked)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in: %s", want, got)
				}
			}
			for _, not := range c.wantNot {
				if strings.Contains(got, not) {
					t.Errorf("%q is in: %s", not, got)
				}
			}
			sc, err := w.service.Scene(w.ctx(), time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			reply := sc.Ask(ask.Question{Text: c.asked})
			if can, asks := strings.Contains(got, ": yes"), reply.Verdict == ask.Yes; can && !asks && !strings.Contains(got, "refused") {
				t.Errorf("can says yes, ask says %s", reply.Verdict)
			}
		})
	}
}

func TestAChangeOfTheirOwnStaysWhateverBecomesOfThePlan(t *testing.T) {
	w := newWorld(t, "12:00")
	tv := w.treated("2026-11-23 17:00")
	w.own("gym", "5 days")
	changed := strings.Replace(clinic(t), `until = "72h"`, `until = "96h"`, 1)
	w.ok(w.service.Change(w.ctx(), tv.ID, service.NewTreatment{At: w.at("2026-11-23 17:00"), PlanFile: changed, PlanName: "clinic.toml"}))
	if got := w.answers("gym"); !strings.Contains(got, "You wrote: 5 days") || !strings.Contains(got, "Your plan says 96 hours.") {
		t.Errorf("with the new plan: %s", got)
	}
	text := treatmentText(t, w, tv.ID)
	if strings.Contains(text, "nurse") || text != changed {
		t.Error("the clinic's own plan was changed")
	}
	w.ok(w.service.Change(w.ctx(), tv.ID, service.NewTreatment{At: w.at("2026-11-24 10:00")}))
	if got := w.answers("gym"); !strings.Contains(got, "until Sunday 10:00") {
		t.Errorf("it moves with its treatment: %s", got)
	}
	w.now("2026-11-25 12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-25 11:00"), Area: "scalp", PlanFile: clinic(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	owns, err := w.service.Owns(w.ctx())
	if err != nil || len(owns) != 1 || owns[0].Treatment != tv.ID {
		t.Errorf("it is of the treatment that it was written for: %+v, %v", owns, err)
	}
}

func treatmentText(t *testing.T, w *world, id int64) string {
	t.Helper()
	one, err := w.journal.Treatment(w.ctx(), id)
	if err != nil {
		t.Fatal(err)
	}
	return one.PlanText
}

func TestAMilderChangeOfOneTreatmentAllowsNothingThatAnotherForbids(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treatedArea("2026-11-23 20:00", "neck")
	w.treatedArea("2026-11-24 08:00", "face")
	w.own("exercise", "1 hour")
	if got := w.answers("exercise"); !strings.Contains(got, "not yet") || strings.Contains(got, ": yes") {
		t.Errorf("the other treatment's wait holds: %s", got)
	}
}

func TestTheSecondChangeOfAThingTakesThePlaceOfTheFirstAndBothComeBack(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	w.own("gym", "5 days")
	second := w.own("Gym", "6 days")
	want := func(when, figure string) {
		t.Helper()
		owns, err := w.service.Owns(w.ctx())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, o := range owns {
			got += w.voice().OwnWhen(o.Own) + ";"
		}
		if got != figure {
			t.Errorf("%s: %q, want %q", when, got, figure)
		}
	}
	want("both written", "6 days;")
	if _, err := w.service.Undo(w.ctx()); err != nil {
		t.Fatal(err)
	}
	want("the second undone", "5 days;")
	if _, err := w.service.Redo(w.ctx(), second.ID); err != nil {
		t.Fatal(err)
	}
	want("done again", "6 days;")
	if _, err := w.service.ForgetOwn(w.ctx(), "exercise"); err != nil {
		t.Fatal(err)
	}
	want("taken back by the plan's name of it", "5 days;")
	if _, err := w.service.ForgetOwn(w.ctx(), "gym"); err != nil {
		t.Fatal(err)
	}
	want("taken back", "")
	if got := w.answers("gym"); !strings.Contains(got, "Your plan says wait until Thursday") {
		t.Errorf("the plan holds again: %s", got)
	}
}

// Each stands in the history at its own moment, and each can hold again: those that took its place are taken back.
func TestTheHistoryTellsAChangeThatAnotherOneTookThePlaceOf(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	first, second, third := w.own("gym", "5 days"), w.own("gym", "6 days"), w.own("gym", "7 days")
	want := func(when string, lines ...string) {
		t.Helper()
		var got []string
		for _, l := range w.history(service.HistoryAsk{Of: service.HistoryChanges}).Lines {
			if l.Own != nil {
				what, more := w.voice().HistoryLine(l)
				got = append(got, what+": "+more)
			}
		}
		slices.Reverse(got)
		for i, line := range lines {
			if i >= len(got) || !strings.Contains(got[i], line) {
				t.Errorf("%s: %q, want in them %q", when, got, lines)
			}
		}
	}
	later := func(id int64) []int64 {
		for _, l := range w.history(service.HistoryAsk{}).Lines {
			if l.ID == id && l.Kind == string(record.KindOwn) {
				return l.Later
			}
		}
		return nil
	}
	want("three were written", "again later. You wrote: 5 days", "again later. You wrote: 6 days", "by you: You wrote: 7 days")
	if got := later(first.ID); !slices.Equal(got, []int64{second.ID, third.ID}) {
		t.Fatalf("later than the first are %v", got)
	}
	w.noError(w.service.TakeBack(w.ctx(), second.ID, third.ID))
	want("the first holds again", "by you: You wrote: 5 days", "taken back: You wrote: 6 days", "taken back: You wrote: 7 days")
	w.noError(w.service.PutBack(w.ctx(), second.ID, third.ID))
	want("and is changed again", "again later. You wrote: 5 days", "again later. You wrote: 6 days", "by you: You wrote: 7 days")
	if later(third.ID) != nil {
		t.Error("the one that holds has something later")
	}
}

func TestWhatCannotBeAChangeOfTheirOwnIsRefusedInOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Own(w.ctx(), service.NewOwn{What: "gym", When: "3 days"}); !errors.Is(err, service.ErrNoCourse) {
		t.Errorf("without a treatment: %v", err)
	}
	w.treated("2026-11-23 17:00")
	for name, c := range map[string]struct{ what, when, want string }{
		"no thing":              {"  ", "3 days", "Name the thing"},
		"no time":               {"gym", "", "Say how long"},
		"no time that is known": {"gym", "a little while", `cannot read the time "a little while"`},
		"no end":                {"gym", "for ever", "cannot read the time"},
		"no time at all":        {"gym", "0h", "cannot read the time"},
		"before the treatment":  {"gym", "-2 days", "cannot read the time"},
		"by the next treatment": {"gym", "next-2w", "cannot read the time"},
		"ten years":             {"gym", "500 weeks", "cannot read the time"},
		"a reason to call":      {"fever", "2 days", "a reason to call your clinic"},
		"how often, of a wait":  {"gym", "every 3 hours", "nothing to do that is called"},
		"water by the clock":    {"water", "every 2 hours", "by the glass"},
		"a long name":           {strings.Repeat("x", 41), "2 days", "40"},
		"two lines":             {"gym\u202e", "2 days", "line"},
	} {
		_, err := w.service.Own(w.ctx(), service.NewOwn{What: c.what, When: c.when})
		if err == nil || !fault.IsUse(err) || !strings.Contains(w.said(err), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestARoutineIsDoneAsOftenAsTheNurseSaid(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	before := w.routine(w.status(), "cleanse").Goal
	w.own("cleanse", "every 3 hours")
	r := w.routine(w.status(), "cleanse")
	if r.Goal <= before || r.Says.Strength != "own" || !strings.Contains(w.voice().OwnTerm(r), "You wrote: every 3 hours. Your plan says twice a day.") {
		t.Errorf("goal %d, before %d, %q, %+v", r.Goal, before, w.voice().OwnTerm(r), r.Says)
	}
}

func TestAPlansNeverStaysNeverBesideAChangeOfTheirOwn(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-20 17:00"), PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	w.own("picking", "1 day")
	for _, v := range w.status().Windows {
		if strings.EqualFold(v.Name, "picking") && v.State != course.Never {
			t.Errorf("it is %s", v.State)
		}
	}
	if got := w.answers("picking"); strings.Contains(got, ": yes") {
		t.Errorf("got %s", got)
	}
}

func TestWhatAPlanNamesAsAnExceptionIsNotLedByNotYet(t *testing.T) {
	w := newWorld(t, "12:00")
	plan := strings.Replace(untilSaid, `avoid = "No makeup."`, `avoid = "No swimming in a pool."
activities = ["swimming"]
except = ["sea swimming"]`, 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), PlanFile: strings.Replace(plan, `name = "Makeup"`, `name = "Swimming pool"`, 1), PlanName: "pool.toml"}); err != nil {
		t.Fatal(err)
	}
	if got := w.answers("sea swimming"); !strings.HasPrefix(got, "Sea swimming: your plan names it. Your plan names an exception: sea swimming.") || strings.Contains(got, ": yes") {
		t.Errorf("got %s", got)
	}
	if got := w.answers("swimming pool"); !strings.HasPrefix(got, "Swimming pool: not yet") {
		t.Errorf("the rest waits: %s", got)
	}
}
