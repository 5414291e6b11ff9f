package reminder

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// everyTreatment calls f with both starter plans under all kinds of treatments.
func everyTreatment(f func(name string, tr course.Treatment)) {
	for _, p := range guidance.Starters() {
		for _, device := range []string{"", "roller", "pen", "rf"} {
			for _, depth := range []float64{0, 0.25, 0.5, 1.5, 3} {
				for _, area := range []string{"", "face", "body", "scalp"} {
					for _, sensitive := range []bool{false, true} {
						name := strings.Join([]string{p.ID, device, area}, " ")
						f(name, course.Treatment{ID: 1, Plan: p, Device: device, DepthMM: depth, Area: area, Sensitive: sensitive})
					}
				}
			}
		}
	}
}

func TestEveryNotificationOfTheStarterPlansFitsAndIsCalm(t *testing.T) {
	zone := berlin(t)
	checked := 0
	everyTreatment(func(name string, tr course.Treatment) {
		tr.At = at(t, "Sat 15:30")
		tr.EnteredAt = tr.At
		in := Input{Now: tr.At, Zone: zone, Prefs: course.DefaultPrefs(), Courses: []course.Course{course.New(tr, zone, nil)}}
		for _, o := range Upcoming(in, tr.At.AddDate(0, 0, 8)) {
			checkCopy(t, name, o)
			checked++
		}
		for _, o := range Upcoming(withoutRoutines(in), tr.At.AddDate(0, 2, 0)) {
			checkCopy(t, name, o)
			checked++
		}
	})
	if checked < 1000 {
		t.Errorf("only %d notifications were looked at", checked)
	}
}

func withoutRoutines(in Input) Input {
	c := in.Courses[0]
	c.Routines = nil
	in.Courses = []course.Course{c}
	return in
}

func checkCopy(t *testing.T, name string, o Occurrence) {
	t.Helper()
	if n := utf8.RuneCountInString(o.Title); n == 0 || n > 40 {
		t.Errorf("%s: %s: title of %d: %q", name, o.ID, n, o.Title)
	}
	if n := utf8.RuneCountInString(o.Body); n == 0 || n > 90 {
		t.Errorf("%s: %s: body of %d: %q", name, o.ID, n, o.Body)
	}
	text := strings.ToLower(o.Title + " " + o.Body)
	for _, word := range []string{"!", "safe", "healed", "normal", "infection", "…", " open ", " ok"} {
		if strings.Contains(text, word) && !strings.Contains(text, "open afterglow") {
			t.Errorf("%s: %s says %q: %q / %q", name, o.ID, word, o.Title, o.Body)
		}
	}
	for _, sentence := range strings.Split(o.Body, ". ") {
		if n := len(strings.Fields(sentence)); n > 15 {
			t.Errorf("%s: %s: a sentence of %d words: %q", name, o.ID, n, sentence)
		}
	}
}

func TestTheCheckInCountsTheDays(t *testing.T) {
	p := guidance.Plan{ID: "x", Routines: []guidance.Routine{routine("checkin", "Check-in", "", time.Hour, 19*60+30)}}
	p.Routines[0].Ask = "How does your skin feel?"
	in := only(t, "Tue 19:30", begun(1, p, at(t, "Sat 15:30")))
	in.Deliveries = []record.Delivery{{Occurrence: "checkin/2026-11-23/1", What: "checkin", State: record.Closed}}
	expect(t, in, "show checkin/2026-11-24/1 | How does your skin feel? | Day 3. Twenty seconds.", "again Tue 20:30")
}

func TestAnEndLongAgoNamesItsDay(t *testing.T) {
	for now, want := range map[string]string{
		"Sun 15:30": "at 15:30", "Mon 08:00": "yesterday 15:30", "Thu 08:00": "Sunday 15:30",
	} {
		in := only(t, now, begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30")))
		if got := Decide(in).Show[0].Body; got != "24 hours passed "+want+". Use clean brushes." {
			t.Errorf("%s: %q", now, got)
		}
	}
	in := only(t, "Thu 08:00", begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30")))
	in.Now = in.Now.AddDate(0, 0, 7)
	if got := Decide(in).Show[0].Body; got != "24 hours passed on 22 November. Use clean brushes." {
		t.Errorf("%q", got)
	}
}

func TestManyEndsAtOnceAreCountedWhereNamesDoNotFit(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	for _, id := range []string{"exercise outdoors", "swimming and sauna", "hair removal"} {
		p.Windows = append(p.Windows, window(id, id, 24*time.Hour, ""))
	}
	d := Decide(only(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30"))))
	if got, want := d.Show[0].Body, "24 hours passed at 15:30. Use clean brushes. Also over: 3 more."; got != want || len(d.Show[0].Covers) != 3 {
		t.Errorf("%q with %d", got, len(d.Show[0].Covers))
	}
}

func TestLongNamesStillFit(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows[0].Name = "Retinoids, acids, vitamin C and scrubs of every kind"
	p.Windows[0].After = strings.Repeat("This sentence is far too long for a notification. ", 4)
	in := only(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30")))
	expect(t, in, "show makeup/1 | Your makeup wait is over | 24 hours passed at 15:30. This sentence is far too long for a notification.")

	end := elapsed(14 * 24 * time.Hour)
	p.Windows[0].Then, p.Windows[0].ThenUntil = "SPF 50+ of the mineral kind, a wide hat, long sleeves, shade at noon and no tanning beds", &end
	in = only(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30")))
	expect(t, in, "show makeup/1 | Sunscreen starts now | Your plan: SPF 50+ of the mineral kind, a wide hat, long sleeves until Sat 5 Dec.")
}

func TestTextsAreShortenedAtASentenceOrAWord(t *testing.T) {
	for in, want := range map[string]string{
		"Short.":                 "Short.",
		"One two. Three four.":   "One two.",
		"Seventeen letters long": "Seventeen…",
		"Exactly eighteen.":      "Exactly eighteen.",
		"Äöü äöü äöü. Äöü äöü.":  "Äöü äöü äöü.",
	} {
		if got := fit(in, 17); got != want {
			t.Errorf("fit(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAWelcomeDropsWhatMattersLeastFirst(t *testing.T) {
	p := welcomeParts{away: 5 * time.Hour, routines: []string{"Gentle cleanse"}, letGo: 2, windows: []string{"Makeup wait ended 11:40."}}
	for _, test := range []struct {
		change func()
		want   string
	}{
		{func() {}, "Away 5 h. Gentle cleanse still worth doing; two nudges let go. Makeup wait ended 11:40."},
		{func() { p.routines = append(p.routines, "Sunscreen") }, "Away 5 h. Gentle cleanse and sunscreen still worth doing. Makeup wait ended 11:40."},
		{func() { p.windows = append(p.windows, "Sunscreen from 11:40.") }, "Two tasks still worth doing. Makeup wait ended 11:40. Sunscreen from 11:40."},
		{func() { p.windows = append(p.windows, "Exercise wait ended 11:40.") }, "Two tasks still worth doing. Three waits ended. See Afterglow."},
	} {
		test.change()
		if got := p.body(); got != test.want {
			t.Errorf("got  %q\nwant %q", got, test.want)
		}
	}
}
