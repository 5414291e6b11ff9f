//go:build !windows

package ipc

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// nobodyThere reports whether a failed connection means that nobody listens:
// no socket, or one that its owner's death left behind.
func nobodyThere(err error) bool {
	return errors.Is(err, os.ErrNotExist) || errors.Is(err, unix.ECONNREFUSED)
}
