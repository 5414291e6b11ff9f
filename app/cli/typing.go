package cli

import (
	"context"
	"fmt"
	"time"

	"afterglow/app/journal"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
)

// learnClock finds the clock that the person chose, in which their times are read: "3:30" may be two of them. It makes no
// data folder.
func (r *run) learnClock(ctx context.Context) error {
	dir, err := r.dataDir()
	if err != nil || r.chosen != "" {
		return err
	}
	if there, err := journal.Holds(dir); err != nil || !there {
		return nil // what is wrong with the folder is told by what needs it
	}
	return r.withJournal(ctx, func(*journal.Journal) error { return nil })
}

// time reads a flag's moment, past or to come; "" is the zero time, which means now.
func (r *run) time(ctx context.Context, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := r.typed(ctx, s, phrase.Voice.ReadTime)
	if err != nil {
		return time.Time{}, err
	}
	return t.Moment()
}

// typed reads a moment in one of the voice's ways, by the clock that the person chose, and notes where it can be read
// in two.
func (r *run) typed(ctx context.Context, s string, read func(phrase.Voice, string) (typed.Time, error)) (typed.Time, error) {
	if err := r.learnClock(ctx); err != nil {
		return typed.Time{}, err
	}
	t, err := read(r.voice(), s)
	if err == nil {
		r.doubted(t)
	}
	return t, err
}

// past reads a moment that has been: "18:00" is the most recent one.
func (r *run) past(ctx context.Context, s string) (typed.Time, error) {
	return r.typed(ctx, s, phrase.Voice.ReadPast)
}

// pastMoment is past as an instant; "" is the zero time, which means now.
func (r *run) pastMoment(ctx context.Context, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := r.past(ctx, s)
	if err != nil {
		return time.Time{}, err
	}
	return t.Moment()
}

// tellDoubts says how typed moments were read: with the answer, unless that is for a program.
func (r *run) tellDoubts() {
	for _, note := range r.notes {
		if r.json {
			fmt.Fprintln(r.errw, "afterglow: "+oneLine(note))
		} else {
			r.print(note)
		}
	}
}

// doubted notes which of two possible readings of a moment was taken, to be said with the answer.
func (r *run) doubted(t typed.Time) {
	if taken := r.voice().Taken(t); taken != "" {
		r.notes = append(r.notes, taken)
	}
}
