package agent

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/app/tray"
)

// plansOwn are the words that stand in the tests' plan and with its treatments.
var plansOwn = strings.NewReplacer("moisturise", "", "makeup", "", "sun", "", "water", "", "neck", "", "face", "", "check-in", "", "Herbal tea", "", "cups", "")

func TestTheTraySaysNothingButTheCatalogsWordsAndThePlans(t *testing.T) {
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	v := phrase.From(locale.Format{Hours: locale.Hours12}, files).At(noon, time.UTC)
	paused := noon.Add(time.Hour)
	for name, change := range map[string]func(*service.Status){
		"an ordinary day":  func(*service.Status) {},
		"nothing":          func(s *service.Status) { s.Treatment = nil },
		"no window":        func(s *service.Status) { s.Windows, s.Next = nil, nil },
		"what then":        func(s *service.Status) { s.Windows = s.Windows[1:] },
		"a question":       func(s *service.Status) { s.Windows[1].State = course.Ask },
		"paused":           func(s *service.Status) { s.Paused = &paused },
		"held":             func(s *service.Status) { s.Held = []service.HeldView{{Reason: reminder.HeldSleep}} },
		"drinks of a plan": func(s *service.Status) { s.Routines[1].Name, s.Routines[1].Drink.Vessel = "Herbal tea", "cups" },
		"several": func(s *service.Status) {
			s.Treatments = []service.TreatmentView{{ID: 1, Day: 1, Area: "neck"}, {ID: 2, Day: 4, Area: "face"}}
			s.Windows[0].Treatment = 2
			s.Routines[0].NotYet = &record.NotYet{Areas: []string{"neck"}, From: noon.Add(time.Hour)}
		},
		"due": func(s *service.Status) {
			s.Due = []service.NextView{{ID: "moisturise/2026-11-22/2", Kind: "routine", What: "moisturise", News: called("Moisturise")}}
		},
		"two due": func(s *service.Status) {
			s.Due = []service.NextView{{ID: "moisturise/2026-11-22/2", Kind: "routine", What: "moisturise", News: called("Moisturise")}, {ID: "water/2026-11-22/4"}}
		},
	} {
		s := dayOne()
		change(&s)
		open := trayModel(v, s)
		for _, m := range []tray.Model{open, discreet(v, open, s)} {
			for _, text := range lines(m) {
				left := pseudo.Outside(plansOwn.Replace(text))
				if strings.IndexFunc(left, unicode.IsLetter) >= 0 {
					t.Errorf("%s: %q stands outside of the catalog in %q", name, left, text)
				}
			}
		}
	}
	w := trayWords(v)
	for _, text := range []string{w.App, w.Later, w.Pause, w.Ask, w.Open, w.Quit} {
		if left := pseudo.Outside(text); left != "" || text == "" {
			t.Errorf("%q stands outside of the catalog in %q", left, text)
		}
	}
}

// lines are all that can be read in the tray.
func lines(m tray.Model) []string {
	all := []string{m.Status, m.Tip, m.Done, m.CheckIn, m.Resume, m.Water}
	for i := range m.Later {
		all = append(all, m.Later[i].Label, m.Pause[i].Label)
	}
	return all
}
