package screens

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/clock"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// life is a person with a real journal and a real agent's runner, whose time passes as a test says.
type life struct {
	*service.Service
	t       testing.TB
	journal *journal.Journal
	now     time.Time
	end     time.Time      // when the runner that works now ends
	quiet   bool           // the desktop's "do not disturb" is on
	zone    *time.Location // nil: testZone
	lazy    bool           // nothing that comes is done
}

// newLife begins at now with an empty journal. The zone has a fixed offset, so that pictures are the same everywhere.
func newLife(t testing.TB, now time.Time) *life {
	t.Helper()
	l := &life{t: t, now: now}
	var err error
	if l.journal, err = journal.Open(t.Context(), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.must(l.journal.Close()) })
	l.Service = service.New(l.journal, l, nil)
	l.HearQuiet(func(context.Context) reminder.Quiet { return reminder.Quiet{On: l.quiet, By: "the desktop"} })
	return l
}

func (l *life) must(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}

// treated enters a treatment with a plan, "" for the one in use.
func (l *life) treated(at time.Time, area, plan string) {
	l.t.Helper()
	_, err := l.Begin(l.t.Context(), service.NewTreatment{At: at, Device: "pen", DepthMM: 0.5, Area: area, PlanID: plan})
	l.must(err)
}

// treatedByClinic enters a treatment with a clinic's plan file.
func (l *life) treatedByClinic(at time.Time) {
	l.t.Helper()
	_, err := l.Begin(l.t.Context(), service.NewTreatment{At: at, Device: "pen", DepthMM: 1, Area: "face", PlanFile: clinicText(l.t), PlanName: "clinic.toml"})
	l.must(err)
}

