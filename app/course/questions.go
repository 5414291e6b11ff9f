package course

import (
	"time"

	"afterglow/guidance"
)

// Questions are the routines and the advice of a course that go on until the person's word, each as the wait that such a
// word ends: the person is asked of it alike. Advice for some situation alone is not asked about.
func (c *Course) Questions() []Window {
	var out []Window
	add := func(spec guidance.Window, from, asked, said time.Time) {
		if asked.IsZero() || spec.Situation != "" {
			return
		}
		w := Window{Spec: spec, Treatment: c.Treatment.ID, TreatedAt: c.Treatment.At, From: Later(from, c.Treatment.At), Until: asked, AskFrom: asked, CalmSaid: said}
		if !said.IsZero() && said.Before(asked) {
			w.Until = said
		}
		out = append(out, w)
	}
	for i := range c.Routines {
		r := &c.Routines[i]
		add(guidance.Window{
			ID: r.Spec.ID, Name: r.Spec.Name, Avoid: r.Spec.How, Until: guidance.Moment{Anchor: guidance.UntilCalm}, Usually: r.Spec.Usually,
			Condition: r.Spec.Condition, Situation: r.Spec.Situation, SaysSo: r.Spec.SaysSo, Source: r.Spec.Source, Line: r.Spec.Line, Own: r.Spec.Own,
		}, r.From, r.AskFrom, r.CalmSaid)
	}
	for i := range c.Care {
		a := &c.Care[i]
		add(guidance.Window{
			ID: a.Spec.ID, Name: a.Spec.Name, Avoid: a.Spec.Text, Until: guidance.Moment{Anchor: guidance.UntilCalm}, Usually: a.Spec.Usually,
			Condition: a.Spec.Condition, Situation: a.Spec.Situation, SaysSo: a.Spec.SaysSo, Source: a.Spec.Source, Line: a.Spec.Line,
		}, a.From, a.AskFrom, a.CalmSaid)
	}
	return out
}
