//go:build !windows && !darwin

package notify

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// claimTime is how long a notification that came late stays for the one who asked for it to ask again. Nobody may want it any
// more: then it is taken away.
const claimTime = 10 * time.Second

// late is a notification that was told to be not shown because no answer came in time, and that may yet come.
type late struct {
	title, body string
	call        <-chan *dbus.Call
	answered    chan struct{} // closed with the answer; then what follows is known, guarded by the desktop's mu
	id          uint32        // 0: it failed
	err         error
	early       []Event       // of its id, before it was claimed
	claimed     chan struct{} // closed once it is somebody's again
}

// await keeps a call that nobody waits for any more, by its note's key, and says so when it is answered: whoever asks again
// under that key gets that notification, not a second one. mu is held.
func (d *desktop) await(conn *dbus.Conn, n Note, call <-chan *dbus.Call) {
	if d.life.Err() != nil {
		return
	}
	if n.Key == "" {
		d.pump.Go(func() { d.takeBack(conn, <-call) })
		return
	}
	l := &late{title: n.Title, body: n.Body, call: call, answered: make(chan struct{}), claimed: make(chan struct{})}
	d.late[n.Key] = l
	d.pump.Go(func() { d.keep(conn, n.Key, l) })
}

// keep waits for the answer, and then for the claim.
func (d *desktop) keep(conn *dbus.Conn, key string, l *late) {
	c := <-l.call
	d.mu.Lock()
	d.inward--
	if l.err = c.Store(&l.id); l.err == nil {
		delete(d.lost, l.id)
		d.push(Event{Key: Answered})
	} else if d.late[key] == l {
		delete(d.late, key)
	}
	d.replay()
	close(l.answered)
	d.mu.Unlock()
	if l.err != nil {
		return
	}
	select {
	case <-l.claimed:
		return
	case <-time.After(d.patience):
	case <-d.life.Done():
		return
	}
	d.mu.Lock()
	unwanted := d.late[key] == l
	if unwanted {
		delete(d.late, key)
	}
	d.mu.Unlock()
	if unwanted {
		d.closeLate(conn, l.id)
	}
}

// claim waits for the notification of an earlier call under the note's key, if there is one. It gives its id, and whether it
// says what the note says; 0 if there is none.
func (d *desktop) claim(ctx context.Context, n Note) (id uint32, same bool, err error) {
	d.mu.Lock()
	l := d.late[n.Key]
	d.mu.Unlock()
	if n.Key == "" || l == nil {
		return 0, false, nil
	}
	select {
	case <-l.answered:
	case <-ctx.Done():
		return 0, false, ctx.Err()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if l.err != nil || d.late[n.Key] != l { // it failed, or went with its service
		return 0, false, nil
	}
	delete(d.late, n.Key)
	close(l.claimed)
	d.mine[l.id] = true
	for _, e := range l.early {
		d.take(e)
	}
	return l.id, l.title == n.Title && l.body == n.Body, nil
}

// lateOf is the unclaimed notification with that id; nil if there is none. mu is held.
func (d *desktop) lateOf(id uint32) *late {
	for _, l := range d.late {
		if l.id == id && id != 0 {
			return l
		}
	}
	return nil
}

// takeBack takes away what a call that nobody waits for has shown.
func (d *desktop) takeBack(conn *dbus.Conn, c *dbus.Call) {
	id, err := d.shown(c)
	if err != nil {
		return
	}
	d.forget(id)
	d.closeLate(conn, id)
}

func (d *desktop) closeLate(conn *dbus.Conn, id uint32) {
	ctx, cancel := d.limit(d.life)
	defer cancel()
	conn.Object(serviceName, servicePath).CallWithContext(ctx, serviceName+".CloseNotification", dbus.FlagNoAutoStart, id)
}
