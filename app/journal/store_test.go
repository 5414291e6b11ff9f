package journal

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

func TestATreatmentComesBackAsItWasEntered(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	at := time.Date(2026, time.November, 22, 18, 0, 0, 123_000_000, time.FixedZone("CET", 3600))
	want := course.Treatment{At: at, Device: "pen", DepthMM: 0.75, Area: "face", Sensitive: true,
		PlanText: planText(t, "essentials"), EnteredAt: noon}
	want.ID = must[int64](t)(j.AddTreatment(t.Context(), want))
	closed(t, j)

	all := must[[]course.Treatment](t)(opened(t, dir).Treatments(t.Context()))
	if len(all) != 1 {
		t.Fatalf("%d treatments, want 1", len(all))
	}
	got := all[0]
	if got.At.Format(time.RFC3339Nano) != at.Format(time.RFC3339Nano) {
		t.Errorf("At %v lost its offset or its milliseconds, want %v", got.At, at)
	}
	if got.Plan.ID != "essentials" || len(got.Plan.Windows) == 0 {
		t.Errorf("the plan was not read: %q", got.Plan.ID)
	}
	got.At, got.Plan = want.At, guidance.Plan{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestTheZeroTimeComesBackAsZero(t *testing.T) {
	j := opened(t, dataDir(t))
	id := must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: noon, PlanText: planText(t, "cautious")}))
	if got := must[course.Treatment](t)(j.Treatment(t.Context(), id)); !got.EnteredAt.IsZero() {
		t.Errorf("EnteredAt %v", got.EnteredAt)
	}
}

func TestAChangedTreatmentKeepsItsIdAndTakesTheNewPlan(t *testing.T) {
	j := opened(t, dataDir(t))
	tr := course.Treatment{At: noon, PlanText: planText(t, "essentials")}
	tr.ID = must[int64](t)(j.AddTreatment(t.Context(), tr))
	tr.Area, tr.PlanText = "neck", planText(t, "cautious")
	noError(t, j.ChangeTreatment(t.Context(), tr))
	got := must[course.Treatment](t)(j.Treatment(t.Context(), tr.ID))
	if got.Area != "neck" || got.Plan.ID != "cautious" {
		t.Errorf("got %q with plan %q", got.Area, got.Plan.ID)
	}
	tr.ID = 99
	if err := j.ChangeTreatment(t.Context(), tr); !errors.Is(err, ErrNotFound) {
		t.Errorf("changing a treatment that is not there: %v", err)
	}
}

func TestARemovedTreatmentStaysInTheListAndItsIdIsNeverUsedAgain(t *testing.T) {
	j := opened(t, dataDir(t))
	tr := course.Treatment{At: noon, PlanText: planText(t, "essentials")}
	id := must[int64](t)(j.AddTreatment(t.Context(), tr))
	noError(t, j.RemoveTreatment(t.Context(), id, noon))
	noError(t, j.RemoveTreatment(t.Context(), id, noon.Add(time.Hour)))
	if got := must[course.Treatment](t)(j.Treatment(t.Context(), id)); !got.Removed {
		t.Error("not marked as removed")
	}
	if next := must[int64](t)(j.AddTreatment(t.Context(), tr)); next <= id {
		t.Errorf("id %d after %d", next, id)
	}
	if err := j.RemoveTreatment(t.Context(), 99, noon); !errors.Is(err, ErrNotFound) {
		t.Errorf("removing what is not there: %v", err)
	}
}

func TestAPlanThatCannotBeReadIsRefusedAtTheDoor(t *testing.T) {
	j := opened(t, dataDir(t))
	if _, err := j.AddTreatment(t.Context(), course.Treatment{At: noon, PlanText: "no plan at all"}); err == nil {
		t.Fatal("accepted")
	}
	if all := must[[]course.Treatment](t)(j.Treatments(t.Context())); len(all) != 0 {
		t.Errorf("stored all the same: %v", all)
	}
}

func TestAStoredPlanThatCannotBeReadAnyMoreIsNamedAndKept(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	text := planText(t, "essentials")
	bad := must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: noon, PlanText: text}))
	must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: noon, PlanText: planText(t, "cautious")}))
	closed(t, j)

	j = opened(t, dir)
	j.parse = func(file string, b []byte) (guidance.Plan, error) { // a later, stricter reader
		if string(b) == text {
			return guidance.Plan{}, errors.New("not allowed any more")
		}
		return guidance.Parse(file, b)
	}
	all, err := j.Treatments(t.Context())
	if !errors.Is(err, ErrPlan) || !strings.Contains(err.Error(), "journal.plan_unreadable") ||
		!strings.Contains(err.Error(), "ID=1") {
		t.Errorf("error %v does not name the treatment", err)
	}
	if len(all) != 2 || all[0].ID != bad || all[0].PlanText != text || all[1].Plan.ID != "cautious" {
		t.Errorf("lost something: %d treatments", len(all))
	}
	noError(t, j.RemoveTreatment(t.Context(), bad, noon))
	if _, err := j.Treatments(t.Context()); err != nil {
		t.Errorf("the plan of a removed treatment still stands in the way: %v", err)
	}
}

