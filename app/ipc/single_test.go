package ipc

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestOfManyStartsAtOnceExactlyOneLives(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	for range 20 {
		var mu sync.Mutex
		var won []*Server
		var wrong []error
		var starts sync.WaitGroup
		gate := make(chan struct{})
		for range 100 {
			starts.Go(func() {
				<-gate
				s, err := Listen(data, Agent, yes)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					won = append(won, s)
				} else if !errors.Is(err, ErrRunning) {
					wrong = append(wrong, err)
				}
			})
		}
		close(gate)
		starts.Wait()
		if len(won) != 1 || len(wrong) != 0 {
			t.Fatalf("%d of 100 racing starts won, want 1; errors: %v", len(won), wrong)
		}
		if r, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); err != nil || !r.OK {
			t.Fatalf("the one that lives does not answer: %+v, %v", r, err)
		}
		if err := won[0].Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOfManyProcessesAtOnceExactlyOneLives(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	var mu sync.Mutex
	lines := map[string]int{}
	var all, said sync.WaitGroup
	said.Add(8)
	for range 8 {
		all.Go(func() {
			_, line, stop := child(t, "listen", data)
			mu.Lock()
			lines[strings.Fields(line)[0]]++
			mu.Unlock()
			said.Done()
			said.Wait() // nobody leaves before everybody has tried
			stop()
		})
	}
	all.Wait()
	if lines["listening"] != 1 || lines["not:"] != 7 {
		t.Fatalf("got %v, want one listening and seven refused", lines)
	}
}

func TestWhatAKilledProcessLeftIsTakenOver(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	cmd, line, stop := child(t, "listen", data)
	if strings.TrimSpace(line) != "listening" {
		t.Fatalf("the child is %q", line)
	}
	if _, err := Listen(data, Agent, yes); !errors.Is(err, ErrRunning) {
		t.Fatalf("beside a living child: %v, want ErrRunning", err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	stop()
	if runtime.GOOS != "windows" { // there nothing is left behind but the lock file
		dir, err := Dir(data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(filepath.Join(dir, "agent.sock")); err != nil {
			t.Fatalf("the test needs the stale socket: %v", err)
		}
	}
	if _, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); !errors.Is(err, ErrNobody) {
		t.Fatalf("at a stale socket: %v, want ErrNobody", err)
	}
	listen(t, data, Agent, yes)
	r, err := Send(context.Background(), data, Agent, Message{Do: DoPing})
	if err != nil || r.PID != os.Getpid() {
		t.Fatalf("after taking over: %+v, %v", r, err)
	}
}

func TestTwoDataFoldersAreTwoAfterglowsAndTwoRolesToo(t *testing.T) {
	runtimeFolder(t)
	one, two := t.TempDir(), t.TempDir()
	listen(t, one, Agent, func(Message) Reply { return Reply{Text: "one"} })
	listen(t, two, Agent, func(Message) Reply { return Reply{Text: "two"} })
	listen(t, one, Window, func(Message) Reply { return Reply{Text: "window"} })
	for _, c := range []struct{ data, role, want string }{{one, Agent, "one"}, {two, Agent, "two"}, {one, Window, "window"}} {
		r, err := Send(context.Background(), c.data, c.role, Message{Do: DoShow})
		if err != nil || r.Text != c.want {
			t.Errorf("got %+v, %v, want %s", r, err, c.want)
		}
	}
}
