//go:build !windows && !darwin

package reader

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/godbus/dbus/v5"
)

// Names of AT-SPI.
const (
	iface     = "org.a11y.atspi."
	rootPath  = dbus.ObjectPath("/org/a11y/atspi/accessible/root")
	nullPath  = dbus.ObjectPath("/org/a11y/atspi/null")
	cachePath = dbus.ObjectPath("/org/a11y/atspi/cache")
	nodePath  = "/org/a11y/atspi/accessible/"
	registry  = iface + "Registry"
)

// Bounds on what others can have the program do.
const (
	mostCalls  = 64                     // that are answered at a time; more are refused
	mostAsked  = 4                      // requests that wait to be done
	doneWithin = 500 * time.Millisecond // until then who asks hears whether it was done; a screen reader waits for 800
	sendWithin = 5 * time.Second        // what the bus may take to take something: then it is left
)

// ref is how AT-SPI names an object: its program's name on the bus and its path.
type ref struct {
	Bus  string
	Path dbus.ObjectPath
}

// server answers on the accessibility bus for one program.
type server struct {
	o    Options
	conn *dbus.Conn
	stop context.CancelFunc
	life context.Context

	told   atomic.Pointer[tree] // what was told last, which answers go by
	calls  atomic.Int32         // that are being answered
	asked  chan struct{}        // a place for each request that waits
	called chan struct{}        // holds that a call came since it was last looked at
	news   *waiting             // that waits to be told; of the goroutine that tells

	mu      sync.Mutex
	id      int32 // what the registry calls the program
	desktop ref   // what it is a child of
}

// join registers the program at the accessibility bus, of which the session knows the address. The bus is started if it
// does not run: somebody wants it.
func join(ctx context.Context, session *dbus.Conn, o Options) (*server, error) {
	ask, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var address string
	if err := session.Object(statusName, statusPath).CallWithContext(ask, statusName+".GetAddress", 0).Store(&address); err != nil {
		return nil, fmt.Errorf("ask for the accessibility bus: %w", err)
	}
	if !local(address) {
		return nil, errElsewhere
	}
	s := &server{o: o, asked: make(chan struct{}, mostAsked), called: make(chan struct{}, 1), news: newWaiting(), desktop: ref{"", nullPath}}
	s.life, s.stop = context.WithCancel(ctx)
	s.told.Store(&tree{items: map[dbus.ObjectPath]*item{rootPath: {Node: s.program(), path: rootPath, at: -1}}})
	ready := make(chan struct{}) // a call may come before the connection is known
	conn, err := connect(s.life, address, dbus.WithHandler(handler{s, ready}))
	if err != nil {
		s.stop()
		return nil, fmt.Errorf("join the accessibility bus: %w", err)
	}
	s.conn = conn
	close(ready)
	var desktop ref
	if err := conn.Object(registry, rootPath).CallWithContext(ask, iface+"Socket.Embed", 0, s.ref(rootPath)).Store(&desktop); err != nil {
		s.close()
		return nil, fmt.Errorf("register at the accessibility bus: %w", err)
	}
	s.mu.Lock()
	s.desktop = desktop
	s.mu.Unlock()
	return s, nil
}

// errElsewhere is an accessibility bus that another computer could hear.
var errElsewhere = errors.New("the accessibility bus is no local socket")

// local says whether each of a bus's addresses is a socket of this computer.
func local(address string) bool {
	for a := range strings.SplitSeq(address, ";") {
		if !strings.HasPrefix(a, "unix:") {
			return false
		}
	}
	return true
}

// gone is closed once the bus is.
func (s *server) gone() <-chan struct{} { return s.conn.Context().Done() }

// close leaves the bus.
func (s *server) close() {
	s.stop()
	_ = s.conn.Close()
}

// program is the node above all windows.
func (s *server) program() Node {
	return Node{Role: Application, Name: s.o.Name, State: Seen | Enabled | Sensitive}
}

// ref names one of the program's objects.
func (s *server) ref(p dbus.ObjectPath) ref {
	if p == nullPath {
		return ref{"", nullPath}
	}
	return ref{s.conn.Names()[0], p}
}

// do has a request carried out, if not too many wait already. What takes its time is done too: who asks is told so before.
func (s *server) do(r Request) bool {
	if r.ID == "" || len(r.Text) > mostText {
		return false
	}
	select {
	case s.asked <- struct{}{}:
	default:
		return false
	}
	answer := make(chan bool, 1)
	var once sync.Once
	s.o.Do(r, func(ok bool) {
		once.Do(func() {
			<-s.asked
			answer <- ok
		})
	})
	late := time.NewTimer(doneWithin)
	defer late.Stop()
	select {
	case ok := <-answer:
		return ok
	case <-late.C:
		return true
	case <-s.life.Done():
		return false
	}
}

// tell tells whoever listens what became different.
func (s *server) tell(p picture) {
	before := s.told.Load()
	now := lay(before, s.program(), p)
	s.told.Store(now)
	all, news := changes(before, now, s)
	s.send(all)
	if s.news.waits() || len(all) > mostAtOnce {
		s.news.add(news)
		return
	}
	s.send(news)
}

// tellNews tells the news that had to wait, as far as it is still on show.
func (s *server) tellNews() {
	shown := s.told.Load().items
	s.send(slices.DeleteFunc(s.news.take(), func(e signal) bool { return shown[e.path] == nil }))
}

// send sends events.
func (s *server) send(all []signal) {
	late := time.AfterFunc(sendWithin, func() { _ = s.conn.Close() })
	defer late.Stop()
	for _, e := range all {
		if s.conn.Emit(e.path, e.name, e.body...) != nil {
			return // the bus is gone
		}
	}
}
