package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Can answers "may I?" for an activity at the moment at (zero: now), for all if activity is "".
// An activity is a window's id, its name or one of the other words that people use for it.
// Without a treatment nothing is allowed or forbidden: that is ErrNoCourse.
// A window that something follows (sunscreen and shade after "no sun") is allowed only with
// what follows, which Then names: no answer ever says more than the plan.
func (s *Service) Can(ctx context.Context, activity string, at time.Time) ([]CanView, error) {
	sc, err := s.Scene(ctx, at)
	if err != nil {
		return nil, err
	}
	if len(sc.Courses) == 0 && sc.unread != nil {
		return nil, sc.unread // its waits are not known: a yes could do harm
	}
	windows := course.Binding(sc.Courses, sc.Now)
	if activity != "" {
		specs := make([]guidance.Window, 0, len(windows))
		for _, w := range windows {
			specs = append(specs, w.Spec)
		}
		if len(windows) == 0 {
			specs = sc.Plan.Windows
		}
		ids, err := sc.asked(specs, activity)
		if err != nil {
			return nil, err
		}
		windows = keep(windows, ids)
		if len(windows) == 0 && (sc.latest != nil || len(sc.Courses) > 0) {
			return sc.free(ids, activity), nil
		}
	}
	if len(sc.Courses) == 0 && sc.latest == nil {
		return nil, ErrNoCourse // a yes to someone who forgot to enter the treatment would do harm
	}
	if len(windows) == 0 {
		return sc.free(nil, ""), nil
	}
	out := []CanView{}
	for _, w := range windows {
		v := sc.can(w)
		if activity != "" {
			v.Activity = fold(activity)
		}
		out = append(out, v)
	}
	return out, nil
}

func (sc Scene) can(w course.Window) CanView {
	st := w.StateAt(sc.Now, sc.Zone)
	v := CanView{
		Activity: w.Spec.ID,
		Name:     w.Spec.Name,
		State:    st,
		Source:   w.Spec.Source,
		Window:   sc.window(w),
		Says:     Says(sc.plan(w.Treatment), w.Spec.Source, w.Spec.Line),
	}
	if st != course.Open {
		v.Setters = sc.Setters(w)
	}
	if st == course.Then {
		v.Then = w.Spec.Then
	}
	v.Allowed = st != course.Wait && st != course.Ask
	v.Until = optional(w.UntilAt(sc.Now, sc.Zone), sc.Zone)
	return v
}

// free answers if no course runs: the plan in use says nothing for now.
func (sc Scene) free(ids []string, activity string) []CanView {
	out := []CanView{}
	for _, w := range sc.Plan.Windows {
		if ids != nil && !slices.Contains(ids, w.ID) {
			continue
		}
		v := CanView{
			Activity: w.ID,
			Name:     w.Name,
			Allowed:  true,
			State:    course.Open,
			Source:   w.Source,
			Free:     true,
			Says:     Says(sc.Plan, w.Source, w.Line),
		}
		if activity != "" {
			v.Activity = fold(activity)
		}
		out = append(out, v)
	}
	return out
}

func keep(windows []course.Window, ids []string) []course.Window {
	var out []course.Window
	for _, w := range windows {
		if slices.Contains(ids, w.Spec.ID) {
			out = append(out, w)
		}
	}
	return out
}
