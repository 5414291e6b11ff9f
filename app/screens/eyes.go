//go:build !windows && !darwin

package screens

import (
	"context"

	"afterglow/app/bus"
)

// Settings for who sees less well, as the portal has them: that of all desktops, and GNOME's own.
const (
	contrast      = "contrast" // of appearance
	gnomeAccess   = "org.gnome.desktop.a11y.interface"
	gnomeContrast = "high-contrast"
	gnomeFace     = "org.gnome.desktop.interface"
	gnomeTextSize = "text-scaling-factor"
)

// asksSharp says whether the desktop asks for more contrast: by the setting that all desktops are meant to have, or by
// GNOME's own.
func asksSharp(ctx context.Context, session *bus.Bus) bool {
	const high = uint32(1) // org.freedesktop.portal.Settings, contrast: 1 asks for more
	if n, ok := session.Setting(ctx, appearance, contrast).(uint32); ok && n == high {
		return true
	}
	on, _ := session.Setting(ctx, gnomeAccess, gnomeContrast).(bool)
	return on
}

// asksLarger is by how much the desktop asks for larger text, as GNOME, Cinnamon and others tell it; 1 where it does not.
func asksLarger(ctx context.Context, session *bus.Bus) float64 {
	if by, ok := session.Setting(ctx, gnomeFace, gnomeTextSize).(float64); ok {
		return by
	}
	return 1
}
