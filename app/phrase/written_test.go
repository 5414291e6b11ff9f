package phrase_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

func TestWhatACalendarWritesIsReadAsTheSameMinute(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	formats := []locale.Format{{}, {Hours: locale.Hours12}, {Order: locale.MonthDay}, {Hours: locale.Hours12, Order: locale.MonthDay},
		{Order: locale.YearMonth}, {Hours: locale.Hours12, Order: locale.YearMonth}}
	rapid.Check(t, func(t *rapid.T) {
		v := phrase.New(rapid.SampledFrom(formats).Draw(t, "format"))
		first := time.Date(2024, 1, 1, 0, 0, 0, 0, berlin)
		minute := func(name string) time.Time {
			return first.Add(time.Duration(rapid.Int64Range(0, 4*365*24*60).Draw(t, name)) * time.Minute)
		}
		now, at := minute("now"), minute("at")
		v = v.At(now, berlin)
		const wall = "2006-01-02 15:04" // of a repeated hour the first is read
		for name, read := range map[string]func(string) (time.Time, error){
			"a treatment": func(s string) (time.Time, error) {
				got, err := v.ReadAppointment(s)
				if err != nil {
					return time.Time{}, err
				}
				return got.Anchor()
			},
			"a moment to come": func(s string) (time.Time, error) {
				got, err := v.ReadTime(s)
				if err != nil {
					return time.Time{}, err
				}
				return got.Moment()
			},
		} {
			got, err := read(v.Written(at))
			if err != nil {
				t.Fatalf("as %s, %q is not read: %s", name, v.Written(at), v.Error(err))
			}
			if got.In(berlin).Format(wall) != at.Format(wall) {
				t.Fatalf("as %s, %q of %v is read as %v", name, v.Written(at), at, got)
			}
		}
		day := course.DateOf(at, berlin)
		got, err := v.ReadAppointment(v.WrittenDay(day))
		if err != nil || course.DateOf(got.At, berlin) != day {
			t.Fatalf("%q of %v is read as %v, %v", v.WrittenDay(day), day, got.At, err)
		}
	})
}

func TestAWeekBeginsAsInTheReadersTerritory(t *testing.T) {
	for week, want := range map[locale.Week]time.Weekday{
		locale.FromMonday: time.Monday, locale.FromFriday: time.Friday, locale.FromSaturday: time.Saturday, locale.FromSunday: time.Sunday,
	} {
		if got := voice(locale.Format{Week: week}).FirstWeekday(); got != want {
			t.Errorf("a week begins on %v, want %v", got, want)
		}
	}
}
