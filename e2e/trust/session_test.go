//go:build e2e

package trust

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"afterglow/e2e/desktop"
)

const (
	notifications = "org.freedesktop.Notifications"
	trayWatcher   = "org.kde.StatusNotifierWatcher"
)

// startDunst starts the notification service of this test's session.
func (s *scene) startDunst() *desktop.Process {
	s.Helper()
	p, err := desktop.Start(exec.Command("dunst", "-conf", filepath.Join(s.root, "scripts", "desktop", "dunstrc")))
	s.ok(err)
	s.Cleanup(func() { s.ok(p.Kill()) })
	if err := s.d.AwaitName(s.patience(), notifications, true); err != nil {
		s.Fatalf("%v\ndunst said:\n%s", err, p.Said())
	}
	return p
}

// stopDunst takes the notification service away, and with it all that it shows.
func (s *scene) stopDunst(p *desktop.Process) {
	s.Helper()
	s.ok(p.Kill())
	s.ok(s.d.AwaitName(s.patience(), notifications, false))
}

// startPanel starts the panel with the tray.
func (s *scene) startPanel() *desktop.Process {
	s.Helper()
	s.startSettings()
	p, err := desktop.Start(exec.Command("xfce4-panel", "--disable-wm-check"))
	s.ok(err)
	s.Cleanup(func() { s.ok(p.Kill()) })
	if err := s.d.AwaitName(s.patience(), trayWatcher, true); err != nil {
		s.Fatalf("%v\nthe panel said:\n%s", err, p.Said())
	}
	return p
}

// stopPanel ends the panel, and with it the tray.
func (s *scene) stopPanel(p *desktop.Process) {
	s.Helper()
	s.ok(p.Kill())
	s.ok(s.d.AwaitName(s.patience(), trayWatcher, false))
}

// startSettings starts the service that the panel reads its settings from. The
// test's bus starts nothing by itself.
func (s *scene) startSettings() {
	s.Helper()
	const name = "org.xfce.Xfconf"
	if has, err := s.d.HasName(s.ctx, name); err != nil || has {
		s.ok(err)
		return
	}
	file := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "xfce4", "xfconf", "xfce-perchannel-xml", "xfce4-panel.xml")
	text, err := os.ReadFile(filepath.Join(s.root, "scripts", "desktop", "xfce4-panel.xml"))
	s.ok(err)
	s.ok(os.MkdirAll(filepath.Dir(file), 0o700))
	s.ok(os.WriteFile(file, text, 0o600))
	program, err := serviceProgram(name)
	s.ok(err)
	p, err := desktop.Start(exec.Command(program))
	s.ok(err)
	s.Cleanup(func() { s.ok(p.Kill()) })
	s.ok(s.d.AwaitName(s.patience(), name, true))
}

// serviceProgram is the program that a session would start for a name on its bus.
func serviceProgram(name string) (string, error) {
	text, err := os.ReadFile(filepath.Join("/usr/share/dbus-1/services", name+".service"))
	if err != nil {
		return "", fmt.Errorf("find the program of %s: %w", name, err)
	}
	for line := range strings.Lines(string(text)) {
		if program, ok := strings.CutPrefix(strings.TrimSpace(line), "Exec="); ok {
			return program, nil
		}
	}
	return "", fmt.Errorf("find the program of %s: its service file names none", name)
}

// setQuiet switches dunst's pause, which is this desktop's "do not disturb".
func (s *scene) setQuiet(on bool) {
	s.Helper()
	out, err := exec.CommandContext(s.ctx, "dunstctl", "set-paused", fmt.Sprint(on)).CombinedOutput()
	if err != nil {
		s.Fatalf("dunstctl: %v: %s", err, out)
	}
}

// listen writes down every notification from now on.
func (s *scene) listen() *desktop.Listener {
	s.Helper()
	l, err := desktop.Listen(s.ctx)
	s.ok(err)
	s.Cleanup(l.Stop)
	return l
}

// displayed waits until so many notifications are on the screen.
func (s *scene) displayed(want int) {
	s.Helper()
	s.until(fmt.Sprintf("%d notifications are shown", want), func() error {
		have, err := s.d.Displayed(s.ctx)
		if err == nil && have != want {
			err = fmt.Errorf("%d are shown", have)
		}
		return err
	})
}

// titles are the titles of all notifications that were asked for.
func titles(l *desktop.Listener) []string {
	var all []string
	for _, a := range l.Seen() {
		all = append(all, a.Title)
	}
	return all
}
