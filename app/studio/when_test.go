package studio_test

import (
	"testing"

	"afterglow/app/studio"
)

func TestAFormTakesAMomentApartAndWritesItAgain(t *testing.T) {
	for _, c := range []struct {
		said string
		end  bool
		want studio.Time
		back string // "": as it was said
	}{
		{"", false, studio.Time{Kind: studio.TimeStart}, ""},
		{"", true, studio.Time{Kind: studio.TimeNoEnd}, ""},
		{"24h", true, studio.Time{Kind: studio.TimeAfter, Number: "24", Unit: "hours"}, ""},
		{"5 to 7 days", true, studio.Time{Kind: studio.TimeAfter, Number: "5 to 7", Unit: "days"}, ""},
		{"5-7d", true, studio.Time{Kind: studio.TimeAfter, Number: "5 to 7", Unit: "days"}, "5 to 7 days"},
		{"24 hours", true, studio.Time{Kind: studio.TimeAfter, Number: "24", Unit: "hours"}, "24h"},
		{"1 month", true, studio.Time{Kind: studio.TimeAfter, Number: "1", Unit: "months"}, ""},
		{"2 months", true, studio.Time{Kind: studio.TimeAfter, Number: "2", Unit: "months"}, ""},
		{"-3d", false, studio.Time{Kind: studio.TimeBefore, Number: "3", Unit: "days"}, ""},
		{"0h", true, studio.Time{Kind: studio.TimeTreat}, ""},
		{"morning 1", true, studio.Time{Kind: studio.TimeMorning, Number: "1"}, ""},
		{"night -1", false, studio.Time{Kind: studio.TimeNight, Number: "-1"}, ""},
		{"bedtime -1", false, studio.Time{Kind: studio.TimeBedtime, Number: "-1"}, ""},
		{"bedtime", true, studio.Time{Kind: studio.TimeBedtime, Number: "0"}, "bedtime 0"},
		{"end of day 0", true, studio.Time{Kind: studio.TimeEndOfDay, Number: "0"}, ""},
		{"calm", true, studio.Time{Kind: studio.TimeCalm}, ""},
		{"next", true, studio.Time{Kind: studio.TimeNext}, ""},
		{"next-2w", true, studio.Time{Kind: studio.TimeNext, Number: "2", Unit: "weeks"}, ""},
		{"last+4w", true, studio.Time{Kind: studio.TimeLast, Number: "4", Unit: "weeks"}, ""},
		{"last+1 month", true, studio.Time{Kind: studio.TimeLast, Number: "1", Unit: "months"}, ""},
		{"last", true, studio.Time{Kind: studio.TimeLast}, ""},
		{"first-2w", false, studio.Time{Kind: studio.TimeFirst, Number: "2", Unit: "weeks"}, ""},
		{"first", false, studio.Time{Kind: studio.TimeOther, Raw: "first"}, ""},
		{"entry", false, studio.Time{Kind: studio.TimeEntry}, ""},
		{"90m", true, studio.Time{Kind: studio.TimeAfter, Number: "90", Unit: "minutes"}, ""},
		{"10 to 15 minutes", true, studio.Time{Kind: studio.TimeAfter, Number: "10 to 15", Unit: "minutes"}, ""},
		{"+24h", true, studio.Time{Kind: studio.TimeLonger, Number: "24", Unit: "hours"}, ""},
		{"+1 month", true, studio.Time{Kind: studio.TimeLonger, Number: "1", Unit: "months"}, ""},
		{"end of day -1", false, studio.Time{Kind: studio.TimeEndOfDay, Number: "-1"}, ""},
		{"+", true, studio.Time{Kind: studio.TimeOther, Raw: "+"}, ""},
		{"soon", true, studio.Time{Kind: studio.TimeOther, Raw: "soon"}, ""},
	} {
		got := studio.ReadTime(c.said, c.end)
		if got != c.want {
			t.Errorf("%q is %+v, not %+v", c.said, got, c.want)
		}
		want := c.back
		if want == "" {
			want = c.said
		}
		if got.String() != want {
			t.Errorf("%q is written as %q, not %q", c.said, got, want)
		}
	}
}

func TestANumberIsSteppedAsAWhole(t *testing.T) {
	for _, c := range []struct {
		said, want string
		by         int
	}{{"24h", "25h", 1}, {"5 to 7 days", "4 to 6 days", -1}, {"1d", "1d", -1}, {"bedtime 0", "bedtime -1", -1}, {"morning 1", "morning 1", -1}, {"bedtime -28", "bedtime -28", -1}, {"morning 1", "morning 2", 1}, {"calm", "calm", 1}} {
		if got, _ := studio.ReadTime(c.said, true).Step(c.by); got.String() != c.want {
			t.Errorf("%q stepped by %d is %q, not %q", c.said, c.by, got, c.want)
		}
	}
}
