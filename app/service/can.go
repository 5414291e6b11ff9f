package service

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
)

// Can answers "may I?" for an activity at the moment at (zero: now), for all waits if activity is "".
// An activity is a window's id or name, or whatever [Service.Ask] understands. Never more is allowed than Ask says.
// Without a treatment nothing is allowed or forbidden: that is ErrNoCourse.
// A window that something follows (sunscreen and shade after "no sun") is allowed only with
// what follows, which Then names: no answer ever says more than the plan. If the plan names no end of what follows, that
// holds on after the course.
func (s *Service) Can(ctx context.Context, activity string, at time.Time) ([]CanView, error) {
	sc, err := s.answering(ctx, at)
	if err != nil {
		return nil, err
	}
	return sc.Can(activity)
}

// Can answers from what was read already; see [Service.Can].
func (sc Scene) Can(activity string) (out []CanView, err error) {
	windows := slices.DeleteFunc(course.Told(sc.Courses, sc.Now), func(w course.Window) bool { return w.Spent(sc.Now) })
	var reply ask.Reply
	var ids []string
	if activity != "" {
		if reply, ids, err = sc.windowsOf(windows, activity); err != nil {
			return nil, err
		}
	}
	if len(sc.Courses) == 0 && sc.latest == nil {
		return nil, ErrNoCourse // a yes to someone who forgot to enter the treatment would do harm
	}
	switch {
	case reply.Verdict == ask.No:
		out = []CanView{sc.never(reply.Answers[0])}
	case len(sc.Courses) == 0:
		out = append(sc.lastingOf(ids, reply), sc.free(ids)...)
	default:
		out = append(sc.canAll(windows, ids, reply), sc.lastingOf(ids, reply)...)
	}
	if reply.Verdict == ask.NotYet && !slices.ContainsFunc(out, CanView.binds) {
		if out, err = sc.waiting(windows, activity, reply); err != nil {
			return nil, err
		}
	}
	if o := reply.Onward; o != nil && o.Kind == ask.Window && reply.Verdict == ask.NotYet && !slices.ContainsFunc(out, func(v CanView) bool { return v.Window.ID == o.ID }) {
		out = append(out, sc.canAll(windows, []string{o.ID}, reply)...) // its end counts
	}
	if reply.Verdict == ask.NotYet { // what is over allows nothing of what waits besides
		out = slices.DeleteFunc(out, func(v CanView) bool { return v.Allowed })
	}
	if activity != "" && slices.ContainsFunc(out, func(v CanView) bool { return !v.Window.Held }) { // the wait that holds it says so itself
		out = slices.DeleteFunc(out, func(v CanView) bool { return v.Window.Held })
	}
	for i := range out {
		if activity != "" {
			out[i].Activity = fold(activity)
		}
	}
	return out, nil
}

// binds says whether the answer is that it waits.
func (v CanView) binds() bool { return v.State == course.Wait || v.State == course.Ask }

// waiting answers by what Ask says not yet by, where none of the windows that a word names waits: another one does, or
// advice that holds for now.
func (sc Scene) waiting(windows []course.Window, activity string, reply ask.Reply) ([]CanView, error) {
	no := slices.DeleteFunc(slices.Clone(reply.Answers), func(a ask.Answer) bool { return a.Verdict != ask.NotYet })
	if ids := windowsAmong(no); len(ids) > 0 {
		return slices.Concat(sc.canAll(windows, ids, reply), sc.lastingOf(ids, reply)), nil
	}
	if len(no) == 0 {
		no = reply.Answers
	}
	return nil, advises(strings.Join(strings.Fields(activity), " "), no[0])
}

// advises tells of a word for which the plan has no wait what else it says, and never without the time of it: a step that is to
// come is no leave to begin.
func advises(word string, a ask.Answer) *fault.Fault {
	args := fault.Args{"Word": word, "Text": a.Text, "Until": a.Until}
	switch {
	case a.Kind == ask.Routine && a.Verdict == ask.NotYet && !a.Until.IsZero():
		return fault.Use("refusal.can_not_yet", args)
	case a.Kind == ask.Routine && !a.Ended.IsZero():
		args["Until"] = a.Ended
		return fault.Use("refusal.can_had", args)
	case a.Verdict == ask.Silent && !a.From.IsZero():
		args["Until"] = a.From
		return fault.Use("refusal.can_silent_until", args)
	}
	delete(args, "Until")
	return fault.Use("refusal.can_advice", args)
}

