//go:build e2e

package trust

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"afterglow/app/ipc"
)

func TestAllDataArePrivateFromTheirFirstMomentOn(t *testing.T) {
	s := begin(t)
	// The person's own habit is to share everything.
	defer syscall.Umask(syscall.Umask(0))
	s.plain()
	s.do("treat", "--at", "-23h59m58s")
	heard := s.listen()
	s.start()
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.until("the day's backup is made", s.backedUp)

	runtime, err := ipc.Dir(s.a.Data)
	s.ok(err)
	seen := 0
	for _, folder := range []string{s.a.Data, runtime} {
		s.ok(filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil // a side file that has just gone
			}
			if err != nil {
				return err
			}
			info, err := entry.Info()
			if err != nil {
				return err
			}
			want := fs.FileMode(0o600)
			if entry.IsDir() {
				want = 0o700
			}
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s has the mode %04o; want %04o", file, got, want)
			}
			seen++
			return nil
		}))
	}
	if seen < 7 { // two folders, the journal, its lock, the backups and one of them, the lock and the socket
		t.Errorf("only %d files and folders were found", seen)
	}
	s.well("folder")
}

// backedUp is an error until a daily backup is there.
func (s *scene) backedUp() error {
	files, err := filepath.Glob(filepath.Join(s.a.Data, "backups", "journal-*.sqlite"))
	if err == nil && len(files) == 0 {
		err = errors.New("there is none yet")
	}
	return err
}

// jobDial is the test's binary as another user's program that talks to the agent.
const jobDial = "dial"

// dialAsStranger asks the agent to end and tells what came back.
func dialAsStranger() int {
	c, err := net.Dial("unix", os.Getenv("AFTERGLOW_TRUST_SOCKET"))
	if err != nil {
		fmt.Println("cannot connect:", err)
		return 0
	}
	defer c.Close()
	_, _ = io.WriteString(c, `{"do":"quit"}`+"\n")
	line, err := bufio.NewReader(c).ReadString('\n')
	fmt.Printf("connected, and the answer is %q (%v)\n", line, err)
	return 0
}

func TestTheLinkRefusesAnotherUser(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can start a program as another user")
	}
	s := begin(t)
	s.plain()
	p := s.start()
	runtime, err := ipc.Dir(s.a.Data)
	s.ok(err)
	socket := filepath.Join(runtime, "agent.sock")

	// The test's own binary lies where another user cannot reach it.
	program := filepath.Join(s.dir, "stranger")
	self, err := os.Executable()
	s.ok(err)
	text, err := os.ReadFile(self)
	s.ok(err)
	s.ok(os.WriteFile(program, text, 0o700))
	s.ok(os.Chmod(program, 0o755))
	s.ok(os.Chmod(s.dir, 0o711))
	stranger := func() string {
		cmd := exec.CommandContext(s.patience(), program)
		cmd.Dir = "/"
		cmd.Env = []string{jobVariable + "=" + jobDial, "AFTERGLOW_TRUST_SOCKET=" + socket}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("the stranger failed: %v: %s", err, out)
		}
		return string(out)
	}
	if said := stranger(); !strings.Contains(said, "permission denied") {
		t.Errorf("through closed folders: %s", said)
	}
	// Even with every door open, the kernel's word on who is there keeps them out.
	for _, path := range []string{filepath.Dir(runtime), runtime, socket} {
		s.ok(os.Chmod(path, 0o777))
	}
	if said := stranger(); !strings.Contains(said, `the answer is ""`) {
		t.Errorf("through open doors: %s", said)
	}
	for _, path := range []string{filepath.Dir(runtime), runtime} {
		s.ok(os.Chmod(path, 0o700))
	}
	s.looked()
	if !p.Running() {
		t.Error("the agent did as the stranger asked")
	}
}
