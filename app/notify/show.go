//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"fmt"
	"strings"

	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"
)

// Show shows n over D-Bus. Where the session has no notification service it
// goes through beeep, this once: the next one tries D-Bus again.
func (b *bus) Show(ctx context.Context, n Note) (uint32, error) {
	id, err := b.show(ctx, n)
	if err == nil {
		return id, nil
	}
	if absent(err) && b.life.Err() == nil {
		other := b.plain.show(ctx, n)
		if other == nil {
			return 0, nil
		}
		err = errors.Join(err, other)
	}
	return 0, fmt.Errorf("show %q: %s (%w)", n.Title, advice(err), err)
}

// show finds the service and hands the notification over. Each has its own time: the first
// notification asks a service that may only just be starting three things, not one.
func (b *bus) show(ctx context.Context, n Note) (uint32, error) {
	conn, s, err := b.find(ctx)
	if err != nil {
		return 0, err
	}
	ctx, cancel := b.limit(ctx)
	defer cancel()
	b.mu.Lock()
	if b.lost[n.Replaces] {
		n.Replaces = 0 // the new service may have given this id to someone else's
	}
	b.inward++
	b.mu.Unlock()

	m := b.message(n, s)
	// Not the library's SendNotification: it waits for a hung service for ever.
	done := make(chan *dbus.Call, 1)
	conn.Object(serviceName, servicePath).GoWithContext(b.life, serviceName+".Notify", 0, done,
		m.AppName, m.ReplacesID, m.AppIcon, m.Summary, m.Body, pairs(m.Actions), m.Hints, int32(m.ExpireTimeout.Milliseconds()))
	select {
	case c := <-done:
		return b.shown(c, n)
	case <-ctx.Done():
		// It was told to be not shown: should the service wake up after all, it is taken away again.
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.life.Err() == nil {
			b.pump.Go(func() { b.takeBack(conn, <-done, n) })
		}
		return 0, fmt.Errorf("the notification service does not answer: %w", ctx.Err())
	}
}

// find is the connection and what the service at its other end can do.
func (b *bus) find(ctx context.Context) (*dbus.Conn, server, error) {
	ctx, cancel := b.limit(ctx)
	defer cancel()
	conn, err := b.connected(ctx)
	if err != nil {
		return nil, server{}, err
	}
	s, err := b.serverOf(ctx, conn)
	return conn, s, err
}

// shown takes in the service's answer to a Notify.
func (b *bus) shown(c *dbus.Call, n Note) (uint32, error) {
	var id uint32
	err := c.Store(&id)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.inward--
	if err == nil {
		b.mine[id] = true
		delete(b.lost, id)
		if n.Replaces != 0 && n.Replaces != id {
			delete(b.mine, n.Replaces)
		}
	}
	early := b.early
	b.early = nil
	for _, e := range early {
		b.take(e)
	}
	if err != nil {
		return 0, fmt.Errorf("hand over the notification: %w", err)
	}
	return id, nil
}

func (b *bus) takeBack(conn *dbus.Conn, c *dbus.Call, n Note) {
	id, err := b.shown(c, n)
	if err != nil {
		return
	}
	b.forget(id)
	ctx, cancel := b.limit(b.life)
	defer cancel()
	conn.Object(serviceName, servicePath).CallWithContext(ctx, serviceName+".CloseNotification", dbus.FlagNoAutoStart, id)
}

// message is n as this server takes it.
func (b *bus) message(n Note, s server) service.Notification {
	m := service.Notification{
		AppName: b.opts.AppName, AppIcon: b.opts.Icon, ReplacesID: n.Replaces,
		Summary: clean(n.Title, false), Body: clean(n.Body, true),
		ExpireTimeout: service.ExpireTimeoutSetByNotificationServer,
	}
	if s.markup {
		m.Body = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(m.Body)
	}
	m.SetUrgency(service.UrgencyNormal)
	m.AddHint(service.Hint{ID: "category", Variant: dbus.MakeVariant("x-afterglow.reminder")})
	if b.opts.DesktopEntry != "" {
		m.AddHint(service.Hint{ID: "desktop-entry", Variant: dbus.MakeVariant(b.opts.DesktopEntry)})
	}
	if b.picture != nil {
		m.AddHint(*b.picture)
	}
	switch {
	case !n.Sound:
		m.AddHint(service.Hint{ID: "suppress-sound", Variant: dbus.MakeVariant(true)})
	case s.sound:
		m.AddHint(service.HintSoundWithName("message-new-instant"))
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
func (b *bus) Close(ctx context.Context, id uint32) error {
	b.mu.Lock()
	gone := id == 0 || b.lost[id]
	b.mu.Unlock()
	if gone {
		return nil
	}
	b.forget(id) // that we took it away is no news
	ctx, cancel := b.limit(ctx)
	defer cancel()
	conn, err := b.connected(ctx)
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
