package phrase

import "afterglow/app/service"

// Delay is for how long something is put off, as a choice in a menu: "In 15 minutes".
func (v Voice) Delay(d service.Delay) string { return v.T("choice.delay_" + string(d)) }

// Break is for how long reminders are paused, as a choice in a menu: "For 1 hour".
func (v Voice) Break(b service.Break) string { return v.T("choice.break_" + string(b)) }
