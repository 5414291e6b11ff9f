package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// ErrNoHand is a thing that nobody knows how to do on this desktop.
var ErrNoHand = errors.New("this desktop has no hand for it")

// HasHand says whether the desktop has a hand of that name.
func (d *Desktop) HasHand(name string) bool {
	_, err := os.Stat(filepath.Join(d.dir, "hands", name))
	return err == nil
}

// Hands has the desktop do what only it knows: see scripts/desktops/lib.sh for the names. It gives what was printed.
func (d *Desktop) Hands(ctx context.Context, name string, args ...string) (string, error) {
	if !d.HasHand(name) {
		return "", fmt.Errorf("%s: %w", name, ErrNoHand)
	}
	ctx, cancel := context.WithTimeout(ctx, 4*Patience) // on a busy machine a desktop's own tool takes its time
	defer cancel()
	return tool(ctx, filepath.Join(d.dir, "hands", name), args...)
}

// Server is the name and version of what shows notifications.
func (d *Desktop) Server(ctx context.Context) (string, error) {
	const name = "org.freedesktop.Notifications"
	var server, vendor, version, spec string
	err := d.bus.Object(name, "/org/freedesktop/Notifications").CallWithContext(ctx, name+".GetServerInformation", 0).
		Store(&server, &vendor, &version, &spec)
	if err != nil {
		return "", fmt.Errorf("ask who shows notifications: %w", err)
	}
	return server + " " + version, nil
}

// ShowsIcons says whether somebody draws the icons of the tray.
func (d *Desktop) ShowsIcons(ctx context.Context) bool {
	value, err := d.property(ctx, watcherName, watcherPath, watcherName, "IsStatusNotifierHostRegistered")
	shown, _ := value.Value().(bool)
	return err == nil && shown
}

// Runs says whether a program of that name runs here.
func Runs(program string) bool { return len(pids(program)) > 0 }

// End asks every program of that name to end.
func End(program string) error {
	for _, pid := range pids(program) {
		if err := syscall.Kill(pid, syscall.SIGTERM); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("end %s: %w", program, err)
		}
	}
	return nil
}

// pids are the running programs of this desktop that were started by that name.
func pids(program string) []int {
	here := "AFTERGLOW_DESKTOP=" + os.Getenv("AFTERGLOW_DESKTOP")
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	var found []int
	for _, line := range lines {
		text, _ := os.ReadFile(line)
		first, _, _ := strings.Cut(string(text), "\x00")
		around, _ := os.ReadFile(filepath.Join(filepath.Dir(line), "environ"))
		if filepath.Base(first) != program || !strings.Contains(string(around), here) {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(line))); err == nil {
			found = append(found, pid)
		}
	}
	return found
}
