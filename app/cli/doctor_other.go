//go:build !linux

package cli

import (
	"context"
	"runtime"
)

// desktopChecks tells what this system always has; whether it is allowed, the system alone knows.
func (r *run) desktopChecks(context.Context) []check {
	settings := "System Settings, Notifications"
	if runtime.GOOS == "windows" {
		settings = "Settings, System, Notifications"
	}
	return []check{
		good("tray", "Tray", "part of this system"),
		good("notifications", "Notifications", "part of this system; allow them under "+settings),
		good("actions", "Done and Later on notifications", "not offered here; the tray's menu has both"),
		good("quiet", "Do not disturb", "the system keeps reminders back by itself"),
	}
}
