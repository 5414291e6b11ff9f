package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
	"afterglow/app/ipc"
)

func TestAStoryFromTreatmentToUndo(t *testing.T) {
	w := newWorld(t, "18:30")
	w.must("treat", "--at", "18:00", "--plan", "testdata/clinic.toml", "--device", "pen", "--depth", "0,5mm", "--area", "Face")
	var st shape.Status
	w.ask(&st, "status")
	if st.Treatment == nil || st.Treatment.Day != 0 || st.Treatment.Device != "pen" || st.Treatment.DepthMM != 0.5 || st.Treatment.Area != "face" {
		t.Fatalf("treatment %+v", st.Treatment)
	}
	w.clock.Advance(14 * time.Hour) // Wednesday 08:30
	w.ask(&st, "status")
	if len(st.Due) != 1 || st.Due[0].ID != "cleanse/2026-11-25/1" {
		t.Fatalf("due %+v", st.Due)
	}
	if out := w.must("done"); out != "Done: Gentle cleanse, 1 of 2 today.\n" {
		t.Errorf("done says %q", out)
	}
	w.clock.Advance(time.Minute)
	if out := w.must("done", "water"); out != "Done: Water, 1 of 8 glasses today.\n" {
		t.Errorf("done water says %q", out)
	}
	w.ask(&st, "status")
	if len(st.Due) != 0 || st.Routines[0].Done != 1 {
		t.Errorf("after done: due %+v, %+v", st.Due, st.Routines[0])
	}
	if out := w.must("undo"); out != "Taken back: Water done (08:31).\n" {
		t.Errorf("undo says %q", out)
	}
	if out := w.must("undo"); out != "Taken back: Gentle cleanse done (08:30).\n" {
		t.Errorf("undo says %q", out)
	}
	w.ask(&st, "status")
	if len(st.Due) != 1 || st.Routines[0].Done != 0 {
		t.Errorf("after undo: due %+v, %+v", st.Due, st.Routines[0])
	}
	var log []shape.Line
	w.ask(&log, "log")
	if len(log) != 3 || log[0].Kind != "treat" || log[1].Kind != "done" || !log[1].Undone || log[2].AmountML != 200 || !log[2].Undone {
		t.Errorf("log %+v", log)
	}
}

func TestAnAnswerIsTheSameFromEveryCommand(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, at := range []string{"now", "+6h", "-10h", "+30h", "+20d"} {
		var st shape.Status
		var can []shape.Can
		w.ask(&st, "status", "--at", at)
		w.ask(&can, "can", "--at", at)
		for i, v := range st.Windows {
			if can[i].Activity != v.ID || can[i].State != v.State || can[i].Source != v.Source {
				t.Errorf("at %s: status %s is %s, can %s is %s", at, v.ID, v.State, can[i].Activity, can[i].State)
			}
		}
		if st.Next != nil && at == "now" {
			var up []shape.Occurrence
			w.ask(&up, "upcoming")
			if up[0] != *st.Next {
				t.Errorf("next is %+v, upcoming begins with %+v", st.Next, up[0])
			}
		}
	}
}

func TestANoteOfCleansingAtALocalTimeGoesToItsDay(t *testing.T) {
	w := newWorld(t, "07:00")
	w.must("treat", "--at", "-40h", "--plan", "testdata/clinic.toml")
	var e shape.Line
	w.ask(&e, "done", "cleanse", "--at", "20:45") // the most recent one: yesterday
	if e.Occurrence != "cleanse/2026-11-23/2" {
		t.Errorf("got %+v", e)
	}
}

func TestSnoozeIntoTheNightSaysThatSleepComesFirst(t *testing.T) {
	w := newWorld(t, "21:00")
	w.must("treat", "--at", "-26h", "--plan", "testdata/clinic.toml")
	if out := w.must("snooze", "2h", "--routine", "cleanse"); !strings.Contains(out, "sleep hours come first") {
		t.Errorf("got %q", out)
	}
	if out := w.must("snooze", "30m", "--routine", "cleanse"); out != "Put off: Gentle cleanse, until 21:30, in 30 min.\n" {
		t.Errorf("got %q", out)
	}
}

func TestWhatIsPutOffIsToldWithTheTimeAtWhichItComes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-40h", "--plan", "testdata/clinic.toml")
	w.must("pause", "2h")
	if out := w.must("snooze", "--routine", "cleanse"); out != "Put off: Gentle cleanse, until 20:30, in 8 h 30. It is not due before.\n" {
		t.Errorf("got %q", out)
	}
	var v shape.Line
	w.ask(&v, "snooze", "--routine", "cleanse")
	if v.Comes == nil || v.Comes.Format("15:04") != "20:30" || v.Until == nil || v.Until.Format("15:04") != "12:15" {
		t.Errorf("asked for %v, it comes at %v", v.Until, v.Comes)
	}
}

func TestDoneBeforeItBeginsSaysWhenItBegins(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "11:00", "--plan", "testdata/clinic.toml")
	if out := w.must("done", "cleanse"); out != "Done: Gentle cleanse. In your plan it begins later: 17:00, in 5 h.\n" {
		t.Errorf("got %q", out)
	}
	w.clock.Advance(6 * time.Hour)
	w.must("settings", "cleanse.times", "off")
	if out := w.must("done", "cleanse"); out != "Done: Gentle cleanse, 1 today.\n" {
		t.Errorf("with its reminders off it says %q", out)
	}
}

func TestTheStatusTellsWhatTheTrayReadsOfDoNotDisturb(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-20h", "--plan", "testdata/clinic.toml")
	w.clock.Advance(91 * time.Minute) // 13:31: moisturise is due and nothing showed it
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(m ipc.Message) ipc.Reply {
		return ipc.Reply{OK: true, Data: json.RawMessage(`{"quiet": true, "quiet_by": "desktop", "problems": []}`)}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	var st shape.Status
	w.ask(&st, "status")
	found := false
	for _, h := range st.Held {
		found = found || strings.Contains(strings.ToLower(h.Reason), "do not disturb")
	}
	if !found || len(st.Due) != 0 {
		t.Errorf("held %+v, due %+v", st.Held, st.Due)
	}
}

func TestAnEmptyTimeBeginsNothing(t *testing.T) {
	w := newWorld(t, "12:00")
	if code, _, errs := w.run("treat", "--at", ""); code != 2 || !strings.Contains(errs, "names no time") || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
	if list := w.must("treat", "list", "--json"); strings.Contains(list, `"id"`) {
		t.Errorf("it began %s", list)
	}
}

func TestATreatmentStillToComeIsSaid(t *testing.T) {
	w := newWorld(t, "12:00")
	if out := w.must("treat", "--at", "+2h"); !strings.Contains(out, "still to come: 14:00") {
		t.Errorf("says %q", out)
	}
}
