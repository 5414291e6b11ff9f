package ipc

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// childDial connects, asks for a quit and tells what came back.
func childDial() int {
	c, err := net.Dial("unix", os.Getenv("LINK_TEST_DATA"))
	if err != nil {
		fmt.Println("cannot connect:", err)
		return 0
	}
	_ = c.SetDeadline(time.Now().Add(5 * time.Second))
	_, _ = io.WriteString(c, `{"do":"quit"}`+"\n")
	line, err := bufio.NewReader(c).ReadString('\n')
	fmt.Printf("answer %q, connected %v\n", line, err == nil)
	return 0
}

func TestAnotherUsersProcessIsRefused(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can start a process as another user")
	}
	base := runtimeFolder(t)
	data := t.TempDir()
	quits := make(chan struct{}, 2)
	listen(t, data, Agent, func(Message) Reply { quits <- struct{}{}; return Reply{OK: true} })
	dir, err := Dir(data)
	if err != nil {
		t.Fatal(err)
	}
	sock := filepath.Join(dir, "agent.sock")

	program := filepath.Join(base, "dialler") // the test's own binary lies in a closed folder
	text, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, text, 0o755); err != nil {
		t.Fatal(err)
	}
	run := func(uid uint32) string {
		cmd := exec.Command(program)
		cmd.Dir = "/"
		cmd.Env = []string{"LINK_TEST_JOB=dial", "LINK_TEST_DATA=" + sock}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uid, Gid: uid}}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	// First as it is: the folders alone keep the other user out. Only the
	// outermost is opened, so that the program can be run.
	if err := os.Chmod(base, 0o711); err != nil {
		t.Fatal(err)
	}
	if got := run(65534); !strings.Contains(got, "permission denied") {
		t.Errorf("through closed folders: %s", got)
	}
	// Then with every door open: the kernel's word about the peer keeps them out.
	for _, path := range []string{dir, sock} {
		if err := os.Chmod(path, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if got := run(65534); !strings.Contains(got, `answer "", connected false`) {
		t.Errorf("through open folders: %s", got)
	}
	select {
	case <-quits:
		t.Error("another user's quit was handled")
	default:
	}
	if got := run(0); !strings.Contains(got, "connected true") { // the doors do work
		t.Errorf("as this user: %s", got)
	}
}
