package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// with opens the journal for the length of f, for what a person can ask and do.
func (r *run) with(ctx context.Context, f func(*service.Service) error) error {
	return r.withJournal(ctx, func(j *journal.Journal) error {
		s := service.New(j, r.env.Clock, func() { ipc.Ring(j.Dir()) })
		s.HearQuiet(func(ctx context.Context) reminder.Quiet {
			on, by := ipc.Quiet(ctx, j.Dir())
			return reminder.Quiet{On: on, By: by}
		})
		return f(s)
	})
}

// withJournal opens the journal itself for the length of f.
func (r *run) withJournal(ctx context.Context, f func(*journal.Journal) error) (err error) {
	dir, err := r.dataDir()
	if err != nil {
		return err
	}
	j, err := journal.Open(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	for _, note := range j.Notes() {
		fmt.Fprintln(r.errw, "afterglow: "+oneLine(r.worded(note)))
	}
	settings, err := j.Settings(ctx)
	if err != nil {
		return err
	}
	r.choose(settings["clock"])
	return f(j)
}

func (r *run) now() time.Time { return r.env.Clock.Now().In(r.env.Clock.Zone()) }

// command is a command line for the person to type, for the same data folder.
func (r *run) command(words ...string) string {
	if r.data != "" {
		words = append(words, "--data", r.data)
	}
	line := "afterglow"
	for _, w := range words {
		if strings.ContainsFunc(w, func(c rune) bool {
			return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("-_./:+@,=~", c)
		}) {
			w = "\"" + w + "\""
		}
		line += " " + w
	}
	return line
}
