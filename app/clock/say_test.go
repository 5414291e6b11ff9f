package clock

import (
	"testing"
	"time"
)

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestSayNamesTheDayAsAPersonWould(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	now := instant(t, "2026-11-22T12:00:00+01:00") // a Sunday
	for at, want := range map[string]string{
		"2026-11-22T18:00:00+01:00": "18:00",
		"2026-11-22T00:00:00+01:00": "00:00",
		"2026-11-22T23:30:00Z":      "tomorrow 00:30", // tomorrow there, still today in UTC
		"2026-11-23T18:00:00+01:00": "tomorrow 18:00",
		"2026-11-21T18:00:00+01:00": "yesterday 18:00",
		"2026-11-24T09:05:00+01:00": "Tuesday 09:05",
		"2026-11-28T18:00:00+01:00": "Saturday 18:00",
		"2026-11-29T18:00:00+01:00": "Sun 29 Nov, 18:00",
		"2026-11-20T18:00:00+01:00": "Fri 20 Nov, 18:00",
		"2027-01-02T15:30:00+01:00": "Sat 2 Jan 2027, 15:30",
	} {
		if got := Say(instant(t, at), now, berlin); got != want {
			t.Errorf("%s: %q, want %q", at, got, want)
		}
	}
}

func TestSayCountsDaysByTheCalendarNotByHours(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	now := instant(t, "2026-03-28T23:59:00+01:00") // the next day has 23 hours
	if got := Say(instant(t, "2026-03-29T23:30:00+02:00"), now, berlin); got != "tomorrow 23:30" {
		t.Errorf("got %q", got)
	}
	if got := Say(instant(t, "2026-03-30T00:30:00+02:00"), now, berlin); got != "Monday 00:30" {
		t.Errorf("got %q", got)
	}
}

func TestInTellsHowLongItStillIs(t *testing.T) {
	for d, want := range map[time.Duration]string{
		-time.Hour:                      "now",
		0:                               "now",
		time.Second:                     "in a minute",
		time.Minute:                     "in a minute",
		time.Minute + 1:                 "in 2 min",
		40 * time.Minute:                "in 40 min",
		59*time.Minute + 30*time.Second: "in 1 h",
		5 * time.Hour:                   "in 5 h",
		3*time.Hour + 5*time.Minute:     "in 3 h 05",
		21*time.Hour + 40*time.Minute:   "in 21 h 40",
		47*time.Hour + 59*time.Minute:   "in 47 h 59",
		48 * time.Hour:                  "in 2 days",
		72 * time.Hour:                  "in 3 days",
		72*time.Hour - 20*time.Minute:   "in 3 days",
		28 * 24 * time.Hour:             "in 28 days",
	} {
		if got := In(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
