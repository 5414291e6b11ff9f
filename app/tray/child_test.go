//go:build !windows && !darwin

package tray

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"
	"time"

	"afterglow/app/bus"
)

// A tray is known by its process's id, so each test runs one in a process of
// its own: this binary again. Models go in by standard input, one line of
// JSON each; what happens comes out by standard output, one line each.
func TestMain(m *testing.M) {
	if os.Getenv("TRAY_TEST_CHILD") != "" {
		os.Exit(runChild())
	}
	os.Exit(m.Run())
}

func runChild() int {
	var mu sync.Mutex
	say := func(words ...any) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(words...)
	}
	does := func(name string) func() { return func() { say(name) } }
	chooses := func(name string) func(string) { return func(c string) { say(name, c) } }
	ctx, cancel := context.WithCancel(context.Background())
	session := bus.New(ctx)
	go session.Gone(ctx, time.Minute) // as the agent does: a bus that comes back is connected to
	t := New(Options{
		Bus: session,
		Actions: Actions{Open: does("open"), Ask: does("ask"), Done: does("done"), Water: does("water"), Resume: does("resume"),
			Quit: does("quit"), Later: chooses("later"), Pause: chooses("pause")},
		Words:  Words{"Afterglow", "Remind me later", "Pause reminders", "Ask...", "Open Afterglow", "Quit Afterglow"},
		OnHost: func(p bool) { say("host", p) },
	})
	go func() {
		for range time.Tick(time.Millisecond) {
			t.mu.Lock()
			stands := t.menu != nil
			t.mu.Unlock()
			if stands {
				say("ready")
				return
			}
		}
	}()
	go func() {
		defer cancel()
		in := bufio.NewScanner(os.Stdin)
		for in.Scan() {
			var m Model
			if err := json.Unmarshal(in.Bytes(), &m); err != nil {
				say("bad", err)
			}
			if err := t.Update(m); err != nil {
				say("failed", err)
			}
			say("updated")
		}
	}()
	if err := t.Run(ctx); err != nil {
		say("failed", err)
		return 1
	}
	say("ended")
	return 0
}

// process is a child that runs a tray.
type process struct {
	t     *testing.T
	cmd   *exec.Cmd
	lines chan string
	came  []string // before an update was answered, and not expected yet
	in    *json.Encoder
	quit  func()
}

func startChild(t *testing.T) *process {
	t.Helper()
	p := &process{t: t, cmd: exec.Command(os.Args[0]), lines: make(chan string, 64)}
	p.cmd.Env = append(os.Environ(), "TRAY_TEST_CHILD=1")
	in, err := p.cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.cmd.Stderr = os.Stderr
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.in, p.quit = json.NewEncoder(in), func() { _ = in.Close() }
	go func() {
		defer close(p.lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			p.lines <- s.Text()
		}
	}()
	t.Cleanup(func() { p.quit(); _ = p.cmd.Process.Kill(); _ = p.cmd.Wait() })
	return p
}

// expect reads lines until want has come.
func (p *process) expect(want string) {
	p.t.Helper()
	came := p.came
	p.came = nil
	if i := slices.Index(came, want); i >= 0 {
		p.came = came[i+1:]
		return
	}
	p.until(want)
}

// until reads lines until want has come, and gives those before it; a minute is for a test that fails.
func (p *process) until(want string) (before []string) {
	p.t.Helper()
	limit := time.After(time.Minute)
	for {
		select {
		case got, ok := <-p.lines:
			if !ok {
				p.t.Fatalf("the tray ended before %q", want)
			}
			if got == want {
				return before
			}
			before = append(before, got)
		case <-limit:
			p.t.Fatalf("%q did not come", want)
		}
	}
}

func (p *process) update(m Model) {
	p.t.Helper()
	if err := p.in.Encode(m); err != nil {
		p.t.Fatal(err)
	}
	p.came = append(p.came, p.until("updated")...) // the tray may be ready before or after it hears of the update
}
