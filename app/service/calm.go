package service

import (
	"context"
	"slices"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/guidance"
)

// ErrNotAsked is answered by Calm if no window waits for the person to say so.
var ErrNotAsked error = fault.New("refusal.not_asked", nil)

// Calm writes down that the person says yes to the question of one part of a plan, a window, a routine or an advice, or,
// with "", that their skin is calm, for all that asks for that. Of a window it counts only once its time is up.
func (s *Service) Calm(ctx context.Context, part string) (record.Entry, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	windows := course.Strictest(sc.Courses, sc.Now)
	if part == "" {
		if len(sc.Courses) == 0 {
			return record.Entry{}, ErrNoCourse
		}
		e, err := sc.calmAll(windows)
		if err != nil {
			return record.Entry{}, err
		}
		return s.add(ctx, e)
	}
	if len(named(specsOf(windows), part)) == 0 {
		if e, ok, err := sc.calmPart(part); err != nil {
			return record.Entry{}, err
		} else if ok {
			return s.addAlike(ctx, e, sc.alike(windows, e))
		}
	}
	w, err := sc.windowNamed(windows, part,
		func(w course.Window) bool { return w.StateAt(sc.Now, sc.Zone) == course.Ask },
		func(w course.Window) bool { return w.Spec.AsksCalm() })
	if err != nil {
		return record.Entry{}, err
	}
	switch {
	case !w.Spec.AsksCalm():
		return record.Entry{}, fault.Use("refusal.ends_by_itself", fault.Args{"Window": w.Spec.Name})
	case w.StateAt(sc.Now, sc.Zone) != course.Ask && !w.CalmSaid.IsZero():
		return record.Entry{}, fault.Use("refusal.said_already", fault.Args{"Window": w.Spec.Name})
	case w.StateAt(sc.Now, sc.Zone) != course.Ask:
		return record.Entry{}, fault.Use("refusal.calm_too_early", fault.Args{"Window": w.Spec.Name, "Until": w.Until})
	}
	e := record.Entry{At: sc.Now, Kind: record.KindCalm, What: w.Spec.ID, Treatment: w.Treatment}
	return s.addAlike(ctx, e, sc.alike(windows, e))
}

// addAlike writes an answer down, and the same one for what else is asked in the same words; it gives the first.
func (s *Service) addAlike(ctx context.Context, e record.Entry, more []record.Entry) (record.Entry, error) {
	first, err := s.add(ctx, e)
	for i := 0; i < len(more) && err == nil; i++ {
		_, err = s.add(ctx, more[i])
	}
	return first, err
}

// Extend lengthens a window by what its plan offers while the skin is still red or peeling: counted from its end, or
// from now if that has passed. It is offered from that long before the window's end, so that the plan's figure is never
// stacked up ahead of time, until as long after it, or for as long as the plan asks whether the skin is calm.
func (s *Service) Extend(ctx context.Context, window string) (record.Entry, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	w, err := sc.windowNamed(course.Strictest(sc.Courses, sc.Now), window, sc.CanExtend,
		func(w course.Window) bool { return w.Spec.Extend > 0 })
	if err != nil {
		return record.Entry{}, err
	}
	by := w.Spec.Extend
	switch {
	case by <= 0:
		return record.Entry{}, fault.Use("refusal.no_extension", fault.Args{"Window": w.Spec.Name})
	case sc.Now.Before(w.Until.Add(-by)):
		return record.Entry{}, fault.Use("refusal.extend_too_early", fault.Args{"Window": w.Spec.Name, "Until": w.Until})
	case !sc.CanExtend(w):
		return record.Entry{}, fault.New("refusal.extend_too_late", fault.Args{"Window": w.Spec.Name, "Until": w.Until})
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindExtend, What: w.Spec.ID, Until: w.Longer(sc.Now), Treatment: w.Treatment})
}

// CanExtend says whether Extend would be taken for a window now.
func (sc Scene) CanExtend(w course.Window) bool {
	by := w.Spec.Extend
	open := w.StateAt(sc.Now, sc.Zone) == course.Ask || w.Until.Add(by).After(sc.Now)
	return by > 0 && !sc.Now.Before(w.Until.Add(-by)) && open
}

// windowNamed is the window that a word means, the same words that Can takes, but no
// question around them: what is written down must be what was named. If it means several, it is the
// first one that is fit, by the first wish that any of them fulfils.
func (sc Scene) windowNamed(windows []course.Window, word string, wishes ...func(course.Window) bool) (course.Window, error) {
	if len(sc.Courses) == 0 {
		return course.Window{}, ErrNoCourse
	}
	specs := specsOf(windows)
	ids := named(specs, word)
	if len(ids) == 0 {
		return course.Window{}, sc.notNamed(specs, word)
	}
	found := slices.DeleteFunc(slices.Clone(windows), func(w course.Window) bool { return !slices.Contains(ids, w.Spec.ID) })
	for _, fit := range wishes {
		if i := slices.IndexFunc(found, fit); i >= 0 {
			return found[i], nil
		}
	}
	return found[0], nil
}

// notNamed is the error for a word that names no window, with the one that it is about, if there is one.
func (sc Scene) notNamed(specs []guidance.Window, word string) error {
	reply := sc.Ask(ask.Question{Text: word}).Reply
	for _, a := range reply.Answers {
		if a.Kind == ask.Window {
			return fault.Use("refusal.unknown_near", fault.Args{"Word": word, "Near": a.ID})
		}
	}
	if reply.Verdict == ask.Silent {
		return fault.Use("refusal.plan_silent", sc.plansArgs(fault.Args{"Word": word}))
	}
	return unknownActivity(specs, word)
}
