package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/mattn/go-runewidth"

	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/journal"
	"afterglow/app/phrase/typed"
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
	if err := r.learnClock(ctx); err != nil {
		return time.Time{}, err
	}
	t, err := r.voice().ReadTime(s)
	if err != nil {
		return time.Time{}, err
	}
	r.doubted(t)
	return t.Moment()
}

// past reads a moment that has been: "18:00" is the most recent one.
func (r *run) past(ctx context.Context, s string) (typed.Time, error) {
	if err := r.learnClock(ctx); err != nil {
		return typed.Time{}, err
	}
	t, err := r.voice().ReadPast(s)
	if err == nil {
		r.doubted(t)
	}
	return t, err
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

// answer prints v as JSON where that was asked for, else what human prints.
func (r *run) answer(v any, human func()) error {
	if !r.json {
		human()
		return nil
	}
	e := json.NewEncoder(&r.text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fault.Wrap(err, "cli.not_answered", nil)
	}
	return nil
}

// line prints one line of text.
func (r *run) line(format string, args ...any) { r.print(fmt.Sprintf(format, args...)) }

// print prints text with an end of line.
func (r *run) print(text string) { r.text.WriteString(clean(text) + "\n") }

// table prints rows in columns two spaces apart, indented by two, aligned as wide as they are on a terminal. A
// column that is empty in every row is left out.
func (r *run) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(clean(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if widths[i] > 0 {
				cell = clean(cell)
				line += "  " + cell + strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell))
			}
		}
		r.text.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

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
