package typed_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"afterglow/app/locale"
)

// The moment of each question, asked on Sunday 22 November 2026 at 12:00 in Berlin; "": none.
var withinQuestions = []struct{ question, span, at string }{
	// days
	{"hot yoga saturday morning", "saturday morning", "2026-11-28 09:00"},
	{"may I swim on friday?", "on friday", "2026-11-27 00:00"},
	{"Can I wear makeup FRIDAY 20:00", "FRIDAY 20:00", "2026-11-27 20:00"},
	{"makeup friday 8pm?", "friday 8pm", "2026-11-27 20:00"},
	{"can I run tomorrow", "tomorrow", "2026-11-23 00:00"},
	{"can I run tomorrow at 3pm", "tomorrow at 3pm", "2026-11-23 15:00"},
	{"gym tomorrow at 8", "tomorrow at 8", "2026-11-23 08:00"},
	{"gym at 8 tomorrow", "at 8 tomorrow", "2026-11-23 08:00"},
	{"gym at 8", "at 8", "2026-11-22 20:00"},
	{"gym at 1", "at 1", "2026-11-22 13:00"},
	{"gym at 11", "at 11", "2026-11-22 23:00"},
	{"gym at 18", "at 18", "2026-11-22 18:00"},
	{"can I wear makeup at 8?", "at 8", "2026-11-22 20:00"},
	{"at 7 I go for a run, is that fine", "at 7", "2026-11-22 19:00"},
	{"makeup at 8 for dinner", "at 8", "2026-11-22 20:00"},
	{"makeup around 8", "around 8", "2026-11-22 20:00"},
	{"makeup at 8 or sauna", "at 8", "2026-11-22 20:00"},
	{"needles at 2 mm", "", ""},
	{"sunscreen at 8 euros", "", ""},
	{"can I go at 40", "", ""},
	{"no gym until 8", "", ""},
	{"about 8 glasses of water", "", ""},
	{"dinner at 8 pm friday", "at 8 pm friday", "2026-11-27 20:00"},
	{"pen at 2 mm on friday", "on friday", "2026-11-27 00:00"},
	{"gym friday at 20", "friday at 20", "2026-11-27 20:00"},
	{"gym the day after tomorrow", "the day after tomorrow", "2026-11-24 00:00"},
	{"party next friday, makeup?", "next friday", "2026-11-27 00:00"},
	{"friday next week sauna", "friday next week", "2026-11-27 00:00"},
	{"sauna next week", "next week", "2026-11-23 00:00"},
	{"laser next month", "next month", "2026-12-01 00:00"},
	{"beach 24 dec", "24 dec", "2026-12-24 00:00"},
	{"beach on dec 24th at noon", "on dec 24th at noon", "2026-12-24 12:00"},
	{"wax on 24/12/2026", "on 24/12/2026", "2026-12-24 00:00"},
	{"wax 2026-12-24 15:30", "2026-12-24 15:30", "2026-12-24 15:30"},
	{"botox in two weeks", "in two weeks", "2026-12-06 12:00"},
	{"botox two weeks from now", "two weeks from now", "2026-12-06 12:00"},
	{"botox in a week?", "in a week", "2026-11-29 12:00"},
	{"botox in a couple of weeks", "in a couple of weeks", "2026-12-06 12:00"},
	{"peel in 3 months", "in 3 months", "2027-02-22 12:00"},
	{"coffee in 3 hours", "in 3 hours", "2026-11-22 15:00"},
	{"wash my face in half an hour", "in half an hour", "2026-11-22 12:30"},
	{"the sauna at the weekend", "at the weekend", "now"},
	{"the sauna next weekend", "next weekend", "2026-11-28 00:00"}, // one runs: not that
	{"can I use my serum sat 10:00", "sat 10:00", "2026-11-28 10:00"},
	{"can I use my serum sat morning", "sat morning", "2026-11-28 09:00"},
	{"dinner on sat", "on sat", "2026-11-28 00:00"},
	{"festival on 24 may", "on 24 may", "2027-05-24 00:00"},
	{"festival 24th of may", "24th of may", "2027-05-24 00:00"},
	{"botox two weeks from today", "two weeks from today", "2026-12-06 12:00"},
	{"gym tommorow at 3pm", "tommorow at 3pm", "2026-11-23 15:00"},
	{"gym wendesday", "wendesday", "2026-11-25 00:00"},
	{"gym on Firday", "on Firday", "2026-11-27 00:00"},
	{"the gym on fridays", "", ""},
	{"swim at 6 p.m. tomorrow", "at 6 p.m. tomorrow", "2026-11-23 18:00"},
	// times of day and parts of the day
	{"can I put my tret on tonight", "tonight", "2026-11-22 21:00"},
	{"wine this evening", "this evening", "2026-11-22 18:00"},
	{"i ran 5k this morning, did I ruin it", "this morning", "2026-11-22 09:00"},
	{"swimming at 3pm", "at 3pm", "2026-11-22 15:00"},
	{"swimming at 9:00", "at 9:00", "2026-11-23 09:00"}, // has been: the next one
	{"swimming at 3 o'clock", "at 3 o'clock", "2026-11-22 15:00"},
	{"swimming at noon", "at noon", "2026-11-23 12:00"},
	{"pool friday midnight", "friday midnight", "2026-11-27 00:00"},
	{"wine last night", "last night", "2026-11-21 21:00"},
	{"wine yesterday", "yesterday", "2026-11-21 00:00"},
	{"i ran on friday, did I ruin it", "on friday", "2026-11-20 00:00"},
	{"I exercised on monday is that bad", "on monday", "2026-11-16 00:00"},
	{"can I get my brows waxed on friday", "on friday", "2026-11-27 00:00"},
	{"can I have it done on 24 december", "on 24 december", "2026-12-24 00:00"},
	{"can I swim I was treated on friday", "on friday", "2026-11-20 00:00"},
	{"I went swimming on friday", "on friday", "2026-11-20 00:00"},
	// of two, the one that is asked about
	{"I was treated on friday, can I swim on sunday evening", "on sunday evening", "2026-11-22 18:00"},
	{"I had it done on friday. can I swim", "", ""},
	{"treated on friday can I swim", "", ""},
	{"got microneedled yesterday, when can I wash", "", ""},
	// none
	{"may I shower", "", ""},
	{"may 2 of us use it", "", ""},
	{"march past the sun", "", ""},
	{"sun at 3pm", "at 3pm", "2026-11-22 15:00"},
	{"I sat in the sun", "", ""},
	{"sit in the sun on monday", "on monday", "2026-11-23 00:00"},
	{"spf 30 may I", "", ""},
	{"is spf 50 ok", "", ""},
	{"pen 0.5 mm and 1.5 mm", "", ""},
	{"my temperature is 38.6", "", ""},
	{"on day 9", "", ""},
	{"why is my skin so red on day 3", "", ""},
	{"on day 3 am i allowed to swim", "", ""},
	{"gym on day 3 at 8pm", "", ""},
	{"week 2 pm routine", "", ""},
	{"spf 24/7", "", ""},
	{"ran 5k", "", ""},
	{"a second serum", "", ""},
	{"retinol at night", "", ""},
	{"shower in the morning", "", ""},
	{"midday sun", "", ""},
	{"night cream", "", ""},
	{"can I shower now", "", ""},
	{"can I shower today", "", ""},
	{"more swollen today than yesterday", "", ""},
	{"red since friday", "", ""},
	{"no sun until friday", "", ""},
	{"treated 3 days ago", "", ""},
	{"its been 2 weeks and the redness hasnt gone", "", ""},
	{"book a table for two at eight", "", ""},
	{"next session when", "", ""},
	{"1000 mg", "", ""},
	{"1500 friday steps", "friday", "2026-11-27 00:00"},
	{"", "", ""},
}

