package service_test

import (
	"fmt"
	"testing"
	"time"

	"afterglow/app/record"
)

func TestUpcomingIsInOrderAndBounded(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	views, err := w.service.Upcoming(w.ctx(), 3)
	if err != nil || len(views) < 10 {
		t.Fatalf("got %d, %v", len(views), err)
	}
	for i, v := range views {
		if v.At.Before(w.at("2026-11-24 12:00")) || v.At.After(w.at("2026-11-27 12:00")) || (i > 0 && v.At.Before(views[i-1].At)) {
			t.Errorf("out of order or bounds: %+v", v)
		}
	}
	for _, days := range []int{0, -1, 400} {
		_, err := w.service.Upcoming(w.ctx(), days)
		w.refused(err, "write 1 to 366")
	}
}

func TestTheLogHoldsWhatWasDoneAndWhatWasShownInOrder(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	w.clock.Advance(time.Hour)
	w.done("water")
	shown := w.at("2026-11-24 12:30")
	id, _, err := w.journal.BeginDelivery(w.ctx(), record.Delivery{Occurrence: "cleanse/2026-11-24/1", What: "cleanse", Due: shown, BegunAt: shown, State: record.Begun, Title: "Gentle cleanse"})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.journal.MarkShown(w.ctx(), id, "A title", "A body.", 7, shown); err != nil {
		t.Fatal(err)
	}
	views, err := w.service.Log(w.ctx(), w.at("2026-11-24 00:00"))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, v := range views {
		kinds = append(kinds, v.Kind)
	}
	if fmt.Sprint(kinds) != "[treat shown done]" {
		t.Errorf("got %v", kinds)
	}
	if views, _ := w.service.Log(w.ctx(), w.at("2026-11-24 12:59")); len(views) != 1 {
		t.Errorf("since 12:59: %+v", views)
	}
}
