//go:build !linux

package cli

import (
	"context"
	"runtime"
)

// desktopChecks tells what this system always has; whether it is allowed, the system alone knows.
func (r *run) desktopChecks(context.Context, running) []check {
	actions := "doctor.actions_none"
	if runtime.GOOS == "windows" {
		actions = "doctor.actions_asked"
	}
	return []check{
		r.good("tray", "doctor.tray_system"),
		r.good("notifications", "doctor.notifications_system"),
		r.good("actions", actions),
		r.good("quiet", "doctor.quiet_system"),
	}
}
