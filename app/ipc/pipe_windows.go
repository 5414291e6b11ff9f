package ipc

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"

	"golang.org/x/sys/windows"
)

// On Windows the local socket is a named pipe, which every version has, which stands in no
// folder and goes with its process. Its name bears the user and the data folder; its access
// list lets only this user through; the kernel sees to that.
//
// Run under wine 8 with the tests of this package, never on Windows itself.

// address is the name of the pipe of the program in role.
func (s spot) address(role string) (string, error) {
	me, err := mySID()
	if err != nil {
		return "", err
	}
	return `\\.\pipe\afterglow-` + me.String() + "-" + s.name + "-" + role, nil
}

// ownAddress is the pipe on which this process is to listen in role. It stands in no folder.
func ownAddress(dataDir, role string) (string, error) {
	names, err := addresses(dataDir, role)
	if err != nil {
		return "", err
	}
	return names[0], nil
}

// addresses is the one pipe of role: its name follows from the data folder.
func addresses(dataDir, role string) ([]string, error) {
	s, err := place(dataDir)
	if err != nil {
		return nil, err
	}
	name, err := s.address(role)
	return []string{name}, err
}

// fits is true of any folder: only the lock lies in it.
func (s spot) fits() bool { return true }

// pipes accepts connections. Of the pipe there is always one end that waits for the next
// client, so that nobody finds none while another is being taken up.
type pipes struct {
	name   string
	access *windows.SecurityAttributes

	mu     sync.Mutex // guards the rest
	next   windows.Handle
	closed bool
}

// bind opens the pipe, whose lock is held. If it exists already, a living process
// answers on it, or another user wants to be taken for us: Windows then lets nobody
// open it as the first.
func bind(name string) (net.Listener, error) {
	me, err := mySID()
	if err != nil {
		return nil, err
	}
	list, err := windows.SecurityDescriptorFromString("D:P(A;;GA;;;" + me.String() + ")")
	if err != nil {
		return nil, fmt.Errorf("close the pipe to others: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), readTime)
	defer cancel()
	if c, err := connect(ctx, name); err == nil { // wine lets two processes open it as the first
		_ = c.Close()
		return nil, ErrRunning
	}
	p := &pipes{name: name, access: &windows.SecurityAttributes{SecurityDescriptor: list}}
	p.access.Length = uint32(sizeOfAttributes)
	p.next, err = p.end(windows.FILE_FLAG_FIRST_PIPE_INSTANCE)
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_PIPE_BUSY) {
		return nil, ErrRunning
	}
	if err != nil {
		return nil, fmt.Errorf("open the pipe: %w", err)
	}
	return p, nil
}

// end makes one end of the pipe, for one client.
func (p *pipes) end(first uint32) (windows.Handle, error) {
	name, err := windows.UTF16PtrFromString(p.name)
	if err != nil {
		return 0, err
	}
	return windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX|windows.FILE_FLAG_OVERLAPPED|first,
		windows.PIPE_TYPE_BYTE|windows.PIPE_REJECT_REMOTE_CLIENTS, windows.PIPE_UNLIMITED_INSTANCES, maxLine, maxLine, 0, p.access)
}

// Accept waits for a client. It is for one goroutine at a time.
func (p *pipes) Accept() (net.Conn, error) {
	event, err := windows.CreateEvent(nil, 1, 0, nil)
	if err != nil {
		return nil, fmt.Errorf("wait for a client: %w", err)
	}
	defer func() { _ = windows.CloseHandle(event) }()
	end, waiting, err := p.await(event)
	if errors.Is(err, windows.ERROR_IO_PENDING) {
		var none uint32
		err = windows.GetOverlappedResult(end, waiting, &none, true)
	}
	if errors.Is(err, windows.ERROR_PIPE_CONNECTED) {
		err = nil // it came before we waited
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		_ = windows.CloseHandle(p.next)
		return nil, net.ErrClosed
	}
	next, nextErr := p.end(0)
	if nextErr != nil {
		// This end is still the one to come to; its client must try again.
		_ = windows.DisconnectNamedPipe(end)
		return nil, fmt.Errorf("make room for the next client: %w", nextErr)
	}
	p.next = next
	if err != nil { // one that went away at once
		_ = windows.CloseHandle(end)
		return nil, fmt.Errorf("wait for a client: %w", err)
	}
	return pipeConn{os.NewFile(uintptr(end), p.name)}, nil
}

// await begins to wait for a client, under the lock: Close comes before it or ends it.
func (p *pipes) await(event windows.Handle) (windows.Handle, *windows.Overlapped, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return p.next, nil, net.ErrClosed
	}
	waiting := &windows.Overlapped{HEvent: event}
	return p.next, waiting, windows.ConnectNamedPipe(p.next, waiting)
}

// Close has Accept end, which gives the pipe away.
func (p *pipes) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.closed = true
		_ = windows.CancelIoEx(p.next, nil) // nobody may be waiting just now
	}
	return nil
}

func (p *pipes) Addr() net.Addr { return pipeAddr(p.name) }

// pipeConn is one end of a connection; the file knows of deadlines.
type pipeConn struct{ *os.File }

func (c pipeConn) LocalAddr() net.Addr  { return pipeAddr(c.Name()) }
func (c pipeConn) RemoteAddr() net.Addr { return pipeAddr(c.Name()) }

type pipeAddr string

func (pipeAddr) Network() string  { return "pipe" }
func (a pipeAddr) String() string { return string(a) }

// busyFor is how long to wait before another try if every end is taken.
const busyFor = 5 * time.Millisecond

// connect opens the pipe, if it is one of this user's.
func connect(ctx context.Context, path string) (net.Conn, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	for {
		// The other side may learn nothing of us: it could act in our name.
		h, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, 0, nil, windows.OPEN_EXISTING,
			windows.FILE_FLAG_OVERLAPPED|windows.SECURITY_SQOS_PRESENT|windows.SECURITY_ANONYMOUS, 0)
		if err == nil {
			if err := ownServer(h); err != nil {
				_ = windows.CloseHandle(h)
				return nil, err
			}
			return pipeConn{os.NewFile(uintptr(h), path)}, nil
		}
		if !errors.Is(err, windows.ERROR_PIPE_BUSY) {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(busyFor):
		}
	}
}

// letGo closes a connection as soon as its reply comes, without reading that: closed at once, a
// pipe that nobody has taken up yet would lose what was written to it.
func letGo(c net.Conn) {
	_, _ = readLine(c)
	_ = c.Close()
}
