package reminder

import (
	"time"

	"afterglow/app/record"
)

// Reasons why an occurrence is let go or a notification is taken away. They are
// written to the journal, so they never change.
const (
	ReasonDone       = "done"                  // answered: done or skipped
	ReasonNotUseful  = "not useful any more"   // missed by more than the plan's useful_for
	ReasonCap        = "daily cap"             // the person's limit for one day is reached
	ReasonSummedUp   = "summed up"             // told in another notification
	ReasonNotHolding = "no longer holds"       // what it says is no longer so
	ReasonSuperseded = "a later one took over" // the same routine is due again, or a newer wait runs
	ReasonSnoozed    = "snoozed"               // the person asked to be reminded later
)

// HeldReason is why a due occurrence is held back.
type HeldReason string

// The reasons.
const (
	HeldPaused HeldReason = "paused" // the person paused reminders
	HeldSleep  HeldReason = "sleep"  // the person's sleep hours
	HeldQuiet  HeldReason = "quiet"  // the desktop's "do not disturb"
)

// What a delivery is of that is neither a routine nor a window.
const (
	welcomeWhat = "welcome" // sums up
	tellWhat    = "tell"    // what the person asked to be told of
)

const (
	// snoozeUseful is how long a snoozed occurrence is useful at least.
	snoozeUseful = 30 * time.Minute
	// snoozeSettled is how long after its moment a snoozed occurrence of an earlier day is looked at.
	snoozeSettled = 24 * time.Hour
	// welcomeUseful is how long a welcome-back notification stays at most.
	welcomeUseful = 12 * time.Hour
	// askQuietAgain is when "do not disturb" is asked again while something is held by it.
	askQuietAgain = 5 * time.Minute
	// lateness is by how much an occurrence must be late to count as held back. It is more
	// than a slow look takes: some systems check the wall clock once a minute only.
	lateness = 2 * time.Minute
	// sameMoment is how far two instants may lie apart that went through a store of whole seconds.
	sameMoment = time.Second
)

// Delivery is the notice as the ledger keeps it, begun at now.
func (n Notice) Delivery(now time.Time) record.Delivery {
	return n.Occurrence.delivery(now, record.Begun, "")
}

// CoverDeliveries are the occurrences that the notice tells beside its own, as the ledger keeps them.
func (n Notice) CoverDeliveries(now time.Time) []record.Delivery {
	out := make([]record.Delivery, 0, len(n.Covers))
	for _, c := range n.Covers {
		d := c.delivery(now, record.LetGo, ReasonSummedUp)
		d.ClosedAt, d.SumOf = now, n.ID
		out = append(out, d)
	}
	return out
}

// Delivery is the let-go occurrence as the ledger keeps it.
func (d Dropped) Delivery(now time.Time) record.Delivery {
	out := d.Occurrence.delivery(now, record.LetGo, d.Reason)
	out.ClosedAt = now
	return out
}

func (o Occurrence) delivery(now time.Time, state record.DeliveryState, reason string) record.Delivery {
	return record.Delivery{
		Occurrence: o.ID, Round: o.Round, What: o.What, Window: o.Kind == WindowEnd || o.Kind == WindowBegin || o.Kind == TellMe,
		Due: o.Due, BegunAt: now, State: state, Reason: reason, News: o.News,
	}
}
