//go:build !windows && !darwin

package screens

import (
	"context"

	"afterglow/app/bus"
)

// asksStill says whether the desktop asks for less motion, as it tells through its portal: by the setting that all
// desktops are meant to have, by GNOME's own, or by Plasma's.
func asksStill(ctx context.Context, session *bus.Bus) bool {
	const reduced = uint32(1) // org.freedesktop.portal.Settings, reduced-motion: 1 asks for less
	if n, ok := session.Setting(ctx, "org.freedesktop.appearance", "reduced-motion").(uint32); ok {
		return n == reduced
	}
	if on, ok := session.Setting(ctx, "org.gnome.desktop.interface", "enable-animations").(bool); ok {
		return !on
	}
	factor, _ := session.Setting(ctx, "org.kde.kdeglobals.KDE", "AnimationDurationFactor").(string)
	return factor == "0"
}
