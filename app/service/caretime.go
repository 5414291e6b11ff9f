package service

import (
	"slices"

	"afterglow/app/course"
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

func (sc Scene) adviceView(of course.Course, c course.Care) AdviceView {
	v := AdviceView{
		ID: c.Spec.ID, Name: c.Spec.Name, Text: c.Spec.Text, Situation: c.Spec.Situation, From: optional(c.From, sc.Zone),
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
		return &SeriesView{Session: lead.Treatment.Session, Of: n}
	}
	return nil
}
