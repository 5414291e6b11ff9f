package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// beforeAndAfter is a sheet with waits for before the treatment, from before to after it, and for after it alone.
const beforeAndAfter = sheetHead + `[[windows]]
id = "treatments"
name = "Other treatments"
avoid = "No Botox and no filler."
from = "-7 days"
until = "0h"
[[windows]]
id = "actives"
name = "Retinol"
avoid = "No retinol."
from = "-7 days"
until = "24 hours"
[[windows]]
id = "hard"
name = "Hard exercise"
avoid = "No hard exercise."
from = "-24 hours"
until = "0h"
[[windows]]
id = "exercise"
name = "Exercise"
avoid = "No exercise."
until = "24 hours"
[[windows]]
id = "coffee"
name = "Coffee"
avoid = "Not too much coffee."
from = "-24 hours"
until = "0h"
soft = true
[[windows]]
id = "swim"
name = "Swimming"
avoid = "No swimming."
until = "24 hours"
[[care]]
id = "picking"
name = "Picking"
text = "Never pick at the skin."
never = ["picking"]
`

// now is Friday 27 November 15:00.
func TestAQuestionAboutAvoidingIsToldTheBanAndWhenItBegins(t *testing.T) {
	day := 24 * time.Hour
	for _, c := range []struct {
		question string
		after    time.Duration
		want     string
	}{
		{"when do I stop retinol", -9 * day, "Retinol: keep off from Sunday 15:00."},
		{"should I avoid Botox", -9 * day, "Botox: keep off from Sunday 15:00."},
		{"how long before the appointment no Botox", -9 * day, "Botox: keep off from Sunday 15:00."},
		{"when is my last chance for filler", -9 * day, "Filler: keep off from Sunday 15:00."},
		{"is swimming forbidden", -3 * day, "Swimming: keep off from Monday 15:00."},
		{"should I stop retinol", -3 * day, "Retinol: keep off, until Tuesday 15:00, in 4 days."},
		{"do I need to stop filler", -3 * day, "Filler: keep off until your treatment, Monday 15:00, in 3 days."},
		{"do I have to stop exercise", -10 * time.Hour, "Exercise: keep off, until Sunday 01:00, in 34 h."},
		{"is swimming forbidden", time.Hour, "Swimming: keep off, until tomorrow 14:00, in 23 h."},
		{"do I still have to avoid swimming", 30 * time.Hour, "Swimming: your plan's wait is over."},
		{"should I avoid picking", time.Hour, "Picking: keep off."},
		{"should I avoid coffee", -10 * time.Hour, "Coffee: less, until tomorrow 01:00, in 10 h."},
	} {
		sc := longKnown(planOf(t, beforeAndAfter), c.after)
		v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
		if got := v.AskTitle(sc.Answer(v.ReadQuestion(c.question))); got != c.want {
			t.Errorf("%q, %v after the treatment: %q, not %q", c.question, c.after, got, c.want)
		}
	}
}

func TestAWaitForBeforeTheTreatmentIsNoLeaveAfterIt(t *testing.T) {
	for _, c := range []struct {
		question string
		after    time.Duration
		title    string
		silent   bool   // of the time after the treatment
		onward   string // the wait that goes on
	}{
		{"when can I have filler", -72 * time.Hour, "Filler: not before your treatment, Monday 15:00, in 3 days.", true, ""},
		{"when can I have filler", -216 * time.Hour, "Filler: your plan does not say.", true, "treatments"},
		{"when can I exercise", -10 * time.Hour, "Exercise: not yet, until Sunday 01:00, in 34 h.", false, "exercise"},
		{"can I use retinol", -72 * time.Hour, "Retinol: not yet, until Tuesday 15:00, in 4 days.", false, ""},
		{"can I swim", time.Hour, "Swimming: not yet, until tomorrow 14:00, in 23 h.", false, ""},
	} {
		sc := longKnown(planOf(t, beforeAndAfter), c.after)
		v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
		r := sc.Answer(v.ReadQuestion(c.question))
		onward := ""
		if r.Onward != nil {
			onward = r.Onward.ID
		}
		if got := v.AskTitle(r); got != c.title || r.SilentAfter != c.silent || onward != c.onward {
			t.Errorf("%q, %v after the treatment: %q, silent after it %v, then %q; want %q, %v, %q", c.question, c.after, got, r.SilentAfter, onward, c.title, c.silent, c.onward)
		}
	}
}

func TestAWaitThatIsToBeginIsNeverToldAsLeave(t *testing.T) {
	sc := longKnown(planOf(t, beforeAndAfter), -10*time.Hour)
	v := phrase.New(locale.Format{}).At(sc.Now, sc.Zone)
	r := sc.Answer(v.ReadQuestion("can I exercise"))
	if len(r.Answers) != 2 || r.Answers[1].Verdict != ask.Silent {
		t.Fatalf("it is answered by %+v", r.Answers)
	}
	const want = "Exercise: a wait begins tomorrow 01:00, in 10 h. No exercise. It holds until Sunday 01:00."
	if got := v.AskLine(r, r.Answers[1]); got != want {
		t.Errorf("it reads %q, not %q", got, want)
	}
}
