//go:build e2e

package e2e

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/ipc"
	"afterglow/e2e/desktop"
)

// gone waits until the agent has ended cleanly and nothing of it is left: no process, no window, no socket.
func (s *scene) gone(p *desktop.Process) {
	s.Helper()
	code, err := p.Wait(s.patience())
	s.ok(err)
	if code != 0 {
		s.Errorf("the agent ended with %d and said:\n%s", code, p.Said())
	}
	s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))
	s.until("no process is left", func() error {
		if left := s.processes(); len(left) > 0 {
			return fmt.Errorf("processes %v go on", left)
		}
		return nil
	})
	if left := s.sockets(); len(left) > 0 {
		s.Errorf("sockets are left: %v", left)
	}
}

// sockets are the sockets in the private folder of this data folder's link.
func (s *scene) sockets() []string {
	s.Helper()
	dir, err := ipc.Dir(s.a.Data)
	s.ok(err)
	var found []string
	err = filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err == nil && entry.Type()&fs.ModeSocket != 0 {
			found = append(found, file)
		}
		return err
	})
	s.ok(err)
	return found
}
