package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
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
		"to the beach with foundation?": {"Makeup", "Sun", "Midday sun"},
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
	w.refused(err, `does not know "the makeup one". Did you mean "makeup"?`)
}

func TestCanNeverSaysYesToWhatIsOnTheListOfCalls(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	for _, question := range []string{"fever", "my eye is swollen shut", "pus"} {
		_, err := w.service.Can(w.ctx(), question, time.Time{})
		w.refused(err, " as \"call the clinic\": ")
	}
}

func TestCanNeverSaysYesToWhatThePlanForbidsWithoutAnEnd(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.service.Now().Add(-30 * time.Hour), Device: "pen", DepthMM: 0.5, Area: "face", PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{"picking", "may I pick at the flakes?", "sunbed"} {
		views, err := w.service.Can(w.ctx(), question, time.Time{})
		if err != nil || len(views) != 1 || views[0].Allowed || views[0].Never == "" || views[0].Until != nil || w.voice().Can(views[0]) != "no" {
			t.Errorf("can %q: %+v, %v", question, views, err)
		}
	}
	for _, question := range []string{"rubbing alcohol", "fever", "petrolatum", "flu jab", "a leg wax"} {
		views, err := w.service.Can(w.ctx(), question, time.Time{})
		for _, v := range views {
			if v.Allowed {
				t.Errorf("can %q: yes by %+v", question, v)
			}
		}
		if err == nil && len(views) == 0 {
			t.Errorf("can %q: no answer", question)
		}
	}
}

// The wait for makeup begins with the treatment, the one for actives a week before it.
func TestCanSaysOfAWaitThatBeginsLaterThatThePlanSaysNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-27 10:00")
	v := w.can("makeup", time.Time{})
	if v.Allowed || v.State != course.Before || w.voice().Can(v) != "your plan says nothing" || !strings.Contains(w.voice().CanLine(v), "until") {
		t.Errorf("got %+v: %s", v, w.voice().CanLine(v))
	}
}

func TestAskAndItsSisterNeverDisagreeOnAYes(t *testing.T) {
	w := newWorld(t, "12:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.service.Now().Add(-30 * time.Hour), Device: "pen", DepthMM: 0.5, Area: "face", PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	yes := 0
	for i, topic := range v.Topics {
		if i%5 > 0 { // each of them reads the journal
			continue
		}
		views, err := w.service.Can(w.ctx(), topic.Words[0], time.Time{})
		if err != nil || len(views) == 0 || slices.ContainsFunc(views, func(v service.CanView) bool { return !v.Allowed }) {
			continue
		}
		yes++
		if asked := sc.Ask(ask.Question{Text: topic.Words[0]}); asked.Verdict != ask.Yes {
			t.Errorf("can %q: yes; ask: %s", topic.Words[0], asked.Verdict)
		}
	}
	if yes == 0 {
		t.Error("nothing is allowed: nothing was compared")
	}
}

func TestAskNamesWhoSaysEachPartOfAnAnswer(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 17:00")
	view, err := w.service.Ask(w.ctx(), ask.Question{Text: "may I wear makeup"}, time.Time{})
	if err != nil || view.Verdict != ask.NotYet || len(view.Says) != len(view.Answers) || view.Says[0].Title != "Rose Street leaflet" || view.Clinic.Name != "Rose Street Clinic" {
		t.Errorf("got %+v, %v", view, err)
	}
}
