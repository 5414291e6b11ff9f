//go:build !linux

package cli

import (
	"context"
	"runtime"
)

// desktopChecks tells what this system always has; whether it is allowed, the system alone knows.
func (r *run) desktopChecks(context.Context) []check {
	settings, actions := "System Settings, Notifications", "not offered here; the tray's menu has both"
	if runtime.GOOS == "windows" {
		settings, actions = "Settings, System, Notifications", "on each reminder that asks for them; the tray's menu has both too"
	}
	return []check{
		good("tray", "Tray", "part of this system"),
		good("notifications", "Notifications", "part of this system; allow them under "+settings),
		good("actions", "Done and Later on notifications", actions),
		good("quiet", "Do not disturb", "the system keeps reminders back by itself"),
	}
}
