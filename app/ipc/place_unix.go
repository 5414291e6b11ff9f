//go:build !windows

package ipc

import (
	"os"
	"runtime"
	"strconv"
	"syscall"

	"afterglow/app/fault"
)

// runtimeFolders are the folders that the system makes for this user's sockets, best first.
// The second stands in if a job (cron, su) runs without the session's environment.
func runtimeFolders() []string {
	var dirs []string
	if d := os.Getenv("XDG_RUNTIME_DIR"); d != "" {
		dirs = append(dirs, d)
	}
	if runtime.GOOS == "linux" {
		dirs = append(dirs, "/run/user/"+userKey())
	}
	return dirs
}

func userKey() string { return strconv.Itoa(os.Getuid()) }

// closedToOthers is an error if path belongs to another user or lets others in.
func closedToOthers(path string, info os.FileInfo) error {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || int(stat.Uid) != os.Getuid() {
		return fault.New("ipc.place_another_user", fault.Args{"Folder": path}).Of(ErrPlace)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return fault.New("ipc.place_open", fault.Args{"Folder": path}).Of(ErrPlace)
	}
	return nil
}
