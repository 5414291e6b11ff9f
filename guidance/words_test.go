package guidance

import (
	"strings"
	"testing"
	"time"
)

func TestSpansAreSaidAsPeopleSayThem(t *testing.T) {
	for span, want := range map[string]string{
		"24h": "24 hours", "5d": "5 days", "2w": "2 weeks", "90m": "90 minutes", "1h": "1 hour", "60m": "1 hour", "1m": "1 minute",
		"48h": "48 hours", "72h": "3 days", "7d": "7 days", "14d": "2 weeks", "10d": "10 days", "6w": "6 weeks", "150m": "2 hours 30 minutes",
		"0h": "0 minutes", "-2w": "2 weeks before", "108h": "4 days 12 hours", "36h": "36 hours",
	} {
		d, err := ParseSpan(span)
		if err != nil {
			t.Fatal(err)
		}
		if got := SpanWords(d); got != want {
			t.Errorf("%s is said %q, want %q", span, got, want)
		}
	}
	if got := SpanWords(89*time.Minute + 40*time.Second); got != "90 minutes" {
		t.Errorf("seconds are said %q", got)
	}
}

func TestWhatIsNoSpanIsRefusedWithTheWayOut(t *testing.T) {
	for _, s := range []string{"", "h", "24", "24 h", "1.5h", "+24h", "--2w", "24H", "1d12h", "9999999h", "600w", " 24h", "٢٤h"} {
		if d, err := ParseSpan(s); err == nil {
			t.Errorf("%q was read as %v", s, d)
		} else if !strings.Contains(err.Error(), "write ") {
			t.Errorf("%q: %v does not say what to write", s, err)
		}
	}
}

func TestMomentsAreReadAsTheFormatSays(t *testing.T) {
	for s, want := range map[string]Moment{
		"24h": {Elapsed: 24 * time.Hour}, "-2w": {Elapsed: -2 * week},
		"morning 1": {Anchor: Morning, Day: 1}, "night 0": {Anchor: Night}, "night 3": {Anchor: Night, Day: 3},
		"next": {Anchor: BeforeNext}, "next-2w": {Anchor: BeforeNext, Elapsed: -2 * week},
	} {
		if got, err := ParseMoment(s); err != nil || got != want {
			t.Errorf("%q is read %+v, %v", s, got, err)
		}
	}
	for _, s := range []string{"morning", "morning 0", "morning1", "morning  1", "night -1", "night 731", "next+2w", "next2w", "next 2w", "Morning 1", "noon 1"} {
		if m, err := ParseMoment(s); err == nil {
			t.Errorf("%q was read as %v", s, m)
		} else if !strings.Contains(err.Error(), "write ") {
			t.Errorf("%q: %v does not say what to write", s, err)
		}
	}
}

func TestClockTimesAreReadStrictly(t *testing.T) {
	for s, want := range map[string]Clock{"8:00": 480, "08:00": 480, "20.30": 1230, "0:00": 0, "23:59": 1439} {
		if got, err := ParseClock(s); err != nil || got != want {
			t.Errorf("%q is read %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "8", "24:00", "8:60", "+8:00", "-1:00", "8:0", "008:00", "8 :00", "8:00 ", "08-00", ":00"} {
		if c, err := ParseClock(s); err == nil {
			t.Errorf("%q was read as %v", s, c)
		}
	}
	if h, err := ParseHourRange("22:30 - 07:30"); err != nil || h.String() != "22:30-07:30" || !h.Contains(0) || h.Contains(720) {
		t.Errorf("a night is read %v, %v", h, err)
	}
	for _, s := range []string{"", "22:30", "22:30-", "-07:30", "22:30-07:30-08:00"} {
		if h, err := ParseHourRange(s); err == nil {
			t.Errorf("%q was read as %v", s, h)
		}
	}
}

func TestAMisspeltWordFindsItsNeighbourAndNoOther(t *testing.T) {
	known := []string{"until", "from", "source", "and_when"}
	for word, want := range map[string]string{"untill": "until", "unitl": "until", "form": "from", "sorce": "source", "andwhen": "and_when", "colour": "", "x": ""} {
		if got := nearest(word, known); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}
