package service

import (
	"context"
	"errors"
	"fmt"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/journal"
	"afterglow/guidance"
)

// SpacingNote says, of a treatment that was entered, that the plan would have had more time between it and another
// one of the same skin; "" where there is nothing to say. It is a note and no refusal: the date may be a slip, and
// the clinic may have said otherwise.
func (s *Service) SpacingNote(ctx context.Context, id int64) (string, error) {
	now, zone := s.Now(), s.Zone()
	all, err := s.journal.TreatmentsSince(ctx, now.Add(-longestCourse))
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return "", err
	}
	var this *course.Treatment
	for i := range all {
		if all[i].ID == id {
			this = &all[i]
		}
	}
	if this == nil {
		return "", nil
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
		return "", nil
	}
	text := spacing.Text
	if text == "" {
		text = guidance.SpanWords(spacing.From)
	}
	order := "The last one"
	if near.At.After(this.At) {
		order = "The next one"
	}
	if near.Area != "" && fold(near.Area) == fold(this.Area) {
		order += " on your " + near.Area
	}
	days := course.DateOf(this.At, zone).Days(course.DateOf(near.At, zone))
	return fmt.Sprintf("Your plan says %s between treatments. %s is %s (%s). Check the date, or ask your clinic.",
		text, order, daysApart(days), clock.Say(near.At, now, zone)), nil
}

// daysApart says how far off a day is from that of this treatment.
func daysApart(days int) string {
	switch {
	case days == 0:
		return "on the same day"
	case days == -1:
		return "1 day before this one"
	case days == 1:
		return "1 day after this one"
	case days < 0:
		return fmt.Sprintf("%d days before this one", -days)
	}
	return fmt.Sprintf("%d days after this one", days)
}
