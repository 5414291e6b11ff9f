package typed_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/phrase/typed"
)

// Now is Sunday 22 November 2026, 12:00.
func TestEveryFormOfMomentIsReadByBothClocksAndOrders(t *testing.T) {
	const half, unknown, past, noDay, noClock = "typed.half", "typed.unknown", "typed.unknown_past", "typed.no_day", "typed.no_clock"
	for _, c := range []struct {
		text    string
		ahead   string // by a 24-hour clock, day first
		past    string // "": the same
		us      string // by a 12-hour clock, month first; "": as ahead
		because string
	}{
		{text: "15:30", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "15.30", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "1530", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "0930", ahead: "2026-11-22 09:30"},
		{text: "930", ahead: unknown, past: past, because: "three figures are too few to tell"},
		{text: "930am", ahead: "2026-11-22 09:30"},
		{text: "3pm", ahead: "2026-11-22 15:00", past: "2026-11-21 15:00"},
		{text: "3 pm", ahead: "2026-11-22 15:00", past: "2026-11-21 15:00"},
		{text: "3 P.M.", ahead: "2026-11-22 15:00", past: "2026-11-21 15:00"},
		{text: "3:30 PM", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "3:30\u202fPM", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30", because: "as systems write it, with a narrow space"},
		{text: "3.30pm", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "３：３０ ｐｍ", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "“15:30”", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "  15 : 30 ", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "at 15:30 hrs", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "15:30 pm", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "15:30 am", ahead: unknown, past: past},
		{text: "12 am", ahead: "2026-11-22 00:00"},
		{text: "12:30 pm", ahead: "2026-11-22 12:30", past: "2026-11-21 12:30"},
		{text: "9:05", ahead: "2026-11-22 09:05", us: half},
		{text: "09:05", ahead: "2026-11-22 09:05"},
		{text: "3", ahead: unknown, past: past},
		{text: "3 o'clock", ahead: "2026-11-22 03:00", us: half},
		{text: "half past three", ahead: half, because: "by a 24-hour clock, too, it is said in the afternoon"},
		{text: "half past 3 pm", ahead: "2026-11-22 15:30", past: "2026-11-21 15:30"},
		{text: "half past 12 am", ahead: "2026-11-22 00:30"},
		{text: "yesterday at a quarter past three p.m.", ahead: "2026-11-21 15:15"},
		{text: "quarter to 4 in the afternoon", ahead: "2026-11-22 15:45", past: "2026-11-21 15:45"},
		{text: "quarter to 1 pm", ahead: "2026-11-22 12:45", past: "2026-11-21 12:45"},
		{text: "quarter to 12 pm", ahead: unknown, past: past, because: "noon or midnight can be meant"},
		{text: "half past 13", ahead: unknown, past: past},
		{text: "noon", ahead: "2026-11-22 12:00"},
		{text: "12 noon", ahead: "2026-11-22 12:00"},
		{text: "midnight", ahead: "2026-11-23 00:00", past: "2026-11-22 00:00"},
		{text: "friday midnight", ahead: "typed.midnight_of_day"},
		{text: "now", ahead: "2026-11-22 12:00"},
		{text: "NOW", ahead: "2026-11-22 12:00"},

		{text: "today", ahead: "2026-11-22 00:00, all day"},
		{text: "today 18:00", ahead: "2026-11-22 18:00"},
		{text: "18:00 today", ahead: "2026-11-22 18:00"},
		{text: "tomorrow 9:00", ahead: "2026-11-23 09:00", us: half},
		{text: "tomorrow at 9 am", ahead: "2026-11-23 09:00"},
		{text: "yesterday 6:30 pm", ahead: "2026-11-21 18:30"},
		{text: "Yesterday, 18.30", ahead: "2026-11-21 18:30"},
		{text: "yesterday 1830", ahead: "2026-11-21 18:30"},
		{text: "tomorrow noon", ahead: "2026-11-23 12:00"},

		{text: "this morning", ahead: "2026-11-22 09:00, until 12:00"},
		{text: "morning", ahead: "2026-11-22 09:00, until 12:00"},
		{text: "evening", ahead: "2026-11-22 18:00, until 22:00", past: "2026-11-21 18:00, until 22:00"},
		{text: "this evening", ahead: "2026-11-22 18:00, until 22:00"},
		{text: "tonight", ahead: "2026-11-22 21:00, until 00:00"},
		{text: "last night", ahead: "2026-11-21 21:00, until 00:00"},
		{text: "yesterday evening", ahead: "2026-11-21 18:00, until 22:00"},
		{text: "tomorrow afternoon", ahead: "2026-11-23 15:00, until 18:00"},
		{text: "fri in the evening", ahead: "2026-11-27 18:00, until 22:00", past: "2026-11-20 18:00, until 22:00"},
		{text: "tonight 9:30", ahead: "2026-11-22 21:30"},
		{text: "tonight at 9", ahead: "2026-11-22 21:00"},
		{text: "yesterday 3:30 in the afternoon", ahead: "2026-11-21 15:30"},
		{text: "3 in the afternoon", ahead: "2026-11-22 15:00", past: "2026-11-21 15:00"},
		{text: "tomorrow morning 9:30", ahead: "2026-11-23 09:30"},
		{text: "morning 15:30", ahead: unknown, past: past},

		{text: "fri", ahead: "2026-11-27 00:00, all day", past: "2026-11-20 00:00, all day"},
		{text: "sun", ahead: "2026-11-22 00:00, all day"},
		{text: "fri 19:00", ahead: "2026-11-27 19:00", past: "2026-11-20 19:00"},
		{text: "Friday 3pm", ahead: "2026-11-27 15:00", past: "2026-11-20 15:00"},
		{text: "3pm Friday", ahead: "2026-11-27 15:00", past: "2026-11-20 15:00"},
		{text: "on friday at 3pm", ahead: "2026-11-27 15:00", past: "2026-11-20 15:00"},
		{text: "this friday 3pm", ahead: "2026-11-27 15:00", past: "2026-11-20 15:00"},
		{text: "thurs. 19:00", ahead: "2026-11-26 19:00", past: "2026-11-19 19:00"},
		{text: "sun 13:00", ahead: "2026-11-22 13:00", past: "2026-11-15 13:00"},
		{text: "next friday 15:00", ahead: "2026-11-27 15:00, or in the week of 2026-12-04"},
		{text: "next sunday 15:00", ahead: "2026-11-29 15:00"},
		{text: "last friday 3pm", ahead: "2026-11-20 15:00, or in the week of 2026-11-13"},
		{text: "last sunday 15:00", ahead: "2026-11-15 15:00"},
		{text: "fr 19:00", ahead: unknown, past: past},

		{text: "27 Nov 15:30", ahead: "2026-11-27 15:30", past: "2025-11-27 15:30"},
		{text: "20 Nov 15:30", ahead: "2026-11-20 15:30"},
		{text: "3 January 15:30", ahead: "2027-01-03 15:30", past: "2026-01-03 15:30"},
		{text: "Nov 27 3pm", ahead: "2026-11-27 15:00", past: "2025-11-27 15:00"},
		{text: "Nov 20, 3pm", ahead: "2026-11-20 15:00"},
		{text: "3pm on the 20th of November", ahead: "2026-11-20 15:00"},
		{text: "20th November", ahead: "2026-11-20 00:00, all day"},
		{text: "20 Nov morning", ahead: "2026-11-20 09:00, until 12:00"},
		{text: "20. Nov. 15:30", ahead: "2026-11-20 15:30"},
		{text: "27-Nov-2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "27nov2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "2026 Nov 27 15:30", ahead: "2026-11-27 15:30"},
		{text: "November 27, 2026, 3:30 PM", ahead: "2026-11-27 15:30"},
		{text: "27 Nov 2030", ahead: "2030-11-27 00:00, all day", because: "after a date without its year four figures are the year"},
		{text: "27 Nov 1530", ahead: "typed.year"},
		{text: "Friday 27 November, 15:30", ahead: "2026-11-27 15:30", past: "typed.weekday_differs"},
		{text: "Fri 20 Nov 15:30", ahead: "2026-11-20 15:30"},
		{text: "Monday 27 November 2026 15:30", ahead: "typed.weekday_differs"},
		{text: "29 Feb 15:30", ahead: "2028-02-29 15:30", past: "2024-02-29 15:30"},
		{text: "30 Feb 15:30", ahead: noDay},
		{text: "31 Nov", ahead: noDay},
		{text: "31.11. 15:30", ahead: noDay},
		{text: "31/11/2026 15:30", ahead: noDay},
		{text: "29 Feb 2026 15:30", ahead: "typed.no_day_of_year"},
		{text: "27.11. 4", ahead: half, because: "an hour of either half of the day can be meant"},
		{text: "27 Nov 4", ahead: half},
		{text: "nov 27 at 4", ahead: half},
		{text: "last friday at 3", ahead: half},
		{text: "yesterday at 12", ahead: half},
		{text: "tomorrow 4", ahead: half},
		{text: "friday at 15", ahead: "2026-11-27 15:00", past: "2026-11-20 15:00"},
		{text: "half eight", ahead: half},
		{text: "yesterday at half 8", ahead: half},
		{text: "half 20", ahead: unknown, past: past},
		{text: "about 9", ahead: half},
		{text: "at 15", ahead: "2026-11-22 15:00", past: "2026-11-21 15:00"},
		{text: "9pm ish", ahead: "2026-11-22 21:00", past: "2026-11-21 21:00"},
		{text: "yesturday 6pm", ahead: "2026-11-21 18:00", because: "it is a slip of the hand"},
		{text: "yesturday 25:00", ahead: noClock},
		{text: "friday 3", ahead: unknown, past: past, because: "it may be the third"},
		{text: "27.11. 26", ahead: unknown, past: past, because: "it may be the year"},
		{text: "27.11. 20", ahead: unknown, past: past, because: "it may be the year"},
		{text: "4", ahead: unknown, past: past},
		{text: "27.11. 4 5", ahead: unknown, past: past},
		{text: "yesterday 0.5", ahead: unknown, past: past},

		{text: "27.11.2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "27.11.2026, 3.30 pm", ahead: "2026-11-27 15:30"},
		{text: "4.5.2026 15:30", ahead: "2026-05-04 15:30"},
		{text: "27. 11. 2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "20.11. 15:30", ahead: "2026-11-20 15:30"},
		{text: "20.11 15:30", ahead: "2026-11-20 15:30", because: "two times of day cannot be meant"},
		{text: "20.11", ahead: "2026-11-22 20:11, or the day 2026-11-20", past: "2026-11-21 20:11, or the day 2026-11-20"},
		{text: "27.11.26 15:30", ahead: "2026-11-27 15:30"},
		{text: "27/11/2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "27/11/26 15:30", ahead: "2026-11-27 15:30"},
		{text: "11/27/2026 3:30pm", ahead: "2026-11-27 15:30"},
		{text: "20/11 15:30", ahead: "2026-11-20 15:30"},
		{text: "11/20 3:30 pm", ahead: "2026-11-20 15:30"},
		{text: "04/05/2026 15:30", ahead: "2026-05-04 15:30, or 2026-04-05", us: "2026-04-05 15:30, or 2026-05-04"},
		{text: "11/11/2026 15:30", ahead: "2026-11-11 15:30"},
		{text: "27-11-2026 15:30", ahead: "2026-11-27 15:30"},
		{text: "26-11-22 18:00", ahead: unknown, past: past},
		{text: "2026-11-27", ahead: "2026-11-27 00:00, all day"},
		{text: "2026-11-27 15:30", ahead: "2026-11-27 15:30"},
		{text: "2026-11-27 3:30 pm", ahead: "2026-11-27 15:30"},
		{text: "2026-11-27 10:30", ahead: "2026-11-27 10:30", because: "who writes dates so has a 24-hour clock"},
		{text: "27 Nov 2026 10:30", ahead: "2026-11-27 10:30", us: half},
		{text: "2026-11-27 1530", ahead: "2026-11-27 15:30"},
		{text: "2026-11-27T15:30", ahead: "2026-11-27 15:30"},
		{text: "2026-07-01 18:00:07", ahead: "2026-07-01 18:00:07"},
		{text: "2026/11/27 15:30", ahead: "2026-11-27 15:30"},
		{text: "2026-12-24", ahead: "2026-12-24 00:00, all day"},
		{text: "2026-11-20T08:30:00+01:00", ahead: "2026-11-20 08:30"},
		{text: "2026-11-20t07:30z", ahead: "2026-11-20 08:30"},
		{text: "2026-02-30 18:00", ahead: "typed.no_day_of_year"},
		{text: "1999-12-31 18:00", ahead: "typed.year"},

		{text: "-26h", ahead: "2026-11-21 10:00"},
		{text: "−26 h", ahead: "2026-11-21 10:00"},
		{text: "+90m", ahead: "2026-11-22 13:30"},
		{text: "-23h59m50s", ahead: "2026-11-21 12:00:10"},
		{text: "-2d", ahead: "2026-11-20 12:00"},
		{text: "+1w", ahead: "2026-11-29 12:00"},
		{text: "-1d12h", ahead: "2026-11-21 00:00"},
		{text: "+1.5h", ahead: "2026-11-22 13:30"},
		{text: "2 hours ago", ahead: "2026-11-22 10:00"},
		{text: "two hours ago", ahead: "2026-11-22 10:00"},
		{text: "an hour ago", ahead: "2026-11-22 11:00"},
		{text: "half an hour ago", ahead: "2026-11-22 11:30"},
		{text: "1½ hours ago", ahead: "2026-11-22 10:30"},
		{text: "in 3 hours", ahead: "2026-11-22 15:00"},
		{text: "in 1 h 30", ahead: "2026-11-22 13:30"},
		{text: "in an hour and a half", ahead: "2026-11-22 13:30"},
		{text: "2 days ago", ahead: "2026-11-20 12:00, counted"},
		{text: "2 days ago 15:30", ahead: "2026-11-20 15:30"},
		{text: "in 2 weeks", ahead: "2026-12-06 12:00, counted"},
		{text: "a week ago in the evening", ahead: "2026-11-15 18:00, until 22:00"},
		{text: "5h", ahead: unknown, past: past},
		{text: "+5", ahead: unknown, past: past},
		{text: "+5y", ahead: unknown, past: past},
		{text: "--5h", ahead: unknown, past: past},
		{text: "+8:00", ahead: unknown, past: past},
		{text: "-9999999w", ahead: "typed.year"},
		{text: "24:00", ahead: noClock},
		{text: "25:00", ahead: noClock},
		{text: "yesterday 25:00", ahead: noClock},
		{text: "12:60", ahead: noClock},
		{text: "1:5", ahead: unknown, past: past},
		{text: "18:00:61", ahead: noClock},
		{text: "someday 18:00", ahead: unknown, past: past},
		{text: "fri 19:00 sharp", ahead: unknown, past: past},
		{text: "15:30 16:30", ahead: unknown, past: past},
		{text: "today tomorrow 15:30", ahead: unknown, past: past},
		{text: "\x00", ahead: "typed.empty", past: "typed.empty"},
		{text: "", ahead: "typed.empty", past: "typed.empty"},
		{text: strings.Repeat("9", 5000), ahead: unknown, past: past},
	} {
		name := c.text
		if len(name) > 40 {
			name = name[:40]
		}
		t.Run(name, func(t *testing.T) {
			if got := mean(t)(voice(t, british).ReadTime(c.text)); got != c.ahead {
				t.Errorf("ahead %s, want %s %s", got, c.ahead, c.because)
			}
			want := c.past
			if want == "" {
				want = c.ahead
			}
			if got := mean(t)(voice(t, british).ReadPast(c.text)); got != want {
				t.Errorf("in the past %s, want %s %s", got, want, c.because)
			}
			want = c.us
			if want == "" {
				want = c.ahead
			}
			if got := mean(t)(voice(t, american).ReadTime(c.text)); got != want {
				t.Errorf("in the US %s, want %s %s", got, want, c.because)
			}
		})
	}
}

func TestAnAppointmentWithoutItsYearIsTheNearestAndAllElseHasBeen(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"next month's", "7 Dec 15:00", "2026-12-07 15:00"},
		{"with the weekday", "Mon 7 Dec 15:00", "2026-12-07 15:00"},
		{"in figures", "7/12 15:00", "2026-12-07 15:00, or 2026-07-12"},
		{"last month's", "20 Oct 15:00", "2026-10-20 15:00"},
		{"across the year", "4 Jan 15:00", "2027-01-04 15:00"},
		{"with its year", "7 Dec 2025 15:00", "2025-12-07 15:00"},
		{"a time alone", "15:30", "2026-11-21 15:30"},
		{"a weekday", "fri 15:30", "2026-11-20 15:30"},
		{"a day by name", "tomorrow 15:30", "2026-11-23 15:30"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := mean(t)(voice(t, british).ReadAppointment(c.text)); got != c.want {
				t.Errorf("%q is read as %s, want %s", c.text, got, c.want)
			}
		})
	}
}

func TestAYearOfTwoFiguresIsReadOnlyIfItCanOnlyStandLast(t *testing.T) {
	if got := mean(t)(voice(t, japanese).ReadTime("27/11/26 15:30")); got != "typed.unknown" {
		t.Errorf("read as %s", got)
	}
	if got := mean(t)(voice(t, japanese).ReadTime("11/20 15:30")); got != "2026-11-20 15:30" {
		t.Errorf("read as %s", got)
	}
}

func TestATimeThatAClockChangeSkipsOrRepeatsIsResolved(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-29 02:30": "2026-03-29T03:00:00+02:00", // skipped: the next minute that is
		"2026-10-25 02:30": "2026-10-25T02:30:00+02:00", // repeated: the first
	} {
		if got, err := voice(t, british).ReadTime(text); err != nil || !got.At.Equal(instant(t, want)) {
			t.Errorf("%q: %v %v, want %s", text, got.At, err, want)
		}
	}
}

