package service

import (
	"context"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

// Bounds of putting off.
const (
	longestSnooze = 24 * time.Hour
	longestPause  = 7 * 24 * time.Hour
	// evening is when "tonight" is, unless that is within the hour before sleep.
	evening = guidance.Clock(20*60 + 30)
)

// ErrNotPaused is answered by Resume if no pause holds.
var ErrNotPaused error = fault.New("refusal.not_paused", nil)

// Snooze reminds of an occurrence again at until. What is as for Done: "" is what is due, else next.
func (s *Service) Snooze(ctx context.Context, what string, until time.Time) (record.Entry, error) {
	return s.snooze(ctx, what, s.Now(), until)
}

// snooze puts off what was asked for at now: "15 minutes" are counted from that same moment.
func (s *Service) snooze(ctx context.Context, what string, now, until time.Time) (record.Entry, error) {
	if !until.After(now) {
		return record.Entry{}, fault.Use("refusal.has_passed", fault.Args{"At": until})
	}
	if until.After(now.Add(longestSnooze)) {
		return record.Entry{}, fault.Use("refusal.snooze_too_long", fault.Args{"Most": longestSnooze})
	}
	_, t, err := s.answerable(ctx, what)
	if err != nil {
		return record.Entry{}, err
	}
	switch done, err := s.journal.Answered(ctx, t.occurrence); {
	case err != nil:
		return record.Entry{}, err
	case done && t.occurrence != "": // while the clock was wrong: what is read by its time does not say so
		return record.Entry{}, fault.Use("refusal.answered", fault.Args{"ID": t.occurrence})
	}
	return s.add(ctx, record.Entry{At: now, Kind: record.KindSnooze, What: t.routine.ID, Occurrence: t.occurrence, Until: until})
}

// SnoozeChoice is Snooze by one of the delays.
func (s *Service) SnoozeChoice(ctx context.Context, what string, choice Delay) (record.Entry, error) {
	now := s.Now()
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return record.Entry{}, err
	}
	switch until := choice.until(prefs, now, s.Zone()); {
	case until.IsZero():
		return record.Entry{}, fault.Use("refusal.snooze_choice", fault.Args{"Word": string(choice)})
	case !until.After(now):
		return record.Entry{}, fault.Use("refusal.tonight_passed", nil)
	default:
		return s.snooze(ctx, what, now, until)
	}
}

// Tonight is when "tonight" is on the local day of now: 20:30, or an hour before sleep if
// that is earlier. It may have passed.
func Tonight(prefs course.Prefs, now time.Time, zone *time.Location) time.Time {
	day := course.DateOf(now, zone)
	tonight := course.On(day, evening, zone)
	if prefs.Sleep.From == prefs.Sleep.To {
		return tonight
	}
	if _, sleep := course.Waking(prefs, day, zone); sleep.Add(-time.Hour).Before(tonight) {
		return sleep.Add(-time.Hour)
	}
	return tonight
}

// Pause holds every reminder until the given moment, a week at most.
func (s *Service) Pause(ctx context.Context, until time.Time) (record.Entry, error) {
	return s.pause(ctx, s.Now(), until)
}

// pause holds what comes from the moment on in which it was asked for.
func (s *Service) pause(ctx context.Context, now, until time.Time) (record.Entry, error) {
	if !until.After(now) {
		return record.Entry{}, fault.Use("refusal.has_passed", fault.Args{"At": until})
	}
	if until.After(now.Add(longestPause)) {
		return record.Entry{}, fault.Use("refusal.pause_too_long", fault.Args{"Most": longestPause})
	}
	return s.add(ctx, record.Entry{At: now, Kind: record.KindPause, Until: until})
}

// PauseChoice is Pause by one of the breaks.
func (s *Service) PauseChoice(ctx context.Context, choice Break) (record.Entry, error) {
	now := s.Now()
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return record.Entry{}, err
	}
	until := choice.until(prefs, now, s.Zone())
	if until.IsZero() {
		return record.Entry{}, fault.Use("refusal.pause_choice", fault.Args{"Word": string(choice)})
	}
	return s.pause(ctx, now, until)
}

// Resume ends a pause.
func (s *Service) Resume(ctx context.Context) (record.Entry, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	if _, paused := reminder.Paused(sc.Entries, sc.Now); !paused {
		return record.Entry{}, ErrNotPaused
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindResume})
}
