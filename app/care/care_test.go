package care_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/app/care"
	"afterglow/app/clock/clocktest"
	"afterglow/app/course"
	"afterglow/app/journal"
)

// world is a person with a journal of their own, on Tuesday 24 November 2026 in Berlin.
type world struct {
	t       *testing.T
	care    *care.Service
	journal *journal.Journal
	clock   *clocktest.Virtual
	zone    *time.Location
	rung    int
}

func newWorld(t *testing.T, clock string) *world {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, zone: zone}
	w.clock = clocktest.New(w.at("2026-11-24 "+clock), zone)
	w.journal, err = journal.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.journal.Close(); err != nil {
			t.Error(err)
		}
	})
	w.care = care.New(w.journal, w.clock, func() { w.rung++ })
	return w
}

func (w *world) ctx() context.Context { return w.t.Context() }

// at reads a local time of the person's zone.
func (w *world) at(s string) time.Time {
	w.t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", s, w.zone)
	if err != nil {
		w.t.Fatal(err)
	}
	return at
}

func (w *world) now(s string) { w.clock.Set(w.at(s)) }

// treated enters a treatment with the clinic's plan.
func (w *world) treated(at string) care.TreatmentView {
	w.t.Helper()
	v, err := w.care.Begin(w.ctx(), care.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, PlanFile: clinic(w.t), PlanName: "clinic.toml"})
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func clinic(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (w *world) status() care.Status { return w.statusAt(time.Time{}) }

func (w *world) statusAt(at time.Time) care.Status {
	w.t.Helper()
	st, err := w.care.Status(w.ctx(), at)
	if err != nil {
		w.t.Fatal(err)
	}
	return st
}

func (w *world) window(st care.Status, id string) care.WindowView {
	w.t.Helper()
	for _, v := range st.Windows {
		if v.ID == id {
			return v
		}
	}
	w.t.Fatalf("no window %q", id)
	return care.WindowView{}
}

func (w *world) routine(st care.Status, id string) care.RoutineView {
	w.t.Helper()
	for _, v := range st.Routines {
		if v.ID == id {
			return v
		}
	}
	w.t.Fatalf("no routine %q", id)
	return care.RoutineView{}
}

func (w *world) done(what string) course.Entry {
	w.t.Helper()
	return w.ok(w.care.Done(w.ctx(), what, time.Time{}))
}

func (w *world) ok(e course.Entry, err error) course.Entry {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	return e
}

// refused checks that a request was refused as wrong use, with words that help, in one line.
func (w *world) refused(err error, words string) {
	w.t.Helper()
	if err == nil || !care.IsWrong(err) {
		w.t.Fatalf("got %v, want it refused as wrong use", err)
	}
	if !strings.Contains(err.Error(), words) || strings.Contains(err.Error(), "\n") {
		w.t.Fatalf("got %q, want one line with %q", err, words)
	}
}

func (w *world) can(activity string, at time.Time) care.CanView {
	w.t.Helper()
	views, err := w.care.Can(w.ctx(), activity, at)
	if err != nil {
		w.t.Fatal(err)
	}
	if len(views) != 1 {
		w.t.Fatalf("%q means %d windows, want 1", activity, len(views))
	}
	return views[0]
}
