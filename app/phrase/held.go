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

// named are those that have a "do not disturb" with words of its own.
var named = []string{notify.ByDunst, notify.ByGNOME, notify.ByXfce, notify.ByFullScreen, notify.ByPresentation, notify.ByQuietTime}

// Quiet is that the desktop's "do not disturb" is on, as the desktop calls it.
func (v Voice) Quiet(by string) string {
	if slices.Contains(named, by) {
		return v.T("held.quiet_" + by)
	}
	return v.T("held.quiet_desktop")
}
