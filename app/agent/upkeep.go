package agent

import (
	"errors"
	"strings"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/app/notify"
)

// keepJournalWell looks the journal through once, tells what was mended, and makes each
// day's backup.
func (a *agent) keepJournalWell() {
	a.trouble("look the journal through", a.journal.Mend(a.ctx))
	a.tellMended()
	wall := clock.System(clock.Options{})
	for a.ctx.Err() == nil {
		now, zone := a.clock.Now(), a.clock.Zone()
		err := a.journal.DailyBackup(a.ctx, now.In(zone))
		if errors.Is(err, journal.ErrReadOnly) {
			err = nil // said already, by every write that fails
		}
		a.trouble("make the daily backup", err)
		next := course.On(course.DateOf(now, zone).Add(1), 0, zone)
		if wall.Wait(a.ctx, next, nil) == clock.Ended {
			return
		}
	}
}

// tellMended shows what happened to a damaged journal: nobody should find out by missing entries.
func (a *agent) tellMended() {
	notes := wordedAll(a.journal.Notes())
	if len(notes) == 0 || a.ctx.Err() != nil {
		return
	}
	text := strings.Join(notes, " ")
	a.trouble("read the whole journal", errors.New(text))
	_, err := a.notify.Show(a.ctx, notify.Note{Title: "Afterglow mended its journal", Body: text})
	a.trouble("tell what was mended", err)
	a.changed()
}
