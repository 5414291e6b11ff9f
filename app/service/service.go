package service

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// Service answers and acts. It keeps no state: every answer is read afresh from
// the journal, so several programs may stand on the same one.
type Service struct {
	journal *journal.Journal
	clock   clock.Clock
	ring    func()
}

// New returns a Service over j. Every act ends with ring, so that the other
// programs read again; nil is allowed.
func New(j *journal.Journal, c clock.Clock, ring func()) *Service {
	if ring == nil {
		ring = func() {}
	}
	return &Service{journal: j, clock: c, ring: ring}
}

// Now is the present moment, written in the person's zone, as finely as the journal keeps it.
func (s *Service) Now() time.Time { return s.clock.Now().Truncate(time.Millisecond).In(s.clock.Zone()) }

// Zone is the zone in which the person is now.
func (s *Service) Zone() *time.Location { return s.clock.Zone() }

// Wrong is a request that cannot be meant: an unknown word, a value out of bounds.
// Its text is one line: what is wrong and what to do instead.
type Wrong struct{ Text string }

func (w Wrong) Error() string { return w.Text }

// IsWrong says whether err is a wrong request rather than something that failed.
func IsWrong(err error) bool {
	var w Wrong
	return errors.As(err, &w)
}

func wrong(format string, args ...any) error { return Wrong{Text: fmt.Sprintf(format, args...)} }

// ErrNoCourse is answered where an act needs a course and none runs.
var ErrNoCourse = errors.New("no treatment is being looked after; begin one with: afterglow treat")

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
	hint := ""
	if near := Closest(word, append(slices.Clone(known), also...)); near != "" {
		hint = fmt.Sprintf(" Did you mean %q?", near)
	}
	return wrong("Afterglow does not know %q.%s It knows: %s.", word, hint, strings.Join(known, ", "))
}
