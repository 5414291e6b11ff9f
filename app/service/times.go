package service

import (
	"context"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// timesSuffix ends the key of a routine's own times: "cleanse.times".
const timesSuffix = ".times"

// timesSetting are the person's own times for a routine, in the place of the plan's.
func timesSetting(routine string) setting {
	return setting{routine + timesSuffix, "default", nil, tidyTimes,
		func(p *course.Prefs, v string) { applyTimes(p, routine, v) }}
}

// plansAhead are the plans whose parts can be set: those of the treatments that are looked after, then that which the next
// one begins with.
func (s *Service) plansAhead(ctx context.Context, stored map[string]string) ([]guidance.Plan, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return nil, err
	}
	next, _, err := s.planInUse(ctx, stored)
	if err != nil {
		return nil, err
	}
	var plans []guidance.Plan
	for _, c := range sc.Courses {
		plans = append(plans, c.Treatment.Plan.For(c.Treatment.Traits()))
	}
	return append(plans, next), nil
}

// withTimes are the routines of some plans that the person can choose times for. Drinks are spread over the day and have
// none.
func withTimes(plans []guidance.Plan) (ids []string) {
	seen := map[string]bool{}
	for _, p := range plans {
		for _, r := range p.Routines {
			if !r.Drink() && !seen[r.ID] {
				seen[r.ID] = true
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}

// timesElsewhere are the times of a routine that the plan in use has not: chosen before, or of an id that
// names a role, which other plans have.
func timesElsewhere(key string, stored map[string]string) (setting, bool) {
	routine, ok := strings.CutSuffix(key, timesSuffix)
	_, chosen := stored[key]
	if role := guidance.Role(routine); !ok || !chosen && (!role.Known() || role == guidance.Water) {
		return setting{}, false
	}
	return timesSetting(routine), true
}

// applyStoredTimes applies every choice of times, whichever plan has the routine.
func applyStoredTimes(p *course.Prefs, stored map[string]string) {
	for key := range stored {
		if routine, ok := strings.CutSuffix(key, timesSuffix); ok {
			set := timesSetting(routine)
			set.apply(p, set.value(stored))
		}
	}
}
