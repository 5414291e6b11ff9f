package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (w *world) tell(name string, windows ...string) (record.Entry, time.Time) {
	w.t.Helper()
	e, at, err := w.service.TellMeWhen(w.ctx(), name, windows)
	if err != nil {
		w.t.Fatal(err)
	}
	return e, at
}

// comes is the line of `upcoming` that names what was asked for; "" if none does.
func (w *world) comes(words string) string {
	w.t.Helper()
	views, err := w.service.Upcoming(w.ctx(), 30)
	if err != nil {
		w.t.Fatal(err)
	}
	found := ""
	for _, v := range views {
		title, body := w.voice().NoticeAt(v.News, v.At)
		if strings.Contains(title+" "+body, words) {
			if found != "" {
				w.t.Fatalf("%q comes twice", words)
			}
			found = v.At.Format("Mon 15:04") + " " + v.Kind + ": " + title
		}
	}
	return found
}

func TestAWishIsWrittenDownOnceAndComesWithTheLastOfItsWaits(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 15:30")
	rung := w.rung
	e, at := w.tell("  Sauna  yoga ", "sweat", "heat")
	if e.Kind != record.KindTell || e.Note != "Sauna yoga" || !at.Equal(w.at("2026-11-28 15:30")) || w.rung != rung+1 {
		t.Fatalf("%+v at %s, rung %d times", e, at, w.rung-rung)
	}
	again, same := w.tell("sauna YOGA", "heat", "sweat", "heat")
	if again.ID != e.ID || !same.Equal(at) || w.rung != rung+1 {
		t.Errorf("asked twice it is entry %d at %s, was %d", again.ID, same, e.ID)
	}
	if got := w.comes("You asked about sauna yoga."); got != "Sat 15:30 window: Your heat wait is over" {
		t.Errorf("it comes as %q", got)
	}
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if found, at, ok := sc.Telling("Sauna yoga", []string{"sweat", "heat"}); !ok || found.ID != e.ID || !at.Equal(same) {
		t.Errorf("it is found as %d, %v", found.ID, ok)
	}
	if _, _, ok := sc.Telling("Sauna", []string{"heat"}); ok {
		t.Error("another wish is found too")
	}
}

func TestAWishSurvivesDaysWithoutALook(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 15:30")
	w.tell("Sauna", "heat")
	w.now("2026-11-28 12:00") // its entry is older than what is read of late
	if got := w.comes("You asked about sauna."); got != "Sat 15:30 window: Your heat wait is over" {
		t.Errorf("it comes as %q", got)
	}
}