func TestADayBehindASignIs24HoursAcrossAClockChange(t *testing.T) {
	v := voice(t, british).At(instant(t, "2026-10-25T12:00:00+01:00"), nil)
	got, err := v.ReadTime("-1d")
	if err != nil || !got.At.Equal(instant(t, "2026-10-24T13:00:00+02:00")) {
		t.Errorf("got %v %v", got.At, err)
	}
	got, err = v.ReadTime("1 day ago")
	if err != nil || !got.At.Equal(instant(t, "2026-10-24T12:00:00+02:00")) {
		t.Errorf("a day of the calendar is %v %v", got.At, err)
	}
}

func TestADayWithoutATimeIsNeverTheAnchorOfATreatment(t *testing.T) {
	v := voice(t, american)
	for _, text := range []string{"yesterday", "fri", "20 Nov", "2026-11-20", "11/20/2026", "2 days ago", "a week ago"} {
		day, err := v.ReadPast(text)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		_, err = day.Anchor()
		if !errors.Is(err, typed.ErrNoTime) || !fault.IsUse(err) {
			t.Fatalf("%q is an anchor: %v", text, err)
		}
		for _, time := range []string{" 3:30 PM", " morning"} {
			if said := v.Error(err); !strings.Contains(said, `"`+text+time+`"`) {
				t.Errorf("%q: %s", text, said)
			}
			if _, err := v.ReadPast(text + time); err != nil {
				t.Errorf("%q is offered but not read: %v", text+time, err)
			}
		}
	}
}

