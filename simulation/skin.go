package simulation

import (
	"strings"
	"time"
)

// resting lists the newer treatments after which the routine of slot s may not be done yet at
// that moment: their plans begin with it later.
func resting(same []*task, s slot) (all []*task) {
	for _, k := range same {
		if k == s.of {
			return all
		}
		if k.spec.Situation == "" && !s.at.Before(k.of.at) && s.at.Before(k.from) {
			all = append(all, k)
		}
	}
	return all
}

// oneSkin says whether both were, for all that is known, on the same skin.
func oneSkin(a, b *task) bool {
	x, y := strings.ToLower(a.of.traits.Area), strings.ToLower(b.of.traits.Area)
	return x == y || x == "" || y == ""
}

// lastMoment is when the same skin is treated again with a plan that starts the routine anew
// later; zero if it never is.
func lastMoment(same []*task, s slot) (at time.Time) {
	for _, k := range same {
		if k == s.of {
			return at
		}
		if k.spec.Situation == "" && k.of.at.After(s.at) && k.from.After(k.of.at) && oneSkin(k, s.of) && (at.IsZero() || k.of.at.Before(at)) {
			at = k.of.at
		}
	}
	return at
}

// usefulUntil is until when the occurrence may be asked for, with what was put off.
func (c occurrence) usefulUntil(putOff time.Time) time.Time {
	useful := c.useful
	if !putOff.IsZero() {
		useful = later(useful, later(c.due, putOff).Add(snoozed))
	}
	if !c.last.IsZero() {
		useful = earlier(useful, c.last)
	}
	return useful
}

// snoozed is how long what was put off is of use at least.
const snoozed = 30 * time.Minute
