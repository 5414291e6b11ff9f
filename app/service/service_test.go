package service_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/app/clock/clocktest"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// world is a person with a journal of their own, on Tuesday 24 November 2026 in Berlin.
type world struct {
	t       testing.TB
	service *service.Service
	journal *journal.Journal
	clock   *clocktest.Virtual
	zone    *time.Location
	rung    int
}

func newWorld(t testing.TB, clock string) *world {
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
	w.service = service.New(w.journal, w.clock, func() { w.rung++ })
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
func (w *world) treated(at string) service.TreatmentView {
	w.t.Helper()
	v, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, PlanFile: clinic(w.t), PlanName: "clinic.toml"})
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func clinic(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (w *world) status() service.Status { return w.statusAt(time.Time{}) }

func (w *world) statusAt(at time.Time) service.Status {
	w.t.Helper()
	st, err := w.service.Status(w.ctx(), at)
	if err != nil {
		w.t.Fatal(err)
	}
	return st
}

func (w *world) window(st service.Status, id string) service.WindowView {
	w.t.Helper()
	for _, v := range st.Windows {
		if v.ID == id {
			return v
		}
	}
	w.t.Fatalf("no window %q", id)
	return service.WindowView{}
}

func (w *world) routine(st service.Status, id string) service.RoutineView {
	w.t.Helper()
	for _, v := range st.Routines {
		if v.ID == id {
			return v
		}
	}
	w.t.Fatalf("no routine %q", id)
	return service.RoutineView{}
}

func (w *world) done(what string) record.Entry {
	w.t.Helper()
	return w.ok(w.service.Done(w.ctx(), what, time.Time{}))
}

func (w *world) ok(e record.Entry, err error) record.Entry {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
	return e
}

// refused checks that a request was refused as wrong use, with words that help, in one line.
func (w *world) refused(err error, words string) {
	w.t.Helper()
	if err == nil || !fault.IsUse(err) {
		w.t.Fatalf("got %v, want it refused as wrong use", err)
	}
	if said := w.said(err); !strings.Contains(said, words) || strings.Contains(said, "\n") {
		w.t.Fatalf("got %q, want one line with %q", said, words)
	}
}

// said is an error as the person reads it.
func (w *world) said(err error) string { return w.voice().Error(err) }

// voice is the person's, heard now.
func (w *world) voice() phrase.Voice {
	return phrase.New(locale.Format{}).At(w.service.Now(), w.service.Zone())
}

func (w *world) can(activity string, at time.Time) service.CanView {
	w.t.Helper()
	views, err := w.service.Can(w.ctx(), activity, at)
	if err != nil {
		w.t.Fatal(err)
	}
	if len(views) != 1 {
		w.t.Fatalf("%q means %d windows, want 1", activity, len(views))
	}
	return views[0]
}
