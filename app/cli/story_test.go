package cli_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/cli/shape"
	"afterglow/app/course"
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

func TestEachWayToNameAPlanBegins(t *testing.T) {
	for name, args := range map[string][]string{
		"Essentials":  {"treat"},
		"Cautious":    {"treat", "--plan", "cautious"},
		"Rose Street": {"treat", "--plan", "testdata/clinic.toml"},
	} {
		w := newWorld(t, "12:00")
		w.must(args...)
		var st shape.Status
		w.ask(&st, "status")
		if st.Treatment.PlanName != name {
			t.Errorf("%v begins with %s", args, st.Treatment.PlanName)
		}
	}
	w := newWorld(t, "12:00")
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	w.in = string(text)
	w.must("treat", "--plan", "-")
	w.must("plan", "use", "testdata/clinic.toml")
	w.must("treat", "--at", "-26h")
	var all []shape.Treatment
	w.ask(&all, "treat", "list")
	if len(all) != 2 || all[0].Plan != "rose-street" || all[1].Plan != "rose-street" {
		t.Errorf("treatments %+v", all)
	}
}

func TestThePlansPageHoldsAllThatThePlanSays(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, id := range []string{"essentials", "cautious", "testdata/clinic.toml"} {
		page := w.must("plan", "show", id)
		type named struct{ Name, Text, Title string }
		var p struct{ Windows, Routines, Phases, Care, Call, Sources []named }
		w.ask(&p, "plan", "show", id)
		for section, entries := range map[string][]named{"Waits": p.Windows, "Routines": p.Routines, "What your plan expects": p.Phases,
			"Good to know": p.Care, "When to call": p.Call, "Who says so": p.Sources} {
			_, after, found := strings.Cut(page, "\n"+section+"\n")
			if !found || len(entries) == 0 {
				t.Errorf("%s: no section %s", id, section)
			}
			part, _, _ := strings.Cut(after, "\n\n")
			for _, e := range entries {
				if !strings.Contains(part, e.Name) || !strings.Contains(part, e.Text) || !strings.Contains(part, e.Title) {
					t.Errorf("%s: %+v is not under %s", id, e, section)
				}
			}
		}
	}
}

func TestAPlanComesOutAsItWentIn(t *testing.T) {
	w := newWorld(t, "12:00")
	want, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	w.must("plan", "use", "testdata/clinic.toml")
	for _, args := range [][]string{{"plan", "show", "rose-street", "--text"}, {"plan", "show", "--text"}} {
		if got := w.must(args...); got != string(want) {
			t.Errorf("%v differs", args)
		}
	}
	w.file("starter.toml", w.must("plan", "show", "essentials", "--text"))
	if out := w.must("plan", "check", w.path("starter.toml")); !strings.Contains(out, "can be used: Essentials") {
		t.Errorf("a starter plan does not come back: %s", out)
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

func TestTwoTreatmentsAreNamedWhereverAWaitIs(t *testing.T) {
	w := newWorld(t, "20:00")
	w.must("treat", "--at", "-26h", "--area", "face")
	w.must("treat", "--at", "-6h", "--area", "neck")
	out := w.must("status")
	for _, want := range []string{
		"Day 0, neck · Settling, until tomorrow 14:00 · plan: Essentials\n",
		"Also looked after: face, day 1 · Calming · treated yesterday 18:00 · plan: Essentials\n",
		"  (neck, day 0)\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the status lacks %q:\n%s", want, out)
		}
	}
	if out := w.must("log"); !strings.Contains(out, "treatment  entered  number 2: neck, 14:00\n") {
		t.Errorf("the log reads\n%s", out)
	}
	if out := w.must("settings", "sleep", "off"); out != "sleep is now off: reminders may come at any hour, at night too.\n" {
		t.Errorf("got %q", out)
	}
}

