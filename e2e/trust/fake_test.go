//go:build e2e

package trust

import (
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// asked is one call of Notify that the service of a test got.
type asked struct {
	At       time.Time
	Title    string
	Actions  []string
	Replaces uint32
}

// service is a notification service that does as the test says.
type service struct {
	conn *dbus.Conn
	can  []string      // its capabilities
	hang chan struct{} // no call is answered before it is closed; nil: each at once
	slow time.Duration // how long each answer takes

	mu   sync.Mutex
	all  []asked // guarded by mu
	last uint32  // guarded by mu
}

// serve takes the place of the desktop's notification service on this test's bus.
func (s *scene) serve(hang chan struct{}, can ...string) *service {
	s.Helper()
	f := &service{conn: s.bus.Connect(), can: can, hang: hang}
	s.ok(f.conn.Export(f, "/org/freedesktop/Notifications", notifications))
	s.bus.Own(f.conn, notifications)
	return f
}

func (f *service) wait() {
	if f.hang != nil {
		<-f.hang
	}
	if f.slow > 0 {
		<-time.After(f.slow)
	}
}

// GetCapabilities is part of the Desktop Notifications Specification, as all that follows.
func (f *service) GetCapabilities() ([]string, *dbus.Error) {
	f.wait()
	return f.can, nil
}

func (f *service) GetServerInformation() (name, vendor, version, spec string, err *dbus.Error) {
	f.wait()
	return "plain", "a test", "1", "1.2", nil
}

func (f *service) Notify(_ string, replaces uint32, _, title, _ string, actions []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	at := time.Now()
	f.wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all = append(f.all, asked{at, title, actions, replaces})
	f.last++
	return f.last, nil
}

func (f *service) CloseNotification(uint32) *dbus.Error {
	f.wait()
	return nil
}

// calls are all calls of Notify so far.
func (f *service) calls() []asked {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]asked{}, f.all...)
}
