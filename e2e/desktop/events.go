package desktop

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// Registrations tells the moment of every icon's registration at the tray, until stop.
func (d *Desktop) Registrations() (moments <-chan time.Time, stop func(), err error) {
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, nil, fmt.Errorf("connect to the session bus: %w", err)
	}
	err = bus.AddMatchSignal(dbus.WithMatchInterface(watcherName), dbus.WithMatchMember("StatusNotifierItemRegistered"))
	if err != nil {
		bus.Close()
		return nil, nil, fmt.Errorf("listen to the tray: %w", err)
	}
	signals := make(chan *dbus.Signal, 8)
	bus.Signal(signals)
	out := make(chan time.Time, 8)
	go func() {
		for s := range signals {
			if s.Name == watcherName+".StatusNotifierItemRegistered" {
				out <- time.Now()
			}
		}
	}()
	return out, func() { bus.Close() }, nil
}

// Opened tells the moment at which one more window is on the screen than when
// it was asked; the window manager says so itself.
func (d *Desktop) Opened(ctx context.Context) (<-chan time.Time, error) {
	spy := exec.CommandContext(ctx, "xprop", "-root", "-spy", "-notype", "_NET_CLIENT_LIST")
	out, err := spy.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("watch the list of windows: %w", err)
	}
	if err := spy.Start(); err != nil {
		return nil, fmt.Errorf("watch the list of windows: %w", err)
	}
	lines := bufio.NewScanner(out)
	// The first line is the list as it stands: only then is the watch on.
	if !lines.Scan() {
		return nil, fmt.Errorf("watch the list of windows: %w", spy.Wait())
	}
	have := strings.Count(lines.Text(), "0x")
	moment := make(chan time.Time, 1)
	go func() {
		for lines.Scan() {
			if now := strings.Count(lines.Text(), "0x"); now > have {
				moment <- time.Now()
				break
			}
		}
		_ = spy.Process.Kill()
		_ = spy.Wait()
	}()
	return moment, nil
}

// Activate asks a tray icon to do what a left click does, as the panel asks it.
func (i Item) Activate(ctx context.Context) error {
	call := i.d.bus.Object(i.owner, i.path).CallWithContext(ctx, itemFace+".Activate", 0, int32(0), int32(0))
	if call.Err != nil {
		return fmt.Errorf("click the tray icon: %w", call.Err)
	}
	return nil
}
