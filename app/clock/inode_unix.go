//go:build unix

package clock

import (
	"io/fs"
	"syscall"
)

// inode tells two files apart that have the same name, size and time.
func inode(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(st.Ino)
	}
	return 0
}
