package guidance

import (
	"testing"
	"time"
)

func TestWhatIsNoSpanIsRefused(t *testing.T) {
	for _, s := range []string{"", "h", "24", "24 h", "1.5h", "+24h", "--2w", "24H", "1d12h", "9999999h", "600w", " 24h", "٢٤h"} {
		if d, err := ParseSpan(s); err == nil {
			t.Errorf("%q was read as %v", s, d)
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
	for _, s := range []string{"morning", "morning1", "morning  1", "night 731", "next+2w", "next2w", "next 2w", "Morning 1", "noon 1"} {
		if m, err := ParseMoment(s); err == nil {
			t.Errorf("%q was read as %v", s, m)
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
		if got := Nearest(word, known); got != want {
			t.Errorf("%q is taken for %q, want %q", word, got, want)
		}
	}
}
