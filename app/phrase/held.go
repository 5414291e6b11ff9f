package phrase

import (
	"slices"

	"afterglow/app/notify"
	"afterglow/app/reminder"
)

// Held is why something that is due is kept back: "sleep hours", "Do not disturb is on". By says whose "do not disturb"
// it is.
func (v Voice) Held(reason reminder.HeldReason, by string) string {
	switch reason {
	case reminder.HeldPaused:
		return v.T("held.paused")
	case reminder.HeldSleep:
		return v.T("held.sleep")
	}
	return v.Quiet(by)
}

// Those that have words of their own for "do not disturb", and those that have a name.
var (
	worded = []string{notify.ByDunst, notify.ByFullScreen, notify.ByPresentation, notify.ByQuietTime}
	named  = []string{notify.ByPlasma, notify.ByGNOME, notify.ByCinnamon, notify.ByMATE, notify.ByXfce, notify.ByLXQt,
		notify.ByBudgie, notify.ByMako, notify.BySwaync}
)

// Quiet is that the desktop's "do not disturb" is on, as the desktop calls it.
func (v Voice) Quiet(by string) string {
	switch {
	case slices.Contains(worded, by):
		return v.T("held.quiet_" + by)
	case slices.Contains(named, by):
		return v.T("held.quiet_of", Args{"Service": v.T("held.service_" + by)})
	}
	return v.T("held.quiet_desktop")
}

// Quieters lists those whose "do not disturb" is heard of: "Plasma, GNOME and dunst".
func (v Voice) Quieters(known []string) string {
	names := make([]string, len(known))
	for i, by := range known {
		names[i] = v.T("held.service_" + by)
	}
	return v.List(names)
}
