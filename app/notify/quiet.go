//go:build !windows && !darwin

package notify

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// quietTime is what asking for "do not disturb" may take in all. A reminder
// waits for the answer, and one that does not come means "not on". A busy
// computer, such as one that shows a film, starts even a small program slowly: some desktops are asked by one.
const quietTime = 2 * time.Second

// Quiet asks the service in use in its own way, and starts none for it. A wrong "on" would silently end every reminder,
// so only a clear one counts.
func (d *desktop) Quiet(ctx context.Context) (bool, string) {
	ctx, cancel := context.WithTimeout(ctx, quietTime)
	defer cancel()
	conn, err := d.connected(ctx)
	if err != nil {
		return false, ""
	}
	type answer struct {
		on bool
		by string
	}
	answered := make(chan answer, 1)
	go func() {
		m, on, _ := d.asked(ctx, conn)
		answered <- answer{on, m.by}
	}()
	select {
	case a := <-answered:
		if a.on {
			return true, a.by
		}
	case <-ctx.Done():
	}
	return false, ""
}

// asked asks whoever shows notifications; told says that there was an answer.
func (d *desktop) asked(ctx context.Context, conn *dbus.Conn) (m manner, on, told bool) {
	var s server // of no service, if none runs
	if bus.Owned(ctx, conn, serviceName) {
		var err error
		if s, err = d.serverOf(ctx, conn); err != nil {
			return manner{}, false, false
		}
	}
	m = mannerOf(s.info)
	d.followFile(m)
	on, told = m.quiet(ctx, conn)
	return m, on, told
}

// followFile begins to watch the file of a manner that has one, once.
func (d *desktop) followFile(m manner) {
	if m.watch == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.life.Err() == nil && !d.watching {
		d.watching = true
		d.pump.Go(m.watch(d.life, func() {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.push(Event{Key: QuietChanged})
		}))
	}
}

// Known are those whose "do not disturb" is heard of, by the names of By.
func Known() []string {
	var all []string
	for _, m := range manners() {
		if m.by != ByDesktop {
			all = append(all, m.by)
		}
	}
	return all
}