func TestCanNamesTheTreatmentOfEachWaitThatBinds(t *testing.T) {
	w := newWorld(t, "20:00")
	w.must("treat", "--at", "-4d", "--area", "face", "--plan", "cautious")
	var can []shape.Can
	w.ask(&can, "can")
	for _, v := range can {
		if v.Treatment != "" {
			t.Errorf("with one treatment %s comes from %q", v.Activity, v.Treatment)
		}
	}
	if out := w.must("can"); strings.Contains(out, "face") {
		t.Errorf("with one treatment can says\n%s", out)
	}

	w.must("treat", "--at", "-6h", "--area", "neck", "--plan", "essentials")
	out := w.must("can")
	for _, want := range []string{" (face, day 4)\n", " (neck, day 0)\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("can lacks %q:\n%s", want, out)
		}
	}
	for _, at := range []string{"now", "+8d"} {
		var st shape.Status
		w.ask(&st, "status", "--at", at)
		w.ask(&can, "can", "--at", at)
		out := w.must("can", "--at", at)
		for i, v := range can {
			want := map[int64]string{1: "face, day 4", 2: "neck, day 0"}[st.Windows[i].Treatment]
			if at == "+8d" {
				want = map[int64]string{1: "face, day 12", 2: "neck, day 8"}[st.Windows[i].Treatment]
			}
			if v.State == string(course.Open) {
				want = ""
			}
			if v.Treatment != want {
				t.Errorf("at %s: %s is %s and comes from %q, not %q", at, v.Activity, v.State, v.Treatment, want)
			}
			for line := range strings.Lines(out) {
				if strings.HasPrefix(line, "  "+v.Name+"  ") && strings.HasSuffix(line, ")\n") != (want != "") {
					t.Errorf("at %s: %s comes from %q, and can says %q", at, v.Activity, want, line)
				}
			}
		}
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

func TestAutostartIsWhatStandsOnTheComputer(t *testing.T) {
	w := newWorld(t, "12:00")
	w.file("afterglow", "")
	if out := w.must("autostart"); out != "Afterglow does not start with the computer.\n" {
		t.Errorf("got %q", out)
	}
	w.must("settings", "autostart", "on")
	entry := w.path("config/autostart/app.afterglow.Afterglow.desktop")
	text, err := os.ReadFile(entry)
	if err != nil || !strings.Contains(string(text), "\nExec="+w.path("afterglow")+" --background --data "+w.path("data")+"\n") {
		t.Fatalf("got %q, %v", text, err)
	}
	if err := os.Remove(w.path("afterglow")); err != nil {
		t.Fatal(err)
	}
	var v struct{ On, Stale bool }
	w.ask(&v, "autostart")
	if !v.On || !v.Stale {
		t.Errorf("a moved program: %+v", v)
	}
	w.env["APPIMAGE"] = w.file("Afterglow.AppImage", "")
	w.must("autostart", "on")
	if text, _ := os.ReadFile(entry); !strings.Contains(string(text), "Afterglow.AppImage") {
		t.Errorf("an AppImage starts %q", text)
	}
	if err := os.Remove(entry); err != nil { // switched off by the desktop's own settings
		t.Fatal(err)
	}
	var s struct{ Value string }
	w.ask(&s, "settings", "autostart")
	if s.Value != "off" {
		t.Errorf("the setting says %q", s.Value)
	}
}

func TestQuitAsksTheTrayAndSaysWhereNoneRuns(t *testing.T) {
	w := newWorld(t, "12:00")
	if out := w.must("quit"); out != "Afterglow is not running.\n" {
		t.Errorf("got %q", out)
	}
	asked := make(chan string, 1)
	var server *ipc.Server
	ready := make(chan struct{})
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(m ipc.Message) ipc.Reply {
		<-ready
		asked <- m.Do
		go server.Close() // as the tray does: it answers, then ends
		return ipc.Reply{OK: true}
	})
	if err != nil {
		t.Fatal(err)
	}
	close(ready)
	if out := w.must("quit"); out != "Afterglow has ended.\n" {
		t.Errorf("got %q", out)
	}
	if do := <-asked; do != ipc.DoQuit {
		t.Errorf("asked to %q", do)
	}
	if _, err := ipc.Send(t.Context(), w.path("data"), ipc.Agent, ipc.Message{Do: ipc.DoPing}); !errors.Is(err, ipc.ErrNobody) {
		t.Errorf("it still runs: %v", err)
	}
}

func TestEveryWriteRingsTheTray(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-20h", "--plan", "testdata/clinic.toml")
	rung := make(chan string, 8)
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(m ipc.Message) ipc.Reply {
		rung <- m.Do
		return ipc.Reply{OK: true}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	for _, args := range [][]string{{"done", "water"}, {"undo"}, {"settings", "sound", "off"}, {"pause"}} {
		w.must(args...)
		if do := <-rung; do != ipc.DoChanged {
			t.Errorf("%v: %q", args, do)
		}
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

func TestDoctorNamesWhatIsWrongWithItsFix(t *testing.T) {
	w := newWorld(t, "12:00")
	type check struct {
		ID, Text, Fix string
		OK            bool
	}
	look := func() map[string]check {
		var f struct{ Checks []check }
		w.ask(&f, "doctor")
		all := map[string]check{}
		for _, c := range f.Checks {
			if c.OK != (c.Fix == "") {
				t.Errorf("%+v: a fix belongs to what is wrong, and only there", c)
			}
			all[c.ID] = c
		}
		return all
	}
	w.must("status")
	first := look()
	for id, ok := range map[string]bool{"agent": false, "folder": true, "journal": true, "backups": true, "autostart": true} {
		if c, there := first[id]; !there || c.OK != ok {
			t.Errorf("%s: %+v", id, c)
		}
	}
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(ipc.Message) ipc.Reply {
		return ipc.Reply{OK: true, Data: json.RawMessage(`{"quiet": false, "problems": ["The tray is gone."]}`)}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if c := look()["agent"]; c.OK || !strings.Contains(c.Text, "The tray is gone.") {
		t.Errorf("agent: %+v", c)
	}
	if err := os.WriteFile(filepath.Join(w.path("data"), "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if c := look()["folder"]; c.OK || !strings.Contains(c.Text, "notes.txt") {
		t.Errorf("folder: %+v", c)
	}
	w.env["AFTERGLOW_DATA"] = w.file("not a folder", "")
	all := look()
	if all["journal"].OK || all["folder"].OK {
		t.Errorf("a file for a folder: %+v", all)
	}
}

func TestCompletionIsWrittenForEachShell(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := w.must("completion", shell); !strings.Contains(out, "afterglow") {
			t.Errorf("%s: %q", shell, out)
		}
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
