package ipc

import (
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

// maxWaiting is how many connections may be open with their request still to
// come; if more arrive, the oldest of them is dropped.
const maxWaiting = 64

// Server listens in one role for one data folder. While it lives, no other does.
type Server struct {
	listener net.Listener
	lock     *os.File
	handle   func(Message) Reply
	talks    sync.WaitGroup
	closing  sync.Once
	closed   error

	mu      sync.Mutex // guards waiting and done
	waiting []net.Conn // oldest first
	done    bool
}

// Listen makes this process the one in role ("agent", "window" or "sync") for dataDir
// and has handle answer what others ask, from several goroutines at once. It
// is [ErrRunning] if another process has the role. What a process that was
// killed left behind is taken over. A "ping" is answered without handle.
func Listen(dataDir, role string, handle func(Message) Reply) (*Server, error) {
	if role != Agent && role != Window && role != Sync {
		return nil, fmt.Errorf("listen: there is no role %q", role)
	}
	lock, err := hold(dataDir, role)
	if errors.Is(err, ErrRunning) {
		return nil, isTaken(dataDir, role)
	}
	if err != nil {
		return nil, err
	}
	address, err := ownAddress(dataDir, role)
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	listener, err := bind(address)
	if errors.Is(err, ErrRunning) {
		err = isTaken(dataDir, role)
	}
	if err != nil {
		_ = lock.Close()
		return nil, err
	}
	publish(lock, address)
	s := &Server{listener: listener, lock: lock, handle: handle}
	s.talks.Add(1)
	go s.accept()
	return s, nil
}

// Close stops listening, lets replies that are under way be written, and gives
// the role away. It may be called more than once.
func (s *Server) Close() error {
	s.closing.Do(func() {
		s.mu.Lock()
		s.done = true
		for _, c := range s.waiting {
			_ = c.Close()
		}
		s.mu.Unlock()
		s.closed = s.listener.Close() // removes the socket too

		// A handler may itself be what closes the server (quit), so this
		// waits for the replies, but not for ever.
		over := make(chan struct{})
		go func() { s.talks.Wait(); close(over) }()
		timer := time.NewTimer(readTime)
		defer timer.Stop()
		select {
		case <-over:
		case <-timer.C:
		}
		_ = s.lock.Truncate(0) // nobody listens there any more
		s.closed = errors.Join(s.closed, s.lock.Close())
	})
	return s.closed
}

func (s *Server) accept() {
	defer s.talks.Done()
	for {
		c, err := s.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			// Out of file descriptors, say: that passes, and must not spin.
			<-time.After(50 * time.Millisecond)
			continue
		}
		if samePerson(c) != nil || !s.expect(c) {
			_ = c.Close()
			continue
		}
		s.talks.Add(1)
		go s.talk(c)
	}
}

// expect notes that c's request is still to come; false once the server closes.
func (s *Server) expect(c net.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done {
		return false
	}
	if len(s.waiting) >= maxWaiting {
		_ = s.waiting[0].Close()
		s.waiting = s.waiting[1:]
	}
	s.waiting = append(s.waiting, c)
	return true
}

func (s *Server) talk(c net.Conn) {
	defer s.talks.Done()
	defer c.Close()
	defer s.arrived(c)
	// One deadline for the whole request: a byte now and then buys no more time.
	if c.SetDeadline(time.Now().Add(readTime)) != nil {
		return
	}
	// It is no fault of ours if a client went away without its reply.
	_ = converse(c, os.Getpid(), s.handleSlowly(c), func() { s.arrived(c) })
}

// handleSlowly gives the reply a deadline of its own, counted from when handle is through.
func (s *Server) handleSlowly(c net.Conn) func(Message) Reply {
	return func(m Message) Reply {
		r := s.handle(m)
		_ = c.SetWriteDeadline(time.Now().Add(readTime))
		return r
	}
}

// arrived notes that c's request has come.
func (s *Server) arrived(c net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, w := range s.waiting {
		if w == c {
			s.waiting = append(s.waiting[:i], s.waiting[i+1:]...)
			return
		}
	}
}