func TestTheMomentOfAQuestionIsFoundAmongItsWords(t *testing.T) {
	v := voice(t, british)
	for _, c := range withinQuestions {
		q := v.ReadQuestion(c.question)
		span, at := "", ""
		if q.Time != nil {
			span, at = c.question[q.Time.From:q.Time.To], q.Time.At.Format("2006-01-02 15:04")
		}
		if c.at == "now" {
			c.at = v.Now().Format("2006-01-02 15:04")
		}
		if span != c.span || at != c.at {
			t.Errorf("%q asks of %q, %s; want %q, %s", c.question, span, at, c.span, c.at)
		}
	}
}

func TestATimeOfDayThatCanBeTwoIsTheEarlierToCome(t *testing.T) {
	for _, c := range []struct {
		form           locale.Format
		question, want string
	}{
		{american, "gym friday 7:30", "2026-11-27 07:30"},
		{american, "gym at 7:30", "2026-11-22 19:30"},
		{american, "gym at 11:30", "2026-11-22 23:30"},
		{british, "gym at 7:30", "2026-11-23 07:30"},
		{british, "gym half past seven", "2026-11-22 19:30"},
		{american, "wax 12/24/2026", "2026-12-24 00:00"},
	} {
		if q := voice(t, c.form).ReadQuestion(c.question); q.Time == nil || q.Time.At.Format("2006-01-02 15:04") != c.want {
			t.Errorf("%q is about %v, want %s", c.question, q.Time, c.want)
		}
	}
}

