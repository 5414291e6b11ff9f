//go:build linux || darwin

package ipc

import (
	"fmt"
	"net"
	"os"
)

// samePerson is an error if the other end of conn is another user's process.
func samePerson(conn net.Conn) error {
	c, ok := conn.(*net.UnixConn)
	if !ok {
		return fmt.Errorf("ask who is connected: %T is no local socket", conn)
	}
	raw, err := c.SyscallConn()
	if err != nil {
		return fmt.Errorf("ask who is connected: %w", err)
	}
	var user uint32
	var asked error
	if err := raw.Control(func(fd uintptr) { user, asked = peerUser(int(fd)) }); err != nil {
		return fmt.Errorf("ask who is connected: %w", err)
	}
	if asked != nil {
		return fmt.Errorf("ask who is connected: %w", asked)
	}
	if int(user) != os.Getuid() {
		return fmt.Errorf("user %d is connected, this is user %d's", user, os.Getuid())
	}
	return nil
}