func TestOfAPartOfADayTheLaterEndWins(t *testing.T) {
	v := voice(t, british)
	for text, want := range map[string]string{
		"yesterday morning": "2026-11-21T12:00:00+01:00",
		"yesterday evening": "2026-11-21T22:00:00+01:00",
		"last night":        "2026-11-22T00:00:00+01:00",
		"15:30":             "2026-11-21T15:30:00+01:00",
	} {
		read, err := v.ReadPast(text)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := read.Anchor(); err != nil || !got.Equal(instant(t, want)) {
			t.Errorf("%q: waits begin at %v %v, want %s", text, got, err, want)
		}
	}
	for _, now := range []string{"2026-11-22T08:20:00+01:00", "2026-11-22T10:10:00+01:00"} {
		read, err := v.At(instant(t, now), nil).ReadPast("this morning")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := read.Anchor(); err != nil || !got.Equal(instant(t, now)) || read.At.After(got) {
			t.Errorf("this morning, said at %s, is %v to %v %v", now, read.At, got, err)
		}
	}
}

func TestWhatIsNotReadIsAnsweredInOneLineWithExamplesThatAreRead(t *testing.T) {
	for name, f := range allFormat {
		v := voice(t, f)
		for _, text := range []string{"", "soon", "fri 19:00 sharp", "9:30", "friday midnight", "Monday 27 Nov 2026 15:30", "1999-01-01 10:00", "a\nb", strings.Repeat("x", 900)} {
			_, err := v.ReadTime(text)
			if err == nil {
				continue
			}
			if said := v.Error(err); strings.ContainsAny(said, "\n⟨") || len(said) > 250 {
				t.Errorf("%s, %q: %s", name, text, said)
			}
		}
		for past, read := range map[bool]func(string) (typed.Time, error){false: v.ReadTime, true: v.ReadPast} {
			_, err := read("soon")
			var f *fault.Fault
			if !errors.As(err, &f) {
				t.Fatalf("%v", err)
			}
			for _, example := range []string{"Weekday", "Date"} {
				at := f.Args[example].(time.Time)
				if got, err := read(v.Moment(at)); err != nil || !got.At.Equal(at) || past == at.After(instant(t, now)) {
					t.Errorf("%s: the example %q is read as %v %v", name, v.Moment(at), got.At, err)
				}
			}
		}
	}
}

func TestWhichReadingWasTakenIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"04/05/2026 15:30": "This was read as Saturday April 5. If you mean Monday May 4, write the month's name.",
		"next friday 3 pm": "This was read as Friday, November 27. If you mean Friday, December 4, write the date.",
		"20.11":            "This was read as the time 8:11 PM. If you mean the day Friday, November 20, write the month's name.",
		"27 Nov 3pm":       "",
	} {
		v := voice(t, american)
		if text == "04/05/2026 15:30" {
			want = strings.NewReplacer("Saturday April 5", v.WeekdayDate(instant(t, "2026-04-05T12:00:00Z")), "Monday May 4", v.WeekdayDate(instant(t, "2026-05-04T12:00:00Z"))).Replace(want)
		}
		read, err := v.ReadTime(text)
		if got := v.Taken(read); err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", text, got, err, want)
		}
	}
}
