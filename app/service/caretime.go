package service

import (
	"slices"

	"afterglow/app/course"
	"afterglow/guidance"
)

// advice is what the plans advise with a time of its own that holds now, of the newest treatment that has it first.
func (sc Scene) advice() (out []AdviceView) {
	for i := range sc.Courses {
		for _, c := range sc.Courses[i].Care {
			timed := c.Spec.From != nil || c.Spec.Until != nil
			if !timed || !c.Holds(sc.Now) || slices.ContainsFunc(out, func(o AdviceView) bool { return o.ID == c.Spec.ID }) {
				continue
			}
			out = append(out, sc.adviceView(sc.Courses[i], c))
		}
	}
	return out
}

// always is the advice of the running courses that has no time of its own, with what is never to be done first. The guide has
// that of the starter plans in its sections: here it is left out.
func (sc Scene) always() (out []AdviceView) {
	for i := range sc.Courses {
		c := &sc.Courses[i]
		if guidance.IsStarterText(c.Treatment.PlanText) {
			continue
		}
		for _, care := range c.Care {
			timed := care.Spec.From != nil || care.Spec.Until != nil
			if timed || slices.ContainsFunc(out, func(o AdviceView) bool { return o.ID == care.Spec.ID }) {
				continue
			}
			out = append(out, sc.adviceView(*c, care))
		}
	}
	slices.SortStableFunc(out, func(a, b AdviceView) int { return neverFirst(a) - neverFirst(b) })
	return out
}

func neverFirst(a AdviceView) int {
	if a.Never {
		return 0
	}
	return 1
}

func (sc Scene) adviceView(of course.Course, c course.Care) AdviceView {
	v := AdviceView{
		ID: c.Spec.ID, Name: c.Spec.Name, Text: c.Spec.Text, Situation: c.Spec.Situation, Never: len(c.Spec.Never) > 0, From: optional(c.From, sc.Zone),
		End:       EndView{Usually: c.Spec.Usually, Condition: c.Spec.Condition, Open: c.Open},
		Says:      SaysParts(of.Plan, c.Spec.Source, c.Spec.Line, c.Spec.Says).so(c.Spec.SaysSo),
		Treatment: of.Treatment.ID,
	}
	if c.Spec.Until != nil {
		v.End.Said = *c.Spec.Until
	}
	if !c.Open && !v.End.ByWord() {
		v.Until = optional(c.Until, sc.Zone)
	}
	return v
}

// series is how far the series of the newest treatment that has been is; nil if its plan names none.
func (sc Scene) series() *SeriesView {
	lead, ok := sc.Lead()
	if n := lead.Plan.Spacing.Sessions; ok && n > 0 && lead.Treatment.Session > 0 {
		return &SeriesView{Session: lead.Treatment.Session, Spacing: lead.Plan.Spacing}
	}
	return nil
}
