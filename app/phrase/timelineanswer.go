package phrase

import (
	"slices"
	"time"

	"afterglow/app/course"
	"afterglow/app/service"
)

// Answer is one thing that the plan says of a moment: of all windows that are open, or that open together.
type Answer struct {
	State course.State // of all of them
	Text  string
	Brief string // where there is little room; "" if there is no shorter one
	Count int    // of windows
}

// Answers say what the windows are at a moment: first what is open, then what goes on with a step, then what asks the skin,
// then each end of a wait, the nearest first, then the waits that begin later, of which the plan says nothing yet, and last
// what its advice forbids without an end: they are no yes.
func (v Voice) Answers(windows []course.Window, at time.Time, zone *time.Location) []Answer {
	var open, never []string
	var then, ask, later []Answer
	var waits []course.Window
	for _, w := range windows {
		if w.Never {
			never = append(never, w.Spec.Name)
			continue
		}
		switch st := w.StateAt(at, zone); st {
		case course.Open:
			open = append(open, w.Spec.Name)
		case course.Then:
			then = append(then, Answer{State: st, Text: v.T("timeline.answer_then", Args{"Name": w.Spec.Name, "Then": Bare(w.Spec.Then)}), Count: 1})
		case course.Ask:
			if w.Spec.Condition != "" {
				ask = append(ask, Answer{State: st, Text: v.T("window.line_question", Args{"Name": w.Spec.Name, "Question": v.Question(w.Spec.Condition)}), Count: 1})
				continue
			}
			ask = append(ask, Answer{State: st, Text: v.T("timeline.answer_ask", Args{"Name": w.Spec.Name}), Count: 1})
		case course.Before:
			later = append(later, Answer{State: st, Text: v.T("timeline.answer_before", Args{"Name": w.Spec.Name, "From": w.From}), Count: 1})
		default:
			if w.Open {
				later = append(later, Answer{State: st, Text: v.openEnd(w), Count: 1})
				continue
			}
			waits = append(waits, w)
		}
	}
	var out []Answer
	if len(open) > 0 {
		said := Answer{State: course.Open, Text: v.commas(inSentence(open)), Count: len(open)}
		if rest := len(open) - 1; rest > 0 {
			said.Brief = v.T("path.and_more", Args{"Names": open[0], "Count": rest})
		}
		out = append(out, said)
	}
	if len(never) > 0 {
		later = append(later, Answer{State: course.Never, Text: v.T("timeline.answer_never", Args{"Names": v.commas(inSentence(never))}), Count: len(never)})
	}
	return slices.Concat(out, then, ask, v.endsOf(waits), later)
}

// openEnd is a wait whose end nobody knows, in a line.
func (v Voice) openEnd(w course.Window) string {
	args := Args{"Name": w.Spec.Name, "End": v.waitEnd(service.EndView{Said: w.Spec.Until, Open: true}, w.Until, false)}
	if w.Spec.Soft {
		return v.T("window.line_less", args)
	}
	return v.T("window.line_wait", args)
}

// inSentence writes names as they stand one after the other: the first with a capital.
func inSentence(names []string) []string {
	out := slices.Clone(names)
	for i := range out {
		if i > 0 && !keepsCapital(out[i]) {
			out[i] = lowerFirst(out[i])
		}
	}
	return out
}

// endsOf puts together the waits that end in the same minute.
func (v Voice) endsOf(waits []course.Window) []Answer {
	slices.SortStableFunc(waits, func(a, b course.Window) int {
		return a.Until.Truncate(time.Minute).Compare(b.Until.Truncate(time.Minute))
	})
	var out []Answer
	for i := 0; i < len(waits); {
		end := waits[i].Until
		var names, with []string // those that open without more stand first
		for ; i < len(waits) && waits[i].Until.Truncate(time.Minute).Equal(end.Truncate(time.Minute)); i++ {
			if name, more := v.opening(waits[i]); more {
				with = append(with, name)
			} else {
				names = append(names, name)
			}
		}
		names = append(names, with...)
		until := Capital(v.Moment(end))
		said := Answer{State: course.Wait, Count: len(names), Text: v.T("timeline.answer_wait", Args{"Names": v.commas(names), "Until": until})}
		if rest := len(names) - 1; rest > 0 {
			some := v.T("path.and_more", Args{"Names": names[0], "Count": rest})
			said.Brief = v.T("timeline.answer_wait", Args{"Names": some, "Until": until})
		}
		out = append(out, said)
	}
	return out
}

// opening is a window within a sentence of what opens, and whether it opens with what the plan asks for from then on.
func (v Voice) opening(w course.Window) (name string, more bool) {
	name = w.Spec.Name
	if !keepsCapital(name) {
		name = lowerFirst(name)
	}
	switch {
	case w.Spec.Condition != "":
		return v.T("timeline.opens_condition", Args{"Name": name, "Condition": v.Condition(w.Spec.Condition)}), true
	case w.Spec.Soft:
		return v.T("timeline.opens_less", Args{"Name": name}), true
	case w.Spec.AsksCalm():
		return v.T("timeline.opens_calm", Args{"Name": name}), true
	case w.Spec.Then != "":
		return v.T("timeline.opens_then", Args{"Name": name, "Then": Bare(w.Spec.Then)}), true
	}
	return name, false
}
