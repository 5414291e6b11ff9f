package service

import (
	"context"
	"errors"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/guidance"
)

// lastPlanFor is how long after a course's end its plan is still that of the next treatment.
const lastPlanFor = 60 * 24 * time.Hour

// PlanBy says why a plan is the one in use.
type PlanBy string

const (
	PlanChosen   PlanBy = "chosen"   // in the settings
	PlanOfLast   PlanBy = "last"     // that of the newest treatment, if none was chosen
	PlanStandard PlanBy = "standard" // nobody chose any
)

// PlanInUse is the plan that a treatment begins with if none is named, and why it is that one.
func (s *Service) PlanInUse(ctx context.Context) (PlanView, PlanBy, error) {
	settings, err := s.journal.Settings(ctx)
	if err != nil {
		return PlanView{}, "", err
	}
	id, by, err := s.planIDInUse(ctx, settings)
	if err != nil {
		return PlanView{}, "", err
	}
	p, _, err := s.planInUse(ctx, settings)
	if err == nil && fold(p.ID) != fold(id) {
		by = PlanStandard // the one that was chosen is gone
	}
	return planView(p, false), by, err
}

// planInUse is that plan with its text; if it cannot be had, the default one.
func (s *Service) planInUse(ctx context.Context, settings map[string]string) (guidance.Plan, string, error) {
	id, _, err := s.planIDInUse(ctx, settings)
	if err != nil {
		return guidance.Plan{}, "", err
	}
	p, text, err := s.Plan(ctx, id)
	if fault.IsUse(err) {
		return s.Plan(ctx, defaultPlan)
	}
	return p, text, err
}

// planIDInUse is the plan that the settings name. If the person chose none it is that of their last treatment:
// one who began with the careful plan, or with their clinic's, must not fall back to ours without a word.
func (s *Service) planIDInUse(ctx context.Context, settings map[string]string) (string, PlanBy, error) {
	if id := settings["plan"]; id != "" {
		return id, PlanChosen, nil
	}
	last, ok, err := s.lastPlan(ctx)
	if err != nil {
		return "", "", err
	}
	if ok {
		return last.ID, PlanOfLast, nil
	}
	return defaultPlan, PlanStandard, nil
}

// lastPlan is the plan of the newest treatment, if its course runs or ended lately.
func (s *Service) lastPlan(ctx context.Context) (guidance.Plan, bool, error) {
	now := s.Now()
	recent, _, err := s.recent(ctx, now)
	if err != nil || len(recent) == 0 {
		return guidance.Plan{}, false, err
	}
	newest := recent[0]
	for _, t := range recent {
		if t.At.After(newest.At) {
			newest = t
		}
	}
	if course.New(newest, s.Zone(), nil).Closes.Before(now.Add(-lastPlanFor)) {
		return guidance.Plan{}, false, nil
	}
	return newest.Plan, true, nil
}

// treatedWith is the newest treatment that was begun with the plan of that id, removed ones too: a treatment that was
// removed by a slip can be entered again with its plan.
func (s *Service) treatedWith(ctx context.Context, id string) (course.Treatment, bool, error) {
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return course.Treatment{}, false, err
	}
	var found course.Treatment
	for _, t := range all {
		if t.Plan.ID != "" && fold(t.Plan.ID) == fold(id) && (found.ID == 0 || t.EnteredAt.After(found.EnteredAt)) {
			found = t
		}
	}
	return found, found.ID != 0, nil
}
