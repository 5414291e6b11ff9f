package course

import (
	"slices"
	"time"

	"afterglow/app/record"
)

// hear applies what the person said of the window: first how often it was extended, then
// "calm", be it of another treatment of the same area. Said before time is up, "calm" does not count: the plan asks for
// time and state.
// Each time makes it longer by the plan's figure, counted from its end, or from the moment of the answer if that is
// later: "24 hours more" is never less. The time named then does not count: it would stay where it was when the
// treatment is put right.
func (w *Window) hear(entries []record.Entry, sameArea []int64) {
	if w.Open {
		return // it ends by nothing that anybody says
	}
	planned := w.Until
	for i := range entries {
		if e := &entries[i]; e.Kind == record.KindExtend && e.What == w.Spec.ID && concerns(e, w.Treatment, nil) {
			w.Until = w.Longer(e.At.Round(0).In(planned.Location()))
		}
	}
	w.Extended = w.Until.Sub(planned)
	if !w.Spec.AsksCalm() {
		return
	}
	named := w.Until // from when on a word on this window alone counts
	if !w.AskFrom.IsZero() {
		w.AskFrom, named = w.Until, Later(w.From, w.TreatedAt)
	}
	w.CalmSaid = calmSaid(entries, question{w.Spec.ID, w.Spec.Condition, w.Treatment}, sameArea, named, w.Until)
	if !w.CalmSaid.IsZero() && w.CalmSaid.Before(w.Until) {
		w.Until = w.CalmSaid
	}
}

// hear applies what the person said of a routine that goes on until the skin is calm.
func (r *Routine) hear(entries []record.Entry, sameArea []int64) {
	if !r.AskFrom.IsZero() {
		r.CalmSaid = calmSaid(entries, question{r.Spec.ID, r.Spec.Condition, r.Treatment}, sameArea, Later(r.From, r.TreatedAt), r.AskFrom)
		r.Until = r.CalmSaid
	}
}

// hear applies what the person said of advice that holds until the skin is calm.
func (c *Care) hear(entries []record.Entry, t *Treatment) {
	if !c.AskFrom.IsZero() {
		c.CalmSaid = calmSaid(entries, question{c.Spec.ID, c.Spec.Condition, t.ID}, t.SameArea, Later(c.From, t.At), c.AskFrom)
		c.Until = c.CalmSaid
	}
}

// question is what the person is asked of one part of a plan.
type question struct {
	id        string // of the part
	condition string // "the scabs are gone"; "": whether the skin is calm
	treatment int64
}

// calmSaid is the first moment at which the person said yes to a question, from named on, or that all their skin is
// calm, from all on; zero if they did not. What they say of all the skin ends no part early, for the plan guesses that
// it takes longer; and no part that has a condition of its own: calm skin does not tell that the scabs are gone.
func calmSaid(entries []record.Entry, q question, sameArea []int64, named, all time.Time) (said time.Time) {
	for i := range entries {
		e := &entries[i]
		since := all
		switch {
		case e.Kind == record.KindCalm && e.What == q.id:
			since = named
		case q.condition != "":
			continue
		}
		if e.SaysCalm(q.id) && concerns(e, q.treatment, sameArea) && !e.At.Before(since) && (said.IsZero() || e.At.Before(said)) {
			said = e.At.Round(0).In(all.Location())
		}
	}
	return said
}

// concerns says whether an entry is for a treatment, or for one of these. How the skin feels is asked of all of
// it at once.
func concerns(e *record.Entry, treatment int64, others []int64) bool {
	return !e.Undone && (e.Treatment == 0 || e.Kind == record.KindFeel || e.Treatment == treatment || slices.Contains(others, e.Treatment))
}

// Longer is until when the window lasts if the person asks at that moment for what the plan offers.
func (w *Window) Longer(at time.Time) time.Time { return Later(w.Until, at).Add(w.Spec.Extend) }
