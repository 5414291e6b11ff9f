package course

import (
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/guidance"
)

// zoneOf loads a zone of the tz database, which the tests carry with them.
func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatalf("zone %s: %v", name, err)
	}
	return zone
}

func clockAt(t testing.TB, s string) guidance.Clock {
	t.Helper()
	c, err := guidance.ParseClock(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func dateAt(t testing.TB, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestATimeThatAClockChangeSkipsMovesToTheNextMinuteAndARepeatedOneIsTheFirst(t *testing.T) {
	for _, c := range []struct{ zone, day, clock, want string }{
		{"Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T01:59:00+01:00"},
		{"Europe/Berlin", "2026-03-29", "02:00", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"},
		{"Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T03:00:00+01:00"},
		{"America/New_York", "2026-03-08", "02:15", "2026-03-08T03:00:00-04:00"},
		{"America/New_York", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"},
		{"Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-04T02:30:00+11:00"},
		{"Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-05T01:45:00+11:00"},
		{"Australia/Lord_Howe", "2026-04-05", "02:00", "2026-04-05T02:00:00+10:30"},
		{"Pacific/Apia", "2011-12-29", "23:59", "2011-12-29T23:59:00-10:00"},
		{"Pacific/Apia", "2011-12-30", "08:00", "2011-12-31T00:00:00+14:00"},
		{"Pacific/Apia", "2011-12-31", "08:00", "2011-12-31T08:00:00+14:00"},
		{"America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T01:00:00-02:00"},
		{"Africa/Cairo", "2026-04-24", "00:30", "2026-04-24T01:00:00+03:00"},
		{"Asia/Kathmandu", "1986-01-01", "00:05", "1986-01-01T00:15:00+05:45"},
		{"Pacific/Kwajalein", "1993-08-21", "12:00", "1993-08-22T00:00:00+12:00"},
		{"UTC", "2026-11-22", "08:00", "2026-11-22T08:00:00Z"},
	} {
		got := On(dateAt(t, c.day), clockAt(t, c.clock), zoneOf(t, c.zone))
		if s := got.Format(time.RFC3339); s != c.want {
			t.Errorf("%s on %s in %s is %s, want %s", c.clock, c.day, c.zone, s, c.want)
		}
	}
}

func TestOnAnsweredForAWholeDayIsTheSameAsOneByOne(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia"} {
		zone := zoneOf(t, name)
		for d := (Date{2011, 1, 1}); d.Before(Date{2013, 1, 1}); d = d.Add(1) {
			r := dayOf(d, zone)
			for c := guidance.Clock(0); c < 24*60; c += 10 {
				if a, b := r.at(c), On(d, c, zone); !a.Equal(b) {
					t.Fatalf("%s %s %s: %s and %s", name, d, c, a, b)
				}
			}
			if want := On(d.Add(1), 0, zone); !r.end().Equal(want) {
				t.Fatalf("%s %s ends %s, want %s", name, d, r.end(), want)
			}
		}
	}
}

func TestOnComesToAnEndInEveryYear(t *testing.T) {
	for _, name := range []string{"UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		for year := 0; year <= 9999; year++ {
			d := Date{Year: year, Month: time.January, Day: 1}
			if got := On(d, 12*60, zone); year >= 1900 && year <= 2400 && DateOf(got, zone) != d {
				t.Fatalf("%s in %s: %v", d, name, got)
			}
		}
	}
}

// If a zone's table ends with a rule, as Go's own tables do, Go misnames the end of what holds on
// the last day of a leap year. On such a day the walk once never ended.
func TestOnHoldsOnTheLastDayOfALeapYear(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/St_Johns", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham"} {
		for _, year := range []int{2028, 2040, 2096} {
			for _, day := range []Date{{year, time.December, 30}, {year, time.December, 31}, {year + 1, time.January, 1}} {
				for c := guidance.Clock(0); c < 24*60; c += 90 {
					if err := checkOn(day, c, zoneOf(t, name)); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}
