package phrase_test

import (
	"errors"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
)

var (
	zone = time.FixedZone("here", 3600)
	now  = time.Date(2026, 11, 27, 15, 30, 0, 0, zone) // a Friday
)

func voice(f locale.Format) phrase.Voice { return phrase.New(f).At(now, zone) }

func TestAMomentReadsTheSameEverywhere(t *testing.T) {
	day := 24 * time.Hour
	british, american := locale.Format{}, locale.Format{Hours: locale.Hours12, Order: locale.MonthDay}
	for _, c := range []struct {
		name       string
		at         time.Time
		full, tiny string
		us         string
	}{
		{"now", now, "15:30", "15:30", "3:30 PM"},
		{"midnight at the start of today", now.Add(-15*time.Hour - 30*time.Minute), "00:00", "00:00", "12:00 AM"},
		{"the last minute of today", now.Add(8*time.Hour + 29*time.Minute), "23:59", "23:59", "11:59 PM"},
		{"noon", now.Add(-3*time.Hour - 30*time.Minute), "12:00", "12:00", "12:00 PM"},
		{"tomorrow", now.Add(9 * time.Hour), "tomorrow 00:30", "tomorrow 00:30", "tomorrow 12:30 AM"},
		{"yesterday", now.Add(-day), "yesterday 15:30", "yesterday 15:30", "yesterday 3:30 PM"},
		{"in two days", now.Add(2 * day), "Sunday 15:30", "Sun 15:30", "Sunday 3:30 PM"},
		{"in six days", now.Add(6 * day), "Thursday 15:30", "Thu 15:30", "Thursday 3:30 PM"},
		{"six days ago", now.Add(-6 * day), "Saturday 15:30", "Sat 15:30", "Saturday 3:30 PM"},
		{"in seven days", now.Add(7 * day), "4 December, 15:30", "4 Dec, 15:30", "December 4, 3:30 PM"},
		{"next year", now.Add(60 * day), "26 January 2027, 15:30", "26 Jan 2027, 15:30", "January 26, 2027, 3:30 PM"},
		{"said in another zone", now.UTC(), "15:30", "15:30", "3:30 PM"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := voice(british).Moment(c.at); got != c.full {
				t.Errorf("in full %q, want %q", got, c.full)
			}
			if got := voice(british).Short(c.at); got != c.tiny {
				t.Errorf("short %q, want %q", got, c.tiny)
			}
			if got := voice(american).Moment(c.at); got != c.us {
				t.Errorf("in the US %q, want %q", got, c.us)
			}
		})
	}
}

func TestADateWithItsWeekdayFollowsTheOrderOfDates(t *testing.T) {
	for order, want := range map[locale.Order][2]string{
		locale.DayMonth: {"Friday 27 November", "Fri 27 Nov"},
		locale.MonthDay: {"Friday, November 27", "Fri, Nov 27"},
	} {
		v := voice(locale.Format{Order: order})
		if got := [2]string{v.WeekdayDate(now), v.ShortWeekdayDate(now)}; got != want {
			t.Errorf("order %v: %q, want %q", order, got, want)
		}
	}
}

func TestLengthsAndLists(t *testing.T) {
	v := voice(locale.Format{})
	for d, want := range map[time.Duration]string{
		time.Minute: "1 minute", 90 * time.Minute: "90 minutes", time.Hour: "1 hour", 150 * time.Minute: "2 hours 30 minutes",
		48 * time.Hour: "48 hours", 72 * time.Hour: "3 days", 14 * 24 * time.Hour: "2 weeks", -14 * 24 * time.Hour: "2 weeks before",
	} {
		if got := v.Length(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
	for d, want := range map[time.Duration]string{
		0: "now", time.Second: "in a minute", 61 * time.Second: "in 2 min", 21*time.Hour + 5*time.Minute: "in 21 h 05", 5 * time.Hour: "in 5 h", time.Hour: "in 1 h", 72 * time.Hour: "in 3 days",
	} {
		if got := v.Within(d); got != want {
			t.Errorf("in %v is %q, want %q", d, got, want)
		}
	}
	if got, want := v.List([]string{"makeup", "sun", "heat"}), "makeup, sun and heat"; got != want {
		t.Errorf("a list is %q, want %q", got, want)
	}
}

func TestAFaultIsWordedWithWhatStandsBehindIt(t *testing.T) {
	v := voice(locale.Format{})
	err := fault.New("fault.unexpected", fault.Args{"Cause": fault.New("moment.tomorrow_at", fault.Args{"Clock": now})})
	if got, want := v.Error(err), "That did not work: tomorrow 15:30."; got != want {
		t.Errorf("worded as %q, want %q", got, want)
	}
}

func TestAnUnknownMessageAndAnEmptyPlaceAreSeen(t *testing.T) {
	v := voice(locale.Format{})
	for _, got := range []string{v.T("nowhere.at_all"), v.T("moment.nothing"), v.T("moment.day_at", phrase.Args{"Day": "x"}), v.T("plain")} {
		if got[0:3] != "⟨" {
			t.Errorf("%q looks like a sentence", got)
		}
	}
}

func TestThePseudoLanguageIsLongerAndInBrackets(t *testing.T) {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	v := phrase.From(locale.Format{}, files).At(now, zone)
	got := v.Moment(now.Add(48 * time.Hour))
	if pseudo.Outside(got) != "" || len([]rune(got)) < 18 {
		t.Errorf("the pseudo-language says %q", got)
	}
	if got := pseudo.Outside("no " + got + " 3"); got != "no  3" {
		t.Errorf("outside of the brackets stands %q", got)
	}
}

func TestACauseEndsWithOneFullStop(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range []struct {
		name  string
		cause error
		want  string
	}{
		{"a fault is a sentence", fault.New("cli.stopped", nil), "That did not work: Stopped."},
		{"the system's words are none", errors.New("no space left"), "That did not work: no space left."},
	} {
		if got := v.Error(fault.Wrap(c.cause, "fault.unexpected", nil)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
