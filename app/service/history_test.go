package service_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

func (w *world) history(ask service.HistoryAsk) service.HistoryView {
	w.t.Helper()
	h, err := w.service.History(w.ctx(), ask)
	w.noError(err)
	return h
}

// said are the kinds and things of the lines, newest first.
func said(h service.HistoryView) (out []string) {
	for _, l := range h.Lines {
		out = append(out, fmt.Sprintf("%s %s %s", l.At.Format("01-02 15:04"), l.Kind, l.Name))
	}
	return out
}

// manyDays is a course of ten days with six things done each.
func manyDays(t *testing.T) *world {
	w := newWorld(t, "06:00")
	w.treated("2026-11-10 15:00")
	for day := range 10 {
		for hour := range 6 {
			w.now(fmt.Sprintf("2026-11-%02d %02d:%02d", 11+day, 9+hour, day))
			w.done("moisturise")
		}
	}
	return w
}

func TestEarlierPagesShowEachLineOnceAndWholeDays(t *testing.T) {
	w := manyDays(t)
	var back []string
	pages, ask := 0, service.HistoryAsk{}
	var last service.HistoryView
	for ; ; pages++ {
		last = w.history(ask)
		back = append(back, said(last)...)
		if last.From.IsZero() {
			break
		}
		if at := last.From; at.Hour() != 0 || at.Minute() != 0 {
			t.Errorf("a page begins at %v, in the middle of a day", at)
		}
		ask = service.HistoryAsk{Before: last.From}
	}
	if pages < 1 || len(back) != 61 || !slices.IsSortedFunc(back, func(a, b string) int { return -compare(a, b) }) {
		t.Fatalf("%d pages after the first have %d lines, want 61 in order: %q", pages, len(back), back)
	}
	slices.Sort(back)
	if n := len(slices.Compact(back)); n != 61 {
		t.Errorf("of 61 lines %d are told apart: one stands on two pages", n)
	}
	later := w.history(service.HistoryAsk{After: last.Before})
	if len(later.Lines) == 0 || later.Lines[len(later.Lines)-1].At.Before(last.Before) || later.From.IsZero() {
		t.Errorf("the page after the oldest has %d lines, from %v", len(later.Lines), later.From)
	}
}

func compare(a, b string) int {
	a, b = a[:len("01-02 15:04")], b[:len("01-02 15:04")]
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func TestTheNewestPageHasNothingLaterAndAnEmptyOneNothingAtAll(t *testing.T) {
	w := newWorld(t, "06:00")
	if h := w.history(service.HistoryAsk{}); len(h.Lines) != 0 || !h.From.IsZero() || !h.Before.IsZero() || !h.First.IsZero() {
		t.Errorf("an empty journal has %+v", h)
	}
	w = manyDays(t)
	if h := w.history(service.HistoryAsk{}); !h.Before.IsZero() || h.From.IsZero() {
		t.Errorf("the newest part goes from %v to %v", h.From, h.Before)
	}
}

func TestAFilterShowsItsOwnKindAlone(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 15:00")
	w.now("2026-11-24 10:00")
	w.done("moisturise")
	w.feel(red)
	w.keep("May I swim?")
	for _, c := range []struct {
		of   service.HistoryOf
		want []string
	}{
		{service.HistoryCare, []string{"done"}},
		{service.HistoryFeel, []string{"feel"}},
		{service.HistoryChanges, []string{"question", "treat"}},
	} {
		var kinds []string
		for _, l := range w.history(service.HistoryAsk{Of: c.of}).Lines {
			kinds = append(kinds, l.Kind)
		}
		if !slices.Equal(kinds, c.want) {
			t.Errorf("%s has %q, want %q", c.of, kinds, c.want)
		}
	}
	if n := len(w.history(service.HistoryAsk{}).Lines); n != 4 {
		t.Errorf("all has %d lines, want 4", n)
	}
}

func TestWhatWasChangedOfAFeelingStandsOnceAndWhatWasTakenBackStays(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 15:00")
	w.now("2026-11-24 10:00")
	first := w.feel(red)
	second := w.ok(w.service.ChangeFeel(w.ctx(), first.ID, calm))
	feelings := func() (ids []int64) {
		for _, l := range w.history(service.HistoryAsk{Of: service.HistoryFeel}).Lines {
			ids = append(ids, l.ID)
		}
		return ids
	}
	if got := feelings(); !slices.Equal(got, []int64{second.ID}) {
		t.Errorf("after the change there are %v, want %d alone", got, second.ID)
	}
	w.noError(w.service.TakeBack(w.ctx(), second.ID))
	if got := feelings(); !slices.Contains(got, first.ID) {
		t.Errorf("after it was taken back there are %v, without %d", got, first.ID)
	}
}

func TestARemovedTreatmentsLinesKeepTheirNames(t *testing.T) {
	w := newWorld(t, "06:00")
	v := w.treated("2026-11-23 15:00")
	w.now("2026-11-24 10:00")
	w.done("moisturise")
	if _, err := w.service.Remove(w.ctx(), v.ID); err != nil {
		t.Fatal(err)
	}
	var begun service.HistoryLine
	for _, l := range w.history(service.HistoryAsk{}).Lines {
		switch {
		case l.Kind == string(record.KindDone) && l.Name != "Moisturise":
			t.Errorf("what was done is called %q", l.Name)
		case l.Treat != nil && l.Treat.Word == "begun":
			begun = l
		}
	}
	if !begun.Fixed {
		t.Error("the entering of a treatment that was removed can be taken back once more")
	}
}

func TestWhatWasDrunkOnADayIsOneRow(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 15:00")
	var glasses []record.Entry
	for hour := range 3 {
		w.now(fmt.Sprintf("2026-11-24 %02d:00", 10+hour))
		glasses = append(glasses, w.done("water"))
	}
	w.noError(w.service.TakeBack(w.ctx(), glasses[0].ID))
	day := w.history(service.HistoryAsk{}).Days()[0] // its other row is of the treatment
	if len(day.Rows) != 2 || day.Rows[0].Drunk == nil || len(day.Rows[0].Lines) != 3 {
		t.Fatalf("the day has %+v", day.Rows)
	}
	if got := day.Rows[0].Drunk; got.Drunk != 2*got.Glass {
		t.Errorf("it sums up to %d ml, want two glasses of %d", got.Drunk, got.Glass)
	}
	if day.At != glasses[2].At.In(day.At.Location()).Truncate(time.Millisecond) {
		t.Errorf("the day is of %v", day.At)
	}
}
