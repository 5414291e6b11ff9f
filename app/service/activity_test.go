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
		"makup":                         {"Makeup"}, // the one word that it can be
		"foundations":                   {"Makeup"},
		"lipstick":                      {"Makeup"}, // though the plan does not have this word for it
		"Exercise":                      {"Exercise"},
		"can I use acids, retinol":      {"Acids, retinol"},
		"midday sun":                    {"Midday sun"},
		"what about the midday sun":     {"Sun", "Midday sun"}, // it is sun, too
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
	for _, word := range []string{"?", "quidditch"} { // no word of it is known
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

// The plan of the tests has no wait for wine and none for waxing.
func TestOfWhatThePlanDoesNotKnowItSaysNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for _, question := range []string{"wine", "Waxing", "may I drink some red wine?", "a tattoo", "leg wax"} {
		_, err := w.service.Can(w.ctx(), question, time.Time{})
		w.refused(err, "Your plan (Rose Street) says nothing of ")
	}
	_, err := w.service.Can(w.ctx(), "makeup and a tattoo", w.at("2026-11-26 12:00"))
	w.refused(err, "says nothing of ") // makeup may be worn by then, and a yes to it is none to both
	_, err = w.service.Extend(w.ctx(), "wine")
	w.refused(err, `Your plan (Rose Street) says nothing of "wine"; ask your clinic.`)
	// What is written down must be what was named.
	_, err = w.service.Extend(w.ctx(), "the makeup one")
	w.refused(err, `does not know "the makeup one". Did you mean "Makeup"?`)
}

func TestCanNeverSaysYesToWhatIsOnTheListOfCalls(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for _, question := range []string{"fever", "my eye is swollen shut", "pus"} {
		_, err := w.service.Can(w.ctx(), question, time.Time{})
		w.refused(err, " as \"call the clinic\": ")
	}
}
