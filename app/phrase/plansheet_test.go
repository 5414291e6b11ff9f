package phrase_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

func sheetText(s phrase.PlanSheet) string {
	all := append([]string{s.Title}, s.Lead...)
	for _, p := range s.Parts {
		all = append(all, p.Title)
		for _, r := range p.Rows {
			all = append(append(all, r.Name+" | "+r.When), r.Text...)
		}
	}
	all = append(append(append(all, s.Phone), s.Calls...), s.Foot...)
	return strings.Join(all, "\n")
}

func TestASheetOfPaperSaysWhatThePlanSays(t *testing.T) {
	text, err := os.ReadFile("../service/testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := guidance.Parse("clinic.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("", 3600)
	laid := course.New(course.Treatment{ID: 1, At: time.Date(2026, 11, 20, 15, 30, 0, 0, zone), Device: "pen", DepthMM: 1, Plan: p}, zone, nil)
	v := phrase.New(locale.Format{}).At(time.Date(2026, 11, 21, 9, 0, 0, 0, zone), zone)
	for _, c := range []struct {
		name  string
		laid  *course.Course
		wants []string
		never string
	}{
		{"as the plan says it", nil, []string{"Rose Street", "Makeup | until 24 hours", "Allowed from: 12 hours", "08:00, 20:30", "Only at these hours: 10:00 to 14:00",
			"until 48 hours after and when calm", "01234 567890", "Call today: ", "Emergency number: "}, "Nov"},
		{"with its times", &laid, []string{"Your treatment ended Fri 20 Nov, 15:30.", "Makeup | until Sat 21 Nov, 15:30 (24 hours)", "until 48 hours after and when calm"}, "tomorrow"},
	} {
		got := sheetText(v.PlanSheet(p, c.laid, ""))
		for _, want := range c.wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: it does not say %q:\n%s", c.name, want, got)
			}
		}
		if strings.Contains(got, c.never) {
			t.Errorf("%s: it says %q", c.name, c.never)
		}
	}
	if got := v.PlanSheet(p, nil, "020 1").Phone; got != "020 1" {
		t.Errorf("the person's own number is not on it, but %q", got)
	}
}

func TestASheetOfPaperGivesAdviceItsEndAndBeginsTheirClock(t *testing.T) {
	p, err := guidance.Parse("p.toml", []byte(`format = 2
id = "paper"
name = "Paper"
[[sources]]
id = "s"
title = "S"
strength = "clinic"
[[windows]]
id = "sun"
name = "Sun"
avoid = "Less sun."
from = "-2 weeks"
until = "7 days"
soft = true
[[care]]
id = "hair"
name = "Hair"
text = "Keep your hair off your face."
until = "24 hours"
[spacing]
sessions = "4 to 6"
`))
	if err != nil {
		t.Fatal(err)
	}
	zone := time.FixedZone("", 3600)
	at := time.Date(2026, 12, 19, 10, 0, 0, 0, zone)
	laid := course.New(course.Treatment{ID: 1, At: at, Device: "pen", Plan: p}, zone, nil)
	v := phrase.New(locale.Format{}).At(at.Add(-9*24*time.Hour), zone)
	got := sheetText(v.PlanSheet(p, &laid, ""))
	for _, want := range []string{
		"After your treatment", "Your treatment ends Sat 19 Dec, 10:00.", "Hair | until Sun 20 Dec, 10:00 (24 hours)",
		"From: Sat 5 Dec, 10:00 (2 weeks before the treatment)", "Your plan asks for less of it.", "Your plan has 4 to 6 sessions in all.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, got)
		}
	}
}
