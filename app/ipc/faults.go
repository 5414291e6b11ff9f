package ipc

import (
	"context"
	"errors"
	"fmt"
	"os"

	"afterglow/app/fault"
)

// The kinds of fault that callers may tell apart with [errors.Is].
var (
	// ErrRunning says that another process already has this role for this data folder.
	ErrRunning = errors.New("another Afterglow is running for this data folder")
	// ErrElsewhere is ErrRunning on another computer, which shares the folder over a network.
	ErrElsewhere = fmt.Errorf("on another computer: %w", ErrRunning)
	// ErrNobody says that no process listens in this role.
	ErrNobody = errors.New("no Afterglow is running for this data folder")
	// ErrPlace says that there is no place in which a socket would be this user's alone.
	ErrPlace = errors.New("no private place for the local socket")
)

// isTaken is the fault of a role that another process has.
func isTaken(dataDir, role string) error {
	if host := elsewhere(dataDir, role); host != "" {
		return fault.New("ipc.running_elsewhere", fault.Args{"Host": host}).Of(ErrElsewhere)
	}
	return fault.New("ipc.running", nil).Of(ErrRunning)
}

// isNobody is the fault of a role that no process has, or none that can be reached from here.
func isNobody(dataDir, role string) error {
	if host := elsewhere(dataDir, role); host != "" {
		return fault.New("ipc.nobody_here", fault.Args{"Host": host}).Of(ErrNobody)
	}
	return fault.New("ipc.nobody", nil).Of(ErrNobody)
}

// unanswered tells why the process in role gave no answer.
func unanswered(role string, err error) error {
	var known *fault.Fault
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, os.ErrDeadlineExceeded): // the socket's clock may be ahead of the context's
		err = context.DeadlineExceeded
		fallthrough
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		if role == Window {
			return fault.Wrap(err, "ipc.silent_window", nil)
		}
		return fault.Wrap(err, "ipc.silent_agent", nil)
	}
	return fault.Wrap(err, "ipc.broken_off", nil)
}

func stranger(path string) error {
	return fault.New("ipc.stranger", fault.Args{"Path": path}).Of(ErrPlace)
}

// notLocked keeps what the system says of a lock's file, which noLocksHere judges.
func notLocked(path string, err error) error {
	return fault.Wrap(err, "ipc.not_locked", fault.Args{"Path": path})
}

func noSocket(path string, err error) error {
	return fault.Wrap(err, "ipc.no_socket", fault.Args{"Path": path})
}
