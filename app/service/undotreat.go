package service

import (
	"errors"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// turnTreat takes back what a line about a treatment says was done, or does it again. It is refused where that treatment
// was changed since: what the person meant later is not lost by it.
func (s *Service) turnTreat(b *journal.Batch, e record.Entry, back bool) error {
	t, err := b.Treatment(e.Treatment)
	if err != nil {
		return notFound(err, fault.Use("refusal.no_treatment", fault.Args{"Number": e.Treatment}))
	}
	word, n := readNote(e.Note)
	switch {
	case word == noteChanged && back:
		return s.put(b, t, e, n.Is, n.Was)
	case word == noteChanged:
		return s.put(b, t, e, n.Was, n.Is)
	case (word == noteBegun) == back: // to take the entering back is to remove it
		if t.Removed {
			return fault.Use("refusal.treatment_gone", nil)
		}
		return b.RemoveTreatment(t.ID, s.Now())
	}
	return s.bringBack(b, t)
}

// bringBack looks after a treatment again that was removed. All that was written down of it holds again.
func (s *Service) bringBack(b *journal.Batch, t course.Treatment) error {
	switch {
	case !t.Removed:
		return fault.Use("refusal.treatment_there", nil)
	case t.Plan.ID == "":
		return fault.New("refusal.treatment_unread", fault.Args{"At": t.At})
	}
	if err := free(b, t); err != nil {
		return err
	}
	return b.RestoreTreatment(t.ID)
}

// put gives a treatment, which is to stand as it stood at one time, the state of another time.
func (s *Service) put(b *journal.Batch, t course.Treatment, e record.Entry, from, to *TreatState) error {
	switch {
	case from == nil || to == nil:
		return fault.Use("refusal.change_unknown", nil) // written down by an earlier version
	case t.Removed:
		return fault.Use("refusal.treatment_away", nil)
	case !stateOf(t).same(*from):
		return changedSince(b, e)
	}
	if to.PlanSum != from.PlanSum {
		text, p, err := b.PlanText(to.PlanSum)
		switch {
		case errors.Is(err, journal.ErrNotFound), errors.Is(err, journal.ErrPlan):
			return fault.New("refusal.plan_away", fault.Args{"Plan": to.PlanName})
		case err != nil:
			return err
		}
		t.Plan, t.PlanText = p, text
	}
	if t.Plan.ID == "" {
		return fault.New("refusal.treatment_unread", fault.Args{"At": t.At})
	}
	t.At, t.Device, t.DepthMM, t.Area, t.Sensitive = to.moment(t.At.Location()), to.Device, to.DepthMM, to.Area, to.Sensitive
	if err := free(b, t); err != nil {
		return err
	}
	return b.ChangeTreatment(t)
}

// moment is when it was, in the zone in which that was entered; else in the one that is given.
func (a TreatState) moment(zone *time.Location) time.Time {
	if a.Zone != "" || a.East != 0 {
		zone = time.FixedZone(a.Zone, a.East)
	}
	return a.At.In(zone)
}

// free refuses what another treatment has taken the place of.
func free(b *journal.Batch, t course.Treatment) error {
	near, err := b.TreatmentsNear(t.At, sameTreatment)
	if err != nil {
		return err
	}
	if other, met := meets(near, t.ID, t.At, t.Area); met {
		return fault.Use("refusal.place_taken", fault.Args{"At": other.At})
	}
	return nil
}

// changedSince says of a change that cannot be taken back, or made again, which other one is in its way.
func changedSince(b *journal.Batch, e record.Entry) error {
	lines, err := b.TreatmentEntries(e.Treatment)
	if err != nil {
		return err
	}
	for _, l := range slices.Backward(lines) {
		word, _ := readNote(l.Note)
		switch {
		case word != noteChanged:
		case l.ID > e.ID && !l.Undone:
			return fault.Use("refusal.changed_since", fault.Args{"At": l.At})
		case l.ID < e.ID && l.Undone:
			return fault.Use("refusal.changed_before", fault.Args{"At": l.At})
		}
	}
	return fault.Use("refusal.changed_otherwise", nil)
}
