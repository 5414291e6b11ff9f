package agent

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/record"
)

func TestWhoQuitsLeavesNoReminderOnTheScreenAndTouchesNobodyElses(t *testing.T) {
	for _, c := range []struct {
		name, known, now string
		closed           []uint32
	}{
		{"the service that showed them", "bus:1.7", "bus:1.7", []uint32{41, 42}},
		{"one that was started by the first of them", "bus", "bus:1.7", []uint32{41, 42}},
		{"one after a new login", "bus:1.7", "other:1.7", nil},
		{"one of which nothing is known", "", "bus:1.7", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, desktop := morning(t)
			if err := a.journal.Set(t.Context(), sessionKey, c.known); err != nil {
				t.Fatal(err)
			}
			due := a.clock.Now().Add(-30 * time.Minute)
			for i, occurrence := range []string{"cleanse/2026-11-23/1", "water/2026-11-23/1"} {
				id, _, err := a.journal.BeginDelivery(t.Context(), record.Delivery{Occurrence: occurrence, What: "cleanse", Due: due, BegunAt: due})
				if err != nil {
					t.Fatal(err)
				}
				if err := a.journal.MarkShown(t.Context(), id, "T", "", uint32(41+i), due); err != nil {
					t.Fatal(err)
				}
			}
			a.takeDown(t.Context(), c.now)
			if !slices.Equal(desktop.closed, c.closed) {
				t.Errorf("taken away were %v, want %v", desktop.closed, c.closed)
			}
			open, err := a.journal.OnScreen(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if want := 2 - len(c.closed); len(open) != want {
				t.Errorf("%d are still said to be on the screen, want %d", len(open), want)
			}
		})
	}
}
