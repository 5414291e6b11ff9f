// Package realserver starts calendar servers from Debian for tests: Radicale and Xandikos, on a port of this computer.
package realserver

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Server is one that runs until its test ends.
type Server struct {
	Name, Address  string
	User, Password string // what it asks for; Xandikos asks for nothing
	Store          string // of Radicale: the folder in which it keeps its entries
	stop           func()
}

// Stop ends it before its test does.
func (s *Server) Stop() { s.stop() }

// Radicale starts Radicale with one account.
func Radicale(t *testing.T) *Server {
	t.Helper()
	dir := t.TempDir()
	s := &Server{Name: "Radicale", User: "mia", Password: "app-password"}
	users := filepath.Join(dir, "users")
	write(t, users, s.User+":"+s.Password+"\n")
	port := freePort(t)
	s.Address, s.Store = fmt.Sprintf("http://localhost:%d/", port), filepath.Join(dir, "store")
	config := filepath.Join(dir, "config")
	write(t, config, fmt.Sprintf(`[server]
hosts = 127.0.0.1:%d
[auth]
type = htpasswd
htpasswd_filename = %s
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = %s
`, port, users, s.Store))
	s.start(t, exec.Command("radicale", "--config", config))
	return s
}

// Xandikos starts Xandikos with one account and no calendar.
func Xandikos(t *testing.T) *Server {
	t.Helper()
	port := freePort(t)
	s := &Server{Name: "Xandikos", User: "user", Address: fmt.Sprintf("http://localhost:%d/", port)}
	s.start(t, exec.Command("xandikos", "--listen-address", "127.0.0.1", "--port", fmt.Sprint(port),
		"--directory", filepath.Join(t.TempDir(), "store"), "--current-user-principal", "/user/", "--autocreate"))
	return s
}

func (s *Server) start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if _, err := exec.LookPath(cmd.Args[0]); err != nil {
		t.Fatalf("%s is missing: scripts/setup.sh installs it: %v", s.Name, err)
	}
	said, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", s.Name, err)
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	s.stop = func() {
		_ = cmd.Process.Kill()
		<-ended
		said.Close()
	}
	t.Cleanup(s.stop)
	within := time.Now().Add(time.Minute)
	for {
		resp, err := http.Get(s.Address)
		if err == nil {
			resp.Body.Close()
			return
		}
		select {
		case <-ended:
			words, _ := os.ReadFile(said.Name())
			t.Fatalf("%s ended at once:\n%s", s.Name, words)
		case <-time.After(20 * time.Millisecond):
		}
		if time.Now().After(within) {
			t.Fatalf("%s does not answer within a minute: %v", s.Name, err)
		}
	}
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
