package phrase_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// sheetPlans are the starter plans and those of public sheets, by name.
func sheetPlans(t *testing.T) map[string]guidance.Plan {
	t.Helper()
	plans := map[string]guidance.Plan{}
	for _, p := range guidance.Starters() {
		plans[p.ID] = p
	}
	files, err := filepath.Glob("../../guidance/testdata/sheets/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".expect.toml") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if plans[filepath.Base(file)], err = guidance.Parse(file, text); err != nil {
			t.Fatal(err)
		}
	}
	return plans
}

// Desktops show a title in one line, and GNOME one line of the body. So both fit for every plan that we know, alone and beside
// another treatment, in our language and in a longer one; and when a wait ended comes behind what else there is to say.
func TestEveryNotificationOfEverySheetFitsAndBeginsWithWhatMatters(t *testing.T) {
	catalog, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	voices := map[string]phrase.Voice{"ours": voice(locale.Format{}), "a longer one": phrase.From(locale.Format{Hours: locale.Hours12}, catalog).At(now, zone)}
	told, joint := 0, 0
	for name, plan := range sheetPlans(t) {
		one := course.Treatment{ID: 1, Plan: plan, Device: "pen", Area: "face", At: now, EnteredAt: now}
		later := course.Treatment{ID: 2, Plan: guidance.Starters()[0], Device: "pen", Area: "neck", At: now.Add(24 * time.Hour), EnteredAt: now}
		for _, treatments := range [][]course.Treatment{{one}, {one, later}} {
			in := reminder.Input{Now: now, Zone: zone, Prefs: course.DefaultPrefs()}
			for _, tr := range treatments {
				in.Courses = append(in.Courses, course.New(tr, zone, nil))
			}
			for _, o := range reminder.Upcoming(in, now.AddDate(0, 0, 16)) {
				for language, v := range voices {
					title, body := v.NoticeAt(o.News, o.At)
					if n, m := utf8.RuneCountInString(title), utf8.RuneCountInString(body); n == 0 || n > 40 || m > 90 {
						t.Errorf("%s, %s, in %s language: %d and %d letters: %q / %q", name, o.ID, language, n, m, title, body)
					}
					told++
					w := o.News.Window
					if w == nil || w.Asks || w.Then != "" || w.After == "" && len(w.Also)+len(w.Steps)+len(w.Asked) == 0 {
						continue
					}
					joint++
					if _, when := v.NoticeAt(record.News{Window: &record.WindowNews{Name: w.Name, Ended: w.Ended, Passed: w.Passed}}, o.At); strings.HasPrefix(body, when) {
						t.Errorf("%s, %s, in %s language begins with when it ended: %q", name, o.ID, language, body)
					}
				}
			}
		}
	}
	if told < 5000 || joint < 200 {
		t.Errorf("only %d notifications were looked at, %d that have more to say", told, joint)
	}
}
