package agent

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/locale"
	"afterglow/app/notify"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/guidance"
)

// screen is a desktop that takes every notification.
type screen struct {
	closed []uint32
	mu     sync.Mutex
	notes  []notify.Note
}

func (s *screen) Show(_ context.Context, n notify.Note) (uint32, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes = append(s.notes, n)
	return uint32(len(s.notes)), nil
}

func (s *screen) Close(_ context.Context, id uint32) error {
	s.closed = append(s.closed, id)
	return nil
}
func (s *screen) Events() <-chan notify.Event                { return nil }
func (s *screen) Quiet(context.Context) (bool, string)       { return false, "" }
func (s *screen) Abilities(context.Context) notify.Abilities { return notify.Abilities{} }
func (s *screen) Stop()                                      {}

// morning is an agent at 08:30 on the day after a treatment, when the cleanse of 08:00 is due.
func morning(t *testing.T) (*agent, *screen) {
	t.Helper()
	wall := clocktest.New(time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC), time.UTC)
	j, err := journal.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	desktop := &screen{}
	a := &agent{
		server: newCalendarServer("", "", nil),
		ctx:    t.Context(), clock: wall, journal: j, service: service.New(j, wall, nil), notify: desktop,
		spoken: voice, troubles: map[string]string{}, sessionKnown: true,
	}
	t.Cleanup(func() {
		a.acts.Wait()
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	a.format.Store(&locale.Format{})
	if _, err := a.service.Begin(t.Context(), service.NewTreatment{At: wall.Now().Add(-17 * time.Hour), PlanID: "essentials"}); err != nil {
		t.Fatal(err)
	}
	return a, desktop
}

func TestAClickThatIsRefusedIsAnsweredByANotification(t *testing.T) {
	a, desktop := morning(t)
	a.trayActions().Resume() // nothing is paused
	a.acts.Wait()
	if len(desktop.notes) != 1 || desktop.notes[0].Title != "That was not done" || desktop.notes[0].Body == "" {
		t.Errorf("shown: %+v", desktop.notes)
	}
	if all := a.problems(); len(all) != 0 {
		t.Errorf("doctor is told %q, and nothing is wrong", all)
	}
}

func TestARefusalTellsNothingInDiscreetMode(t *testing.T) {
	a, desktop := morning(t)
	if err := a.service.SetSetting(t.Context(), "discreet", "on"); err != nil {
		t.Fatal(err)
	}
	a.trayActions().Later("soon") // no choice of ours
	a.acts.Wait()
	if len(desktop.notes) != 1 || strings.Contains(desktop.notes[0].Body, "soon") || desktop.notes[0].Body != "Open Afterglow to read it." {
		t.Errorf("shown: %+v", desktop.notes)
	}
}

func TestAClickThatIsCarriedOutSaysNothing(t *testing.T) {
	a, desktop := morning(t)
	a.trayActions().Pause(string(service.BreakHour))
	a.acts.Wait()
	if status, err := a.service.Status(t.Context(), time.Time{}); err != nil || status.Paused == nil || len(desktop.notes) != 0 {
		t.Errorf("paused until %v, %v, shown %+v", status.Paused, err, desktop.notes)
	}
}

func TestOnlyAnActionThatWasOfferedAnswersANotification(t *testing.T) {
	for _, c := range []struct {
		key  string
		kind record.Kind // "": nothing is written down
	}{{keyDone, record.KindDone}, {keyLater, record.KindSnooze}, {"archive", ""}, {"closed", ""}} {
		t.Run(c.key, func(t *testing.T) {
			a, _ := morning(t)
			due := a.clock.Now().Add(-30 * time.Minute)
			id, _, err := a.journal.BeginDelivery(t.Context(), record.Delivery{Occurrence: "cleanse/2026-11-23/1", What: "cleanse", Due: due, BegunAt: due})
			if err != nil {
				t.Fatal(err)
			}
			if err := a.journal.MarkShown(t.Context(), id, "Gentle cleanse", "", 7, due); err != nil {
				t.Fatal(err)
			}
			a.answered(notify.Event{ID: 7, Key: c.key})
			a.acts.Wait()
			entries, err := a.service.Entries(t.Context(), due)
			if err != nil {
				t.Fatal(err)
			}
			var kinds []record.Kind
			for _, e := range entries {
				if e.Kind != record.KindTreat {
					kinds = append(kinds, e.Kind)
				}
			}
			if want := 0; c.kind == "" && len(kinds) != want || c.kind != "" && (len(kinds) != 1 || kinds[0] != c.kind) {
				t.Errorf("written down: %v, want %q alone", kinds, c.kind)
			}
		})
	}
}

func TestAClickThatIsQuickerThanTheJournalIsNotLost(t *testing.T) {
	a, _ := morning(t)
	due := a.clock.Now().Add(-30 * time.Minute)
	id, _, err := a.journal.BeginDelivery(t.Context(), record.Delivery{Occurrence: "cleanse/2026-11-23/1", What: "cleanse", Due: due, BegunAt: due})
	if err != nil {
		t.Fatal(err)
	}
	a.answered(notify.Event{ID: 7, Key: keyDone})
	if err := a.journal.MarkShown(t.Context(), id, "Gentle cleanse", "", 7, due); err != nil {
		t.Fatal(err)
	}
	a.acts.Wait()
	entries, err := a.service.Entries(t.Context(), due)
	if err != nil || len(entries) == 0 || entries[len(entries)-1].Kind != record.KindDone {
		t.Errorf("written down: %+v (%v)", entries, err)
	}
}

func TestTheCheckInsNotificationLeadsToItsQuestionInsteadOfTickingItOff(t *testing.T) {
	for _, c := range []struct {
		name     string
		what     string
		role     guidance.Role
		discreet bool
		want     string
		instead  string // said where nobody draws the buttons
	}{
		{"of the check-in", "checkin", guidance.CheckIn, false, keyFeel, "Or: afterglow feel"},
		{"of the check-in, in discreet mode", "checkin", guidance.CheckIn, true, keyDone, ""},
		{"of another routine", "cleanse", guidance.Cleanse, false, keyDone, "Or: afterglow done cleanse"},
		{"of another routine, in discreet mode", "cleanse", guidance.Cleanse, true, keyDone, ""},
		{"of one that no plan has any more", "gone", "", false, keyDone, "Or: afterglow done gone"},
	} {
		a, desktop := morning(t)
		show := teller{notify: desktop, service: a.service, journal: a.journal, voice: a.voice}
		n := reminder.Notice{Actions: true, Discreet: c.discreet, Occurrence: reminder.Occurrence{
			Kind: reminder.RoutineDue, What: c.what, Role: c.role, News: record.News{Routine: &record.RoutineNews{Name: "X"}}}}
		if _, err := show.Show(t.Context(), n); err != nil {
			t.Fatal(err)
		}
		got := desktop.notes[0].Actions
		if len(got) != 2 || got[0].Key != c.want || got[1].Key != keyLater {
			t.Errorf("%s: the buttons are %+v, want %q first", c.name, got, c.want)
		}
		if said := desktop.notes[0].Instead; said != c.instead {
			t.Errorf("%s: without buttons it says %q, want %q", c.name, said, c.instead)
		}
	}
}

func TestWhatIsOnShowTurnsDiscreetWithTheSetting(t *testing.T) {
	a, desktop := morning(t)
	due := a.clock.Now().Add(-30 * time.Minute)
	for number, occurrence := range map[uint32]string{7: "cleanse/2026-11-23/1", 8: "makeup/1"} {
		id, _, err := a.journal.BeginDelivery(t.Context(), record.Delivery{Occurrence: occurrence, Due: due, BegunAt: due})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.journal.MarkShown(t.Context(), id, "Gentle cleanse", "", number, due); err != nil {
			t.Fatal(err)
		}
	}
	decide := func(discreet bool) {
		in := reminder.Input{}
		in.Prefs.Discreet = discreet
		a.decided(in, reminder.Decision{})
	}
	decide(true) // at a start nothing has changed
	decide(false)
	if len(desktop.notes) != 0 {
		t.Fatalf("shown: %+v", desktop.notes)
	}
	decide(true)
	decide(true)
	if len(desktop.notes) != 2 {
		t.Fatalf("%d were replaced, want both, once: %+v", len(desktop.notes), desktop.notes)
	}
	for _, n := range desktop.notes {
		buttons := map[uint32]int{7: 2, 8: 0}[n.Replaces]
		if n.Title != "Reminder" || n.Body != "Open Afterglow to read it." || n.Replaces == 0 || len(n.Actions) != buttons {
			t.Errorf("in the place of %d stands %+v", n.Replaces, n)
		}
	}
}
