package link

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"

	"github.com/Microsoft/go-winio"
	"golang.org/x/sys/windows"
)

// On Windows the local socket is a named pipe, which every version has, which stands in no
// folder and goes with its process. Its name bears the user and the data folder; its access
// list lets this user through alone, as the system's kernel sees to.
//
// Run under wine 8 (all the tests of this package that are not about files), never on
// Windows itself.

// address is the name of the pipe of the program in role.
func (s spot) address(role string) (string, error) {
	me, err := mySID()
	if err != nil {
		return "", err
	}
	return `\\.\pipe\afterglow-` + me.String() + "-" + s.name + "-" + role, nil
}

// fits is true of any folder: only the lock lies in it.
func (s spot) fits() bool { return true }

// bind opens the pipe, whose lock is held. Where it exists already, somebody lives who
// answers on it, or another user who wants to be taken for us: Windows then lets nobody
// open it a second time.
func bind(path string) (net.Listener, error) {
	me, err := mySID()
	if err != nil {
		return nil, err
	}
	l, err := winio.ListenPipe(path, &winio.PipeConfig{
		SecurityDescriptor: "D:P(A;;GA;;;" + me.String() + ")",
		InputBufferSize:    maxLine,
		OutputBufferSize:   maxLine,
	})
	if errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_PIPE_BUSY) {
		return nil, ErrRunning
	}
	if err != nil {
		return nil, fmt.Errorf("open the pipe: %w", err)
	}
	return l, nil
}

func connect(ctx context.Context, path string) (net.Conn, error) {
	return winio.DialPipeContext(ctx, path)
}

// letGo ends a connection without its reply, as soon as that comes: what is written to a
// pipe that nobody has taken up yet goes with it.
func letGo(c net.Conn) {
	_, _ = readLine(c)
	_ = c.Close()
}

// samePerson is an error where the other end of c is another user's process. Of those who
// connect to us the pipe's access list has seen to that.
func samePerson(c net.Conn) error {
	pipe, ok := c.(interface{ Fd() uintptr })
	if !ok {
		return errors.New("ask who is connected: this is no pipe")
	}
	me, err := mySID()
	if err != nil {
		return err
	}
	var process uint32
	if err := windows.GetNamedPipeServerProcessId(windows.Handle(pipe.Fd()), &process); err != nil {
		return fmt.Errorf("ask who is connected: %w", err)
	}
	if process == uint32(os.Getpid()) {
		return nil // this end is the server's own
	}
	owner, err := sidOf(process)
	if err != nil {
		return fmt.Errorf("ask who is connected: %w", err)
	}
	if !owner.Equals(me) {
		return fmt.Errorf("user %s is connected, this is user %s's", owner, me)
	}
	return nil
}

func mySID() (*windows.SID, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("find out who this user is: %w", err)
	}
	return user.User.Sid, nil
}

// sidOf is the user that a process belongs to.
func sidOf(process uint32) (*windows.SID, error) {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, process)
	if err != nil {
		return nil, err
	}
	defer func() { _ = windows.CloseHandle(h) }()
	var token windows.Token
	if err := windows.OpenProcessToken(h, windows.TOKEN_QUERY, &token); err != nil {
		return nil, err
	}
	defer token.Close()
	user, err := token.GetTokenUser()
	if err != nil {
		return nil, err
	}
	return user.User.Sid, nil
}
