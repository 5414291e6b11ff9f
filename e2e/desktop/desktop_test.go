//go:build e2e

package desktop_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/e2e/desktop"
)

// The instruments are tried on a notification of our own before anything is measured with them.
func TestTheInstrumentsSeeWhatTheDesktopShows(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), desktop.Patience)
	defer cancel()
	d, err := desktop.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	heard, err := desktop.Listen(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer heard.Stop()
	told, err := d.History(ctx)
	if err != nil {
		t.Fatal(err)
	}
	earlier := len(told)

	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	defer bus.Close()
	if err := bus.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.Notifications")); err != nil {
		t.Fatal(err)
	}
	signals := make(chan *dbus.Signal, 8)
	bus.Signal(signals)
	var id uint32
	err = bus.Object("org.freedesktop.Notifications", "/org/freedesktop/Notifications").CallWithContext(ctx,
		"org.freedesktop.Notifications.Notify", 0, "trial", uint32(0), "", "A title", "A body.",
		[]string{"default", "Open", "done", "Done", "later", "Later"}, map[string]dbus.Variant{}, int32(-1)).Store(&id)
	if err != nil {
		t.Fatal(err)
	}

	if asked, err := heard.Await(ctx, "A title"); err != nil || asked.Body != "A body." || len(asked.Actions) != 6 || time.Since(asked.At) > desktop.Patience {
		t.Errorf("the listener heard %+v (%v)", asked, err)
	}
	if n, err := d.Displayed(ctx); err != nil || n != 1 {
		t.Errorf("%d are shown (%v)", n, err)
	}
	if err := d.Choose(ctx, "Later"); err != nil {
		t.Fatal(err)
	}
	if key, err := action(ctx, signals, id); err != nil || key != "later" {
		t.Errorf("the action was %q (%v)", key, err)
	}
	if err := d.CloseAll(ctx); err != nil {
		t.Fatal(err)
	}
	if told, err = d.History(ctx); err != nil || len(told) != earlier+1 || told[0] != (desktop.Told{Program: "trial", Title: "A title", Body: "A body."}) {
		t.Errorf("the history is %+v (%v)", told, err)
	}
}

// action waits for the action that was picked on a notification.
func action(ctx context.Context, signals <-chan *dbus.Signal, id uint32) (string, error) {
	for {
		select {
		case s := <-signals:
			if s.Name == "org.freedesktop.Notifications.ActionInvoked" && len(s.Body) == 2 && s.Body[0] == id {
				return fmt.Sprint(s.Body[1]), nil
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}
