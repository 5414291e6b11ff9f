package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// Service answers and acts. It keeps no state: every answer is read afresh from
// the journal, so several programs may stand on the same one.
type Service struct {
	journal *journal.Journal
	clock   clock.Clock
	ring    func()
	quiet   func(context.Context) reminder.Quiet // nil: never quiet
}

// New returns a Service over j. Every act ends with ring, so that the other
// programs read again; nil is allowed.
func New(j *journal.Journal, c clock.Clock, ring func()) *Service {
	if ring == nil {
		ring = func() {}
	}
	return &Service{journal: j, clock: c, ring: ring}
}

// HearQuiet has every answer about now know of the desktop's "do not disturb": read is asked if something should be
// on the desktop and is not. So the tray, the command line and the window say held alike. It is called before the first answer.
func (s *Service) HearQuiet(read func(context.Context) reminder.Quiet) { s.quiet = read }

// Now is the present moment, written in the person's zone, as finely as the journal keeps it.
func (s *Service) Now() time.Time { return s.clock.Now().Truncate(time.Millisecond).In(s.clock.Zone()) }

// Zone is the zone in which the person is now.
func (s *Service) Zone() *time.Location { return s.clock.Zone() }

// ErrNoCourse is answered if an act needs a course and none runs.
var ErrNoCourse error = fault.New("refusal.no_course", nil)

// add writes an entry and rings.
func (s *Service) add(ctx context.Context, e record.Entry) (record.Entry, error) {
	id, err := s.journal.AddEntry(ctx, e)
	if err != nil {
		return record.Entry{}, err
	}
	e.ID = id
	s.ring()
	return e, nil
}

// unknown is the error for a word that is not among known, with the closest match of
// known and of the further words that are understood.
func unknown(word string, known []string, also ...string) error {
	return notKnown(word, strings.Join(known, ", "), Closest(word, append(slices.Clone(known), also...)))
}

// notKnown is the error for a word that is not understood: what is, and which of it is near ("": nothing).
func notKnown(word, known, near string) error {
	if near == "" {
		return fault.Use("refusal.unknown", fault.Args{"Word": word, "Known": known})
	}
	return fault.Use("refusal.unknown_of", fault.Args{"Word": word, "Known": known, "Near": near})
}
