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

func TestEveryDayOfTheHistoryIsWholeAndMetOnceOnTheWayThereAndBack(t *testing.T) {
	w := newWorld(t, "12:00")
	for day := range 30 {
		for i := range 9 {
			_, err := w.journal.AddEntry(w.ctx(), record.Entry{At: w.at("2026-10-20 08:00").AddDate(0, 0, day).Add(time.Duration(i) * time.Hour), Kind: record.KindDone, What: fmt.Sprint("task", day, "/", i)})
			w.noError(err)
		}
	}
	var there, back []string
	read := func(ask service.HistoryAsk) (h service.HistoryView, lines []string) {
		h = w.history(ask)
		days := map[string]int{}
		for _, l := range h.Lines {
			days[l.At.Format(time.DateOnly)]++
			lines = append(lines, l.What)
		}
		for day, n := range days {
			if n != 9 {
				t.Errorf("%s has %d of its 9 lines", day, n)
			}
		}
		if len(lines) < 40 && !h.From.IsZero() && !h.Before.IsZero() {
			t.Errorf("a part in the middle has %d lines only", len(lines))
		}
		return h, lines
	}
	ask := service.HistoryAsk{}
	var h service.HistoryView
	for range 20 {
		var lines []string
		h, lines = read(ask)
		there = append(there, lines...)
		if h.From.IsZero() {
			break
		}
		ask = service.HistoryAsk{Before: h.From}
	}
	if len(there) != 270 || len(slices.Compact(slices.Sorted(slices.Values(there)))) != 270 {
		t.Errorf("on the way there %d lines were met", len(there))
	}
	if !h.First.Equal(w.at("2026-10-20 08:00")) {
		t.Errorf("it begins at %v", h.First)
	}
	_, lines := read(ask)
	back = lines
	for range 20 {
		if h.Before.IsZero() {
			break
		}
		h, lines = read(service.HistoryAsk{After: h.Before})
		back = append(lines, back...)
	}
	if !slices.Equal(there, back) {
		t.Errorf("on the way back %d lines were met, in another order", len(back))
	}
}

func TestTheHistoryKeepsWithADayWhatTheClocksChangeMakesLonger(t *testing.T) {
	w := newWorld(t, "12:00") // 25 October 2026 has 25 hours in Berlin
	for _, at := range []string{"2026-10-25 00:00", "2026-10-25 23:59", "2026-10-26 00:00"} {
		_, err := w.journal.AddEntry(w.ctx(), record.Entry{At: w.at(at), Kind: record.KindDone, What: at})
		w.noError(err)
	}
	h := w.history(service.HistoryAsk{Before: w.at("2026-10-26 00:00")})
	if len(h.Lines) != 2 || h.Lines[0].What != "2026-10-25 23:59" || h.Lines[1].What != "2026-10-25 00:00" {
		t.Errorf("the long day has %+v", h.Lines)
	}
}

func TestSeveralEntriesAreTakenBackTogetherOrNotAtAll(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	a, b := w.done("cleanse"), w.done("water")
	undone := func(e record.Entry) bool {
		w.t.Helper()
		return w.ok(w.journal.Entry(w.ctx(), e.ID)).Undone
	}
	if err := w.service.TakeBack(w.ctx(), a.ID, 99, b.ID); err == nil || undone(a) || undone(b) {
		t.Errorf("with one that is not there: %v", err)
	}
	rung := w.rung
	w.noError(w.service.TakeBack(w.ctx(), a.ID, b.ID))
	if !undone(a) || !undone(b) || w.rung != rung+1 {
		t.Error("they were not taken back in one act")
	}
	w.noError(w.service.TakeBack(w.ctx(), a.ID))
	w.noError(w.service.PutBack(w.ctx(), a.ID, b.ID))
	w.noError(w.service.PutBack(w.ctx(), a.ID))
	if undone(a) || undone(b) {
		t.Error("they were not put back")
	}
}

func TestATreatmentWhosePlanCannotBeReadIsChangedOnlyWithAnotherOne(t *testing.T) {
	w := newWorld(t, "12:00")
	v := w.treated("2026-11-23 05:00")
	w.damagePlans()
	_, err := w.service.Change(w.ctx(), v.ID, service.NewTreatment{Area: "scalp"})
	if err == nil || !strings.Contains(w.said(err), "Choose a plan for it") {
		t.Errorf("got %v", err)
	}
	w.ok(w.service.Change(w.ctx(), v.ID, service.NewTreatment{Area: "scalp", PlanID: "essentials"}))
}
