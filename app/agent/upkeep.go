package agent

import (
	"errors"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/notify"
	"afterglow/app/phrase"
)

// keepJournalWell looks the journal through once, tells what was mended, and makes each
// day's backup.
func (a *agent) keepJournalWell() {
	a.trouble("background.cannot_check_journal", a.journal.Mend(a.ctx))
	a.journal.Hear(a.tellMended)
	wall := clock.System(clock.Options{})
	for a.ctx.Err() == nil {
		now, zone := a.clock.Now(), a.clock.Zone()
		err := a.journal.DailyBackup(a.ctx, now.In(zone))
		if errors.Is(err, journal.ErrReadOnly) {
			err = nil // said already, by every write that fails
		}
		a.trouble("background.cannot_back_up", err)
		next := course.On(course.DateOf(now, zone).Add(1), 0, zone)
		if wall.Wait(a.ctx, next, nil) == clock.Ended {
			return
		}
	}
}

// tellMended shows what happened to a damaged journal: nobody should find out by missing entries.
func (a *agent) tellMended(note *fault.Fault) {
	if a.ctx.Err() != nil {
		return
	}
	v := a.voice()
	text := phrase.Stop(v.Error(note))
	a.trouble("background.mended", errors.New(text))
	_, err := a.notify.Show(a.ctx, notify.Note{Title: v.T("background.mended_title"), Body: text, Open: v.T("notification.open")})
	a.trouble("background.cannot_tell_mended", err)
	a.changed()
}
