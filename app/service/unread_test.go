package service_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/journal"
	"afterglow/app/service"
)

func TestATreatmentWhosePlanCannotBeReadIsToldAndNeverAnsweredYes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-24 09:00")
	w.damagePlans()
	told := func(err error) {
		t.Helper()
		if !errors.Is(err, journal.ErrPlan) {
			t.Errorf("it is told as %v", err)
		}
	}
	told(w.status().Unread)
	told(w.service.Unread(w.ctx()))
	for _, activity := range []string{"", "makeup"} {
		_, err := w.service.Can(w.ctx(), activity, time.Time{})
		told(err)
	}
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-24 11:00"), PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	told(w.status().Unread)
	if can := w.can("makeup", time.Time{}); can.Name == "" {
		t.Error("the other treatment's waits are not answered")
	}
	_, err := w.service.Whole(w.ctx())
	told(err) // on what is taken along nobody would see that waits are missing
	_, err = w.service.Calendar(w.ctx(), service.DateChoice{}, w.voice().CalendarWords(false))
	told(err)
}

// damagePlans makes the text of every treatment's plan one that cannot be read.
func (w *world) damagePlans() {
	w.t.Helper()
	db, err := sql.Open("sqlite3", filepath.Join(w.journal.Dir(), "journal.sqlite"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(w.ctx(), "UPDATE plan_texts SET text = 'no plan'"); err != nil {
		w.t.Fatal(err)
	}
}
