package service

import (
	"context"
	"errors"
	"slices"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// Bounds of what can be meant by a treatment.
const (
	EarliestTreatment = 366 * 24 * time.Hour // back from now
	LatestTreatment   = 60 * 24 * time.Hour  // ahead of now
	DeepestMM         = 5.0
	LongestArea       = 40 // characters
)

// Begin enters a treatment with a copy of its plan, and so begins its course.
func (s *Service) Begin(ctx context.Context, n NewTreatment) (TreatmentView, error) {
	return s.BeginWith(ctx, n)
}

// BeginWith is Begin with preferences that were answered beside it. All is checked first, and stored together or not
// at all: an answer about the person's health is not lost because another one was refused.
func (s *Service) BeginWith(ctx context.Context, n NewTreatment, answers ...Preference) (TreatmentView, error) {
	now := s.Now()
	if n.At.IsZero() {
		n.At = now
	}
	n, err := s.checked(ctx, n, 0)
	if err != nil {
		return TreatmentView{}, err
	}
	plan, text, err := s.choose(ctx, n)
	if err != nil {
		return TreatmentView{}, err
	}
	t := course.Treatment{
		At:        n.At,
		Device:    n.Device,
		DepthMM:   n.DepthMM,
		Area:      n.Area,
		Sensitive: n.Sensitive,
		Plan:      plan,
		PlanText:  text,
		EnteredAt: now,
	}
	changes := make([]change, len(answers))
	for i, p := range answers {
		if changes[i], err = s.checkedSetting(ctx, p); err != nil {
			return TreatmentView{}, err
		}
	}
	err = s.together(ctx, journal.AboutTreatment, func(b *journal.Batch) error {
		if t.ID, err = b.AddTreatment(t); err != nil {
			return err
		}
		for _, c := range changes {
			if err := c.write(b); err != nil {
				return err
			}
		}
		_, err := note(b, now, t.ID, noteBegun, treatNote{Is: stateOf(t)})
		return err
	})
	if err != nil {
		return TreatmentView{}, err
	}
	sc := Scene{Now: now, Zone: s.Zone()}
	return sc.treatment(course.New(t, s.Zone(), nil)), nil
}

// Change enters a treatment anew. Its plan stays as it is unless n names one. The entry says how it was before.
func (s *Service) Change(ctx context.Context, id int64, n NewTreatment) (e record.Entry, err error) {
	if n.At.IsZero() {
		before, err := s.find(ctx, id)
		if err != nil {
			return e, err
		}
		n.At = before.At
	}
	if n, err = s.checked(ctx, n, id); err != nil {
		return e, err
	}
	var plan guidance.Plan
	var text string
	if n.PlanID != "" || n.PlanFile != "" {
		if plan, text, err = s.choose(ctx, n); err != nil {
			return e, err
		}
	}
	err = s.together(ctx, journal.AboutTreatment, func(b *journal.Batch) error {
		t, err := there(b, id)
		if err != nil {
			return err
		}
		if text == "" && t.Plan.ID == "" {
			return fault.New("refusal.change_unread", fault.Args{"At": t.At})
		}
		was := stateOf(t)
		t.At, t.Device, t.DepthMM, t.Area, t.Sensitive = n.At, n.Device, n.DepthMM, n.Area, n.Sensitive
		if text != "" {
			t.Plan, t.PlanText = plan, text
		}
		if err := b.ChangeTreatment(t); err != nil {
			return err
		}
		e, err = note(b, s.Now(), id, noteChanged, treatNote{Was: was, Is: stateOf(t)})
		return err
	})
	return e, err
}

// Remove takes a treatment and its course away. What was written down of it stays, and undo brings it back.
func (s *Service) Remove(ctx context.Context, id int64) (e record.Entry, err error) {
	err = s.together(ctx, journal.AboutRemoval, func(b *journal.Batch) error {
		t, err := there(b, id)
		if err != nil {
			return err
		}
		if err := b.RemoveTreatment(id, s.Now()); err != nil {
			return err
		}
		e, err = note(b, s.Now(), id, noteRemoved, treatNote{Is: stateOf(t)})
		return err
	})
	return e, err
}

// there is a treatment that was not removed. Its plan may be one that cannot be read any more: it may still be removed,
// or given another one.
func there(b *journal.Batch, id int64) (course.Treatment, error) {
	t, err := b.Treatment(id)
	if errors.Is(err, journal.ErrNotFound) || err == nil && t.Removed {
		err = fault.Use("refusal.no_treatment", fault.Args{"Number": id})
	}
	return t, err
}

// Treatments are all that were entered and not removed, newest first, with courses that are over too.
func (s *Service) Treatments(ctx context.Context) ([]TreatmentView, error) {
	all, err := s.journal.Treatments(ctx)
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return nil, err
	}
	sc := Scene{Now: s.Now(), Zone: s.Zone()}
	entries, err := s.journal.Entries(ctx, sc.Now)
	if err != nil {
		return nil, err
	}
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return nil, err
	}
	out := []TreatmentView{}
	for _, t := range fillOwn(course.FillPrefs(course.FillOthers(all), prefs), entries) {
		if !t.Removed {
			out = append(out, sc.treatment(course.New(t, sc.Zone, entries)))
		}
	}
	slices.SortStableFunc(out, func(a, b TreatmentView) int { return b.At.Compare(a.At) })
	return out, nil
}

