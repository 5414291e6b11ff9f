package phrase_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/record"
)

// plansOwn are the words that stand in the tests' plan: what a notification says beside them comes from the catalog.
var plansOwn = strings.NewReplacer("makeup", "", "Makeup", "", "alcohol", "", "mist", "", "Mist", "", "neck", "", "Neck", "",
	"Brushes.", "", "Water.", "", "SPF 30+", "")

func TestANotificationSaysNothingButTheCatalogsWordsAndThePlans(t *testing.T) {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	v := phrase.From(locale.Format{Hours: locale.Hours12}, files).At(now, zone)
	day, ended := 3, now.Add(-26*time.Hour)
	notYet := &record.NotYet{Areas: []string{"neck"}, From: now.Add(time.Hour)}
	for name, n := range map[string]record.News{
		"a routine":    {Routine: &record.RoutineNews{Name: "Mist", How: "Water.", NotYet: notYet}},
		"the next one": {Routine: &record.RoutineNews{Name: "Mist", How: "Water.", Next: now.Add(time.Hour)}},
		"a check-in":   {Routine: &record.RoutineNews{Name: "Mist", Day: &day}},
		"glasses":      {Routine: &record.RoutineNews{Name: "Mist", Drink: &record.Drink{Drunk: 200, Goal: 1600, Glass: 200}}},
		"ounces":       {Routine: &record.RoutineNews{Name: "Mist", Drink: &record.Drink{Drunk: 200, Goal: 1600, Glass: 200, Unit: course.UnitFluidOunce}}},
		"a wait":       {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Passed: 26 * time.Hour, After: "Brushes.", Also: []string{"Alcohol"}}},
		"an old wait":  {Window: &record.WindowNews{Name: "Makeup", Ended: now.AddDate(0, 0, -9), Passed: 90 * time.Minute}},
		"a question":   {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Asks: true}},
		"a next step":  {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Then: "SPF 30+", ThenUntil: now.AddDate(0, 0, 9)}},
		"sunscreen":    {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Then: "SPF 30+", Sunscreen: true}},
		"an absence":   {Welcome: &record.WelcomeNews{Away: 26 * time.Hour, Routines: []record.Task{{Name: "Mist", NotYet: notYet}}, LetGo: 2}},
		"many at once": {Welcome: &record.WelcomeNews{Away: 60 * time.Hour, Routines: []record.Task{{Name: "Mist"}, {Name: "Makeup"}}, LetGo: 2, Asks: true}},
		"a long night": {Welcome: &record.WelcomeNews{Morning: true, Ends: []record.End{{Name: "Makeup", At: ended}, {Name: "Mist", At: ended, Sunscreen: true}}}},
		"many waits":   {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Passed: 26 * time.Hour, After: "Brushes.", Also: []string{"Alcohol", "Makeup", "Mist"}, Asked: []string{"Mist", "Makeup"}, Steps: []record.Step{{Name: "Mist", Then: "SPF 30+"}, {Name: "Makeup", Then: "SPF 30+", Sunscreen: true}}, Shelf: &record.Shelf{Names: []string{"Mist"}, More: 2}}},
		"one's own":    {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Passed: 26 * time.Hour, Own: true}},
		"a condition":  {Window: &record.WindowNews{Name: "Makeup", Ended: ended, Asks: true, Condition: "SPF 30+"}},
		"a beginning":  {Begin: &record.BeginNews{Name: "Makeup", Rule: "Water.", Also: []string{"Mist", "Alcohol"}}},
		"a wish":       {Tell: &record.TellNews{Names: []string{"Mist"}, Ended: ended, Again: now.Add(time.Hour), Steps: []record.Step{{Name: "Makeup", Then: "SPF 30+"}}}},
		"many wishes":  {Tell: &record.TellNews{Names: []string{"Mist", "Makeup", "Alcohol"}, Ended: now.AddDate(0, 0, -9)}},
		"only let go":  {Welcome: &record.WelcomeNews{LetGo: 1}},
	} {
		title, body := v.Notice(n)
		if n, m := utf8.RuneCountInString(title), utf8.RuneCountInString(body); n > 40 || m > 90 {
			t.Errorf("%s has %d and %d letters in a longer language: %q, %q", name, n, m, title, body)
		}
		for _, text := range []string{title, body} {
			left := pseudo.Outside(plansOwn.Replace(text))
			if strings.IndexFunc(left, unicode.IsLetter) >= 0 || text == "" && name != "a wait" {
				t.Errorf("%s: %q stands outside of the catalog in %q", name, left, text)
			}
		}
	}
	for _, text := range []string{v.Held("paused", ""), v.Held("sleep", ""), v.Held("quiet", "dunst"), v.Held("quiet", "another")} {
		if left := pseudo.Outside(text); left != "" {
			t.Errorf("%q stands outside of the catalog in %q", left, text)
		}
	}
}

// A title that stands in the catalog is shown as it is, so a language that is 40 % longer has to have room for it too.
func TestEveryTitleOfTheCatalogHasRoomInALongerLanguage(t *testing.T) {
	titles := 0
	for id, m := range catalogue(t) {
		subject, name, _ := strings.Cut(id, ".")
		if subject != "notification" && subject != "background" || !strings.Contains(name, "title") {
			continue
		}
		titles++
		for _, text := range m.forms {
			if n := utf8.RuneCountInString(place.ReplaceAllString(text, "")) * 14 / 10; n > 40 {
				t.Errorf("%s would have %d letters: %q", id, n, text)
			}
		}
	}
	if titles < 10 {
		t.Errorf("only %d titles were found", titles)
	}
}
