package typed_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// Whatever the clock and the order of dates, each of these ways names one minute, in Go's notation.
var anyOrder = []string{
	"2006-01-02 15:04", "2006-01-02T15:04", "2006/01/02 15:04", "2.1.2006 15:04", "02.01.2006, 15.04", "2. 1. 2006 1504", "02-Jan-2006 3:04pm",
	"2 Jan 2006 15:04", "2 January 2006, 3:04 PM", "Jan 2, 2006, 3:04 pm", "January 2 2006 at 3.04 pm", "Mon 2 Jan 2006 15:04", "Monday, January 2, 2006, 3:04 PM",
	"15:04 on 2 Jan 2006", "3:04pm Jan 2 2006", "2006 Jan 2 15:04",
}

func TestEveryWayToWriteAMomentMeansTheSameMinute(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	voices := map[string]phrase.Voice{}
	for name, f := range allFormat {
		voices[name] = phrase.New(f)
	}
	rapid.Check(t, func(t *rapid.T) {
		first := time.Date(2001, 1, 1, 0, 0, 0, 0, zone).Unix()
		minutes := func(name string) time.Time {
			return time.Unix(first+60*rapid.Int64Range(0, 98*365*24*60).Draw(t, name), 0).In(zone)
		}
		now, at := minutes("now"), minutes("at")
		name := rapid.SampledFrom([]string{"24 h, day first", "12 h, month first", "12 h, year first", "12 h, day first", "24 h, year first"}).Draw(t, "format")
		ways := anyOrder
		switch allFormat[name].Order {
		case locale.DayMonth:
			ways = append(ways[:len(ways):len(ways)], "2/1/2006 15:04", "02-01-2006 3:04 PM", "2/1/06 15:04")
		case locale.MonthDay:
			ways = append(ways[:len(ways):len(ways)], "1/2/2006 15:04", "01-02-2006 3:04 PM", "1/2/06 3:04 pm")
		}
		way := rapid.SampledFrom(ways).Draw(t, "way")
		text := at.Format(way)
		if rapid.Bool().Draw(t, "loud") && !strings.Contains(way, "T") {
			text = strings.ToUpper(text)
		}
		const minute = "2006-01-02 15:04" // of a repeated hour the first is read
		v := voices[name].At(now, zone)
		got, err := v.ReadTime(text)
		halfless := (strings.Contains(way, "15:04") || strings.Contains(way, "15.04")) && !strings.HasPrefix(way, "2006-")
		if halfless && at.Hour() >= 10 && at.Hour() <= 12 && allFormat[name].Hours == locale.Hours12 {
			if err == nil {
				t.Fatalf("%q says neither morning nor afternoon, and is read as %v", text, got.At)
			}
			return // it asks
		}
		if err != nil {
			t.Fatalf("%q is not read: %s", text, v.Error(err))
		}
		if got.At.Format(minute) != at.Format(minute) {
			t.Fatalf("%q is read as %v", text, got.At)
		}
	})
}
