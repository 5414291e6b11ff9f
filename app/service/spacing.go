package service

import (
	"context"
	"errors"
	"time"

	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/guidance"
)

// Spacing is what a plan says of the time between two treatments of the same skin that lie nearer to each other.
type Spacing struct {
	Text  string        // as the plan says it: "4 to 6 weeks"; "": it has only From
	From  time.Duration // at least so long
	Near  time.Time     // when the other treatment was or will be
	Areas []string      // what both treated; none if that is not known
	Days  int           // days of the calendar from this treatment to the other one; below zero: it was before
}

// SpacingNote is the plan's spacing, if a treatment that was entered has another one of the same skin nearer than that;
// nil: there is nothing to say. It is a note and no refusal: the date may be a slip, and the clinic may have said
// otherwise.
func (s *Service) SpacingNote(ctx context.Context, id int64) (*Spacing, error) {
	now, zone := s.Now(), s.Zone()
	all, err := s.journal.TreatmentsSince(ctx, now.Add(-longestCourse))
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return nil, err
	}
	var this *course.Treatment
	for i := range all {
		if all[i].ID == id {
			this = &all[i]
		}
	}
	if this == nil {
		return nil, nil
	}
	// The nearest one of the same skin: of two that are too near, it is the one that a slip would be about.
	var near *course.Treatment
	var spacing guidance.Spacing
	for i := range all {
		o := &all[i]
		if o.ID == id || !course.SameSkin(o.Area, this.Area) {
			continue
		}
		first, second := o, this
		if second.At.Before(first.At) {
			first, second = second, first
		}
		c := course.New(*first, zone, nil)
		if c.NextFrom.IsZero() || !second.At.Before(c.NextFrom) {
			continue
		}
		if near == nil || o.At.Sub(this.At).Abs() < near.At.Sub(this.At).Abs() {
			near, spacing = o, c.Plan.Spacing
		}
	}
	if near == nil {
		return nil, nil
	}
	note := &Spacing{
		Text: spacing.Text, From: spacing.From, Near: near.At.In(zone),
		Days: course.DateOf(this.At, zone).Days(course.DateOf(near.At, zone)),
	}
	for _, part := range guidance.Areas(this.Area) {
		if guidance.ShareArea(near.Area, part) {
			note.Areas = append(note.Areas, part)
		}
	}
	return note, nil
}
