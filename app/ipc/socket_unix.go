//go:build !windows

package ipc

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
)

// maxPath is how long a socket's path may be, in bytes: sun_path is 104 on
// macOS and the BSDs, 108 on Linux and Windows, one of them for the final zero.
const maxPath = 103

// fits reports whether the longest socket path in the folder is short enough.
func (s spot) fits() bool {
	return len(filepath.Join(s.path(), Window+".sock")) <= maxPath
}

// address is where the program in role listens.
func (s spot) address(role string) (string, error) {
	return filepath.Join(s.path(), role+".sock"), nil
}

// ownAddress is where this process is to listen in role. It makes the folder for it.
func ownAddress(dataDir, role string) (string, error) {
	dir, err := Dir(dataDir)
	return filepath.Join(dir, role+".sock"), err
}

// addresses are where the process in role may listen, the likeliest first: where its record says, and the usual
// place, for a process that could not write a record.
func addresses(dataDir, role string) ([]string, error) {
	var all []string
	if r, found := readRecord(dataDir, role); found && private(filepath.Dir(r.Socket)) == nil {
		all = append(all, r.Socket)
	}
	s, err := place(dataDir)
	if err == nil {
		err = s.check()
	}
	if err != nil {
		if len(all) > 0 {
			return all, nil
		}
		return nil, err
	}
	usual, err := s.address(role)
	if len(all) == 0 || all[0] != usual {
		all = append(all, usual)
	}
	return all, err
}

// bind listens at path, whose lock is held: what lies there is nobody's,
// unless a cleaner took the lock file from under a living one. That one answers.
func bind(path string) (net.Listener, error) {
	if c, err := net.DialTimeout("unix", path, readTime); err == nil {
		_ = c.Close()
		return nil, ErrRunning
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, noSocket(path, err)
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, noSocket(path, err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		_ = l.Close()
		return nil, noSocket(path, err)
	}
	return l, nil
}

func connect(ctx context.Context, path string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, "unix", path)
}

// letGo ends a connection without its reply: the request is in the socket's
// buffer and will be read.
func letGo(c net.Conn) { _ = c.Close() }
