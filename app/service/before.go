package service

import (
	"time"

	"afterglow/app/course"
)

// BeforeView is a window that binds before a treatment to come.
type BeforeView struct {
	Window WindowView
	Begins bool // its wait begins later, still before the treatment
	Ends   bool // its wait ends before the treatment or goes on after it: Until tells when
}

// Before is what the plan asks to leave alone before the treatment to come that is looked after, in the plan's order;
// none if it asks for nothing, or if the treatment has been.
func (st Status) Before() []BeforeView {
	if !st.Ahead() {
		return nil
	}
	at := st.Treatment.At
	var out []BeforeView
	for _, w := range st.Windows {
		ends := w.End.Open || w.End.ByWord() || w.Until.Sub(at).Abs() >= time.Minute
		switch {
		case w.State == course.Wait:
			out = append(out, BeforeView{Window: w, Ends: ends})
		case w.State == course.Before && w.From.Before(at):
			out = append(out, BeforeView{Window: w, Begins: true, Ends: ends})
		}
	}
	return out
}

// comingSoon is how long before a treatment it is told beside the course that runs: the week in which plans ask for something
// before it.
const comingSoon = 7 * 24 * time.Hour

// Coming is the next treatment of the week to come, beside the one that is looked after; nil: there is none.
func (st Status) Coming() *TreatmentView {
	var next *TreatmentView
	for i := range st.Treatments {
		t := &st.Treatments[i]
		if st.Ahead() || !t.At.After(st.Now) || t.At.Sub(st.Now) > comingSoon || next != nil && !t.At.Before(next.At) {
			continue
		}
		next = t
	}
	return next
}

// Ahead says whether the treatment that is looked after is still to come.
func (st Status) Ahead() bool { return st.Treatment != nil && st.Treatment.At.After(st.Now) }
