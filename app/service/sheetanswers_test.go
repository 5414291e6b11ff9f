package service_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/service"
)

// No face asks anything but the service, so what it does not allow nobody is told to do.
func TestNoAnswerAllowsWhatASheetForbidsAtThatMoment(t *testing.T) {
	for _, name := range sheetNames(t) {
		t.Run(name, func(t *testing.T) {
			e, p := expect(t, name), sheetPlan(t, name)
			w := newWorld(t, "12:00")
			begun := service.NewTreatment{At: w.at(e.Treated), Device: e.Device, DepthMM: 1, Area: e.Area, PlanFile: sheetFile(t, name+".toml"), PlanName: name + ".toml"}
			w.clock.Set(begun.At.Add(-20 * time.Hour))
			if _, err := w.service.Begin(w.ctx(), begun); err != nil {
				t.Fatal(w.said(err))
			}
			for i, m := range moments {
				w.clock.Set(begun.At.Add(m.after))
				for _, window := range p.Windows {
					says := meant(e.Windows[window.ID], i)
					open := says == "open" || strings.HasPrefix(says, "then")
					words := window.Activities
					if len(words) == 0 {
						words = []string{window.Name}
					}
					for _, word := range words {
						views, err := w.service.Can(w.ctx(), word, time.Time{})
						if err != nil && errors.Is(err, service.ErrNoCourse) {
							t.Errorf("%s, %s: no course runs", word, m.name)
						}
						asked, err := w.service.Ask(w.ctx(), ask.Question{Text: "may I " + word}, time.Time{})
						if err == nil && says != "past" && !open && asked.Verdict == ask.Yes {
							t.Errorf("asked for %s, %s: yes, the facts say %q", word, m.name, says)
						}
						for _, v := range views {
							if v.Allowed && err == nil && (asked.Verdict == ask.NotYet || asked.Verdict == ask.No) {
								t.Errorf("%s, %s: can allows it (%s by %q), ask says %s", word, m.name, v.State, v.Name, asked.Verdict)
							}
							if v.Allowed && !open && (says != "past" || v.Name == window.Name) {
								t.Errorf("%s, %s: allowed (%s by %q), the facts say %q", word, m.name, v.State, v.Name, says)
							}
						}
					}
				}
			}
		})
	}
}
