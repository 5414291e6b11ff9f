package ipc

import "golang.org/x/sys/unix"

// Compile-checked, never run on a Mac.

// peerUser is the user whose process is at the other end of a local socket.
func peerUser(fd int) (uint32, error) {
	cred, err := unix.GetsockoptXucred(fd, unix.SOL_LOCAL, unix.LOCAL_PEERCRED)
	if err != nil {
		return 0, err
	}
	return cred.Uid, nil
}
