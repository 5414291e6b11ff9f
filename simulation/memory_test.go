package simulation

import (
	"os"
	"testing"
)

// inMemory is a folder that lies in memory where the system has one, since a journal on a
// disk waits for the disk at every write.
func inMemory(t *testing.T) string {
	t.Helper()
	if dir, err := os.MkdirTemp("/dev/shm", "simulation-*"); err == nil {
		t.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				t.Errorf("clean up: %v", err)
			}
		})
		return dir
	}
	return t.TempDir()
}
