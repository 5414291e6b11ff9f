package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

// "Two days before, on the day and two days after": the morning of the first day is one of them, though the treatment was later in
// the day.
func TestARoutineThatBeginsDaysBeforeBeginsWithTheWholeDay(t *testing.T) {
	at := time.Date(2026, 12, 19, 10, 0, 0, 0, time.UTC)
	for said, want := range map[string]string{"-2 days": "17 Dec 08:00", "-48 hours": "18 Dec 08:00", "-1 week": "12 Dec 08:00"} {
		from, err := guidance.ParseMoment(said)
		if err != nil {
			t.Fatal(err)
		}
		plan := guidance.Plan{Routines: []guidance.Routine{{ID: "tablets", Name: "Tablets", Times: []guidance.Clock{8 * 60}, From: from, Until: guidance.Moment{Elapsed: 48 * time.Hour}}}}
		c := New(Treatment{ID: 1, At: at, EnteredAt: at.AddDate(0, -1, 0), Plan: plan}, time.UTC, nil)
		first := ""
		for d := DateOf(at, time.UTC).Add(-20); first == "" && d.Before(DateOf(at, time.UTC).Add(5)); d = d.Add(1) {
			for _, due := range DueOn([]Course{c}, DefaultPrefs(), d, time.UTC) {
				first = due.At.Format("2 Jan 15:04")
				break
			}
		}
		if first != want {
			t.Errorf("from %s the first is due %s, want %s", said, first, want)
		}
	}
}
