package ipc

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// A test starts this binary again, with a job in the environment, to have a
// second process (or another user) that it can kill.
func TestMain(m *testing.M) {
	switch os.Getenv("LINK_TEST_JOB") {
	case "listen":
		os.Exit(childListen())
	case "dial":
		os.Exit(childDial())
	}
	os.Exit(m.Run())
}

// childListen takes the role, says so in one line, and keeps it until its standard input ends.
func childListen() int {
	s, err := Listen(os.Getenv("LINK_TEST_DATA"), Agent, func(Message) Reply { return Reply{OK: true, Text: "child"} })
	if err != nil {
		fmt.Println("not:", err)
		return 0
	}
	fmt.Println("listening")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	if s.Close() != nil {
		return 1
	}
	return 0
}

// child starts this binary with a job; its first line is read, it lives until stop.
func child(t *testing.T, job, data string) (cmd *exec.Cmd, line string, stop func()) {
	t.Helper()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "LINK_TEST_JOB="+job, "LINK_TEST_DATA="+data)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the child said nothing: %v", err)
	}
	return cmd, line, func() {
		_ = in.Close()
		_ = cmd.Wait()
	}
}

// runtimeFolder gives the test a private XDG_RUNTIME_DIR with a short path.
func runtimeFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "link")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	return dir
}

func yes(Message) Reply { return Reply{OK: true} }

func listen(t *testing.T, data, role string, handle func(Message) Reply) *Server {
	t.Helper()
	s, err := Listen(data, role, handle)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
