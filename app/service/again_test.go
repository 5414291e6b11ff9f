package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// told writes down that a notification of that routine was shown at the present moment.
func (w *world) told(occurrence, what string) {
	w.t.Helper()
	now := w.clock.Now()
	id, _, err := w.journal.BeginDelivery(w.ctx(), record.Delivery{Occurrence: occurrence, What: what, Due: now, BegunAt: now, State: record.Begun, Title: what})
	if err == nil {
		err = w.journal.MarkShown(w.ctx(), id, "A title", "A body.", 7, now)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

func TestWhatIsPutOffComesWhenItIsSaidToCome(t *testing.T) {
	for _, c := range []struct {
		name, now, until, want, why string
		first                       func(w *world)
	}{
		{"as asked", "08:40", "08:55", "2026-11-24 08:55", "", func(*world) {}},
		{"the last one is too near", "08:40", "08:55", "2026-11-24 09:00", "Reminders keep some time apart.",
			func(w *world) { w.told("water/2026-11-24/1", "water") }},
		{"a pause holds", "08:40", "08:55", "2026-11-24 09:40", "Your pause comes first.",
			func(w *world) { w.ok(w.service.PauseChoice(w.ctx(), "1h")) }},
		{"the night holds, and the morning has its own", "21:00", "23:00", "", "Your sleep hours come first, so it will not show again.", func(*world) {}},
		{"not due yet", "07:40", "07:50", "2026-11-24 08:00", "It is not due before.", func(*world) {}},
	} {
		w := newWorld(t, c.now)
		w.treated("2026-11-23 05:00")
		c.first(w)
		e := w.ok(w.service.Snooze(w.ctx(), "cleanse", w.at("2026-11-24 "+c.until)))
		again, err := w.service.Again(w.ctx(), e)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if !again.At.IsZero() {
			got = again.At.Format("2006-01-02 15:04")
		}
		if got != c.want || w.voice().Again(again) != c.why {
			t.Errorf("%s: it comes at %q (%s), want %q (%s)", c.name, got, w.voice().Again(again), c.want, c.why)
		}
		if c.want == "" {
			continue
		}
		// The decision at that moment shows it, and the one just before does not.
		shows := func(at time.Time) bool {
			w.clock.Set(at)
			sc, err := w.service.Scene(w.ctx(), time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range reminder.Decide(sc.Input).Show {
				if strings.Contains(n.ID, "cleanse/") {
					return true
				}
				for _, o := range n.Covers {
					if o.ID == e.Occurrence {
						return true
					}
				}
			}
			return false
		}
		if shows(again.At.Add(-time.Second)) || !shows(again.At) {
			t.Errorf("%s: it does not come at %v", c.name, again.At)
		}
	}
}

func TestWhatTheNightHoldsBackHasOneTimeEverywhere(t *testing.T) {
	w := newWorld(t, "06:00")
	w.treated("2026-11-23 05:00")
	for _, times := range [][2]string{{"moisturise.times", "06:00,14:00"}, {"cleanse.times", "06:30,14:30"}} {
		if err := w.service.SetSetting(w.ctx(), times[0], times[1]); err != nil {
			t.Fatal(err)
		}
	}
	w.now("2026-11-24 06:40")
	st := w.status()
	if len(st.Held) != 2 || st.Next == nil || st.Next.Kind != string(reminder.Welcome) {
		t.Fatalf("held %+v, next %+v", st.Held, st.Next)
	}
	for _, h := range st.Held {
		next := w.routine(st, h.What).Next
		if next == nil || !next.Equal(h.At) || !h.At.Equal(*h.Until) || !h.At.Equal(st.Next.At) {
			t.Errorf("%s is held until %v, comes at %v, and its card says %v", h.What, h.Until, h.At, next)
		}
	}
}

func TestAPauseThatEndsInTheNightHoldsUntilTheMorning(t *testing.T) {
	w := newWorld(t, "22:00")
	if _, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at("2026-11-23 22:10"), PlanFile: clinic(t), PlanName: "clinic.toml"}); err != nil {
		t.Fatal(err)
	}
	w.ok(w.service.PauseChoice(w.ctx(), "1h"))
	w.now("2026-11-24 22:20")
	st := w.status()
	if len(st.Held) != 1 || st.Held[0].ID != "makeup/1" {
		t.Fatalf("held %+v", st.Held)
	}
	if h := st.Held[0]; h.Reason != reminder.HeldPaused || !h.Until.Equal(w.at("2026-11-25 07:30")) || st.Next == nil || !h.At.Equal(st.Next.At) {
		t.Errorf("held until %v, comes at %v, next %+v", h.Until, h.At, st.Next)
	}
}