// canAll answers for the windows of these ids, nil for all.
func (sc Scene) canAll(windows []course.Window, ids []string, reply ask.Reply) []CanView {
	out := []CanView{}
	for _, w := range windows {
		if ids != nil && !slices.Contains(ids, w.Spec.ID) {
			continue
		}
		v := sc.can(w)
		v.Silent = reply.SilentAfter && v.Window.Beforehand && v.binds()
		for _, a := range reply.Answers {
			if a.Kind == ask.Window && a.ID == w.Spec.ID && v.binds() {
				v.Except = a.Except
			}
			if a.Kind == ask.Window && a.ID == w.Spec.ID && a.Verdict == ask.NotYet && v.State == course.Then {
				v.State, v.Window.State, v.Then, v.Allowed = course.Wait, course.Wait, "", false
			}
			if a.Kind == ask.Window && a.ID == w.Spec.ID && a.Ungiven && v.State == course.Open {
				v.Ungiven, v.Allowed = true, false
			}
		}
		out = append(out, v)
	}
	return out
}

// never is the answer to what a plan forbids without an end.
func (sc Scene) never(a ask.Answer) CanView {
	return CanView{
		Activity: a.ID, Name: a.Name, State: course.Wait, Source: a.Source, Never: a.Text,
		Says: Says(sc.planOf(a.Treatment), a.Source, a.Line),
	}
}

func (sc Scene) can(w course.Window) CanView {
	if a, ok := sc.forbids(w); ok {
		v := sc.never(a)
		v.Activity, v.Name = w.Spec.ID, w.Spec.Name
		return v
	}
	st := w.StateAt(sc.Now, sc.Zone)
	if w.Held && st == course.Ask { // it is asked under the other wait's name
		st = course.Wait
	}
	v := CanView{
		Activity: w.Spec.ID,
		Name:     w.Spec.Name,
		State:    st,
		Source:   w.Spec.Source,
		Window:   sc.window(w),
		Says:     Says(sc.plan(w.Treatment), w.Spec.Source, w.Spec.Line).so(w.Spec.SaysSo),
	}
	if st != course.Open {
		v.Setters = sc.Setters(w)
	}
	if st == course.Then {
		v.Then = w.Spec.Then
	}
	v.Allowed = st == course.Then || st == course.Open
	v.Until = optional(w.UntilAt(sc.Now, sc.Zone), sc.Zone)
	return v
}

// lastingOf answers for what goes on after its course; a step of it that the plans leave alone otherwise is none.
func (sc Scene) lastingOf(ids []string, reply ask.Reply) []CanView {
	out := sc.canAll(sc.lasting, ids, reply)
	return slices.DeleteFunc(out, func(v CanView) bool { return v.Allowed && sc.refuses(v.Name).Verdict != "" })
}

// refuses is what the plans say against what a window is named by; its verdict is empty if they say nothing.
func (sc Scene) refuses(name string) (a ask.Answer) {
	if r := sc.Ask(ask.Question{Text: name}); r.Verdict == ask.No || r.Verdict == ask.NotYet {
		a = r.Answers[0]
	}
	return a
}

// free answers if no course runs: the plan in use says nothing for now, but for what its advice forbids without an end.
func (sc Scene) free(ids []string) []CanView {
	out := []CanView{}
	for _, w := range sc.Plan.Windows {
		if ids != nil && !slices.Contains(ids, w.ID) || sc.lasts(w.ID) || w.OnlyBefore() {
			continue
		}
		switch a := sc.refuses(w.Name); {
		case a.Verdict == ask.No:
			v := sc.never(a)
			v.Activity, v.Name = w.ID, w.Name
			out = append(out, v)
			continue
		case a.Verdict == ask.NotYet && a.Kind == ask.Window && sc.lasts(a.ID):
			continue // the wait that goes on says so
		}
		out = append(out, CanView{
			Activity: w.ID,
			Name:     w.Name,
			Allowed:  true,
			State:    course.Open,
			Source:   w.Source,
			Free:     true,
			Says:     Says(sc.Plan, w.Source, w.Line),
		})
	}
	return out
}

// lasts says whether a window's step goes on after its course.
func (sc Scene) lasts(id string) bool {
	return slices.ContainsFunc(sc.lasting, func(w course.Window) bool { return w.Spec.ID == id })
}
