package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/service"
)

func TestAKeyTimeNamesItsDayAndWhetherItHasBeen(t *testing.T) {
	v := voice(locale.Format{}) // Friday 15:30
	for _, c := range []struct {
		key        service.KeyTime
		when, what string
	}{
		{service.KeyTime{Kind: service.KeyRoutine, Name: "Gentle cleanse", At: now.Add(-10 * time.Hour)}, "today 05:30", "Gentle cleanse began"},
		{service.KeyTime{Kind: service.KeyRoutine, Name: "Gentle cleanse", At: now.Add(6 * time.Hour)}, "today 21:30", "Gentle cleanse begins"},
		{service.KeyTime{Kind: service.KeyWindow, Name: "Makeup", At: now.Add(-24 * time.Hour)}, "yesterday 15:30", "Makeup: the wait ended"},
		{service.KeyTime{Kind: service.KeyWindow, Name: "Makeup", At: now.Add(24 * time.Hour)}, "tomorrow 15:30", "Makeup: the wait ends"},
		{service.KeyTime{Kind: service.KeyWindow, Name: "Acids", AndWhen: "calm", At: now.Add(-24 * time.Hour)},
			"yesterday 15:30", "Acids: the wait ends once you say that your skin is calm"},
	} {
		if when, what := v.KeyMoment(c.key), v.KeyTime(c.key); when != c.when || what != c.what {
			t.Errorf("%q, %q; want %q, %q", when, what, c.when, c.what)
		}
	}
}

func TestACareThatIsNotForTodayIsToldByItsNextTime(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range []struct {
		care service.RoutineView
		want string
	}{
		{service.RoutineView{Name: "Check-in", Next: in(28 * time.Hour)}, "next tomorrow 19:30"},
		{service.RoutineView{Name: "Check-in", Off: true}, "Reminders are off"},
		{service.RoutineView{Name: "Check-in"}, "None today"},
	} {
		if got := v.RoutineAlso(c.care, false); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
