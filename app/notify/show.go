//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"
)

// Show shows n over D-Bus. Where the session has no notification service it
// goes through beeep, this once: the next one tries D-Bus again.
func (d *desktop) Show(ctx context.Context, n Note) (uint32, error) {
	if n.Replaces != 0 && !d.isThere(n.Replaces) {
		return 0, nil
	}
	id, err := d.show(ctx, n)
	if err == nil {
		return id, nil
	}
	if absent(err) && d.life.Err() == nil {
		other := d.plain.show(ctx, n)
		if other == nil {
			return 0, nil
		}
		err = errors.Join(err, other)
	}
	return 0, fmt.Errorf("show %q: %w", n.Title, problem(err))
}

// show finds the service and hands the notification over. Each has its own time: the first
// notification asks a service that may only just be starting three things, not one.
func (d *desktop) show(ctx context.Context, n Note) (uint32, error) {
	conn, s, err := d.find(ctx)
	if err != nil {
		return 0, err
	}
	ctx, cancel := d.limit(ctx)
	defer cancel()
	came, same, err := d.claim(ctx, n)
	if err != nil {
		return 0, slow(err)
	}
	if same {
		return came, nil
	}
	d.mu.Lock()
	d.inward++
	d.mu.Unlock()

	m := d.message(n, s)
	// Not the library's SendNotification: it waits for a hung service for ever.
	done := make(chan *dbus.Call, 1)
	conn.Object(serviceName, servicePath).GoWithContext(d.life, serviceName+".Notify", 0, done,
		m.AppName, max(n.Replaces, came), m.AppIcon, m.Summary, m.Body, pairs(m.Actions), m.Hints, int32(m.ExpireTimeout.Milliseconds()))
	select {
	case c := <-done:
		return d.shown(c)
	case <-ctx.Done():
		// It was told to be not shown: should the service wake up after all, nobody is to see it twice.
		d.mu.Lock()
		defer d.mu.Unlock()
		d.await(conn, n, done)
		return 0, slow(ctx.Err())
	}
}

func slow(err error) error { return fmt.Errorf("the notification service does not answer: %w", err) }

// isThere says whether a notification of ours may still be on the screen or in the desktop's list.
func (d *desktop) isThere(id uint32) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.mine[id]
}

// find is the connection and what the service at its other end can do.
func (d *desktop) find(ctx context.Context) (*dbus.Conn, server, error) {
	ctx, cancel := d.limit(ctx)
	defer cancel()
	conn, err := d.connected(ctx)
	if err != nil {
		return nil, server{}, err
	}
	s, err := d.serverOf(ctx, conn)
	return conn, s, err
}

// shown takes in the service's answer to a Notify.
func (d *desktop) shown(c *dbus.Call) (uint32, error) {
	var id uint32
	err := c.Store(&id)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inward--
	if err == nil {
		d.mine[id] = true
		delete(d.lost, id)
	}
	d.replay()
	if err != nil {
		return 0, fmt.Errorf("hand over the notification: %w", err)
	}
	return id, nil
}

// briefly is how long a brief notification stays: time enough to read two lines twice.
const briefly = 10 * time.Second

// draws says whether a person sees the actions as buttons. mako takes them and shows none.
func (s server) draws() bool { return s.actions && !called("mako")(s.info) }

// message is n as this server takes it.
func (d *desktop) message(n Note, s server) service.Notification {
	if n.Instead != "" && !s.draws() {
		n.Body = strings.TrimPrefix(n.Body+"\n"+n.Instead, "\n")
	}
	m := service.Notification{
		AppName: d.opts.AppName, AppIcon: d.opts.Icon,
		Summary: clean(n.Title, false), Body: unmarked.Replace(clean(n.Body, true)),
		ExpireTimeout: service.ExpireTimeoutSetByNotificationServer,
	}
	m.SetUrgency(service.UrgencyNormal)
	m.AddHint(service.Hint{ID: "category", Variant: dbus.MakeVariant("x-afterglow.reminder")})
	if d.opts.DesktopEntry != "" {
		m.AddHint(service.Hint{ID: "desktop-entry", Variant: dbus.MakeVariant(d.opts.DesktopEntry)})
	}
	if d.picture != nil {
		m.AddHint(*d.picture)
	}
	switch {
	case !n.Sound:
		m.AddHint(service.Hint{ID: "suppress-sound", Variant: dbus.MakeVariant(true)})
	case s.sound:
		m.AddHint(service.HintSoundWithName("message-new-instant"))
	}
	if n.Brief {
		m.ExpireTimeout = briefly
		m.AddHint(service.Hint{ID: "transient", Variant: dbus.MakeVariant(true)})
	}
	if s.actions {
		byClick := true
		for _, a := range n.Actions {
			m.Actions = append(m.Actions, service.Action{Key: clean(a.Key, false), Label: clean(a.Label, false)})
			byClick = byClick && a.Key != "default"
		}
		if byClick { // without it a click on the notification tells us nothing
			m.Actions = append(m.Actions, service.NewDefaultAction(clean(n.Open, false)))
		}
	}
	return m
}

func pairs(actions []service.Action) []string {
	list := []string{}
	for _, a := range actions {
		list = append(list, a.Key, a.Label)
	}
	return list
}

// Close takes a notification away, one of an earlier process too.
func (d *desktop) Close(ctx context.Context, id uint32) error {
	d.mu.Lock()
	gone := id == 0 || d.lost[id]
	d.mu.Unlock()
	if gone {
		return nil
	}
	d.forget(id) // that we took it away is no news
	ctx, cancel := d.limit(ctx)
	defer cancel()
	conn, err := d.connected(ctx)
	if err == nil {
		err = conn.Object(serviceName, servicePath).
			CallWithContext(ctx, serviceName+".CloseNotification", dbus.FlagNoAutoStart, id).Err
	}
	var refused dbus.Error
	if err == nil || absent(err) {
		return nil // with its service, the notification is gone too
	}
	if errors.As(err, &refused) && refused.Name != "org.freedesktop.DBus.Error.NoReply" {
		return nil // services answer an id that has gone with an error
	}
	return fmt.Errorf("take notification %d away: %w", id, err)
}
