package service_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/service"
)

// inShort is what a first page shows of a status: each wait with its state and end, each step with its count and next time.
func inShort(st service.Status) (all []string) {
	if st.Treatment == nil {
		return []string{"nothing"}
	}
	for _, w := range st.Windows {
		all = append(all, fmt.Sprint("wait ", w.ID, w.State, w.From, w.Until, w.Then))
	}
	for _, r := range st.Routines {
		all = append(all, fmt.Sprint("step ", r.ID, r.Done, r.Goal, r.Next))
	}
	if st.Phase != nil {
		all = append(all, fmt.Sprint("phase ", st.Phase.ID))
	}
	o := st.Openings()
	for name, list := range map[string][]service.Opening{"open": o.Open, "asked": o.Asked, "until": o.Until, "never": o.Never} {
		for _, x := range list {
			all = append(all, fmt.Sprintf("%s %+v", name, x))
		}
	}
	return all
}

// replied is an answer in short.
func replied(v service.AskView) string {
	all := string(v.Verdict)
	for _, a := range v.Answers {
		all += fmt.Sprint(" ", a.Kind, " ", a.ID, " ", a.Until)
	}
	return all
}

// Who writes a plan sees what its patient will: no face of the real program says otherwise at that moment.
func TestWhatAWriterOfAPlanSeesIsWhatItsPatientIsTold(t *testing.T) {
	for _, name := range sheetNames(t) {
		t.Run(name, func(t *testing.T) {
			e, p := expect(t, name), sheetPlan(t, name)
			w := newWorld(t, "10:00")
			begun := service.NewTreatment{At: w.clock.Now(), Device: e.Device, DepthMM: 1, Area: e.Area, PlanFile: sheetFile(t, name+".toml"), PlanName: name + ".toml"}
			if _, err := w.service.Begin(w.ctx(), begun); err != nil {
				t.Fatal(w.said(err))
			}
			tr := course.Treatment{ID: 1, At: begun.At, Device: e.Device, DepthMM: 1, Area: e.Area, Plan: p, EnteredAt: begun.At}
			for _, after := range []time.Duration{time.Hour, 10 * time.Hour, 30 * time.Hour, 4 * 24 * time.Hour, 8 * 24 * time.Hour} {
				w.clock.Set(begun.At.Add(after))
				seen := service.Imagined(tr, begun.At.Add(after), w.clock.Zone())
				real, err := w.service.Status(w.ctx(), time.Time{})
				if err != nil && !errors.Is(err, service.ErrNoCourse) {
					t.Fatal(w.said(err))
				}
				same(t, after, inShort(seen.Status()), inShort(real))
				for _, window := range p.Windows {
					word := window.Name
					if len(window.Activities) > 0 {
						word = window.Activities[0]
					}
					told, err := w.service.Ask(w.ctx(), ask.Question{Text: word}, time.Time{})
					if err != nil {
						t.Fatalf("%s: %s", word, w.said(err))
					}
					if a, b := replied(seen.Ask(ask.Question{Text: word})), replied(told); a != b {
						t.Errorf("%s after %v: the writer sees %s, the patient hears %s", word, after, a, b)
					}
				}
			}
		})
	}
}

// same holds that two lists have the same entries.
func same(t *testing.T, after time.Duration, seen, told []string) {
	t.Helper()
	count := map[string]int{}
	for _, s := range seen {
		count[s]++
	}
	for _, s := range told {
		count[s]--
	}
	for s, n := range count {
		if n > 0 {
			t.Errorf("after %v the writer alone sees %q", after, s)
		} else if n < 0 {
			t.Errorf("after %v the patient alone is told %q", after, s)
		}
	}
}
