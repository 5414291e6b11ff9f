package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

func TestWhatIsDoneEveryTwoDaysIsNotDueOnTheDayBetween(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	c := []Course{withRoutine(1, at, guidance.Routine{Every: 48 * hour, From: after(24 * hour), Until: after(240 * hour), UsefulFor: hour})}
	for day, want := range map[int][]string{20: nil, 21: nil, 22: {"1 07:30"}, 23: nil, 24: {"1 07:30"}, 25: nil, 26: {"1 07:30"}} {
		wantTold(t, DueOn(c, DefaultPrefs(), Date{2026, 11, day}, time.UTC), want...)
	}
}

func TestWhatBeginsAfterTheDaysTimesIsDoneForTheFirstTimeWhenItBegins(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 14:00")
	once := guidance.Routine{TimesADay: guidance.Amount{Text: "1", Min: 1, Max: 1}, From: after(24 * hour), Until: after(96 * hour), UsefulFor: hour}
	c := []Course{withRoutine(1, at, once)}
	wantTold(t, DueOn(c, DefaultPrefs(), Date{2026, 11, 20}, time.UTC))
	wantTold(t, DueOn(c, DefaultPrefs(), Date{2026, 11, 21}, time.UTC), "1 14:00")
	wantTold(t, DueOn(c, DefaultPrefs(), Date{2026, 11, 22}, time.UTC), "1 08:00")
	once.From = after(8*hour + 30*time.Minute)
	wantTold(t, DueOn([]Course{withRoutine(1, at, once)}, DefaultPrefs(), Date{2026, 11, 20}, time.UTC)) // at night nobody is asked
	once.From = guidance.Moment{}
	wantTold(t, DueOn([]Course{withRoutine(1, at, once)}, DefaultPrefs(), Date{2026, 11, 20}, time.UTC)) // the treatment itself is no begin to remind of
}
