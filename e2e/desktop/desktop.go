// Package desktop is the hands and eyes of the end-to-end tests, of the tour
// and of the measurements: it works the virtual desktop that
// scripts/desktop.sh puts up as a person would, through its tray, its
// notifications and its windows, and waits for things themselves, never for a
// fixed time.
package desktop

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// Patience is how long things that should happen at once may take on a slow, busy machine.
const Patience = 30 * time.Second

// Desktop is the virtual desktop that this program runs on.
type Desktop struct {
	bus *dbus.Conn
	dir string // the desktop's own folder, see scripts/desktop.sh
}

// Open connects to the virtual desktop that this program runs on. It refuses
// any other, so that no test ever touches a person's own desktop.
func Open() (*Desktop, error) {
	dir := os.Getenv("AFTERGLOW_DESKTOP")
	if dir == "" {
		return nil, errors.New("this is not the virtual desktop: start it with scripts/desktop.sh, as \"make test\" does")
	}
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, fmt.Errorf("connect to the session bus: %w", err)
	}
	return &Desktop{bus: bus, dir: dir}, nil
}

// Dir is the desktop's own folder, which goes away with it.
func (d *Desktop) Dir() string { return d.dir }

// Close lets go of the desktop.
func (d *Desktop) Close() error { return d.bus.Close() }

// Until looks at cond again and again until it gives nil or ctx ends; then the
// error says what was awaited and what was there instead.
func Until(ctx context.Context, what string, cond func() error) error {
	look := time.NewTicker(25 * time.Millisecond)
	defer look.Stop()
	for {
		err := cond()
		if err == nil {
			return nil
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			return fmt.Errorf("waited in vain until %s: %w", what, err)
		}
	}
}

// tool runs one of the desktop's own tools and gives what it printed.
func tool(ctx context.Context, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var errs strings.Builder
	cmd.Stderr = &errs
	cmd.WaitDelay = time.Second // for one whose children hold on to its output
	out, err := cmd.Output()
	if err != nil {
		return string(out), fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, strings.TrimSpace(errs.String()))
	}
	return string(out), nil
}

// HasName says whether somebody on the session bus owns name.
func (d *Desktop) HasName(ctx context.Context, name string) (bool, error) {
	var has bool
	if err := d.bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, name).Store(&has); err != nil {
		return false, fmt.Errorf("ask who owns %s: %w", name, err)
	}
	return has, nil
}

// AwaitName waits until name is on the session bus (there true) or has gone from it.
func (d *Desktop) AwaitName(ctx context.Context, name string, there bool) error {
	return Until(ctx, fmt.Sprintf("%s is there: %t", name, there), func() error {
		has, err := d.HasName(ctx, name)
		if err == nil && has != there {
			err = fmt.Errorf("it is there: %t", has)
		}
		return err
	})
}
