//go:build e2e

package e2e

import (
	"debug/elf"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"afterglow/e2e/desktop"
)

func TestTheAgentLinksNoGraphics(t *testing.T) {
	program, err := elf.Open("../build/bin/afterglow")
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	libraries, err := program.ImportedLibraries()
	if err != nil {
		t.Fatal(err)
	}
	for _, library := range libraries {
		if regexp.MustCompile(`^lib(GL|EGL|X|xcb|wayland|xkb|gtk|gdk)`).MatchString(library) {
			t.Errorf("the agent needs %s", library)
		}
	}
}

// network finds sockets of every kind but the local one in what strace wrote.
var network = regexp.MustCompile(`\b(socket|socketpair)\((AF_[A-Z0-9]+)`)

func TestTheAgentOpensNoNetworkSocket(t *testing.T) {
	s := begin(t)
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	if out, err := exec.Command(strace, "-f", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not watch programs here: %s", strings.TrimSpace(string(out)))
	}
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command(strace, "-f", "-qq", "-e", "trace=network", "-o", trace, filepath.Join(s.a.Bin, "afterglow"), "--background")
	cmd.Env = append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+s.a.Data)
	p, err := desktop.Start(cmd)
	s.ok(err)
	t.Cleanup(func() { s.ok(p.Kill()) })

	// A whole life: start, a treatment, a notification, a question to it, the end.
	heard := s.listen()
	s.until("the agent answers", func() error {
		answer, err := s.a.Run(s.ctx, "doctor")
		if err == nil && !strings.Contains(answer.Out, "dunst") {
			err = errors.New(answer.Out + answer.Err)
		}
		return err
	})
	s.do("treat", "--at", "-23h59m55s")
	_, err = heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.do("quit")
	code, err := p.Wait(s.patience())
	s.ok(err)
	if code != 0 {
		t.Errorf("the agent ended with %d and said:\n%s", code, p.Said())
	}

	calls, err := os.ReadFile(trace)
	s.ok(err)
	opened := network.FindAllStringSubmatch(string(calls), -1)
	if len(opened) == 0 {
		t.Fatalf("strace saw no socket at all, not even the bus:\n%s", calls)
	}
	for _, call := range opened {
		if call[2] != "AF_UNIX" {
			t.Errorf("the agent opened %s", call[0])
		}
	}
}

func TestTheDataIsPrivate(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-2h")
	s.startInTray()
	dir, err := os.Stat(s.a.Data)
	s.ok(err)
	// The folder was there before Afterglow; its files are Afterglow's own.
	if !dir.IsDir() {
		t.Fatal("the data is no folder")
	}
	files, err := os.ReadDir(s.a.Data)
	s.ok(err)
	for _, file := range files {
		info, err := file.Info()
		s.ok(err)
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can read %s: %v", file.Name(), info.Mode())
		}
	}
	for _, socket := range s.sockets() {
		info, err := os.Stat(socket)
		s.ok(err)
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can reach %s: %v", socket, info.Mode())
		}
		if parent, err := os.Stat(filepath.Dir(socket)); err != nil || parent.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can reach the folder of %s: %v, %v", socket, parent.Mode(), err)
		}
	}
	if len(s.sockets()) == 0 {
		t.Error("the agent listens nowhere")
	}
}

func TestAnEndSignalEndsTheAgentCleanly(t *testing.T) {
	s := begin(t)
	p, _ := s.startInTray()
	s.ok(p.Signal(syscall.SIGTERM))
	s.gone(p)
}

func TestADataFolderThatCannotBeUsedIsToldInOneLine(t *testing.T) {
	s := begin(t)
	file := filepath.Join(t.TempDir(), "file")
	s.ok(os.WriteFile(file, []byte("not a folder"), 0o600))
	wrong := s.a
	wrong.Data = filepath.Join(file, "data")
	for _, args := range [][]string{{"--background"}, {"status"}, {"treat"}} {
		answer, err := wrong.Run(s.patience(), args...)
		s.ok(err)
		if answer.Code != 1 || strings.Count(strings.TrimSpace(answer.Err), "\n") != 0 || answer.Err == "" {
			t.Errorf("afterglow %v ended with %d and said %q", args, answer.Code, answer.Err)
		}
	}
}
