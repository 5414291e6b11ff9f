package service

import (
	"context"
	"time"

	"afterglow/app/ask/check"
	"afterglow/app/ask/label"
	"afterglow/guidance"
)

// CheckView is what holds of a label at one moment.
type CheckView struct {
	At      time.Time
	Treated bool // a treatment was entered, and its plan answers
	Found   []FindingView
	Noted   []FindingView // known so that nobody takes them for what they are not
	Unknown []string      // not on our list, as the label has them
	Clinic  guidance.Clinic
}

// FindingView is what holds of one ingredient.
type FindingView struct {
	check.Finding
	Says SourceView // who says so; of what the plan's list says without a source, the plan
}

// Check holds the text of a label against the plans that run at the moment at (zero: now). A label that cannot be read
// is a fault.
func (s *Service) Check(ctx context.Context, text string, at time.Time) (CheckView, error) {
	list, err := label.Read(text)
	if err != nil {
		return CheckView{}, err
	}
	sc, err := s.answering(ctx, at)
	if err != nil {
		return CheckView{}, err
	}
	return sc.check(list), nil
}

// Check is what holds of a label by what was read already: while somebody types.
func (sc Scene) Check(text string) (CheckView, error) {
	list, err := label.Read(text)
	if err != nil {
		return CheckView{}, err
	}
	return sc.check(list), nil
}

// checked is what a check of the scene rests on.
func (sc Scene) checked() check.Scene {
	return check.Scene{Now: sc.Now, Courses: sc.Courses, Past: sc.latest, Plan: sc.Plan}
}

func (sc Scene) check(list label.List) CheckView {
	r := check.Of(sc.checked(), list)
	return CheckView{
		At: sc.Now, Treated: r.Treated, Found: sc.findings(r.Found), Noted: sc.findings(r.Noted), Unknown: r.Unknown, Clinic: sc.Plan.Clinic,
	}
}

func (sc Scene) findings(all []check.Finding) []FindingView {
	out := make([]FindingView, 0, len(all))
	for _, f := range all {
		f.Until, f.From, f.Since = local(f.Until, sc.Zone), local(f.From, sc.Zone), local(f.Since, sc.Zone)
		out = append(out, FindingView{Finding: f, Says: sc.saysFinding(f)})
	}
	return out
}

// saysFinding answers "says who?" of a finding: the plan's source, or the one of our own list, which is no plan's.
func (sc Scene) saysFinding(f check.Finding) SourceView {
	if !f.Book {
		return Says(sc.planOf(f.Treatment), f.Source, f.Line)
	}
	v := SourceView{ID: f.Source}
	if src, ok := guidance.Ingredients().SourceOf(f.Source); ok {
		v.Title, v.URL, v.Strength = src.Title, src.URL, src.Strength
	}
	return v
}