// together makes the writes of one act, and rings.
func (s *Service) together(ctx context.Context, about fault.Text, write func(*journal.Batch) error) error {
	if err := s.journal.Together(ctx, about, write); err != nil {
		return err
	}
	s.ring()
	return nil
}

// note writes a line about a treatment for the log.
func note(b *journal.Batch, now time.Time, id int64, word string, n treatNote) (e record.Entry, err error) {
	e = record.Entry{At: now, Kind: record.KindTreat, Treatment: id, Note: writeNote(word, n)}
	e.ID, err = b.AddEntry(e)
	return e, err
}

func (s *Service) find(ctx context.Context, id int64) (course.Treatment, error) {
	t, err := s.journal.Treatment(ctx, id)
	switch {
	case errors.Is(err, journal.ErrNotFound), err == nil && t.Removed:
		return t, fault.Use("refusal.no_treatment", fault.Args{"Number": id})
	case err != nil && !errors.Is(err, journal.ErrPlan):
		return t, err
	}
	return t, nil // one whose plan cannot be read may still be removed, or given another plan
}

// CheckTreatment refuses what Begin would refuse (id 0), or Change of that treatment, before anything is written.
func (s *Service) CheckTreatment(ctx context.Context, id int64, n NewTreatment) error {
	if n.At.IsZero() {
		n.At = s.Now()
	}
	_, err := s.checked(ctx, n, id)
	return err
}

// CheckTreatmentTime refuses a moment that cannot be meant by a treatment, seen at now.
func CheckTreatmentTime(at, now time.Time) error {
	switch {
	case at.Before(now.Add(-EarliestTreatment)):
		return fault.Use("refusal.treatment_too_old", fault.Args{"At": at})
	case at.After(now.Add(LatestTreatment)):
		return fault.Use("refusal.treatment_too_far", fault.Args{"At": at, "Most": LatestTreatment})
	}
	return nil
}

// checked holds what was entered against the bounds, and tidies its words. Self is the
// treatment that is changed, 0 for a new one.
func (s *Service) checked(ctx context.Context, n NewTreatment, self int64) (NewTreatment, error) {
	now := s.Now()
	n.At = n.At.Round(0) // its own offset is kept
	n.Device = fold(n.Device)
	n.Area = guidance.JoinAreas(guidance.Areas(fold(n.Area)))
	if err := CheckTreatmentTime(n.At, now); err != nil {
		return n, err
	}
	switch {
	case n.Device != "" && !slices.Contains(guidance.Devices(), n.Device):
		return n, fault.Use("refusal.device", fault.Args{"Word": n.Device})
	case !(n.DepthMM >= 0 && n.DepthMM <= DeepestMM): // so that a NaN is refused too
		return n, fault.Use("refusal.depth", fault.Args{"Depth": n.DepthMM, "Most": DeepestMM})
	case utf8.RuneCountInString(n.Area) > LongestArea || !plain(n.Area):
		return n, fault.Use("refusal.area", nil)
	}
	all, err := s.journal.TreatmentsSince(ctx, n.At.Add(-sameTreatment))
	if err != nil && !errors.Is(err, journal.ErrPlan) {
		return n, err
	}
	switch t, met := meets(all, self, n.At, n.Area); {
	case met && (t.Area == "" || n.Area == ""):
		return n, fault.Use("refusal.treated_then", fault.Args{"At": n.At})
	case met:
		return n, fault.Use("refusal.treated_area_then", fault.Args{"At": n.At, "Area": guidance.Areas(t.Area)})
	}
	return n, nil
}

// sameTreatment is how near two treatments of the same skin cannot be: that would be one, entered twice.
const sameTreatment = time.Minute

// meets is the treatment, other than self, of a part of that area at that time; one whose area is not known may be of any.
func meets(all []course.Treatment, self int64, at time.Time, area string) (course.Treatment, bool) {
	for _, t := range all {
		near := t.At.Sub(at).Abs() < sameTreatment
		if near && !t.Removed && t.ID != self && course.SameSkin(t.Area, area) {
			return t, true
		}
	}
	return course.Treatment{}, false
}

// choose finds the plan that a treatment is to be begun with, and its text.
func (s *Service) choose(ctx context.Context, n NewTreatment) (guidance.Plan, string, error) {
	if n.PlanFile != "" {
		p, err := parsePlan(n.PlanName, n.PlanFile)
		return p, n.PlanFile, err
	}
	return s.Plan(ctx, n.PlanID)
}
