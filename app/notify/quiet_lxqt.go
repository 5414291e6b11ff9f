//go:build !windows && !darwin

package notify

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"
	"github.com/godbus/dbus/v5"
)

// lxqtFile holds the switch of LXQt's service, which tells of it on no bus. Its editor puts a new file in the place of the
// old one, so what is watched is the folder.
func lxqtFile() string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(os.Getenv("HOME"), ".config")
	}
	return filepath.Join(dir, "lxqt", "notifications.conf")
}

func ofLXQt() manner {
	return manner{
		by: ByLXQt, of: called("lxqt"),
		quiet: func(context.Context, *dbus.Conn) (on, told bool) { return lxqtQuiet(lxqtFile()), true },
		about: func(*dbus.Signal) bool { return false },
		file:  lxqtFile,
	}
}

// lxqtQuiet reads the switch; a file that is not there or says nothing of it is off.
func lxqtQuiet(name string) bool {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	const most = 64 << 10 // bytes; such a file has a few hundred
	general, on := true, false
	for lines := bufio.NewScanner(io.LimitReader(f, most)); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			general = line == "[General]"
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok && general && strings.TrimSpace(key) == "doNotDisturb" {
			on = strings.TrimSpace(value) == "true"
		}
	}
	return on
}

// watchFile begins to watch a file: news is called at each change, until ctx ends. Where the system cannot watch, a switch is
// read when something is due, and nothing more.
func watchFile(ctx context.Context, name string, news func()) (run func()) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return func() {}
	}
	_ = watcher.Add(filepath.Dir(name)) // a folder that is not there has no switch in it
	return func() {
		defer watcher.Close()
		for {
			select {
			case e := <-watcher.Events:
				if e.Name == name {
					news()
				}
			case <-watcher.Errors: // more changes than the system remembers
			case <-ctx.Done():
				return
			}
		}
	}
}
