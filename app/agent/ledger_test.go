package agent

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

func TestTheRemindersKnowTheShelf(t *testing.T) {
	j, err := journal.Open(t.Context(), filepath.Join(t.TempDir(), "data"))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	now := time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC)
	s := service.New(j, clocktest.New(now, time.UTC), nil)
	if _, err := s.Begin(t.Context(), service.NewTreatment{At: now, PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.AddProduct(t.Context(), "Night serum", "Aqua, Retinol"); err != nil {
		t.Fatal(err)
	}
	in, err := ledger{journal: j, service: s, idsHold: func() bool { return true }}.Input(t.Context(), now, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, o := range reminder.Upcoming(in, now.AddDate(0, 0, 8)) {
		if o.News.Window != nil && o.News.Window.Shelf != nil {
			named = append(named, o.News.Window.Shelf.Names...)
		}
	}
	if !slices.Equal(named, []string{"Night serum"}) {
		t.Errorf("the reminders of a week name %q, want Night serum once", named)
	}
}
