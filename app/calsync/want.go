package calsync

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"afterglow/app/calendar"
	"afterglow/app/calserver"
	"afterglow/app/clock"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Courses gives what should stand in the calendar, of the courses in a data folder: as the calendar file has it, in the
// person's own clock.
func Courses(found locale.Format, wall clock.Clock) func(context.Context, calserver.Setup, string) ([]Want, string, error) {
	return func(ctx context.Context, s calserver.Setup, dataDir string) (want []Want, name string, err error) {
		j, err := journal.Open(ctx, dataDir)
		if err != nil {
			return nil, "", err
		}
		defer func() { err = errors.Join(err, j.Close()) }()
		settings, err := j.Settings(ctx)
		if err != nil {
			return nil, "", err
		}
		v := phrase.New(found.With(settings["clock"])).At(wall.Now(), wall.Zone())
		of := service.New(j, wall, func() {}) // nobody is rung: nothing changes that others show
		h, err := of.Calendar(ctx, service.DateChoice{Each: s.Each}, v.CalendarWords(s.Discreet))
		if err != nil {
			return nil, "", err
		}
		if err := of.NameCalendar(ctx, h); err != nil {
			return nil, "", err
		}
		for _, e := range h.Events {
			if !e.Cancelled {
				want = append(want, wantOf(e))
			}
		}
		return want, v.T("sync.calendar_name"), nil
	}
}

func wantOf(e calendar.Event) Want {
	over := e.At
	if e.Day {
		over = over.AddDate(0, 0, 1)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %t %q %q", e.At.Unix(), e.Day, e.Title, e.Text))
	return Want{UID: e.UID, At: e.At, Over: over, Title: e.Title, Sum: hex.EncodeToString(sum[:12]), ICS: calendar.Entry(e)}
}

// System is the work on this computer.
func System(found locale.Format, wall clock.Clock) Env {
	return Env{Wants: Courses(found, wall), Now: wall.Now, Usage: phrase.New(found).T("sync.by_hand")}
}
