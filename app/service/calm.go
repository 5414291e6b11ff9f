package service

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// ErrNotAsked is answered by Calm where no window waits for the person to say so.
var ErrNotAsked = errors.New("your plan does not ask whether your skin is calm now, so there is nothing to answer; see your waits with: afterglow status")

// Calm writes down that the person says their skin is calm, for one window or, with "", for
// every window that asks. It counts only once the window's time is up.
func (s *Service) Calm(ctx context.Context, window string) (record.Entry, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.Entry{}, err
	}
	windows := course.Strictest(sc.Courses, sc.Now)
	if window == "" {
		if len(sc.Courses) == 0 {
			return record.Entry{}, ErrNoCourse
		}
		for _, w := range windows {
			if w.StateAt(sc.Now, sc.Zone) == course.Ask {
				return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindCalm, Treatment: w.Treatment})
			}
		}
		return record.Entry{}, ErrNotAsked
	}
	w, err := sc.windowNamed(windows, window,
		func(w course.Window) bool { return w.StateAt(sc.Now, sc.Zone) == course.Ask },
		func(w course.Window) bool { return w.Spec.AndWhen != "" })
	if err != nil {
		return record.Entry{}, err
	}
	switch {
	case w.Spec.AndWhen == "":
		return record.Entry{}, wrong("Your plan does not ask this for %q; that wait ends by itself.", w.Spec.Name)
	case w.StateAt(sc.Now, sc.Zone) != course.Ask && !w.CalmSaid.IsZero():
		return record.Entry{}, wrong("You have said so for %q already.", w.Spec.Name)
	case w.StateAt(sc.Now, sc.Zone) != course.Ask:
		return record.Entry{}, wrong("Your plan says wait until %s for %q first.", clock.Say(w.Until, sc.Now, sc.Zone), w.Spec.Name)
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindCalm, What: w.Spec.ID, Treatment: w.Treatment})
}

// Extend lengthens a window by what its plan offers while the skin is still red or peeling. It is
// offered from that long before the window's end until as long after it, so that the plan's
// figure is never stacked up ahead of time.
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
	until := w.Until.Add(by)
	switch {
	case by <= 0:
		return record.Entry{}, wrong("Your plan says nothing of a longer wait for %q; ask your clinic.", w.Spec.Name)
	case sc.Now.Before(w.Until.Add(-by)):
		return record.Entry{}, wrong("Your plan says wait until %s for %q anyway; ask again nearer to it.", clock.Say(w.Until, sc.Now, sc.Zone), w.Spec.Name)
	case !until.After(sc.Now):
		return record.Entry{}, fmt.Errorf("the wait for %q has been over since %s, too long to extend it; ask your clinic", w.Spec.Name, clock.Say(w.Until, sc.Now, sc.Zone))
	}
	return s.add(ctx, record.Entry{At: sc.Now, Kind: record.KindExtend, What: w.Spec.ID, Until: until, Treatment: w.Treatment})
}

// CanExtend says whether Extend would be taken for a window now.
func (sc Scene) CanExtend(w course.Window) bool {
	by := w.Spec.Extend
	return by > 0 && !sc.Now.Before(w.Until.Add(-by)) && w.Until.Add(by).After(sc.Now)
}

// windowNamed is the window that a word means, the same words that Can takes, but no
// question around them: what is written down must be what was named. Where it means several, it is the
// first one that is fit, by the first wish that any of them fulfils.
func (sc Scene) windowNamed(windows []course.Window, word string, wishes ...func(course.Window) bool) (course.Window, error) {
	if len(sc.Courses) == 0 {
		return course.Window{}, ErrNoCourse
	}
	specs := make([]guidance.Window, 0, len(windows))
	for _, w := range windows {
		specs = append(specs, w.Spec)
	}
	ids := matching(specs, word)
	if len(ids) == 0 {
		return course.Window{}, sc.unknownActivity(specs, word)
	}
	found := keep(windows, ids)
	for _, fit := range wishes {
		if i := slices.IndexFunc(found, fit); i >= 0 {
			return found[i], nil
		}
	}
	return found[0], nil
}
