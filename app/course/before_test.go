package course

import (
	"testing"
	"time"

	"afterglow/guidance"
)

func TestWhatIsOnlyBeforeHoldsFromTheEntryOfTheAppointmentUntilTheTreatment(t *testing.T) {
	at := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		entered time.Time
		until   time.Duration
		from    time.Time
	}{
		"entered two weeks before":            {at.Add(-14 * 24 * time.Hour), 0, at.Add(-14 * 24 * time.Hour)},
		"entered an hour before":              {at.Add(-time.Hour), 0, at.Add(-24 * time.Hour)},
		"entered afterwards":                  {at.Add(time.Hour), 0, at.Add(-24 * time.Hour)},
		"nobody knows when":                   {time.Time{}, 0, at.Add(-24 * time.Hour)},
		"over a day before, entered a week":   {at.Add(-7 * 24 * time.Hour), -24 * time.Hour, at.Add(-7 * 24 * time.Hour)},
		"over a day before, entered too late": {at.Add(-2 * time.Hour), -24 * time.Hour, at.Add(-48 * time.Hour)},
	} {
		spec := guidance.Window{ID: "sun", From: guidance.Moment{Anchor: guidance.WhenEntered}, Until: guidance.Moment{Elapsed: c.until}}
		w := New(Treatment{At: at, EnteredAt: c.entered, Plan: guidance.Plan{Windows: []guidance.Window{spec}}}, time.UTC, nil).Windows[0]
		if !w.From.Equal(c.from) || !w.Until.Equal(at.Add(c.until)) {
			t.Errorf("%s: from %v until %v", name, w.From, w.Until)
		}
		if s := w.StateAt(w.Until.Add(-time.Minute), time.UTC); s != Wait {
			t.Errorf("%s: just before its end it is %s", name, s)
		}
		if !w.Spent(w.Until) || !w.Spent(at.Add(24*time.Hour)) {
			t.Errorf("%s: afterwards it would be a yes", name)
		}
	}
}

func TestAdviceThatNamesAnEndAloneBeginsWithTheTreatmentOrIsForTheTimeBefore(t *testing.T) {
	at := time.Date(2026, 11, 10, 10, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		until         *guidance.Moment
		before, after bool // whether it is shown an hour before and an hour after
	}{
		"always":               {nil, true, true},
		"for two days":         {&guidance.Moment{Elapsed: 48 * time.Hour}, false, true},
		"the first day":        {&guidance.Moment{Anchor: guidance.EndOfDay}, false, true},
		"until calm":           {&guidance.Moment{Anchor: guidance.UntilCalm}, false, true},
		"until the treatment":  {&guidance.Moment{}, true, false},
		"until the day before": {&guidance.Moment{Elapsed: -24 * time.Hour}, false, false},
	} {
		spec := guidance.Care{ID: "moist", Until: c.until}
		care := New(Treatment{At: at, Plan: guidance.Plan{Care: []guidance.Care{spec}}}, time.UTC, nil).Care[0]
		if before, after := care.Holds(at.Add(-time.Hour)), care.Holds(at.Add(time.Hour)); before != c.before || after != c.after {
			t.Errorf("%s: before %v, after %v", name, before, after)
		}
	}
}
