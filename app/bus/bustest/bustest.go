// Package bustest gives a test a private D-Bus session bus on which nothing
// runs and nothing can be started by a call.
package bustest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

const config = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`

// Bus is one bus daemon.
type Bus struct {
	t    testing.TB
	dir  string
	cmd  *exec.Cmd
	Addr string
}

// Start runs a bus until the test ends and makes it the session's. The test is
// skipped where the system has no dbus-daemon.
func Start(t testing.TB) *Bus {
	t.Helper()
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		t.Skip("needs dbus-daemon")
	}
	dir, err := os.MkdirTemp("", "bus")
	if err != nil {
		t.Fatal(err)
	}
	b := &Bus{t: t, dir: dir, Addr: "unix:path=" + filepath.Join(dir, "bus")}
	t.Cleanup(func() { b.Stop(); _ = os.RemoveAll(dir) })
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", b.Addr)
	b.Run()
	return b
}

// Run starts the daemon, at the same address as before.
func (b *Bus) Run() {
	b.t.Helper()
	path := filepath.Join(b.dir, "bus")
	_ = os.Remove(path)
	file := filepath.Join(b.dir, "bus.conf")
	if err := os.WriteFile(file, fmt.Appendf(nil, config, path), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.cmd = exec.Command("dbus-daemon", "--config-file="+file, "--nofork", "--print-address", "--nopidfile")
	out, err := b.cmd.StdoutPipe()
	if err != nil {
		b.t.Fatal(err)
	}
	if err := b.cmd.Start(); err != nil {
		b.t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.HasPrefix(line, "unix:") {
		b.t.Fatalf("dbus-daemon said %q: %v", line, err)
	}
}

// Stop kills the daemon.
func (b *Bus) Stop() {
	if b.cmd != nil {
		_ = b.cmd.Process.Kill()
		_ = b.cmd.Wait()
		b.cmd = nil
	}
}

// Connect returns a connection of the test's own.
func (b *Bus) Connect() *dbus.Conn {
	b.t.Helper()
	conn, err := dbus.Connect(b.Addr, dbus.WithSignalHandler(dbus.NewSequentialSignalHandler()))
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// Own takes a well-known name for conn.
func (b *Bus) Own(conn *dbus.Conn, name string) {
	b.t.Helper()
	reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue)
	if err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		b.t.Fatalf("own %s: %v, %v", name, reply, err)
	}
}
