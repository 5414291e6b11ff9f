package service

import (
	"slices"

	"afterglow/app/ask"
	"afterglow/app/reminder"
)

// answerNext answers "what is next" as the status does: with what is due, and with what comes then.
func (sc Scene) answerNext(r *ask.Reply) {
	if r.AtSaid {
		sc = sc.At(r.At)
	}
	st := sc.Status()
	for _, due := range st.Due {
		if a, ok := nextPart(due, st); ok {
			r.Answers = append(r.Answers, a)
		}
	}
	if next := nextStep(st); next != nil {
		if a, ok := nextPart(*next, st); ok {
			a.From = next.At
			r.Answers = append(r.Answers, a)
		}
	}
	if len(r.Answers) > 0 {
		r.Verdict = ask.Advice
	}
}

// nextStep is what comes next; behind a greeting, which is nothing to be done, the routine that comes first.
func nextStep(st Status) *NextView {
	if st.Next == nil || st.Next.Kind != string(reminder.Welcome) {
		return st.Next
	}
	var first *NextView
	for _, r := range st.Routines {
		if r.Next != nil && (first == nil || r.Next.Before(first.At)) {
			first = &NextView{What: r.ID, At: *r.Next}
		}
	}
	return first
}

// nextPart is a routine that is due or comes, or a wait that ends then, as a part of an answer.
func nextPart(n NextView, st Status) (ask.Answer, bool) {
	i := slices.IndexFunc(st.Routines, func(r RoutineView) bool { return r.ID == n.What })
	if i >= 0 {
		r := st.Routines[i]
		return ask.Answer{
			Kind: ask.Routine, ID: r.ID, Name: r.Name, Verdict: ask.Advice, Text: r.How, Source: r.Source, Line: r.Says.Line, Treatment: r.Treatment,
		}, true
	}
	j := slices.IndexFunc(st.Windows, func(w WindowView) bool { return w.ID == n.What })
	if j < 0 {
		return ask.Answer{}, false
	}
	w := st.Windows[j]
	return ask.Answer{
		Kind: ask.Window, ID: w.ID, Name: w.Name, Verdict: ask.Advice, Text: w.After, Source: w.Source, Line: w.Says.Line, Treatment: w.Treatment,
	}, true
}
