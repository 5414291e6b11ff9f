//go:build !windows && !darwin

package bus

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// LXQtKey is a setting of LXQt's, which keeps its settings in files and tells of them on no bus.
type LXQtKey struct {
	File  string // "notifications.conf"
	Group string // "General"
	Name  string // "doNotDisturb"
}

// Read is the setting, as the person's file has it or else those of the system. It is false where none has it.
func (k LXQtKey) Read() (value string, ok bool) {
	folders := os.Getenv("XDG_CONFIG_DIRS")
	if folders == "" {
		folders = "/etc/xdg" // as the XDG Base Directory Specification has it
	}
	for _, dir := range append([]string{ownConfig()}, filepath.SplitList(folders)...) {
		if !filepath.IsAbs(dir) {
			continue
		}
		if value, ok := k.in(filepath.Join(dir, "lxqt", k.File)); ok {
			return value, true
		}
	}
	return "", false
}

// Watch begins to watch the person's file: news is called at each change, from run, until ctx ends. LXQt's editors put a new file
// in the place of the old one, so what is watched is the folder. Where the system cannot watch, or has no such folder, no news comes.
func (k LXQtKey) Watch(ctx context.Context, news func()) (run func()) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return func() {}
	}
	name := filepath.Join(ownConfig(), "lxqt", k.File)
	_ = watcher.Add(filepath.Dir(name))
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

// ownConfig is the person's folder of settings.
func ownConfig() string {
	if dir := os.Getenv("XDG_CONFIG_HOME"); filepath.IsAbs(dir) {
		return dir
	}
	return filepath.Join(os.Getenv("HOME"), ".config")
}

// in reads the setting from one file, as Qt writes it.
func (k LXQtKey) in(name string) (value string, ok bool) {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return "", false
	}
	f, err := os.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	const most = 64 << 10 // bytes; such a file has a few hundred
	group := "General"
	for lines := bufio.NewScanner(io.LimitReader(f, most)); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if head, ends := strings.CutSuffix(line, "]"); ends && strings.HasPrefix(head, "[") {
			group = head[1:]
			continue
		}
		if name, is, has := strings.Cut(line, "="); has && group == k.Group && strings.TrimSpace(name) == k.Name {
			value, ok = strings.Trim(strings.TrimSpace(is), `"`), true
		}
	}
	return value, ok
}
