//go:build !windows && !darwin

package notify

import (
	service "github.com/esiqveland/notify"
	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// maxQueue is how many events wait for a reader that does not read; then the oldest goes.
const maxQueue = 256

// Events delivers what the person does with our notifications. It is closed by Stop.
func (d *desktop) Events() <-chan Event { return d.events }

// deliver hands the queue to the reader of Events, until Stop.
func (d *desktop) deliver() {
	defer close(d.events)
	for {
		d.mu.Lock()
		batch := d.queue
		d.queue = nil
		d.mu.Unlock()
		for _, e := range batch {
			select {
			case d.events <- e:
			case <-d.life.Done():
				return
			}
		}
		if len(batch) > 0 {
			continue
		}
		select {
		case <-d.poke:
		case <-d.life.Done():
			return
		}
	}
}

// listen turns the signals of one connection into events, until it ends.
//
// Not the library's own loop: any program of the session can send such a
// signal, and one of another shape than expected makes that loop panic.
func (d *desktop) listen(conn *dbus.Conn, signals <-chan *dbus.Signal) {
	for open := true; open; {
		var s *dbus.Signal
		select {
		case s, open = <-signals:
			if open {
				d.heard(s)
			}
		case <-d.life.Done():
			return
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.conn == conn {
		d.conn, d.cutOff = nil, true
		d.serviceEnded()
	}
}

func (d *desktop) heard(s *dbus.Signal) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if had, has, ok := bus.OwnerChanged(s, serviceName); ok {
		if had {
			d.serviceEnded()
		}
		d.server = nil
		if has {
			d.push(Event{Key: Started})
		}
	}
	switch s.Name {
	case serviceName + ".ActionInvoked":
		var e Event
		if dbus.Store(s.Body, &e.ID, &e.Key) == nil {
			d.take(e)
		}
	case serviceName + ".NotificationClosed":
		e := Event{Key: "closed"}
		var reason uint32
		if dbus.Store(s.Body, &e.ID, &reason) == nil {
			e.Why = why(service.Reason(reason))
			d.take(e)
		}
	default:
		if ofQuiet(s) {
			d.push(Event{Key: QuietChanged})
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
func (d *desktop) take(e Event) {
	if l := d.lateOf(e.ID); l != nil {
		l.early = append(l.early, e)
		return
	}
	if !d.mine[e.ID] {
		// The answer to Notify, which names the id, may not have been taken in yet.
		if d.inward > 0 && len(d.early) < maxQueue {
			d.early = append(d.early, e)
		}
		return
	}
	delete(d.mine, e.ID) // after an answer its "closed" is no news
	d.push(e)
}

// replay looks again at events that came before the answer that names their id. mu is held.
func (d *desktop) replay() {
	early := d.early
	d.early = nil
	for _, e := range early {
		d.take(e)
	}
}

// push queues an event for the reader. mu is held.
func (d *desktop) push(e Event) {
	if len(d.queue) >= maxQueue {
		d.queue = d.queue[1:]
	}
	d.queue = append(d.queue, e)
	select {
	case d.poke <- struct{}{}:
	default:
	}
}

// forget makes an id no concern of ours.
func (d *desktop) forget(id uint32) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.mine, id)
}

// serviceEnded tells that what was shown went with its service. mu is held.
func (d *desktop) serviceEnded() {
	for id := range d.mine {
		d.lost[id] = true
		d.push(Event{ID: id, Key: "closed", Why: "gone"})
	}
	clear(d.mine)
	for key, l := range d.late {
		if l.id != 0 {
			d.lost[l.id] = true
			delete(d.late, key)
		}
	}
	d.server = nil
}