func TestAWeekendThatRunsIsNowAndOneToComeBeginsOnSaturday(t *testing.T) {
	for now, want := range map[string]string{
		"2026-11-18T12:00:00+01:00": "2026-11-21 00:00", // Wednesday
		"2026-11-21T12:00:00+01:00": "2026-11-21 12:00",
		"2026-11-22T23:00:00+01:00": "2026-11-22 23:00",
		"2026-11-23T00:00:00+01:00": "2026-11-28 00:00",
	} {
		v := voice(t, british).At(instant(t, now), zoneOf(t, "Europe/Berlin"))
		q := v.ReadQuestion("sauna at the weekend")
		if q.Time == nil || q.Time.At.Format("2006-01-02 15:04") != want {
			t.Errorf("at %s it is %v, want %s", now, q.Time, want)
		}
	}
}

func TestTheNextWeekendIsNotTheOneThatRuns(t *testing.T) {
	for now, want := range map[string]string{
		"2026-11-18T12:00:00+01:00": "2026-11-21 00:00", // Wednesday: the weekend to come, the sooner of what it may mean
		"2026-11-21T12:00:00+01:00": "2026-11-28 00:00",
		"2026-11-22T23:00:00+01:00": "2026-11-28 00:00",
	} {
		v := voice(t, british).At(instant(t, now), zoneOf(t, "Europe/Berlin"))
		q := v.ReadQuestion("sauna next weekend")
		if q.Time == nil || q.Time.At.Format("2006-01-02 15:04") != want {
			t.Errorf("at %s it is %v, want %s", now, q.Time, want)
		}
	}
}

func TestTonightAskedAfterMidnightIsTheNightThatRuns(t *testing.T) {
	for _, c := range []struct{ now, question, want string }{
		{"2026-11-28T00:03:00+01:00", "zumba tonight", "2026-11-28 00:03"},
		{"2026-11-28T04:59:00+01:00", "zumba tonight", "2026-11-28 04:59"},
		{"2026-11-28T00:03:00+01:00", "zumba tonight at 9", "2026-11-28 21:00"},
		{"2026-11-28T00:03:00+01:00", "wine last night", "2026-11-27 21:00"},
		{"2026-11-28T00:03:00+01:00", "zumba tomorrow night", "2026-11-29 21:00"},
		{"2026-11-28T05:00:00+01:00", "zumba tonight", "2026-11-28 21:00"},
		{"2026-11-28T22:30:00+01:00", "zumba tonight", "2026-11-28 22:30"},
	} {
		v := voice(t, british).At(instant(t, c.now), zoneOf(t, "Europe/Berlin"))
		if q := v.ReadQuestion(c.question); q.Time == nil || q.Time.At.Format("2006-01-02 15:04") != c.want {
			t.Errorf("%q at %s is about %v, want %s", c.question, c.now, q.Time, c.want)
		}
	}
}

// Ten thousand letters, of parts that look like moments: none may be read again and again.
func BenchmarkLongQuestion(b *testing.B) {
	v := voice(b, american)
	for name, part := range map[string]string{
		"words": "may in a half past friday the ", "days": "friday 12 ", "one_word": "x", "clocks": "1:1 ", "halves": "½", "both": "sat 3 am i ", "no_spaces": "日曜日",
	} {
		text := strings.Repeat(part, 10_000/len(part))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				v.ReadQuestion(text)
			}
		})
	}
}

func BenchmarkReadQuestion(b *testing.B) {
	v := voice(b, british)
	for b.Loop() {
		v.ReadQuestion("I was treated on friday, can I swim on sunday evening or in the sauna in two weeks")
	}
}

func TestWhateverIsTypedTheMomentIsAPartOfIt(t *testing.T) {
	v := voice(t, american)
	words := append(strings.Fields("may sun friday fri at in the 3 pm 24 dec tonight a half past next week 0.5 on day am i ½ ３ 日曜 tommorow, . ! ' -"), "\x00", "\xff", "  ")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(words), rapid.String()), 0, 12).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		q := v.ReadQuestion(text)
		if q.Text != text {
			t.Fatalf("%q is repeated as %q", text, q.Text)
		}
		if q.Time != nil && (q.Time.From >= q.Time.To || q.Time.To > len(text) || q.Time.At.Year() < 2000 || q.Time.At.Year() > 2100) {
			t.Fatalf("%q is about %+v", text, q.Time)
		}
	})
}

func TestNextWeekBeginsAsInTheReadersTerritory(t *testing.T) {
	for week, want := range map[locale.Week]string{
		locale.FromMonday: "2026-11-23", locale.FromSunday: "2026-11-29", locale.FromSaturday: "2026-11-28", locale.FromFriday: "2026-11-27",
	} {
		q := voice(t, locale.Format{Week: week}).ReadQuestion("sauna next week") // on a Sunday
		if q.Time == nil || q.Time.At.Format("2006-01-02") != want {
			t.Errorf("a week from %v: next week begins on %+v, want %s", week.First(), q.Time, want)
		}
	}
}
