package course

import (
	"fmt"
	"testing"
	"time"

	"afterglow/guidance"
)

func TestLatelyHasAllThatKnewWhatHasEndedSince(t *testing.T) {
	begin := moment(t, time.UTC, "2026-11-01 12:00")
	of := func(id int64, day, length int) Course {
		plan := guidance.Plan{Windows: []guidance.Window{{ID: "makeup", Until: after(time.Duration(length) * 24 * hour)}}}
		return New(Treatment{ID: id, At: begin.AddDate(0, 0, day), Plan: plan}, time.UTC, nil)
	}
	removed := of(9, 2, 40)
	removed.Treatment.Removed = true
	for _, c := range []struct {
		name    string
		courses []Course
		since   int // in days
		want    string
	}{
		{"none", nil, 0, "[]"},
		{"one that runs", []Course{of(1, 0, 5)}, 4, "[1]"},
		{"one that is over", []Course{of(1, 0, 5)}, 5, "[]"},
		{"a newer one that an older one outlasts", []Course{of(1, 0, 40), of(2, 3, 5)}, 30, "[2 1]"},
		{"an older one that was over after a newer one began", []Course{of(1, 0, 20), of(2, 3, 40)}, 30, "[2 1]"},
		{"an older one that was over before a newer one began", []Course{of(1, 0, 3), of(2, 3, 40)}, 30, "[2]"},
		{"none that runs, however many overlapped", []Course{of(1, 0, 20), of(2, 3, 20)}, 30, "[]"},
		{"one to come", []Course{of(1, 0, 5), of(2, 50, 5)}, 30, "[2]"},
		{"a removed one", []Course{of(1, 0, 5), removed}, 10, "[]"},
	} {
		var ids []int64
		for _, l := range Lately(c.courses, begin.AddDate(0, 0, c.since)) {
			ids = append(ids, l.Treatment.ID)
		}
		if got := fmt.Sprint(ids); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
