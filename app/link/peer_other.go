//go:build !linux && !darwin

package link

import "net"

// samePerson accepts: this system does not tell who is connected, and the
// folder that the socket lives in lets nobody else through.
func samePerson(*net.UnixConn) error { return nil }
