package service_test

import (
	"slices"
	"testing"
	"time"

	"afterglow/app/service"
)

func TestAQuestionIsAnsweredByTheWordsInIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for question, want := range map[string][]string{
		"may I wear makeup?":            {"Makeup"},
		"May I wear make-up now?":       {"Makeup"},
		"make-up":                       {"Makeup"},
		"Make up!":                      {"Makeup"},
		"“makeup”":                      {"Makeup"},
		"Exercise":                      {"Exercise"},
		"can I use acids, retinol":      {"Acids, retinol"},
		"what about the midday sun":     {"Midday sun"}, // not the sun at any hour
		"is sauna yoga ok?":             {"Exercise", "Heat"},
		"the gym, and the sauna?":       {"Exercise", "Heat"}, // a yes to one is no yes to both
		"to the beach with foundation?": {"Makeup", "Sun"},
	} {
		views, err := w.service.Can(w.ctx(), question, time.Time{})
		var names []string
		for _, v := range views {
			names = append(names, v.Name)
		}
		if err != nil || !slices.Equal(names, want) {
			t.Errorf("can %q answers for %q, %v; want %q", question, names, err, want)
		}
	}
	for _, word := range []string{"?", "sunny", "the gymnast"} { // no whole word of it is known
		_, err := w.service.Can(w.ctx(), word, time.Time{})
		w.refused(err, "does not know")
	}
}

func TestOneWordOfANameIsAHintToTheWholeName(t *testing.T) {
	known := []string{"Make-up & Puder", "Sonnenbad & Solarium", "Lidschatten & Kajal"}
	for word, want := range map[string]string{"Solarium": "Sonnenbad & Solarium", "kajal": "Lidschatten & Kajal", "puder": "Make-up & Puder", "up": "", "Skifahren": ""} {
		if got := service.Closest(word, known); got != want {
			t.Errorf("%q hints at %q, want %q", word, got, want)
		}
	}
}

// The plan of the tests has no wait for wine and none for hands; both starter plans have.
func TestOfWhatOnlyTheStarterPlansKnowThePlanSaysNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for question, about := range map[string]string{
		"wine": "wine", "Alcohol": "Alcohol", "hands": "hands", "Waxing": "Waxing", "may I drink some red wine?": "wine",
	} {
		_, err := w.service.Can(w.ctx(), question, time.Time{})
		w.refused(err, `Your plan (Rose Street) says nothing of "`+about+`"; ask your clinic.`)
	}
	_, err := w.service.Extend(w.ctx(), "wine")
	w.refused(err, `Your plan (Rose Street) says nothing of "wine"; ask your clinic.`)
	// What is written down must be what was named.
	_, err = w.service.Extend(w.ctx(), "the makeup one")
	w.refused(err, `does not know "the makeup one". Did you mean "makeup"?`)
	// If the plan has the wait, but not this word for it, that wait may be meant.
	_, err = w.service.Can(w.ctx(), "lipstick", time.Time{})
	w.refused(err, `Your plan (Rose Street) says nothing of "lipstick" by that word. Did you mean "Makeup"? If not, ask your clinic.`)
}
