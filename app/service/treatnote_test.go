package service_test

import (
	"testing"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/service"
)

// note writes a line about a treatment as earlier versions did: the word alone.
func (w *world) note(word string) {
	w.t.Helper()
	if _, err := w.journal.AddEntry(w.ctx(), record.Entry{At: w.clock.Now(), Kind: record.KindTreat, Treatment: 1, Note: word}); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) titles() []string {
	w.t.Helper()
	log, err := w.service.Log(w.ctx(), w.at("2026-11-01 00:00"))
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, v := range log {
		out = append(out, v.Reason+" "+w.voice().LogTitle(v))
	}
	return out
}

func (w *world) wantTitles(want ...string) {
	w.t.Helper()
	got := w.titles()
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			w.t.Fatalf("the log says %q, want %q", got, want)
		}
	}
}

func TestALineOfAnEarlierVersionClaimsNoTimeThatWasCorrectedSince(t *testing.T) {
	w := newWorld(t, "12:00")
	plan := clinic(t)
	tr := course.Treatment{At: w.at("2026-11-23 17:00"), Area: "face", PlanText: plan, EnteredAt: w.clock.Now()}
	var err error
	if tr.Plan, err = w.service.ReadPlan("clinic.toml", plan); err != nil {
		t.Fatal(err)
	}
	if _, err := w.journal.AddTreatment(w.ctx(), tr); err != nil {
		t.Fatal(err)
	}
	w.note("begun")
	w.wantTitles("begun number 1: face, yesterday 17:00")
	w.note("changed") // of what to what nobody wrote down
	w.wantTitles("begun number 1", "changed number 1: face, yesterday 17:00")
	if _, err := w.service.Change(w.ctx(), 1, service.NewTreatment{At: w.at("2026-11-23 15:00"), Area: "face"}); err != nil {
		t.Fatal(err)
	}
	w.wantTitles("begun number 1", "changed number 1: face, yesterday 17:00", "changed number 1: time from yesterday 17:00 to yesterday 15:00")
	w.note("changed {damaged")
	w.wantTitles("begun number 1", "changed number 1: face, yesterday 17:00", "changed number 1: time from yesterday 17:00 to yesterday 15:00",
		"changed number 1: face, yesterday 15:00")
}

func TestAChangeOfThePlansTextAloneIsTold(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for _, c := range []struct{ file, want string }{
		{clinic(t), "changed number 1: yesterday 17:00, as before"},
		{clinic(t) + "\n# a newer sheet\n", "changed number 1: plan Rose Street: another version of it"},
	} {
		n := service.NewTreatment{Device: "pen", DepthMM: 0.5, PlanFile: c.file, PlanName: "clinic.toml"}
		if _, err := w.service.Change(w.ctx(), 1, n); err != nil {
			t.Fatal(err)
		}
		if all := w.titles(); all[len(all)-1] != c.want {
			t.Errorf("got %q, want %q", all[len(all)-1], c.want)
		}
	}
	if _, err := w.service.Change(w.ctx(), 1, service.NewTreatment{Device: "pen", DepthMM: 0.5, Sensitive: true}); err != nil {
		t.Fatal(err)
	}
	if all := w.titles(); all[len(all)-1] != "changed number 1: skin marks easily: from no to yes" {
		t.Errorf("got %q", all[len(all)-1])
	}
}
