package cli

import (
	"fmt"

	"afterglow/app/clock"
	"afterglow/app/phrase"
)

// tellZone says once, beside the answer, that the times may not be the person's.
func (r *run) tellZone() {
	if err := clock.ZoneFault(r.env.Clock); err != nil {
		fmt.Fprintln(r.errw, "afterglow: "+oneLine(r.worded(err)))
	}
}

// tellUnread says beside the answer that a treatment's plan cannot be read any more, so that its waits are not in it.
func (r *run) tellUnread(unread error) {
	if unread != nil {
		fmt.Fprintln(r.errw, "afterglow: "+oneLine(r.worded(unread)))
	}
}

// zoneCheck is what doctor says of the time zone.
func (r *run) zoneCheck() check {
	const id = "zone"
	if err := clock.ZoneFault(r.env.Clock); err != nil {
		return r.failed(id, err, "zone.fix")
	}
	return r.good(id, "zone.in_use", phrase.Args{"Zone": r.env.Clock.Zone().String()})
}
