package studio_test

import (
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

func TestALengthIsReadAsItIsTyped(t *testing.T) {
	after := studio.Time{Kind: studio.TimeAfter, Number: "1", Unit: "days"}
	before := studio.Time{Kind: studio.TimeBefore, Number: "1", Unit: "days"}
	next := studio.Time{Kind: studio.TimeNext, Number: "1", Unit: "weeks"}
	for name, c := range map[string]struct {
		on    studio.Time
		typed string
		want  string
	}{
		"a number keeps the unit":        {after, "3", "3d"},
		"a range keeps the unit":         {after, "5 to 7", "5 to 7 days"},
		"a range with a dash":            {after, "5-7", "5 to 7 days"},
		"a number in words":              {after, "three", "3d"},
		"weeks":                          {after, "2 weeks", "2w"},
		"weeks, half written":            {after, "2 we", "2w"},
		"weeks, one letter":              {after, "2w", "2w"},
		"hours as sheets have them":      {after, "48 hrs", "48h"},
		"hours, no space":                {after, "48hours", "48h"},
		"a month":                        {after, "a month", "1 month"},
		"months, half written":           {after, "2 mo", "2 months"},
		"a week":                         {after, "one week", "1w"},
		"a range with its unit":          {after, "5 to 7 days", "5 to 7 days"},
		"a range with another unit":      {after, "24-48 hrs", "24 to 48 hours"},
		"a range with or":                {after, "2 or 3 weeks", "2 to 3 weeks"},
		"two units":                      {after, "24 hours to 3 days", "24 hours to 3 days"},
		"two units in words":             {after, "a week to a month", "1 weeks to 1 months"},
		"at least":                       {after, "at least 24 hours", "24h"},
		"up to":                          {after, "up to two weeks", "2w"},
		"at least, without a unit":       {after, "at least 3", "3d"},
		"minutes":                        {after, "90 mins", "90m"},
		"before, said once more":         {before, "2 weeks before", "-2w"},
		"before where after was chosen":  {after, "2 weeks before", "-2w"},
		"before the next treatment":      {next, "2 weeks", "next-2w"},
		"a day's number":                 {studio.Time{Kind: studio.TimeMorning, Number: "1"}, "day 2", "morning 2"},
		"a day's number in order":        {studio.Time{Kind: studio.TimeEndOfDay, Number: "0"}, "3rd day", "end of day 3"},
		"a day before":                   {studio.Time{Kind: studio.TimeNight, Number: "0"}, "-1", "night -1"},
		"nothing that can be understood": {after, "some", "some days"},
	} {
		t.Run(name, func(t *testing.T) {
			got := c.on.Typed(c.typed).String()
			if got != c.want {
				t.Fatalf("%q is %q, want %q", c.typed, got, c.want)
			}
			if _, err := guidance.ParseMoment(got); err != nil && c.typed != "some" {
				t.Errorf("a plan cannot say %q: %v", got, err)
			}
		})
	}
}

func TestEachLetterOfALengthLeavesTheUnitThatIsMeant(t *testing.T) {
	at := studio.Time{Kind: studio.TimeAfter, Number: "1", Unit: "days"}
	for n := range len("48 hours") {
		at = at.Typed("48 hours"[:n+1])
	}
	if at.String() != "48h" {
		t.Errorf("it became %q", at)
	}
}

func TestHowOftenIsReadAsSheetsSayIt(t *testing.T) {
	for typed, want := range map[string]string{
		"3x": "3 times a day", "3x a day": "3 times a day", "3-4x daily": "3-4 times a day", "3 or 4 times a day": "3 to 4 times a day",
		"three times daily": "3 times a day", "twice": "2 times a day", "at least 3 times a day": "3 times a day", "3 to 4 times": "3 to 4 times a day",
		"every 2 hrs": "every 2 hours", "every 2-3 hrs": "every 2 to 3 hours", "every two hours": "every 2 hours", "every other hour": "every 2 hours",
		"2 hourly": "every 2 hours", "2-hourly": "every 2 hours", "every 3 to 4 hours while awake": "every 3 to 4 hours",
		"every morning": "08:00", "mornings": "08:00", "in the morning": "08:00", "every evening": "21:00", "every morning and evening": "2 times a day",
		"daily at 8am": "08:00", "every day at 8 am and 8 pm": "08:00, 20:00", "8 glasses a day": "8 glasses", "at least 8 glasses of water": "8 glasses",
		"6 to 8 glasses daily": "6 to 8 glasses", "once a day": "1 times a day",
	} {
		t.Run(typed, func(t *testing.T) {
			d, keys := drafted(t, row.Row{Rule: row.Do, Name: "Water", Text: "Do it.", Often: typed, Until: "5d"})
			if e, _ := d.Row(keys[0]); e.Often != want {
				t.Errorf("it is read as %q, want %q", e.Often, want)
			}
			if _, err := d.Check(); err != nil {
				t.Errorf("the check says %v", err)
			}
		})
	}
}

func TestHoursOfTheDayAreReadAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"11:00-15:00": "11:00-15:00", "11 to 15": "11:00-15:00", "11am-3pm": "11:00-15:00", "11-3 pm": "11:00-15:00", "1-3pm": "13:00-15:00",
		"between 10 and 16": "10:00-16:00", "10.30 am – 4 pm": "10:30-16:00", "12-2pm": "12:00-14:00",
		"11-3": "11-3", "midday": "midday", "11": "11",
	} {
		if got := studio.ReadHours(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

func TestADepthIsReadAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]float64{"1": 1, "1.5": 1.5, "1,5": 1.5, "0.5 mm": 0.5, "2MM": 2, " ": 0} {
		if got, err := studio.ReadDepth(typed); got != want || err != nil {
			t.Errorf("%q is %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"deep", "-1", "1000", "1 to 2"} {
		if _, err := studio.ReadDepth(typed); err == nil {
			t.Errorf("%q is taken", typed)
		}
	}
}

func TestTheNumberOfSessionsIsReadAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{"3": "3", "three": "3", "3 sessions": "3", "3 to 6": "3 to 6", "3 or 4 treatments": "3 to 4", "a course of 4": "4"} {
		d, keys := drafted(t, row.Row{Rule: row.Avoid, What: []string{"makeup"}, Text: "No makeup.", Until: "24h"}, row.Row{Rule: row.Spacing, From: "4w", Until: "6w", Sessions: typed})
		if e, _ := d.Row(keys[1]); e.Sessions != want {
			t.Errorf("%q is %q, want %q", typed, e.Sessions, want)
		}
		if _, err := d.Check(); err != nil {
			t.Errorf("%q: the check says %v", typed, err)
		}
	}
}
