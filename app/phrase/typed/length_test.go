package typed_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/app/phrase/typed"
)

func TestEveryFormOfLengthIsRead(t *testing.T) {
	const day = 24 * time.Hour
	v := voice(t, british)
	for text, want := range map[string]time.Duration{
		"20 minutes": 20 * time.Minute, "20 min": 20 * time.Minute, "20min": 20 * time.Minute, "20 MINS": 20 * time.Minute,
		"20 min.": 20 * time.Minute, "90m": 90 * time.Minute, "２０ｍ": 20 * time.Minute,
		"1 h 30": 90 * time.Minute, "1h30": 90 * time.Minute, "1h30m": 90 * time.Minute, "1 hour 30 minutes": 90 * time.Minute,
		"1 hour and 30 minutes": 90 * time.Minute, "1.5h": 90 * time.Minute, "1,5 h": 90 * time.Minute, "1:30 h": 90 * time.Minute,
		"1½ h": 90 * time.Minute, "1 and a half hours": 90 * time.Minute, "an hour and a half": 90 * time.Minute,
		"half an hour": 30 * time.Minute, "half hour": 30 * time.Minute, "½ h": 30 * time.Minute, "an hour": time.Hour, "two hours": 2 * time.Hour,
		"2 days": 2 * day, "a week": 7 * day, "1 week 2 days": 9 * day, "90 s": 90 * time.Second, "0.25 h": 15 * time.Minute,
	} {
		if got, err := v.ReadLength(text); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", text, got, err, want)
		}
	}
}

func TestWhatIsNoLengthIsRefusedWithExamplesThatAreRead(t *testing.T) {
	v := voice(t, british)
	for _, text := range []string{"", "20", "h", "1:30", "1:75 h", "1:30 days", "30 m 1 h", "1 h 90", "1 h 1 h", "2 months", "-20 m", "1 d 30", "1.5.2 h",
		"1.5", "half", "9999999 weeks", "11 weeks and", "20 minutes ago", strings.Repeat("1 h ", 900)} {
		got, err := v.ReadLength(text)
		if err == nil {
			t.Errorf("%q is read as %v", text, got)
		} else if said := v.Error(err); strings.ContainsAny(said, "\n⟨") || len(said) > 250 {
			t.Errorf("%q: %s", text, said)
		}
	}
	for _, example := range []string{"20 minutes", "1 h 30", "2 days"} {
		if _, err := v.ReadLength(example); err != nil {
			t.Errorf("the example %q is not read: %v", example, err)
		}
	}
}

func TestTimesOfDayAndStretchesAreRead(t *testing.T) {
	for _, c := range []struct {
		text   string
		format locale.Format
		clocks string // "": refused
		hours  string
	}{
		{"22:30-07:30", british, "", "22:30-07:30"},
		{"22:30 – 7:30", british, "", "22:30-07:30"},
		{"22.30 to 7.30", british, "", "22:30-07:30"},
		{"from 22:30 until 7:30", british, "", "22:30-07:30"},
		{"22:30-07:30", american, "", "22:30-07:30"},
		{"22:30-7:30", american, "", "22:30-07:30"},
		{"10:30 pm to 7:30 am", american, "", "22:30-07:30"},
		{"10pm-7am", american, "", "22:00-07:00"},
		{"10:30-7:30", american, "", ""},
		{"10:30-7:30", british, "", "10:30-07:30"},
		{"22:30", british, "22:30", ""},
		{"-22:30", british, "", ""},
		{"1-2-3", british, "", ""},
		{"8:00, 20:30", british, "08:00 20:30", ""},
		{"8:00,20:30", american, "08:00 20:30", ""},
		{"8:00 and 20:30", american, "08:00 20:30", ""},
		{"8 am; 8:30 pm", american, "08:00 20:30", ""},
		{"8 am, noon", american, "08:00 12:00", ""},
		{"8, 9", british, "", ""},
		{"8:00", american, "", ""},
		{"8:00, 9:00 pm", american, "", ""},
		{"08:00", american, "08:00", ""},
		{"", british, "", ""},
		{"8:00 soon", british, "", ""},
		{"8:00:30", british, "", ""},
		{"fri 8:00", british, "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			v := voice(t, c.format)
			var clocks []string
			times, err := v.ReadClocks(c.text)
			for _, clock := range times {
				clocks = append(clocks, clock.String())
			}
			if got := strings.Join(clocks, " "); got != c.clocks || (err == nil) != (c.clocks != "") {
				t.Errorf("as times %q %v, want %q", got, err, c.clocks)
			}
			hours, err := v.ReadRange(c.text)
			if got := hours.String(); err == nil && got != c.hours || (err == nil) != (c.hours != "") {
				t.Errorf("as a stretch %q %v, want %q", got, err, c.hours)
			}
		})
	}
}

func TestATimeOfDayIsReadByItself(t *testing.T) {
	v := voice(t, american)
	if c, err := v.ReadClock("8:30 pm"); err != nil || c.String() != "20:30" {
		t.Errorf("read as %v %v", c, err)
	}
	if _, err := v.ReadClock("8:30"); !errors.Is(err, typed.ErrHalf) || !fault.IsUse(err) {
		t.Errorf("it does not ask for the half of the day: %v", err)
	}
	for text, want := range map[string]string{
		"8:30":       "Is it 8:30 AM or 8:30 PM? Write one of the two.",
		"8 am, 9 am": `"8 am, 9 am" is not a time of day that can be read here. Write it like "8:00 AM" or "8:30 PM".`,
	} {
		if c, err := v.ReadClock(text); err == nil || v.Error(err) != want {
			t.Errorf("%q: %v %q, want %q", text, c, v.Error(err), want)
		}
	}
}
