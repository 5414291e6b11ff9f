package service_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/app/takeout"
)

// storied is a world in which a course went by in two days, with all that can be written down.
func storied(t *testing.T) *world {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	w.feel(service.Felt{Feeling: record.Feeling{Skin: record.SkinRed, Redness: record.Felt(6), Itch: record.Felt(2)}, Note: "warm"})
	w.done("cleanse")
	w.done("water")
	w.ok(w.service.Extend(w.ctx(), "makeup"))
	w.own("gym", "5 days")
	q, _ := w.keep("may I fly")
	w.keep("may I use retinol")
	w.now("2026-11-25 09:00")
	if _, _, err := w.service.AnswerQuestion(w.ctx(), q.ID, "after 5 days"); err != nil {
		t.Fatal(err)
	}
	w.done("cleanse")
	w.feel(service.Felt{Note: "only a word"})
	w.noError(w.service.TakeBack(w.ctx(), w.done("moisturise").ID))
	return w
}

func (w *world) report(ask service.ReportAsk) service.Report {
	w.t.Helper()
	r, err := w.service.Report(w.ctx(), ask)
	w.noError(err)
	return r
}

func TestAReportHasWhatWasWrittenDownAndNothingThatWasTakenBack(t *testing.T) {
	w := storied(t)
	r := w.report(service.ReportAsk{})
	if !r.From.Equal(w.at("2026-11-23 00:00")) || !r.Until.Equal(w.at("2026-11-26 00:00")) {
		t.Errorf("it is of %v to %v", r.From, r.Until)
	}
	var done []string
	for _, d := range r.Done {
		done = append(done, d.Routine)
		if d.Routine == "cleanse" && (d.Times != 2 || d.Days != 2) {
			t.Errorf("cleansed %d times on %d days", d.Times, d.Days)
		}
		if d.Routine == "water" && (d.Drink == nil || d.Drink.Drunk == 0) {
			t.Errorf("water is %+v", d)
		}
	}
	if !slices.Equal(done, []string{"cleanse", "water"}) {
		t.Errorf("done were %q", done)
	}
	if len(r.Felt) != 2 || len(r.Questions) != 2 || len(r.Treatments) != 1 || len(r.Treatments[0].Own) != 1 {
		t.Errorf("felt %d, questions %d, treatments %+v", len(r.Felt), len(r.Questions), r.Treatments)
	}
	ends := map[string]time.Time{}
	for _, v := range w.status().Windows {
		ends[v.ID] = v.Until
	}
	for _, wait := range r.Treatments[0].Waits {
		if at, ok := ends[wait.ID]; ok && !wait.Until.IsZero() && !at.Equal(wait.Until) {
			t.Errorf("%s ends at %v, by status at %v", wait.ID, wait.Until, at)
		}
		if wait.ID == "makeup" && wait.Extended != 24*time.Hour {
			t.Errorf("makeup was made longer by %v", wait.Extended)
		}
	}
}

func TestAReportLeavesOutWhatItIsAskedTo(t *testing.T) {
	w := storied(t)
	r := w.report(service.ReportAsk{NoWater: true, NoNotes: true})
	for _, e := range r.Entries {
		if e.What == "water" || e.Kind == record.KindFeel && e.Note != "" {
			t.Errorf("it has %+v", e)
		}
	}
	if len(r.Felt) != 1 {
		t.Errorf("felt: %+v", r.Felt)
	}
}

func TestAPeriodIsOfWholeDays(t *testing.T) {
	for name, c := range map[string]struct {
		ask         service.ReportAsk
		from, until string
		entries     int
	}{
		"one day":             {service.ReportAsk{From: at(t, "2026-11-25 18:00"), Until: at(t, "2026-11-25 01:00")}, "2026-11-25 00:00", "2026-11-26 00:00", 2},
		"before it began":     {service.ReportAsk{From: at(t, "2026-11-20 18:00"), Until: at(t, "2026-11-22 01:00")}, "2026-11-20 00:00", "2026-11-23 00:00", 0},
		"from on":             {service.ReportAsk{From: at(t, "2026-11-24 18:00")}, "2026-11-24 00:00", "2026-11-26 00:00", 7},
		"all there is":        {service.ReportAsk{AllTimes: true}, "2026-11-23 00:00", "2026-11-26 00:00", 7},
		"over a clock change": {service.ReportAsk{From: at(t, "2026-10-25 12:00"), Until: at(t, "2026-10-25 12:00")}, "2026-10-25 00:00", "2026-10-26 00:00", 0},
	} {
		w := storied(t)
		r := w.report(c.ask)
		if !r.From.Equal(w.at(c.from)) || !r.Until.Equal(w.at(c.until)) || len(r.Entries) != c.entries {
			t.Errorf("%s: %v to %v with %d entries", name, r.From, r.Until, len(r.Entries))
		}
	}
	w := storied(t)
	_, err := w.service.Report(w.ctx(), service.ReportAsk{From: w.at("2026-11-25 00:00"), Until: w.at("2026-11-24 00:00")})
	w.refused(err, "before it begins")
}

func at(t *testing.T, s string) time.Time {
	t.Helper()
	return (&world{t: t, zone: newWorld(t, "12:00").zone}).at(s)
}

func TestAReportIsOfTheNewestTreatmentThatHasBeen(t *testing.T) {
	w := newWorld(t, "12:00") // Tuesday 24 November
	w.treated("2026-11-20 17:00")
	w.treated("2026-12-12 17:00")
	if r := w.report(service.ReportAsk{}); r.From.Format("01-02") != "11-20" || r.Until.Format("01-02") != "11-25" {
		t.Errorf("it is from %v until %v", r.From, r.Until)
	}
}

