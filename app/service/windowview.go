package service

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

func (sc Scene) windows() []WindowView {
	out := []WindowView{}
	for _, w := range course.Told(sc.Courses, sc.Now) {
		out = append(out, sc.window(w))
	}
	return out
}

// questions are those of the routines and of the advice that are open now, of the newest treatment that has each.
func (sc Scene) questions() []WindowView {
	out := []WindowView{}
	for i := range sc.Courses {
		for _, q := range sc.Courses[i].Questions() {
			if q.StateAt(sc.Now, sc.Zone) != course.Ask || slices.ContainsFunc(out, func(o WindowView) bool { return o.ID == q.Spec.ID }) {
				continue
			}
			v := sc.window(q)
			v.Part = true
			out = append(out, v)
		}
	}
	return out
}

// endView is how a window ends.
func endView(w course.Window) EndView {
	return EndView{Said: w.Spec.Until, Usually: w.Spec.Usually, Condition: w.Spec.Condition, Open: w.Open, Own: w.Spec.Own}
}

func (sc Scene) window(w course.Window) WindowView {
	v := WindowView{
		ID:         w.Spec.ID,
		Name:       w.Spec.Name,
		State:      w.StateAt(sc.Now, sc.Zone),
		From:       local(w.From, sc.Zone),
		Until:      local(ends(w), sc.Zone),
		End:        endView(w),
		Spared:     w.Spec.Spared,
		Soft:       w.Spec.Soft,
		Except:     w.Spec.Except,
		Beforehand: w.Beforehand(),
		Allowed:    optional(w.Allowed, sc.Zone),
		Avoid:      w.Spec.Avoid,
		Why:        w.Spec.Why,
		After:      w.Spec.After,
		Then:       w.Spec.Then,
		ThenUntil:  optional(w.ThenUntil, sc.Zone),
		AndWhen:    andWhen(w.Spec),
		Situation:  w.Spec.Situation,
		Source:     w.Spec.Source,
		Says:       SaysParts(sc.plan(w.Treatment), w.Spec.Source, w.Spec.Line, w.Spec.Says).so(w.Spec.SaysSo),
		Treatment:  w.Treatment,
		Treated:    local(w.TreatedAt, sc.Zone),
		With:       sc.with(w),
		Share:      share(w.From, ends(w), sc.Now),
		Extended:   w.Extended > 0,
		Onward:     w.Onward,

		Now:        sc.Now,
		StateUntil: optional(w.UntilAt(sc.Now, sc.Zone), sc.Zone),
		Hours:      w.Spec.Hours,
		AllowedNow: !w.Allowed.IsZero() && !sc.Now.Before(w.Allowed),
		Extend:     w.Spec.Extend,
	}
	if a, ok := sc.forbids(w); ok {
		v.State, v.Never, v.StateUntil = course.Never, a.Text, nil
		v.Source, v.Says = a.Source, Says(sc.planOf(a.Treatment), a.Source, a.Line)
		return v
	}
	if w.Held {
		v.Held, v.Itself = true, sc.itself(w.Itself)
		if v.State == course.Ask { // it is asked under the other wait's name
			v.State, v.End.Said = course.Wait, guidance.Moment{Anchor: guidance.UntilCalm}
		}
		return v
	}
	if sc.CanExtend(w) {
		v.ExtendUntil = optional(w.Longer(sc.Now), sc.Zone)
	}
	return v
}

// itself is a held window by its own time; nil if neither a moment to come nor a step is left of that.
func (sc Scene) itself(w *course.Window) *ItselfView {
	if w == nil {
		return nil
	}
	v := ItselfView{Until: local(ends(*w), sc.Zone), End: endView(*w), Waits: !w.Over(sc.Now)}
	if w.ThenUntil.IsZero() || sc.Now.Before(w.ThenUntil) {
		v.Then = w.Spec.Then
	}
	if !v.Waits && v.Then == "" {
		return nil
	}
	return &v
}

// ends is when a wait ends, or ended; zero if no end is known. One that the person's word ends is told from the moment on
// at which they are asked, until they have said it.
func ends(w course.Window) time.Time {
	switch {
	case w.Open:
		return time.Time{}
	case w.Spec.Until.Anchor == guidance.UntilCalm && !w.CalmSaid.IsZero():
		return w.CalmSaid
	}
	return w.Until
}

// andWhen is the state that a window waits for too, or alone.
func andWhen(w guidance.Window) string {
	if w.AsksCalm() {
		return "calm"
	}
	return ""
}
