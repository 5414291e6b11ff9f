package service

import (
	"context"
	"slices"
	"sync"

	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/guidance"
)

// defaultPlan is the plan of someone who has not chosen.
const defaultPlan = "essentials"

// Plans lists the plans that can be begun with: the starter plans and those that were taken into use.
func (s *Service) Plans(ctx context.Context) ([]PlanView, error) {
	out := slices.Clone(starterViews())
	files, err := s.journal.Plans(ctx)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		p, err := guidance.Reread(f.ID, []byte(f.Text))
		if err != nil {
			// A plan of an older format: still named, so that it is not lost from sight.
			out = append(out, PlanView{ID: f.ID, Name: f.Name, Unread: err})
			continue
		}
		out = append(out, planView(p, false))
	}
	// A clinic's plan that came with the last treatment is begun with again, though nobody took it into use.
	if last, ok, err := s.lastPlan(ctx); err != nil {
		return nil, err
	} else if ok && !slices.ContainsFunc(out, func(v PlanView) bool { return fold(v.ID) == fold(last.ID) }) {
		out = append(out, planView(last, false))
	}
	return out, nil
}

// starterViews are the starter plans as they are listed, read once: the window asks for them at every change.
var starterViews = sync.OnceValue(func() []PlanView {
	out := []PlanView{}
	for _, p := range guidance.Starters() {
		out = append(out, planView(p, true))
	}
	return out
})

func planView(p guidance.Plan, starter bool) PlanView {
	return PlanView{ID: p.ID, Name: p.Name, Version: p.Version, Summary: p.Summary, Starter: starter}
}

// Plan is a starter plan, one that was taken into use, or one that a treatment was begun with, with its text. "" is
// the plan in use.
func (s *Service) Plan(ctx context.Context, id string) (guidance.Plan, string, error) {
	if id == "" {
		settings, err := s.journal.Settings(ctx)
		if err != nil {
			return guidance.Plan{}, "", err
		}
		return s.planInUse(ctx, settings)
	}
	if p, ok := guidance.Starter(fold(id)); ok {
		text, _ := guidance.StarterText(p.ID)
		return p, string(text), nil
	}
	files, err := s.journal.Plans(ctx)
	if err != nil {
		return guidance.Plan{}, "", err
	}
	for _, f := range files {
		if fold(f.ID) == fold(id) {
			p, err := guidance.Reread(f.ID, []byte(f.Text))
			if err != nil {
				return guidance.Plan{}, "", fault.Wrap(err, "refusal.plan_unreadable", fault.Args{"Plan": f.ID})
			}
			return p, f.Text, nil
		}
	}
	if t, ok, err := s.treatedWith(ctx, id); err != nil || ok {
		return t.Plan, t.PlanText, err
	}
	return guidance.Plan{}, "", unknown(id, s.planIDs(files))
}

func (s *Service) planIDs(files []journal.PlanFile) []string {
	ids := guidance.StarterIDs()
	for _, f := range files {
		ids = append(ids, f.ID)
	}
	return ids
}

// UsePlan takes a plan file into use: it is checked, stored, and new treatments begin with it.
// Courses that run keep the plan that they were begun with.
func (s *Service) UsePlan(ctx context.Context, file, text string) (PlanView, error) {
	p, err := parsePlan(file, text)
	if err != nil {
		return PlanView{}, err
	}
	if guidance.IsStarter(p.ID) {
		return PlanView{}, fault.Use("refusal.starter_id", fault.Args{"File": file, "ID": p.ID})
	}
	err = s.together(ctx, journal.AboutPlan, func(b *journal.Batch) error {
		if err := b.SavePlan(journal.PlanFile{ID: p.ID, Name: p.Name, Text: text, SavedAt: s.Now()}); err != nil {
			return err
		}
		return b.Set("plan", p.ID)
	})
	return planView(p, false), err
}

// parsePlan reads a plan file's text; what is wrong with it is a fault of wrong use that names the first problem.
func parsePlan(file, text string) (guidance.Plan, error) {
	if file == "" {
		file = "plan.toml"
	}
	p, err := guidance.Parse(file, []byte(text))
	if err != nil {
		return guidance.Plan{}, fault.Wrap(err, "refusal.plan_problem", nil).Of(fault.ErrUse)
	}
	return p, nil
}

// ReadPlan reads a plan file's text without storing it.
func (s *Service) ReadPlan(file, text string) (guidance.Plan, error) { return parsePlan(file, text) }

// UseKnownPlan has new treatments begin with a starter plan or one that is stored.
func (s *Service) UseKnownPlan(ctx context.Context, id string) (PlanView, error) {
	p, _, err := s.Plan(ctx, id)
	if err != nil {
		return PlanView{}, err
	}
	starter := guidance.IsStarter(p.ID)
	return planView(p, starter), s.SetSetting(ctx, "plan", p.ID)
}
