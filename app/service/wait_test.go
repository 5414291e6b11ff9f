package service_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

func TestWhatWasMissedHoursAgoIsNeitherLetGoNorPutOff(t *testing.T) {
	w := newWorld(t, "21:00")
	w.treated("2026-11-23 05:00")
	if e := w.ok(w.service.Skip(w.ctx(), "cleanse")); e.Occurrence != "cleanse/2026-11-24/2" {
		t.Errorf("let go %q, not what is due", e.Occurrence)
	}
	// The cleanse of the morning was missed; only it is left.
	_, err := w.service.Skip(w.ctx(), "cleanse")
	if err == nil || !strings.Contains(w.said(err), "is not due") {
		t.Errorf("skip: %v", err)
	}
	if _, err := w.service.SnoozeChoice(w.ctx(), "cleanse", "15m"); err == nil || !strings.Contains(w.said(err), "is not due") {
		t.Errorf("snooze: %v", err)
	}
}

func TestWhatWasDoneWhileTheClockWasAYearBehindIsNotPutOff(t *testing.T) {
	w := newWorld(t, "08:30")
	w.treated("2026-11-23 17:00")
	const cleanse = "cleanse/2026-11-24/1"
	entry := record.Entry{At: w.at("2025-11-24 08:20"), Kind: record.KindDone, What: "cleanse", Occurrence: cleanse}
	id, err := w.journal.AddEntry(w.ctx(), entry)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.service.Snooze(w.ctx(), cleanse, w.at("2026-11-24 09:00"))
	w.refused(err, "is answered already")
	if err := w.service.TakeBack(w.ctx(), id); err != nil {
		t.Fatal(err)
	}
	w.ok(w.service.Snooze(w.ctx(), cleanse, w.at("2026-11-24 09:00")))
}

func TestSnoozeKeepsItAwayUntilThen(t *testing.T) {
	w := newWorld(t, "08:40")
	w.treated("2026-11-23 05:00")
	e := w.ok(w.service.SnoozeChoice(w.ctx(), "", "15m"))
	if e.Occurrence != "cleanse/2026-11-24/1" || !e.Until.Equal(w.at("2026-11-24 08:55")) {
		t.Fatalf("got %+v", e)
	}
	if due := w.status().Due; len(due) != 0 {
		t.Errorf("due while it waits: %+v", due)
	}
	w.now("2026-11-24 08:56")
	if due := w.status().Due; len(due) != 1 || due[0].ID != e.Occurrence {
		t.Errorf("due when the wait is over: %+v", due)
	}
}

func TestTonightIsHalfPastEightOrAnHourBeforeSleep(t *testing.T) {
	for _, c := range []struct{ sleep, want string }{
		{"22:30-07:30", "20:30"}, {"off", "20:30"}, {"21:00-06:00", "20:00"}, {"01:00-09:00", "20:30"},
	} {
		w := newWorld(t, "08:40")
		w.treated("2026-11-23 05:00")
		if err := w.service.SetSetting(w.ctx(), "sleep", c.sleep); err != nil {
			t.Fatal(err)
		}
		e := w.ok(w.service.SnoozeChoice(w.ctx(), "cleanse", "tonight"))
		if got := e.Until.In(w.zone).Format("15:04"); got != c.want {
			t.Errorf("sleep %s: tonight is %s, want %s", c.sleep, got, c.want)
		}
	}
	w := newWorld(t, "21:00")
	w.treated("2026-11-23 05:00")
	_, err := w.service.SnoozeChoice(w.ctx(), "cleanse", "tonight")
	w.refused(err, "Tonight has begun")
}

func TestWaitingIsBoundedAndAlwaysAhead(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	now := w.at("2026-11-24 12:00")
	_, err := w.service.Snooze(w.ctx(), "cleanse", now)
	w.refused(err, "has passed")
	_, err = w.service.Snooze(w.ctx(), "cleanse", now.Add(25*time.Hour))
	w.refused(err, "24 hours at most")
	_, err = w.service.Pause(w.ctx(), now)
	w.refused(err, "has passed")
	_, err = w.service.Pause(w.ctx(), now.Add(8*24*time.Hour))
	w.refused(err, "7 days at most")
	_, err = w.service.PauseChoice(w.ctx(), "2h")
	w.refused(err, "write 1h or tomorrow")
	_, err = w.service.SnoozeChoice(w.ctx(), "cleanse", "soon")
	w.refused(err, "write 15m, 1h or tonight")
	if w.status().Paused != nil {
		t.Error("a pause was written down")
	}
}

func TestAPauseUntilTomorrowEndsWhenThePersonWakes(t *testing.T) {
	for _, c := range []struct{ now, want string }{
		{"2026-11-24 22:00", "2026-11-25 07:30"},
		{"2026-11-25 00:40", "2026-11-25 07:30"},
		{"2026-11-25 08:00", "2026-11-26 07:30"},
	} {
		w := newWorld(t, "12:00")
		w.treated("2026-11-23 05:00")
		w.now(c.now)
		w.ok(w.service.PauseChoice(w.ctx(), "tomorrow"))
		if p := w.status().Paused; p == nil || !p.Equal(w.at(c.want)) {
			t.Errorf("at %s: paused until %v, want %s", c.now, p, c.want)
		}
	}
}

func TestResumeEndsAPauseAndSaysWhereNoneHolds(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-23 05:00")
	if _, err := w.service.Resume(w.ctx()); !errors.Is(err, service.ErrNotPaused) {
		t.Fatalf("got %v", err)
	}
	w.ok(w.service.PauseChoice(w.ctx(), "1h"))
	w.clock.Advance(time.Minute)
	w.ok(w.service.Resume(w.ctx()))
	if w.status().Paused != nil {
		t.Error("it is still paused")
	}
}
