package cli_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"afterglow/app/ipc"
)

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

func TestCompletionIsWrittenForEachShell(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out := w.must("completion", shell); !strings.Contains(out, "afterglow") {
			t.Errorf("%s: %q", shell, out)
		}
	}
}