func TestAWishIsTakenBackLikeAnyEntry(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 15:30")
	e, _ := w.tell("Sauna", "heat")
	if undone := w.ok(w.service.Undo(w.ctx())); undone.ID != e.ID {
		t.Errorf("taken back is %+v", undone)
	}
	if got := w.comes("You asked about sauna."); got != "" {
		t.Errorf("it comes all the same: %q", got)
	}
	if again, _ := w.tell("Sauna", "heat"); again.ID == e.ID {
		t.Error("asked anew it is the entry that was taken back")
	}
	log, err := w.service.Log(w.ctx(), w.at("2026-11-24 00:00"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range log {
		if l.Kind == string(record.KindTell) {
			lines = append(lines, w.voice().LogKind(l)+" "+w.voice().LogWhat(l, l.What)+w.voice().LogMore(l, l.What))
		}
	}
	if strings.Join(lines, "; ") != "tell me when (undone) Sauna; tell me when Sauna" {
		t.Errorf("the log says %q", lines)
	}
}

func TestAWishFollowsItsTreatmentAndLongerWaits(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 15:30")
	w.tell("Mascara", "makeup")
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	if got := w.comes("You asked about mascara."); !strings.HasPrefix(got, "Wed 15:30 window") {
		t.Errorf("after it was made longer it comes as %q", got)
	}
	if _, err := w.service.Change(w.ctx(), v.ID, service.NewTreatment{At: w.at("2026-11-23 18:00"), PlanFile: clinic(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	if got := w.comes("You asked about mascara."); !strings.HasPrefix(got, "Wed 18:00 window") {
		t.Errorf("after its treatment was put right it comes as %q", got)
	}
	if _, err := w.service.Remove(w.ctx(), v.ID); err != nil {
		t.Fatal(err)
	}
	if got := w.comes("mascara"); got != "" {
		t.Errorf("after its treatment was removed it comes as %q", got)
	}
}

func TestAWishForWhatOnlyTheSkinEndsHasNoMomentYet(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 15:30")
	if _, at := w.tell("Retinol", "actives"); !at.IsZero() {
		t.Errorf("it is said to come at %s", at)
	}
	w.now("2026-11-25 16:00")
	w.ok(w.service.Calm(w.ctx(), "actives"))
	if got := w.comes("You asked about retinol."); got != "Wed 16:00 welcome: Welcome back" { // beside what nobody could tell before
		t.Errorf("once the skin is calm it comes as %q", got)
	}
}

func TestWhatIsNoWaitIsNoWish(t *testing.T) {
	w := newWorld(t, "12:00")
	_, _, err := w.service.TellMeWhen(w.ctx(), "Sauna", []string{"heat"})
	if err == nil || w.said(err) != w.said(service.ErrNoCourse) {
		t.Errorf("without a treatment: %v", err)
	}
	w.treated("2026-11-22 15:30")
	for _, c := range []struct {
		name, words string
		windows     []string
	}{
		{"Mascara", `Your plan has no wait now for "Mascara"`, []string{"makeup"}},
		{"Skating", `Your plan names no wait for "Skating"`, []string{"skating"}},
		{"", "No wait holds for this now", nil},
	} {
		_, _, err := w.service.TellMeWhen(w.ctx(), c.name, c.windows)
		w.refused(err, c.words)
	}
}

func TestAWishWithoutANameIsCalledAfterItsWindow(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 15:30")
	if e, _ := w.tell("", "actives"); e.Note != "Acids, retinol" {
		t.Errorf("it is called %q", e.Note)
	}
	if e, _ := w.tell(strings.Repeat("very ", 20)+"hot yoga", "heat"); len([]rune(e.Note)) > 40 {
		t.Errorf("it is called %q", e.Note)
	}
}

func TestWhatStaysToBeAvoidedIsToldWhenItsStepIsOverToo(t *testing.T) {
	w := newWorld(t, "12:00")
	text := strings.Replace(clinic(t), "then_until = \"4w\"\nactivities = [\"beach\"]", "then_until = \"4w\"\nactivities = [\"beach\", \"sunbathing\"]\nthen_avoid = [\"sunbathing\"]", 1)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:30"), PlanFile: text, PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	for _, now := range []string{"2026-11-24 12:00", "2026-11-26 12:00"} { // within the wait, within what follows
		w.now(now)
		v, err := w.service.Ask(w.ctx(), ask.Question{Text: "sunbathing"}, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(v.Waits(), " "); got != "sun+then midday" {
			t.Fatalf("at %s it waits for %q: %+v", now, got, v.Answers)
		}
		if _, at := w.tell("Sunbathing", v.Waits()...); !at.Equal(w.at("2026-12-21 15:30")) {
			t.Errorf("at %s it is said to come at %s", now, at)
		}
	}
	if got := w.comes("You asked about sunbathing"); got != "Mon 15:30 tell: You asked about sunbathing" {
		t.Errorf("it comes as %q", got)
	}
	v, err := w.service.Ask(w.ctx(), ask.Question{Text: "sauna"}, time.Time{})
	if err != nil || strings.Join(v.Waits(), " ") != "heat" {
		t.Errorf("the sauna waits for %q, %v", v.Waits(), err)
	}
}
