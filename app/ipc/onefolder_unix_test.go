//go:build !windows

package ipc

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"afterglow/app/fault"
)

// elsewhereInTheSession stands for a program that was started with another environment: from cron, by su, over ssh.
func elsewhereInTheSession(t *testing.T) map[string]string {
	t.Helper()
	short, err := os.MkdirTemp("", "l")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	return map[string]string{"another runtime folder": short, "none": "", "one that is gone": filepath.Join(short, "gone")}
}

func TestOneDataFolderIsOneAfterglowWhateverTheEnvironmentSays(t *testing.T) {
	for name, dir := range elsewhereInTheSession(t) {
		t.Run(name, func(t *testing.T) {
			runtimeFolder(t)
			data := t.TempDir()
			listen(t, data, Agent, func(Message) Reply { return Reply{OK: true, Text: "the one"} })
			t.Setenv("XDG_RUNTIME_DIR", dir)
			t.Setenv("TMPDIR", t.TempDir())
			if s, err := Listen(data, Agent, yes); !errors.Is(err, ErrRunning) {
				_ = s.Close()
				t.Errorf("a second one: %v, want ErrRunning", err)
			}
			if r, err := Send(context.Background(), data, Agent, Message{Do: DoShow}); err != nil || r.Text != "the one" {
				t.Errorf("asked: %+v, %v", r, err)
			}
			if err := Alone(data, func() error { return errors.New("it was let") }); !errors.Is(err, ErrRunning) {
				t.Errorf("alone beside it: %v", err)
			}
		})
	}
}

func TestAFolderThatCannotBeWrittenStillHasOneAfterglow(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("nothing is forbidden to the superuser")
	}
	runtimeFolder(t)
	data := t.TempDir()
	if err := os.Chmod(data, 0o500); err != nil {
		t.Fatal(err)
	}
	listen(t, data, Agent, yes)
	if _, err := Listen(data, Agent, yes); !errors.Is(err, ErrRunning) {
		t.Errorf("a second one: %v, want ErrRunning", err)
	}
	if r, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); err != nil || !r.OK {
		t.Errorf("asked: %+v, %v", r, err)
	}
}

func TestALockThatCannotBeTakenUpIsNoReasonForASecondOne(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	before := syscall.Umask(0o777)
	s, err := Listen(data, Agent, yes)
	syscall.Umask(before)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(lockPath(data, Agent)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("under a strict umask: %v, %v", info.Mode(), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Remove(lockPath(data, Agent)), os.Mkdir(lockPath(data, Agent), 0o700)); err != nil {
		t.Fatal(err)
	}
	if s, err := Listen(data, Agent, yes); err == nil || errors.Is(err, ErrRunning) {
		_ = s.Close()
		t.Errorf("something else in the lock's place: %v", err)
	}
}

func TestWhereItListensIsBelievedOnlyInAPrivateFolder(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	open := t.TempDir()
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"cut off":           `{"pid":1,"ho`,
		"nothing":           "",
		"half a path":       `{"socket":"agent.sock"}`,
		"an open folder":    `{"socket":"` + filepath.Join(open, "agent.sock") + `"}`,
		"a folder of links": `{"socket":"/proc/self/cwd/agent.sock"}`,
		"far too long":      `{"socket":"` + strings.Repeat("/x", recordAtMost) + `"}`,
	} {
		if err := os.WriteFile(lockPath(data, Agent), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		all, err := addresses(data, Agent)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: looks at %q, %v", name, all, err)
		}
		if _, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); !errors.Is(err, ErrNobody) {
			t.Errorf("%s: %v, want ErrNobody", name, err)
		}
	}
}

func TestAnotherComputerIsNamed(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	lock, err := takeLock(lockPath(data, Agent)) // as the other computer holds it, over the network
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	text, err := json.Marshal(record{PID: 1, Host: "the other", Socket: filepath.Join(t.TempDir(), "agent.sock")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock.Write(text); err != nil {
		t.Fatal(err)
	}
	named := func(err, kind error) {
		t.Helper()
		var f *fault.Fault
		if !errors.As(err, &f) || !errors.Is(err, kind) || f.Args["Host"] != "the other" {
			t.Errorf("got %v", err)
		}
	}
	_, err = Listen(data, Agent, yes)
	named(err, ErrRunning)
	named(err, ErrElsewhere)
	_, err = Send(context.Background(), data, Agent, Message{Do: DoPing})
	named(err, ErrNobody)
}

func TestAloneLeavesNoFileBehindAndMakesNoFolder(t *testing.T) {
	runtimeFolder(t)
	data := filepath.Join(t.TempDir(), "data")
	ran := 0
	run := func() error { ran++; return nil }
	if err := Alone(data, run); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(data); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Alone(data, run); err != nil || ran != 2 {
		t.Fatalf("%v, ran %d times", err, ran)
	}
	if left, err := os.ReadDir(data); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	listen(t, data, Agent, yes) // the role is free again
}

// TestWhoAsksKnowsWhatKeepsAfterglowFromStarting: "doctor" must not advise to start what cannot start.
func TestWhoAsksKnowsWhatKeepsAfterglowFromStarting(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	short, err := os.MkdirTemp("", "l")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(short) })
	t.Setenv("TMPDIR", short)
	t.Setenv("XDG_RUNTIME_DIR", "")
	if slices.ContainsFunc(runtimeFolders(), func(d string) bool { return private(d) == nil }) {
		t.Skip("the system has a runtime folder for this user")
	}
	taken := filepath.Join(short, "afterglow-"+userKey())
	if err := os.Mkdir(taken, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(taken, 65534, 65534); err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	_, starts := Listen(data, Agent, yes)
	_, asks := Send(context.Background(), data, Agent, Message{Do: DoPing})
	for _, err := range []error{starts, asks} {
		var f *fault.Fault
		if !errors.As(err, &f) || f.ID != "ipc.place_another_user" || !errors.Is(err, ErrPlace) {
			t.Errorf("got %v", err)
		}
	}
}
