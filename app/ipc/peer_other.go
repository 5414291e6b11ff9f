//go:build !linux && !darwin && !windows

package ipc

import "net"

// samePerson accepts: this system does not tell who is connected, and the
// folder that the socket lives in lets nobody else through.
func samePerson(net.Conn) error { return nil }
