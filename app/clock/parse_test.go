package clock

import (
	"strings"
	"testing"
	"time"
)

const sunday = "2026-11-22T12:00:00+01:00"

func TestEveryFormOfTimeIsRead(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	now := instant(t, sunday)
	for _, c := range []struct{ text, time, past string }{ // past "": the same
		{"now", sunday, ""},
		{"2026-11-20T08:30:00+05:30", "2026-11-20T08:30:00+05:30", ""},
		{"2026-11-20T08:30:00Z", "2026-11-20T08:30:00Z", ""},
		{"2026-11-20t08:30:00z", "2026-11-20T08:30:00Z", ""},
		{"2026-11-20T08:30Z", "2026-11-20T08:30:00Z", ""},
		{"2026-11-22 18:00", "2026-11-22T18:00:00+01:00", ""},
		{"2026-11-22T18:00", "2026-11-22T18:00:00+01:00", ""},
		{"2026-07-01 18:00:07", "2026-07-01T18:00:07+02:00", ""},
		{"18:00", "2026-11-22T18:00:00+01:00", "2026-11-21T18:00:00+01:00"},
		{"9:05", "2026-11-22T09:05:00+01:00", ""},
		{"12:00", sunday, ""},
		{"fri 19:00", "2026-11-27T19:00:00+01:00", "2026-11-20T19:00:00+01:00"},
		{"Friday 19:00", "2026-11-27T19:00:00+01:00", "2026-11-20T19:00:00+01:00"},
		{"sun 11:00", "2026-11-22T11:00:00+01:00", ""},
		{"sun 13:00", "2026-11-22T13:00:00+01:00", "2026-11-15T13:00:00+01:00"},
		{"today 18:00", "2026-11-22T18:00:00+01:00", ""},
		{"tomorrow 9:00", "2026-11-23T09:00:00+01:00", ""},
		{"yesterday 18:00", "2026-11-21T18:00:00+01:00", ""},
		{"-26h", "2026-11-21T10:00:00+01:00", ""},
		{"+90m", "2026-11-22T13:30:00+01:00", ""},
		{"-23h59m50s", "2026-11-21T12:00:10+01:00", ""},
		{"-2d", "2026-11-20T12:00:00+01:00", ""},
		{"+1w", "2026-11-29T12:00:00+01:00", ""},
		{"  -1d12h ", "2026-11-21T00:00:00+01:00", ""},
	} {
		got, err := ParseTime(c.text, now, berlin)
		if err != nil || !got.Equal(instant(t, c.time)) {
			t.Errorf("ParseTime %q: %v %v, want %s", c.text, got, err, c.time)
		}
		if c.past == "" {
			c.past = c.time
		}
		got, err = ParsePast(c.text, now, berlin)
		if err != nil || !got.Equal(instant(t, c.past)) {
			t.Errorf("ParsePast %q: %v %v, want %s", c.text, got, err, c.past)
		}
	}
}

func TestATimeThatAClockChangeSkipsOrRepeatsIsResolved(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	for text, want := range map[string]string{
		"2026-03-29 02:30": "2026-03-29T03:00:00+02:00", // skipped: the next minute that is
		"2026-10-25 02:30": "2026-10-25T02:30:00+02:00", // repeated: the first
	} {
		if got, err := ParseTime(text, instant(t, sunday), berlin); err != nil || !got.Equal(instant(t, want)) {
			t.Errorf("%q: %v %v, want %s", text, got, err, want)
		}
	}
}

func TestADayBackIs24HoursAcrossAClockChange(t *testing.T) {
	got, err := ParseTime("-1d", instant(t, "2026-10-25T12:00:00+01:00"), zoneOf(t, "Europe/Berlin"))
	if err != nil || !got.Equal(instant(t, "2026-10-24T13:00:00+02:00")) {
		t.Errorf("got %v %v", got, err)
	}
}

func TestWhatIsNoTimeIsRefusedInOneSentence(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	for _, text := range []string{"", " ", "soon", "24:00", "12:60", "1:5", "fr 19:00", "fri", "someday 18:00", "fri 19:00 sharp",
		"2026-02-30 18:00", "2026-13-01 18:00", "2026-11-22", "2026-11-22 25:00", "2026-11-22 18:00:61", "+", "-", "+5", "5h", "+5y", "--5h",
		"1999-12-31 18:00", "2101-01-01 00:00", "1999-01-01T00:00:00Z", "-9999999w", "+9999999w9999999w", "+8:00",
		"26-11-22 18:00", "\x00", strings.Repeat("9", 5000)} {
		_, err := ParseTime(text, instant(t, sunday), berlin)
		if err == nil {
			t.Errorf("%q was accepted", text)
			continue
		}
		if said := err.Error(); strings.Contains(said, "\n") || len(said) > 250 || !(strings.Contains(said, "18:00") || strings.Contains(said, "2000 to 2100")) {
			t.Errorf("%q: unclear: %s", text, said)
		}
	}
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"now", "18:00", "fri 19:00", "-23h59m50s", "+90m", "2026-11-22 18:00", "2026-11-22T18:00:00+01:00", "tomorrow 9:00", "-2d", "2026-03-29 02:30"} {
		f.Add(s, int64(1_795_000_000), 0)
	}
	f.Fuzz(func(t *testing.T, s string, at int64, zone int) {
		zones := []string{"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"}
		loc := zoneOf(t, zones[((zone%len(zones))+len(zones))%len(zones)])
		now := time.Unix(946_684_800+((at%3_000_000_000)+3_000_000_000)%3_000_000_000, 0)
		for _, past := range []bool{false, true} {
			got, err := parse(s, now, loc, past)
			if err != nil {
				if strings.Contains(err.Error(), "\n") {
					t.Fatalf("more than one line: %q", err)
				}
				continue
			}
			if y := got.In(loc).Year(); y < firstYear || y > lastYear {
				t.Fatalf("%q gave %v", s, got)
			}
			if again, err := ParseTime(got.Format(time.RFC3339Nano), now, loc); err != nil || !again.Equal(got) {
				t.Fatalf("%q gave %v, which does not read back: %v %v", s, got, again, err)
			}
			bare := clockForm.MatchString(strings.TrimSpace(s))
			if past && bare && got.After(now) {
				t.Fatalf("ParsePast %q gave %v, after %v", s, got, now)
			}
		}
	})
}
