package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

func (w *world) past() *service.PastView {
	w.t.Helper()
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	p, err := w.service.Past(w.ctx(), sc)
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

func (w *world) felt(redness int) {
	w.t.Helper()
	w.ok(w.service.Feel(w.ctx(), service.Felt{Feeling: record.Feeling{Redness: record.Felt(redness)}}, "", time.Time{}))
}

// overCourse is a course that is over, with some care and how it felt.
func overCourse(t *testing.T) (*world, service.TreatmentView) {
	t.Helper()
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 17:00")
	w.felt(6)
	w.done("moisturise")
	w.now("2026-11-25 12:00")
	w.done("moisturise")
	undone := w.done("moisturise")
	if err := w.service.TakeBack(w.ctx(), undone.ID); err != nil {
		t.Fatal(err)
	}
	w.felt(4)
	w.felt(2)
	w.clock.Set(w.status().Treatment.Ends.AddDate(0, 2, 0))
	return w, v
}

func TestTheEndTellsWhatGoesOnAllTheSame(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:30"), PlanFile: endless(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.now("2027-04-24 12:00")
	var lines []string
	for _, c := range w.past().Lasting {
		lines = append(lines, w.voice().CanLine(c))
	}
	if !slices.Contains(lines, "Sun: with SPF 30+, hat, shade.") {
		t.Errorf("what goes on is %q", lines)
	}
	ended, _ := overCourse(t)
	if p := ended.past(); len(p.Lasting) > 0 {
		t.Errorf("of a plan that ends, %+v goes on", p.Lasting)
	}
}

func TestWhatGoesOnIsToldInTheHistoryAndOnThePageForTheClinicToo(t *testing.T) {
	w := newWorld(t, "12:00")
	v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 15:30"), PlanFile: endless(t), PlanName: "clinic.toml"})
	w.noError(err)
	const goesOn = "Sun: with SPF 30+, hat, shade."
	page := func() string { return fmt.Sprint(w.voice().ClinicPage(w.report(service.ReportAsk{}), false).Parts) }
	if strings.Contains(page(), goesOn) {
		t.Errorf("while its course runs the page tells %q", goesOn)
	}
	w.now("2027-04-24 12:00")
	kept, err := w.service.Keep(w.ctx(), v.ID)
	w.noError(err)
	if got := page(); !strings.Contains(got, goesOn) {
		t.Errorf("the page for the clinic has no %q: %s", goesOn, got)
	}
	line := func() string {
		h, err := w.service.History(w.ctx(), service.HistoryAsk{Of: service.HistoryChanges})
		w.noError(err)
		what, more := w.voice().HistoryLine(h.Lines[0])
		return what + " / " + more
	}
	if got, want := line(), "Course kept / Your plan goes on: "+goesOn; got != want {
		t.Errorf("the history tells %q, want %q", got, want)
	}
	w.noError(w.service.TakeBack(w.ctx(), kept.ID))
	if got := line(); strings.Contains(got, goesOn) {
		t.Errorf("of a course whose end is told anew the history tells %q", got)
	}
}

func TestACourseThatRunsHasNoEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 17:00")
	if got := w.past(); got != nil {
		t.Errorf("it tells %+v", got)
	}
	_, err := w.service.Keep(w.ctx(), v.ID)
	w.refused(err, "not the last one that is over")
}

func TestTheEndTellsWhatWasDoneAndHowItFeltAtFirstAndAtLast(t *testing.T) {
	w, v := overCourse(t)
	got := w.past()
	if got == nil || got.Treatment.ID != v.ID {
		t.Fatalf("it tells %+v", got)
	}
	if len(got.Care) != 1 || got.Care[0].Routine != "moisturise" || got.Care[0].Times != 2 {
		t.Errorf("care %+v", got.Care)
	}
	if got.First == nil || got.First.Redness != record.Felt(6) || got.Last == nil || got.Last.Redness != record.Felt(2) {
		t.Errorf("felt %+v, then %+v", got.First, got.Last)
	}
	if got.Days < 7 || !got.Closed.After(v.At) {
		t.Errorf("%d days, closed %v", got.Days, got.Closed)
	}
	if got.Next == nil || !got.Next.From.Equal(w.at("2026-12-21 17:00")) {
		t.Errorf("next %+v", got.Next)
	}
}

func TestTheEndIsToldUntilItIsKeptAndAgainOnceThatIsTakenBack(t *testing.T) {
	w, v := overCourse(t)
	kept := w.ok(w.service.Keep(w.ctx(), v.ID))
	if got := w.past(); got != nil {
		t.Errorf("it still tells %+v", got)
	}
	if err := w.service.TakeBack(w.ctx(), kept.ID); err != nil {
		t.Fatal(err)
	}
	if got := w.past(); got == nil {
		t.Error("after undo it is not told again")
	}
}

func TestTheEndIsToldBesideAnotherTreatmentAndLeavesTheNextToThat(t *testing.T) {
	w, v := overCourse(t)
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.service.Now().Add(-time.Hour), Area: "neck"}); err != nil {
		t.Fatal(err)
	}
	got := w.past()
	if got == nil || got.Treatment.ID != v.ID || got.Next != nil {
		t.Errorf("it tells %+v", got)
	}
}

func TestARemovedTreatmentHasNoEnd(t *testing.T) {
	w, v := overCourse(t)
	if _, err := w.service.Remove(w.ctx(), v.ID); err != nil {
		t.Fatal(err)
	}
	if got := w.past(); got != nil {
		t.Errorf("it tells %+v", got)
	}
}

func TestBeforeATreatmentThePlansWaitsForThatTimeAreTold(t *testing.T) {
	w := newWorld(t, "12:00")
	if got := w.status().Before(); got != nil {
		t.Errorf("without a treatment: %+v", got)
	}
	w.treated("2026-12-04 17:00")
	st := w.status()
	if !st.Ahead() {
		t.Fatalf("treatment %+v is not to come", st.Treatment)
	}
	if b := st.Before(); len(b) != 1 || b[0].Window.ID != "actives" || !b[0].Begins || !b[0].Window.From.Equal(w.at("2026-11-27 17:00")) {
		t.Errorf("before it begins: %+v", b)
	}
	w.now("2026-11-28 12:00")
	if b := w.status().Before(); len(b) != 1 || b[0].Window.ID != "actives" || b[0].Begins || !b[0].Ends {
		t.Errorf("once it has begun: %+v", b)
	}
	w.now("2026-12-04 18:00")
	if got := w.status().Before(); got != nil {
		t.Errorf("after the treatment: %+v", got)
	}
}
