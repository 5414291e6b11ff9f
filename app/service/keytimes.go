package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
)

// mostKeyTimes is how many key times a treatment is summed up by.
const mostKeyTimes = 5

// KeyTime is one of the few moments that sum a course up.
type KeyTime struct {
	At     time.Time  `json:"at"`
	Kind   string     `json:"kind"` // "routine": it begins then; "window": its wait ends then
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	Text   string     `json:"text"` // "Gentle cleanse begins", "Makeup: the wait ends"
	Source string     `json:"source"`
	Says   SourceView `json:"says"`
}

// Preview is the key times that a treatment would have, and its plan, without writing anything.
func (s *Service) Preview(ctx context.Context, n NewTreatment) (TreatmentView, []KeyTime, error) {
	if n.At.IsZero() {
		n.At = s.Now()
	}
	n, err := s.checked(ctx, n, 0)
	if err != nil {
		return TreatmentView{}, nil, err
	}
	plan, text, err := s.choose(ctx, n)
	if err != nil {
		return TreatmentView{}, nil, err
	}
	t := course.Treatment{At: n.At, Device: n.Device, DepthMM: n.DepthMM, Area: n.Area, Sensitive: n.Sensitive, Plan: plan, PlanText: text, EnteredAt: s.Now()}
	sc := Scene{Now: s.Now(), Zone: s.Zone()}
	c := course.New(t, sc.Zone, nil)
	return sc.treatment(c), sc.keyTimes(c), nil
}

// KeyTimes are those of a running treatment; none where it does not run.
func (sc Scene) KeyTimes(treatment int64) []KeyTime {
	for _, c := range sc.Courses {
		if c.Treatment.ID == treatment {
			return sc.keyTimes(c)
		}
	}
	return []KeyTime{}
}

// keyTimes picks what the plan names first: the first routine that begins later than the
// treatment, and the ends of the foremost waits; by time.
func (sc Scene) keyTimes(c course.Course) []KeyTime {
	out := []KeyTime{}
	for _, r := range c.Routines {
		if r.Spec.Situation == "" && r.From.After(c.Treatment.At) {
			out = append(out, KeyTime{
				At: local(r.From, sc.Zone), Kind: "routine", ID: r.Spec.ID, Name: r.Spec.Name,
				Text: r.Spec.Name + " begins", Source: r.Spec.Source, Says: says(c.Plan, r.Spec.Source, r.Spec.Line),
			})
			break
		}
	}
	for _, w := range c.Windows {
		if len(out) == mostKeyTimes {
			break
		}
		if w.Spec.Situation != "" || !w.Until.After(c.Treatment.At) {
			continue
		}
		text := w.Spec.Name + ": the wait ends"
		switch {
		case w.Spec.Then != "":
			text = w.Spec.Name + ": then " + w.Spec.Then
		case w.Spec.AndWhen != "":
			text = w.Spec.Name + ": the wait ends, if your skin is calm"
		}
		out = append(out, KeyTime{
			At: local(w.Until, sc.Zone), Kind: "window", ID: w.Spec.ID, Name: w.Spec.Name,
			Text: text, Source: w.Spec.Source, Says: says(c.Plan, w.Spec.Source, w.Spec.Line),
		})
	}
	slices.SortStableFunc(out, func(a, b KeyTime) int { return a.At.Compare(b.At) })
	return out
}
