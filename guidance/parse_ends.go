package guidance

import (
	"regexp"
	"slices"
)

// Here is read what format 2 says of ends: none, on a condition, and of what they are not.

// noEnd is the end of a table that says none; Parse asks for one where there has to be one.
func (t *table) noEnd(until Moment) Moment {
	if !t.has("until") && t.r.format >= newest && !t.meansUntil() {
		return Moment{Anchor: NoEnd}
	}
	return until
}

// meansUntil says whether an unknown key most likely means an end.
func (t *table) meansUntil() bool {
	var known []string
	for _, f := range t.forms {
		known = append(known, f.name)
	}
	seen := 0
	for key := range t.keys {
		if slices.Contains(known, key) {
			continue
		}
		if seen++; seen > mostProblems { // the rest is only counted
			return false
		}
		if keyMeant(key, known) == "until" {
			return true
		}
	}
	return false
}

// beginOf is the begin of a table that says none: the treatment, but of what is over by then the entry of the appointment.
func (t *table) beginOf(from, until Moment) Moment {
	if !t.has("from") && t.has("until") && until.Beforehand() && t.r.format >= newest {
		return Moment{Anchor: WhenEntered}
	}
	return from
}

// checkCalm refuses a guess and a condition that belong to no question. andWhen says that the skin must be calm besides.
func (t *table) checkCalm(until Moment, andWhen bool) {
	calm := until.Anchor == UntilCalm
	if t.good("usually") && !calm {
		t.wrong("usually", said("planwrite.usually"), "planproblem.usually_alone")
	}
	if t.good("condition") && !calm && !andWhen {
		t.wrong("condition", said("planwrite.condition"), "planproblem.condition_alone")
	}
	if calm && andWhen {
		t.wrong("and_when", said("planwrite.calm_once"), "planproblem.calm_twice")
	}
}

// checkNoEnd refuses what follows an end that never comes.
func (t *table) checkNoEnd(w Window) {
	if w.Until.Anchor == NoEnd && t.good("then") {
		t.wrong("then", said("planwrite.then_or_end"), "planproblem.then_never")
	}
}

// restrains are words by which a step says what to leave, and not what to do. Told as a step it would be leave: "sunbathing,
// with better never".
var restrains = regexp.MustCompile(`(?i)^(still |then |please )?((better |rather )?(no|none|never|not|don['’]t|do not|avoid|less|fewer|limit|minimi[sz]e|reduce)\b|as little|keep .*\bminimum\b)`)

// checkThen refuses a step that is a wait of its own.
func (t *table) checkThen(w Window) {
	if t.r.kept || t.r.format < newest || !t.good("then") || !w.Until.Timed() || !restrains.MatchString(w.Then) {
		return
	}
	t.wrong("then", said("planwrite.then_wait", "From", t.said("until")), "planproblem.then_wait", "Value", t.said("then"))
}

// checkExcept refuses an exception that is one of the words of what is to be avoided.
func (t *table) checkExcept(w Window) {
	for _, word := range w.Except {
		if slices.Contains(w.Activities, word) || slices.Contains(w.ThenAvoid, word) {
			t.wrong("except", said("planwrite.one_list"), "planproblem.except_and_avoid", "Value", Quoted(word))
		}
	}
}