func TestAnEmptyJournalHasAnEmptyReport(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, ask := range []service.ReportAsk{{}, {AllTimes: true}} {
		r := w.report(ask)
		if len(r.Entries)+len(r.Treatments) != 0 || !r.From.Equal(w.at("2026-11-24 00:00")) || !r.Until.Equal(w.at("2026-11-25 00:00")) {
			t.Errorf("%+v", r)
		}
	}
}

// carried is what a report's JSON says, read again.
func (w *world) carried(ask service.ReportAsk) takeout.File {
	w.t.Helper()
	text, err := w.report(ask).TakeOut().JSON()
	w.noError(err)
	f, err := takeout.Read(bytes.NewReader(text), "a.json")
	w.noError(err)
	return f
}

func TestAFileBringsAnEmptyJournalToTheSameAndASecondTimeNothing(t *testing.T) {
	from := storied(t)
	file := from.carried(service.ReportAsk{})
	to := newWorld(t, "12:00")
	to.now("2026-11-25 10:00")
	done, err := to.service.TakeIn(to.ctx(), file)
	if err != nil || done != (service.TakenIn{Treatments: 1, Entries: 7, Questions: 2}) {
		t.Fatalf("%+v, %v", done, err)
	}
	again := to.carried(service.ReportAsk{})
	again.Made = file.Made
	if a, b := inJSON(t, file), inJSON(t, again); a != b {
		t.Errorf("the journal has\n%s\nand the file\n%s", b, a)
	}
	for _, w := range []*world{from, to} {
		done, err := w.service.TakeIn(w.ctx(), file)
		if err != nil || done != (service.TakenIn{Had: 10}) {
			t.Errorf("once more: %+v, %v", done, err)
		}
	}
}

func inJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhatWasTakenBackPutRightOrRemovedDoesNotComeBackWithAFile(t *testing.T) {
	for name, change := range map[string]func(w *world){
		"taken back": func(w *world) {
			for _, e := range w.report(service.ReportAsk{}).Entries {
				w.noError(w.service.TakeBack(w.ctx(), e.ID))
			}
		},
		"a feeling that was changed": func(w *world) {
			w.ok(w.service.ChangeFeel(w.ctx(), w.report(service.ReportAsk{}).Felt[0].ID, calm))
		},
		"a treatment that was put right": func(w *world) {
			w.ok(w.service.Change(w.ctx(), 1, service.NewTreatment{At: w.at("2026-11-23 15:30"), Device: "pen"}))
		},
		"a treatment that was removed": func(w *world) { w.ok(w.service.Remove(w.ctx(), 1)) },
	} {
		w := storied(t)
		file := w.carried(service.ReportAsk{})
		change(w)
		if done, err := w.service.TakeIn(w.ctx(), file); err != nil || done != (service.TakenIn{Had: 10}) {
			t.Errorf("%s: %+v, %v", name, done, err)
		}
	}
}

func TestAFileThatIsNotRightChangesNothing(t *testing.T) {
	for name, spoil := range map[string]func(f *takeout.File){
		"a moment to come":              func(f *takeout.File) { f.Entries[0].At = f.Entries[0].At.AddDate(1, 0, 0) },
		"no moment":                     func(f *takeout.File) { f.Entries[1].At = time.Time{} },
		"another kind":                  func(f *takeout.File) { f.Entries[0].Kind = "treat" },
		"a level of 11":                 func(f *takeout.File) { eleven := 11; f.Entries[0].Redness = &eleven },
		"a skin that nobody says":       func(f *takeout.File) { f.Entries[0].Skin = "blue" },
		"an endless note":               func(f *takeout.File) { f.Entries[0].Note = string(bytes.Repeat([]byte("x"), 5000)) },
		"a hidden letter":               func(f *takeout.File) { f.Entries[1].What = "clea\u202ense" },
		"a treatment that is not there": func(f *takeout.File) { f.Entries[0].Treatment = 77 },
		"another occurrence":            func(f *takeout.File) { f.Entries[1].Occurrence = "makeup/1" },
		"water by the bath":             func(f *takeout.File) { f.Entries[2].AmountML = 200_000 },
		"a plan that is none":           func(f *takeout.File) { f.Plans[0].Text = "x" },
		"no plan":                       func(f *takeout.File) { f.Plans = nil },
		"a depth below zero":            func(f *takeout.File) { f.Treatments[0].DepthMM = -1 },
		"another device":                func(f *takeout.File) { f.Treatments[0].Device = "laser" },
		"a treatment of next year":      func(f *takeout.File) { f.Treatments[0].At = f.Treatments[0].At.AddDate(1, 0, 0) },
		"an empty question":             func(f *takeout.File) { f.Questions[0].Text = " " },
		"an answer without a time":      func(f *takeout.File) { f.Questions[0].AnsweredAt = time.Time{} },
	} {
		file := storied(t).carried(service.ReportAsk{})
		spoil(&file)
		to := newWorld(t, "12:00")
		to.now("2026-11-25 10:00")
		_, err := to.service.TakeIn(to.ctx(), file)
		if err == nil {
			t.Errorf("%s: it was taken in", name)
			continue
		}
		to.refused(err, "Nothing was taken in.")
		if r := to.report(service.ReportAsk{AllTimes: true}); len(r.Entries)+len(r.Treatments)+len(r.Questions) != 0 {
			t.Errorf("%s: the journal has %+v", name, r)
		}
	}
}