// clinicText is a clinic's plan file.
func clinicText(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../service/testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// until has the agent look until then; what it reminds of is done, unless the person is lazy.
func (l *life) until(end time.Time) *life {
	l.t.Helper()
	l.end = end
	ctx, cancel := context.WithCancel(l.t.Context())
	defer cancel()
	reminder.NewRunner(reminder.Parts{Store: lifeLedger{l}, Teller: lifeDesktop{l}, Quieter: lifeLedger{l}, Clock: l,
		OnProblem: func(err error) { l.must(err) }}).Run(ctx)
	l.now = end
	return l
}

// away lets time pass while the computer is off.
func (l *life) away(end time.Time) *life {
	l.now = end
	return l
}

// calm says that the skin is calm wherever the plan asks.
func (l *life) calm() *life {
	l.t.Helper()
	_, err := l.Calm(l.t.Context(), "")
	l.must(err)
	return l
}

func (l *life) status() service.Status {
	l.t.Helper()
	st, err := l.Status(l.t.Context(), time.Time{})
	l.must(err)
	return st
}

// Now is part of clock.Clock.
func (l *life) Now() time.Time { return l.now }

// Zone is part of clock.Clock.
func (l *life) Zone() *time.Location { return cmp.Or(l.zone, testZone) }

// Wait is part of clock.Clock: the moment is there at once, until the end.
func (l *life) Wait(_ context.Context, until time.Time, _ <-chan struct{}) clock.Reason {
	if until.IsZero() || until.After(l.end) {
		return clock.Ended
	}
	l.now = until
	return clock.Reached
}

// lifeLedger is the journal as a runner wants it, and a desktop that takes everything.
type lifeLedger struct{ l *life }

func (d lifeLedger) Input(ctx context.Context, _ time.Time, _ *time.Location) (reminder.Input, error) {
	sc, err := d.l.Scene(ctx, time.Time{})
	return sc.Told(), err
}
func (d lifeLedger) Begin(ctx context.Context, row record.Delivery) (int64, bool, error) {
	return d.l.journal.BeginDelivery(ctx, row)
}
func (d lifeLedger) Shown(ctx context.Context, id int64, t reminder.Told, at time.Time) error {
	return d.l.journal.MarkShown(ctx, id, t.Title, t.Body, t.Handle, at)
}
func (d lifeLedger) LetGo(ctx context.Context, ds []record.Delivery) error {
	return d.l.journal.LetGo(ctx, ds)
}
func (d lifeLedger) Close(ctx context.Context, id int64, reason string, at time.Time) error {
	return d.l.journal.CloseDelivery(ctx, id, reason, at)
}
func (lifeLedger) LastLook(context.Context) (time.Time, error)  { return time.Time{}, nil }
func (lifeLedger) SawAt(context.Context, time.Time) error       { return nil }
func (d lifeLedger) Quiet(context.Context) (on bool, by string) { return d.l.quiet, "the desktop" }

// lifeDesktop takes every notification.
type lifeDesktop struct{ l *life }

func (lifeDesktop) Close(context.Context, int64) error { return nil }
func (d lifeDesktop) Show(ctx context.Context, n reminder.Notice) (reminder.Told, error) {
	if n.Kind == reminder.RoutineDue && !d.l.lazy {
		if _, err := d.l.Done(ctx, n.ID, time.Time{}); err != nil {
			return reminder.Told{}, err
		}
	}
	return reminder.Told{Title: n.ID}, nil
}

// lives are the states of a person's course that the window is drawn in, by name. The treatment was on Friday
// 20 November 2026 at 15:30.
func lives() map[string]func(t testing.TB) *life {
	with := func(t testing.TB, plan string) *life {
		l := newLife(t, at(20, 16, 0))
		l.treated(at(20, 15, 30), "face", plan)
		return l
	}
	treated := func(t testing.TB) *life { return with(t, "essentials") }
	return map[string]func(t testing.TB) *life{
		"nothing": func(t testing.TB) *life { return newLife(t, at(20, 16, 0)) },
		"example": func(t testing.TB) *life { return newLife(t, at(21, 17, 50)) }, // opened by the gallery
		"planned": func(t testing.TB) *life {
			l := newLife(t, at(13, 10, 12))
			l.treated(at(20, 15, 30), "face", "essentials")
			return l
		},
		"day0":  func(t testing.TB) *life { return treated(t).until(at(20, 18, 40)) }, // before the first cleansing
		"day1":  func(t testing.TB) *life { return treated(t).until(at(21, 17, 50)) },
		"day3":  func(t testing.TB) *life { return treated(t).until(at(23, 10, 12)) },
		"day7":  func(t testing.TB) *life { return treated(t).until(at(27, 20, 15)) },
		"day30": func(t testing.TB) *life { return with(t, "cautious").until(at(27, 16, 10)).calm().until(at(50, 11, 5)) },
		"ask":   func(t testing.TB) *life { return with(t, "cautious").until(at(27, 16, 10)) }, // is your skin calm?
		"paused": func(t testing.TB) *life {
			l := treated(t).until(at(21, 16, 0))
			_, err := l.Pause(t.Context(), at(21, 21, 0))
			l.must(err)
			return l.until(at(21, 17, 50))
		},
		"held": func(t testing.TB) *life {
			l := treated(t).until(at(21, 13, 0))
			l.quiet = true
			return l.until(at(21, 17, 50))
		},
		"due": func(t testing.TB) *life { // several things wait for their answer
			l := treated(t).until(at(21, 7, 0))
			l.lazy = true
			return l.until(at(21, 20, 5))
		},
		"welcome": func(t testing.TB) *life { return treated(t).until(at(21, 17, 50)).away(at(23, 18, 20)) },
		"two": func(t testing.TB) *life {
			l := newLife(t, at(12, 12, 0))
			l.treated(at(12, 10, 0), "neck", "essentials")
			l.until(at(20, 16, 0)).treated(at(20, 15, 30), "face", "essentials")
			return l.until(at(21, 17, 50))
		},
		"lastday": func(t testing.TB) *life {
			l := treated(t)
			return l.until(l.status().Treatment.Ends.Add(-6 * time.Hour))
		},
		"over": func(t testing.TB) *life {
			l := treated(t)
			return l.until(l.status().Treatment.Ends.Add(48 * time.Hour))
		},
		"kept": func(t testing.TB) *life { // its end was told and its notes are kept: nothing runs
			l := treated(t)
			treatment := l.status().Treatment.ID
			l.until(at(110, 11, 5))
			_, err := l.Keep(t.Context(), treatment)
			l.must(err)
			return l
		},
		"weekslater": func(t testing.TB) *life { return treated(t).until(at(110, 11, 5)) },
		"clinic": func(t testing.TB) *life { // a clinic's plan, its name and telephone, what is kept for it
			l := newLife(t, at(20, 16, 0))
			l.treatedByClinic(at(20, 15, 30))
			l.must(l.SetSetting(t.Context(), "clinic", "Clinic Lindenhof"))
			l.must(l.SetSetting(t.Context(), "phone", "030 5550 1234"))
			for _, q := range []string{"May I sleep on my side?", "Which cream is best at night?"} {
				_, _, err := l.AddQuestion(t.Context(), q)
				l.must(err)
			}
			_, _, err := l.AnswerQuestion(t.Context(), 1, "Yes, on a fresh pillow case.")
			l.must(err)
			for name, label := range map[string]string{"Night serum": serumLabel, "Barrier cream": creamLabel} {
				_, _, err := l.AddProduct(t.Context(), name, label)
				l.must(err)
			}
			return l.until(at(22, 12, 5))
		},
		"history": func(t testing.TB) *life { return treated(t).storied() },
		"unread": func(t testing.TB) *life { // the copy of its plan is damaged
			l := treated(t)
			db, err := sql.Open("sqlite3", filepath.Join(l.journal.Dir(), "journal.sqlite"))
			l.must(err)
			_, err = db.ExecContext(t.Context(), "UPDATE plan_texts SET text = 'no plan'")
			l.must(errors.Join(err, db.Close()))
			return l.away(at(20, 18, 40))
		},
	}
}