func TestTreatmentsSinceGivesTheRecentOnes(t *testing.T) {
	j := opened(t, dataDir(t))
	for _, at := range []time.Time{noon.AddDate(-1, 0, 0), noon, noon.AddDate(0, 0, -3)} {
		must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: at, PlanText: planText(t, "essentials")}))
	}
	removed := must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: noon, PlanText: planText(t, "essentials")}))
	noError(t, j.RemoveTreatment(t.Context(), removed, noon))
	got := must[[]course.Treatment](t)(j.TreatmentsSince(t.Context(), noon.AddDate(0, 0, -3)))
	if len(got) != 2 || !got[0].At.Before(got[1].At) {
		t.Errorf("got %d", len(got))
	}
}

func TestAnEntryComesBackAsItWasMade(t *testing.T) {
	j := opened(t, dataDir(t))
	want := record.Entry{At: noon, Kind: record.KindSnooze, What: "cleanse", Occurrence: "cleanse/2026-11-22/2",
		Until: noon.Add(15 * time.Minute), AmountML: 250, Treatment: 3, Note: "two\nlines, \"quoted\" \u00e9",
		Feeling: record.Feeling{Skin: record.SkinRed, Redness: record.Felt(0), Itch: record.Felt(10)}, Replaces: 2}
	want.ID = must[int64](t)(j.AddEntry(t.Context(), want))
	if got := must[record.Entry](t)(j.Entry(t.Context(), want.ID)); got != want {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if _, err := j.Entry(t.Context(), 99); !errors.Is(err, ErrNotFound) {
		t.Errorf("an entry that is not there: %v", err)
	}
}

func TestAFeelingOutOfBoundsIsNoPartOfTheJournal(t *testing.T) {
	j := opened(t, dataDir(t))
	for name, f := range map[string]record.Feeling{
		"eleven": {Redness: record.Felt(11)}, "less than none": {Soreness: record.Felt(-1)}, "another word": {Skin: "fine"},
	} {
		if _, err := j.AddEntry(t.Context(), record.Entry{At: noon, Kind: record.KindFeel, Feeling: f}); err == nil {
			t.Errorf("%s was stored", name)
		}
	}
}

func TestEntriesSinceGiveWhatStillMatters(t *testing.T) {
	j := opened(t, dataDir(t))
	old, since := noon.AddDate(0, 0, -30), noon.AddDate(0, 0, -2)
	for _, at := range []time.Time{old.Add(-time.Hour), old.Add(time.Hour)} {
		must[int64](t)(j.AddTreatment(t.Context(), course.Treatment{At: at, PlanText: planText(t, "essentials")}))
	}
	for _, e := range []record.Entry{
		{At: old, Kind: record.KindDone, Note: "old"},
		{At: old, Kind: record.KindPause, Until: noon, Note: "lasting pause"},
		{At: old, Kind: record.KindPause, Until: old.Add(time.Hour), Note: "past pause"},
		{At: old, Kind: record.KindSnooze, Until: noon, Note: "lasting snooze"},
		{At: old, Kind: record.KindCalm, Treatment: 1, Note: "calm 1"},
		{At: old, Kind: record.KindCalm, Treatment: 2, Note: "calm 2"},
		{At: old, Kind: record.KindExtend, Until: old.Add(time.Hour), Treatment: 1, Note: "extend 1"},
		{At: old, Kind: record.KindFeel, Treatment: 1, Note: "feel 1"},
		{At: old, Kind: record.KindFeel, Treatment: 9, Note: "feel of one that was removed"},
		{At: old.Add(-2 * time.Hour), Kind: record.KindFeel, Treatment: 1, Note: "feel before"},
		{At: since, Kind: record.KindDone, Note: "just since"},
		{At: since.Add(-time.Millisecond), Kind: record.KindDone, Note: "just before"},
		{At: noon, Kind: record.KindDone, Note: "new"},
	} {
		must[int64](t)(j.AddEntry(t.Context(), e))
	}
	names := func(es []record.Entry) (all string) {
		for _, e := range es {
			all += e.Note + ", "
		}
		return all
	}
	got := names(must[[]record.Entry](t)(j.Entries(t.Context(), since)))
	if want := "lasting pause, lasting snooze, calm 1, calm 2, extend 1, just since, new, "; got != want {
		t.Errorf("Entries: %s\nwant     %s", got, want)
	}
	got = names(must[[]record.Entry](t)(j.EntriesFor(t.Context(), since, 1)))
	if want := "lasting pause, lasting snooze, calm 1, extend 1, feel 1, feel of one that was removed, just since, new, "; got != want {
		t.Errorf("EntriesFor 1: %s\nwant          %s", got, want)
	}
	if got = names(must[[]record.Entry](t)(j.EntriesFor(t.Context(), since, 2))); strings.Contains(got, "feel") {
		t.Errorf("EntriesFor 2: %s", got)
	}
}

func TestAnEntryIsUndoneAndDoneAgain(t *testing.T) {
	j := opened(t, dataDir(t))
	water(t, j, "one")
	undone := func() bool { return must[record.Entry](t)(j.Entry(t.Context(), 1)).Undone }
	noError(t, j.MarkUndone(t.Context(), 1, true))
	if !undone() {
		t.Error("not marked as undone")
	}
	noError(t, j.MarkUndone(t.Context(), 1, false))
	if undone() {
		t.Error("not done again")
	}
	if err := j.MarkUndone(t.Context(), 99, true); !errors.Is(err, ErrNotFound) {
		t.Errorf("undoing what is not there: %v", err)
	}
}

func TestSettingsAndPlansAreKept(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	noError(t, j.Set(t.Context(), "sleep", "22:30-07:30"))
	noError(t, j.Set(t.Context(), "sleep", "off"))
	noError(t, j.Set(t.Context(), "cap", "8"))
	noError(t, j.Unset(t.Context(), "cap"))
	noError(t, j.Unset(t.Context(), "never set"))
	noError(t, j.SavePlan(t.Context(), PlanFile{ID: "a", Name: "A", Text: "old", SavedAt: noon}))
	noError(t, j.SavePlan(t.Context(), PlanFile{ID: "b", Name: "B", Text: "b", SavedAt: noon.Add(time.Minute)}))
	noError(t, j.SavePlan(t.Context(), PlanFile{ID: "a", Name: "A", Text: "new", SavedAt: noon.Add(time.Hour)}))
	closed(t, j)
	j = opened(t, dir)
	if got := must[map[string]string](t)(j.Settings(t.Context())); !reflect.DeepEqual(got, map[string]string{"sleep": "off"}) {
		t.Errorf("settings %v", got)
	}
	plans := must[[]PlanFile](t)(j.Plans(t.Context()))
	if len(plans) != 2 || plans[0].Text != "new" || plans[1].ID != "b" {
		t.Errorf("plans %v", plans)
	}
}

func TestWhatOthersWriteIsNewsAndWhatThisProcessWritesIsNot(t *testing.T) {
	dir := dataDir(t)
	a, b := opened(t, dir), opened(t, dir)
	news := func(j *Journal) bool { return must[bool](t)(j.ChangedByOthers(t.Context())) }
	water(t, a, "before anybody asked")
	if news(b) {
		t.Error("the first call tells news")
	}
	for _, c := range []struct {
		name string
		do   func()
		want bool
	}{
		{"nothing", func() {}, false},
		{"a read", func() { notes(t, a) }, false},
		{"a write of another", func() { water(t, a, "x") }, true},
		{"asked again", func() {}, false},
		{"its own write", func() { water(t, b, "y") }, false},
		{"a write of another, then its own", func() { water(t, a, "x"); water(t, b, "y") }, true},
		{"its own, then one of another", func() { water(t, b, "y"); water(t, a, "x") }, true},
		{"a write of its own that fails", func() { _ = b.MarkUndone(t.Context(), 99, true) }, false},
		{"a backup that another restored", func() {
			file := filepath.Join(t.TempDir(), "copy.sqlite")
			noError(t, a.Backup(t.Context(), file))
			must[string](t)(a.Restore(t.Context(), file))
		}, true},
	} {
		c.do()
		if got := news(b); got != c.want {
			t.Errorf("%s: news %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNewsIsAskedWhileOthersWriteAndWhileThisProcessDoes(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	must[bool](t)(j.ChangedByOthers(t.Context()))
	ctx, stop := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	writing.Go(func() {
		for range 50 {
			water(t, j, "own")
		}
		stop()
	})
	for ctx.Err() == nil {
		if must[bool](t)(j.ChangedByOthers(t.Context())) {
			t.Error("its own write was news")
		}
	}
	writing.Wait()
}

func TestParsedPlansDoNotPileUp(t *testing.T) {
	j := opened(t, dataDir(t))
	for i := range 5 * plansKept {
		if _, err := j.plan(planText(t, "essentials") + "\n#" + strings.Repeat("x", i+1)); err != nil {
			t.Fatal(err)
		}
		if len(j.plans) == 0 || len(j.plans) > plansKept {
			t.Fatalf("after %d plans %d are kept", i+1, len(j.plans))
		}
	}
}
