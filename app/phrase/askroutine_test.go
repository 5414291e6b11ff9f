package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/guidance"
)

func TestARoutineIsAnsweredWithHowOftenAndUntilWhen(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	v := voice(locale.Format{}).At(now, time.UTC)
	done := now.Add(50 * time.Hour)
	days := guidance.Moment{Elapsed: 48 * time.Hour}
	for name, c := range map[string]struct {
		repeats guidance.Routine
		end     guidance.Moment
		says    string
	}{
		"a number of times":       {guidance.Routine{TimesADay: guidance.Amount{Text: "2", Min: 2, Max: 2}}, days, "Twice a day, until Monday 14:00. Pat dry."},
		"a range":                 {guidance.Routine{TimesADay: guidance.Amount{Text: "3 to 4", Min: 3, Max: 4}}, guidance.Moment{Anchor: guidance.NoEnd}, "3 to 4 times a day. Pat dry."},
		"a length each":           {guidance.Routine{Every: 2 * time.Hour, For: 10 * time.Minute}, days, "Every 2 hours, 10 minutes each time, until Monday 14:00. Pat dry."},
		"glasses":                 {guidance.Routine{Amount: guidance.Amount{Text: "8 glasses", Min: 8, Max: 8, Unit: "glasses"}}, days, "8 glasses a day, until Monday 14:00. Pat dry."},
		"until after the last":    {guidance.Routine{Every: time.Hour}, guidance.Moment{Anchor: guidance.FromLast, Elapsed: 180 * 24 * time.Hour, Months: 6}, "Every 1 hour, until 6 months after the last session. Pat dry."},
		"until the person's word": {guidance.Routine{Times: make([]guidance.Clock, 1)}, guidance.Moment{Anchor: guidance.UntilCalm}, "Once a day, until it no longer weeps. Pat dry."},
	} {
		a := ask.Answer{Kind: ask.Routine, Name: "Cleanse", Verdict: ask.Yes, Text: "Pat dry.", Repeats: &c.repeats, Stops: c.end, Open: c.end.Anchor == guidance.FromLast, Done: done, Condition: "it no longer weeps"}
		r := ask.Reply{Verdict: ask.Yes, At: now, Answers: []ask.Answer{a}}
		if _, says := v.AskTile(r, a); says != c.says {
			t.Errorf("%s: %q, want %q", name, says, c.says)
		}
	}
}
