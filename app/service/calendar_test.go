package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/calendar"
	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// inCalendar is what goes into the calendar now, by its keys, as if it were handed out.
func (w *world) inCalendar(choice service.DateChoice) map[string]calendar.Event {
	w.t.Helper()
	h, err := w.service.Calendar(w.ctx(), choice, w.voice().CalendarWords(false))
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.service.Handed(w.ctx(), h); err != nil {
		w.t.Fatal(err)
	}
	all := map[string]calendar.Event{}
	for _, e := range h.Events {
		if _, twice := all[e.Key]; twice {
			w.t.Errorf("%s stands twice in the calendar", e.Key)
		}
		all[e.Key] = e
	}
	return all
}

func TestTheCalendarHasTheWaitsTheFirstTimesAndTheNextTreatment(t *testing.T) {
	w := newWorld(t, "18:30")
	w.treated("2026-11-24 18:00")
	got := w.inCalendar(service.DateChoice{})
	for key, want := range map[string]struct{ at, title string }{
		"ends/1/makeup":   {"2026-11-25 18:00", "Makeup: wait ends 18:00"},
		"first/1/cleanse": {"2026-11-25 08:00", "Gentle cleanse: first time 08:00"},
	} {
		if e, ok := got[key]; !ok || !e.At.Equal(w.at(want.at)) || e.Title != want.title || e.Cancelled {
			t.Errorf("%s is %+v, want %+v", key, e, want)
		}
	}
	st := w.status()
	if next, ok := got["next/1/"]; (st.NextVisit != nil) != ok || ok && (!next.Day || next.At.Format(time.DateOnly) != st.NextVisit.From.Format(time.DateOnly)) {
		t.Errorf("the next treatment is %+v, status says %+v", next, st.NextVisit)
	}
}

func TestEveryTimeOfARoutineStandsInTheCalendarIfThatIsWanted(t *testing.T) {
	w := newWorld(t, "18:30")
	w.treated("2026-11-24 18:00")
	few, all := w.inCalendar(service.DateChoice{}), w.inCalendar(service.DateChoice{Each: true})
	cleanse := 0
	for key := range all {
		if strings.HasPrefix(key, "cleanse/") {
			cleanse++
		}
	}
	if len(all) <= len(few) || cleanse < 10 || all["cleanse/2026-11-25/1"].Title != "Gentle cleanse 08:00" {
		t.Errorf("%d moments, %d of cleansing, first %+v", len(all), cleanse, all["cleanse/2026-11-25/1"])
	}
	if first := all["first/1/cleanse"]; !first.Cancelled {
		t.Errorf("the first time stands beside all times: %+v", first)
	}
}

// TestTheCalendarSaysOfEachWaitWhatStatusSays holds the plans of public sheets and both starter plans against status at
// six moments: each end that status knows stands in the calendar at that instant, and no other does.
func TestTheCalendarSaysOfEachWaitWhatStatusSays(t *testing.T) {
	plans := map[string]string{}
	for _, p := range guidance.Starters() {
		plans[p.ID] = ""
	}
	for _, name := range sheetNames(t) {
		plans[name] = sheetFile(t, name+".toml")
	}
	waits := 0
	for name, text := range plans {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, "12:00")
			n := service.NewTreatment{At: w.at("2026-11-25 15:30"), Device: "rf", Area: "face", DepthMM: 1.5, PlanFile: text, PlanName: name}
			if text == "" {
				n.PlanID, n.PlanName = name, ""
			}
			if _, err := w.service.Begin(w.ctx(), n); err != nil {
				t.Fatal(err)
			}
			for _, m := range moments {
				w.clock.Set(w.at("2026-11-25 15:30").Add(m.after))
				st, got := w.status(), w.inCalendar(service.DateChoice{})
				want := map[string]time.Time{}
				for _, v := range st.Windows {
					if v.Onward != "" { // its end allows nothing: another wait of the thing goes on, which has its own
						if !eases(st, v) {
							t.Errorf("%s: %s is said to ease at %v, and the path does not say so", m.name, v.ID, v.Until)
						}
						continue
					}
					if (v.State == course.Wait || v.State == course.Before || v.Hours != nil && v.State != course.Never && v.State != course.Ask) &&
						!v.End.Open && !v.End.ByWord() && v.Until.After(st.Now) && !(v.From.Before(v.Treated) && !v.Until.After(v.Treated)) {
						kind := "ends"
						if v.AndWhen != "" {
							kind = "asks"
						}
						want[kind+"/1/"+v.ID] = v.Until
					}
				}
				for key, at := range want {
					waits++
					if e, ok := got[key]; !ok || !e.At.Equal(at) {
						t.Errorf("%s: %s ends at %v, the calendar has %+v", m.name, key, at, e)
					}
				}
				for key, e := range got {
					kind, _, _ := strings.Cut(key, "/")
					if _, known := want[key]; (kind == "ends" || kind == "asks") && !known && !e.Cancelled {
						t.Errorf("%s: the calendar has %s at %v, status does not", m.name, key, e.At)
					}
				}
			}
		})
	}
	if waits < 300 {
		t.Errorf("only %d waits were looked at", waits)
	}
}

