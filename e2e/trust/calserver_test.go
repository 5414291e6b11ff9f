//go:build e2e

package trust

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"afterglow/app/ipc"
	"afterglow/e2e/realserver"
)

// keyring starts the desktop's keyring on the session's bus, unlocked.
func (s *scene) keyring() {
	s.Helper()
	cmd := exec.Command("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	cmd.Stdin = strings.NewReader("the person's own")
	said := new(bytes.Buffer)
	cmd.Stdout, cmd.Stderr = said, said
	s.ok(cmd.Start())
	s.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	s.until("the keyring answers", func() error {
		var has bool
		if err := s.bus.Connect().BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, "org.freedesktop.secrets").Store(&has); err != nil || !has {
			return fmt.Errorf("it has no owner: %v", err)
		}
		return nil
	})
}

// connects is a connection that a program makes to another computer, or to this one by the network.
var connects = regexp.MustCompile(`connect\(\d+, \{sa_family=(AF_INET6?), (.*)\}`)

// TestACalendarServerIsWrittenToAndNothingElseIsReached sets one up on the command line, has the agent write a change by
// itself with the password from the keyring, and holds that no program reached for another place than that server.
func TestACalendarServerIsWrittenToAndNothingElseIsReached(t *testing.T) {
	server := realserver.Radicale(t)
	s := begin(t)
	s.keyring()
	traces := s.watch()
	s.do("treat", "--at", "-2h")
	setup := s.a.Command(s.patience(), "sync", "setup", server.Address, "--user", server.User, "--password-stdin", "--yes", "--json")
	setup.Stdin = strings.NewReader(server.Password + "\n")
	out, err := setup.CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte(`"kept": true`)) {
		t.Fatalf("set up: %v\n%s", err, out)
	}
	p, err := s.a.Start("--background")
	s.ok(err)
	t.Cleanup(func() { s.end(p) })
	s.until("the agent answers", func() error {
		_, err := ipc.Send(s.ctx, s.a.Data, ipc.Agent, ipc.Message{Do: ipc.DoPing})
		return err
	})
	before := s.entries(server)
	if len(before) < 5 {
		t.Fatalf("%d entries stand on the server: %v", len(before), before)
	}
	s.do("extend", "makeup")
	s.until("the agent has written the change", func() error {
		now := s.entries(server)
		for file, text := range now {
			if before[file] != text {
				return nil
			}
		}
		return fmt.Errorf("%d entries, all as before", len(now))
	})
	s.do("sync", "off")
	if left := s.entries(server); len(left) > 0 {
		t.Errorf("%d entries stay on the server", len(left))
	}
	s.do("quit")

	at, err := url.Parse(server.Address)
	s.ok(err)
	reached := 0
	for _, line := range s.count(traces).foreign {
		to := connects.FindStringSubmatch(line)
		switch {
		case to == nil: // a socket that is made, and its name: nothing goes anywhere by these
		case strings.Contains(to[2], "htons("+at.Port()+")") && (strings.Contains(to[2], `"127.0.0.1"`) || strings.Contains(to[2], `"::1"`)):
			reached++
		default:
			t.Errorf("a program reached for another place than the server: %s", line)
		}
	}
	if reached == 0 {
		t.Error("no connection to the server was seen, so nothing was watched")
	}
}

// entries are the entries that Radicale keeps, by their files.
func (s *scene) entries(server *realserver.Server) map[string]string {
	s.Helper()
	all := map[string]string{}
	s.ok(filepath.WalkDir(server.Store, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && strings.HasPrefix(d.Name(), ".Radicale") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if filepath.Ext(path) == ".ics" {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			all[d.Name()] = string(text)
		}
		return nil
	}))
	return all
}
