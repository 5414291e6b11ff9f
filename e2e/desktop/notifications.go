package desktop

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"
)

// Told is a notification that dunst has in its history.
type Told struct {
	Program string
	Title   string
	Body    string
}

// Displayed is how many notifications are on the screen.
func (d *Desktop) Displayed(ctx context.Context) (int, error) {
	out, err := tool(ctx, "dunstctl", "count", "displayed")
	if err != nil {
		return 0, err
	}
	var n int
	if _, err := fmt.Sscan(out, &n); err != nil {
		return 0, fmt.Errorf("read dunst's count %q: %w", out, err)
	}
	return n, nil
}

// History is what "dunstctl history" prints: every notification that has left the screen, the newest first.
func (d *Desktop) History(ctx context.Context) ([]Told, error) {
	out, err := tool(ctx, "dunstctl", "history")
	if err != nil {
		return nil, err
	}
	type text struct{ Data string }
	var answer struct {
		Data [][]struct{ Appname, Summary, Body text }
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		return nil, fmt.Errorf("read dunst's history: %w", err)
	}
	var told []Told
	for _, list := range answer.Data {
		for _, n := range list {
			told = append(told, Told{Program: n.Appname.Data, Title: n.Summary.Data, Body: n.Body.Data})
		}
	}
	return told, nil
}

// CloseAll takes every notification from the screen, as a person does who waves them away.
func (d *Desktop) CloseAll(ctx context.Context) error {
	_, err := tool(ctx, "dunstctl", "close-all")
	return err
}

// Choose picks the action with this label on the notification that is shown,
// through dunst's own list of actions.
func (d *Desktop) Choose(ctx context.Context, label string) error {
	if err := os.WriteFile(filepath.Join(d.dir, "choice"), []byte(label+"\n"), 0o600); err != nil {
		return fmt.Errorf("write down the choice: %w", err)
	}
	_, err := tool(ctx, "dunstctl", "context")
	return err
}

// Asked is a call of the notification service, as it went over the bus.
type Asked struct {
	At      time.Time // when it was seen
	Title   string
	Body    string
	Actions []string // keys and labels by turns
}

// Listener writes down every notification that a program asks for. Unlike
// dunst's history it also has those that are still shown, in their true order.
type Listener struct {
	bus    *dbus.Conn
	calls  chan Asked
	seen   []Asked
	closed atomic.Int32
}

// Listen begins to write down.
func Listen(ctx context.Context) (*Listener, error) {
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		return nil, fmt.Errorf("connect to the session bus: %w", err)
	}
	rules := []string{"type='method_call',interface='org.freedesktop.Notifications',member='Notify'",
		"type='method_call',interface='org.freedesktop.Notifications',member='CloseNotification'"}
	if err := bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.Monitoring.BecomeMonitor", 0, rules, uint32(0)).Err; err != nil {
		bus.Close()
		return nil, fmt.Errorf("listen to the bus: %w", err)
	}
	messages := make(chan *dbus.Message, 64)
	bus.Eavesdrop(messages)
	l := &Listener{bus: bus, calls: make(chan Asked, 64)}
	go l.read(messages)
	return l, nil
}

// read turns messages into calls until the bus is closed.
func (l *Listener) read(messages <-chan *dbus.Message) {
	defer close(l.calls)
	for m := range messages {
		// On GNOME the service hands each call on to the shell, under another name: that is none of the program's.
		if to, _ := m.Headers[dbus.FieldDestination].Value().(string); to != "org.freedesktop.Notifications" {
			continue
		}
		if asked, ok := notifyCall(m); ok {
			l.calls <- asked
		} else if member, _ := m.Headers[dbus.FieldMember].Value().(string); member == "CloseNotification" {
			l.closed.Add(1)
		}
	}
}

func notifyCall(m *dbus.Message) (Asked, bool) {
	// Notify(app, replaces, icon, summary, body, actions, hints, timeout)
	if m.Type != dbus.TypeMethodCall || len(m.Body) != 8 {
		return Asked{}, false
	}
	asked := Asked{At: time.Now()}
	asked.Title, _ = m.Body[3].(string)
	asked.Body, _ = m.Body[4].(string)
	asked.Actions, _ = m.Body[5].([]string)
	return asked, true
}

// Await waits for a notification with this title among all that were asked for since Listen.
func (l *Listener) Await(ctx context.Context, title string) (Asked, error) {
	for _, a := range l.seen {
		if a.Title == title {
			return a, nil
		}
	}
	for {
		select {
		case a, ok := <-l.calls:
			if !ok {
				return Asked{}, fmt.Errorf("the bus closed before %q was shown", title)
			}
			l.seen = append(l.seen, a)
			if a.Title == title {
				return a, nil
			}
		case <-ctx.Done():
			return Asked{}, fmt.Errorf("waited in vain for the notification %q; shown were: %s", title, l.titles())
		}
	}
}

// Seen is every notification that was asked for since Listen.
func (l *Listener) Seen() []Asked {
	for {
		select {
		case a, ok := <-l.calls:
			if !ok {
				return l.seen
			}
			l.seen = append(l.seen, a)
		default:
			return l.seen
		}
	}
}

// Closings is how often the service was asked to take a notification away since Listen.
func (l *Listener) Closings() int { return int(l.closed.Load()) }

func (l *Listener) titles() string {
	if len(l.seen) == 0 {
		return "none"
	}
	var titles []string
	for _, a := range l.seen {
		titles = append(titles, fmt.Sprintf("%q", a.Title))
	}
	return strings.Join(titles, ", ")
}

// Stop ends the listening.
func (l *Listener) Stop() { l.bus.Close() }
