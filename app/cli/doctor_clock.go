package cli

import (
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// clockCheck tells how times are written here, by an example, and who says so.
func (r *run) clockCheck() check {
	const id = "clock"
	args := phrase.Args{
		"Moment":  r.now().Add(10 * 24 * time.Hour).Truncate(time.Hour), // far enough to show a date
		"Command": r.command("settings", "clock", r.otherClock()),
	}
	switch said := r.found().Clock; {
	case r.chosen == "12h" || r.chosen == "24h":
		return r.good(id, "doctor.clock_chosen", args, phrase.Args{"Command": r.command("settings", "clock", "auto")})
	case said.By == locale.Standard:
		return r.good(id, "doctor.clock_standard", args)
	case said.Setting != "":
		return r.good(id, "doctor.clock_setting", args, phrase.Args{"Setting": said.Setting})
	}
	return r.good(id, "doctor.clock_system", args)
}

// otherClock is the clock that is not in use.
func (r *run) otherClock() string {
	if r.voice().Format().Hours == locale.Hours12 {
		return "24h"
	}
	return "12h"
}
