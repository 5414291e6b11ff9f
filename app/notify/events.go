//go:build !windows && !darwin

package notify

import (
	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"
)

// maxQueue is how many events wait for a reader that does not read; then the oldest goes.
const maxQueue = 256

// Events delivers what the person does with our notifications. It is closed by Stop.
func (b *bus) Events() <-chan Event { return b.events }

// deliver hands the queue to the reader of Events, until Stop.
func (b *bus) deliver() {
	defer close(b.events)
	for {
		b.mu.Lock()
		batch := b.queue
		b.queue = nil
		b.mu.Unlock()
		for _, e := range batch {
			select {
			case b.events <- e:
			case <-b.life.Done():
				return
			}
		}
		if len(batch) > 0 {
			continue
		}
		select {
		case <-b.poke:
		case <-b.life.Done():
			return
		}
	}
}

// listen turns the signals of one connection into events, until it ends.
//
// Not the library's own loop: any program of the session can send such a
// signal, and one of another shape than expected makes that loop panic.
func (b *bus) listen(conn *dbus.Conn, signals <-chan *dbus.Signal) {
	for s := range signals {
		b.heard(s)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.conn == conn {
		b.conn, b.cutOff = nil, true
		b.serviceEnded()
	}
}

func (b *bus) heard(s *dbus.Signal) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch s.Name {
	case "org.freedesktop.DBus.NameOwnerChanged":
		var name, old, now string
		if dbus.Store(s.Body, &name, &old, &now) == nil && name == serviceName {
			if old != "" {
				b.serviceEnded()
			}
			b.server = nil
			if now != "" {
				b.push(Event{Key: Started})
			}
		}
	case "org.freedesktop.DBus.Properties.PropertiesChanged", "org.xfce.Xfconf.PropertyChanged", "ca.desrt.dconf.Writer.Notify":
		if ofQuiet(s) {
			b.push(Event{Key: QuietChanged})
		}
	case serviceName + ".ActionInvoked":
		var e Event
		if dbus.Store(s.Body, &e.ID, &e.Key) == nil {
			b.take(e)
		}
	case serviceName + ".NotificationClosed":
		e := Event{Key: "closed"}
		var reason uint32
		if dbus.Store(s.Body, &e.ID, &reason) == nil {
			e.Why = why(service.Reason(reason))
			b.take(e)
		}
	}
}

func why(r service.Reason) string {
	switch r {
	case service.ReasonExpired:
		return "expired"
	case service.ReasonDismissedByUser:
		return "dismissed"
	}
	return "gone"
}

// take queues an event of ours; signals tell of every program's notifications. mu is held.
func (b *bus) take(e Event) {
	if !b.mine[e.ID] {
		// The answer to Notify, which names the id, may not have been taken in yet.
		if b.inward > 0 && len(b.early) < maxQueue {
			b.early = append(b.early, e)
		}
		return
	}
	delete(b.mine, e.ID) // after an answer its "closed" is no news
	b.push(e)
}

// push queues an event for the reader. mu is held.
func (b *bus) push(e Event) {
	if len(b.queue) >= maxQueue {
		b.queue = b.queue[1:]
	}
	b.queue = append(b.queue, e)
	select {
	case b.poke <- struct{}{}:
	default:
	}
}

// forget makes an id no concern of ours.
func (b *bus) forget(id uint32) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.mine, id)
}

// serviceEnded tells that what was shown went with its service. mu is held.
func (b *bus) serviceEnded() {
	for id := range b.mine {
		b.lost[id] = true
		b.push(Event{ID: id, Key: "closed", Why: "gone"})
	}
	clear(b.mine)
	b.server = nil
}
