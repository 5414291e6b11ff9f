package phrase_test

import (
	"testing"

	"afterglow/app/locale"
	"afterglow/guidance"
)

func TestADayBeforeTheTreatmentIsSaidAsPeopleSayIt(t *testing.T) {
	v := voice(locale.Format{})
	for said, want := range map[string]string{
		"night -1": "the night before", "night -2": "the night, 2 days before", "bedtime -1": "bedtime on the day before",
		"morning -1": "the morning of the day before", "morning 0": "the morning of the treatment's day",
		"end of day -1": "the beginning of the treatment's day", "end of day -3": "the end of the day, 3 days before",
	} {
		m, err := guidance.ParseMoment(said)
		if err != nil {
			t.Fatal(err)
		}
		if got := v.PlanMoment(m); got != want {
			t.Errorf("%s is said as %q, want %q", said, got, want)
		}
	}
}