// eases says whether the path tells at the end of a wait that another one of its thing goes on.
func eases(st service.Status, w service.WindowView) bool {
	for _, m := range st.Openings().Ahead {
		for _, o := range m.What {
			if o.Kind == service.Eases && o.Window.ID == w.ID && o.Window.Until.Equal(w.Until) {
				return true
			}
		}
	}
	return false
}

func TestATreatmentThatIsPutRightChangesItsEventsAndOneThatIsRemovedTakesThemBack(t *testing.T) {
	w := newWorld(t, "18:30")
	id := w.treated("2026-11-24 18:00").ID
	first := w.inCalendar(service.DateChoice{})["ends/1/makeup"]
	if _, err := w.service.Change(w.ctx(), id, service.NewTreatment{At: w.at("2026-11-24 17:00")}); err != nil {
		t.Fatal(err)
	}
	moved := w.inCalendar(service.DateChoice{})["ends/1/makeup"]
	if moved.UID != first.UID || moved.Sequence <= first.Sequence || !moved.At.Equal(w.at("2026-11-25 17:00")) {
		t.Errorf("put right: %+v after %+v", moved, first)
	}
	if _, err := w.service.Remove(w.ctx(), id); err != nil {
		t.Fatal(err)
	}
	gone := w.inCalendar(service.DateChoice{})["ends/1/makeup"]
	if !gone.Cancelled || gone.UID != first.UID || gone.Sequence <= moved.Sequence || gone.Title != "No longer: Makeup: wait ends 17:00" {
		t.Errorf("removed: %+v after %+v", gone, moved)
	}
}

func TestWhatWasNeverHandedOutIsNeverTakenBack(t *testing.T) {
	w := newWorld(t, "18:30")
	id := w.treated("2026-11-24 18:00").ID
	if _, err := w.service.Calendar(w.ctx(), service.DateChoice{}, w.voice().CalendarWords(false)); err != nil {
		t.Fatal(err) // made, and then not written
	}
	if _, err := w.service.Remove(w.ctx(), id); err != nil {
		t.Fatal(err)
	}
	if got := w.inCalendar(service.DateChoice{}); len(got) != 0 {
		t.Errorf("the calendar has %+v", got)
	}
}

func TestADiscreetCalendarTellsNothingOfTheTreatment(t *testing.T) {
	w := newWorld(t, "18:30")
	w.treated("2026-11-24 18:00")
	h, err := w.service.Calendar(w.ctx(), service.DateChoice{Each: true}, w.voice().CalendarWords(true))
	if err != nil || len(h.Events) == 0 {
		t.Fatalf("%d events, %v", len(h.Events), err)
	}
	for _, e := range h.Events {
		if e.Text != "" || strings.TrimRight(e.Title, "0123456789:") != "Reminder " && e.Title != "Reminder" {
			t.Errorf("%+v", e)
		}
	}
}
