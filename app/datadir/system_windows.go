package datadir

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// IsFull tells whether the system ran out of space.
func IsFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// IsReadOnly tells whether the system refused a write: rights are missing, or the disk is write-protected.
func IsReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, windows.ERROR_WRITE_PROTECT)
}

// OwnedByOther is always false: a Windows profile folder is private by its access list.
func OwnedByOther(fs.FileInfo) bool { return false }

// OpenToOthers is always false: modes say nothing of others here, and a file cannot be
// given another one while SQLite uses it.
func OpenToOthers(fs.FileInfo) bool { return false }

// Writable tries, since Windows has no plain question for it.
func Writable(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if !info.IsDir() {
		return info.Mode().Perm()&0o200 != 0
	}
	f, err := os.CreateTemp(path, ".write-*")
	if err != nil {
		return false
	}
	name := f.Name()
	return f.Close() == nil && os.Remove(name) == nil
}

func superuser() bool { return false }
