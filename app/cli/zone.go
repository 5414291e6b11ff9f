package cli

import (
	"fmt"

	"afterglow/app/clock"
)

// tellZone says once, beside the answer, that the times may not be the person's.
func (r *run) tellZone() {
	if err := clock.ZoneFault(r.env.Clock); err != nil {
		fmt.Fprintln(r.errw, "afterglow: "+oneLine(r.worded(err)))
	}
}

// zoneCheck is what doctor says of the time zone.
func (r *run) zoneCheck() check {
	name := r.t("zone.title")
	if err := clock.ZoneFault(r.env.Clock); err != nil {
		return bad("zone", name, r.worded(err), r.t("zone.fix"))
	}
	return good("zone", name, r.env.Clock.Zone().String())
}
