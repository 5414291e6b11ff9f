package guidance

import (
	"slices"
	"time"
)

// windows reads the list; its ids are shared with the routines', since both
// name occurrences.
func (r *reader) windows(top *table) []Window {
	var list []Window
	seen := map[string]int{}
	for _, t := range top.tables("windows", "window", false) {
		w := r.window(t)
		t.unique(seen, w.ID)
		t.done()
		list = append(list, w)
	}
	return list
}

func (r *reader) window(t *table) Window {
	var w Window
	read(t, windowKeys, &w)
	t.checkDepths(w.Only)
	w.Line, w.Lines = t.line("until"), t.textLines("name", "after", "then")
	w.Until = t.noEnd(w.Until)
	w.From = t.beginOf(w.From, w.Until)
	t.reserved(w.ID)
	t.checkMinutes("until", "allowed_from", "then_until", "extend", "usually")
	t.checkCalm(w.Until, w.AndWhen != "")
	t.checkExcept(w)
	t.checkNoEnd(w)
	t.checkThen(w)
	ok := t.stretch(w.From, w.Until)
	if ok {
		t.checkAllowed(w)
		w.ThenUntil = t.checkedThen(w)
	}
	if t.good("then_avoid") && !t.has("then") {
		t.wrong("then_avoid", said("planwrite.then_too"), "planproblem.then_avoid_alone")
	}
	w.Says = r.says(t, slices.Concat([]string{w.ID, w.Name}, w.Activities, w.ThenAvoid))
	for _, v := range t.tables("when", "when", true) {
		w.When = append(w.When, r.windowVariant(v, w, ok))
	}
	return w
}

// reserved refuses the one id that the reminders use themselves.
func (t *table) reserved(id string) {
	if id == "welcome" {
		t.wrong("id", said("planwrite.other_id"), "planproblem.id_reserved", "Value", Quoted(id))
	}
}

func (t *table) checkAllowed(w Window) {
	if !t.good("allowed_from") {
		return
	}
	if w.AllowedFrom.after(w.Until) {
		t.wrong("allowed_from", said("planwrite.earlier_allowed"), "planproblem.allowed_after_until", "Value", t.said("allowed_from"), "Until", t.said("until"))
	}
	if w.From.after(*w.AllowedFrom) {
		t.wrong("allowed_from", said("planwrite.later_allowed"), "planproblem.allowed_before_from", "Value", t.said("allowed_from"), "From", t.start(w.From))
	}
}

// checkedThen gives then_until back if it makes sense, so that one mistake is told once.
func (t *table) checkedThen(w Window) *Moment {
	switch {
	case !t.good("then_until"):
		return nil
	case !t.has("then"):
		t.wrong("then_until", said("planwrite.then"), "planproblem.then_until_alone")
	case !w.ThenUntil.mayFollow(w.Until):
		t.wrong("then_until", said("planwrite.later_then"), "planproblem.then_before_until", "Value", t.said("then_until"), "Until", t.said("until"))
	default:
		return w.ThenUntil
	}
	return nil
}

// hours reads a stretch of the day.
func (t *table) hours(f *form) *HourRange {
	s := t.text(f.name)
	if s == "" {
		return nil
	}
	h, err := ParseHourRange(s)
	if err != nil {
		t.wrong(f.name, f.write(), "planproblem.no_hours", "Value", Quoted(s))
		return nil
	}
	if h.From == h.To {
		t.wrong(f.name, said("planwrite.whole_day", "Code", f.write()), "planproblem.empty_hours", "Value", Quoted(s))
		return nil
	}
	return &h
}

func (r *reader) windowVariant(t *table, w Window, settled bool) WindowVariant {
	var v WindowVariant
	read(t, windowWhenKeys, &v)
	t.checkMatch(v.Match)
	v.Source, v.Line = t.variantSource(v.Source, w.Source), t.line("until")
	if v.Until == nil {
		v.Line = t.line("add")
	}
	if !t.has("until") && !t.has("add") && !t.has("usually") {
		t.need("until")
	}
	t.checkMinutes("until", "then_until", "add", "usually")
	if settled && len(t.bad) == 0 {
		t.notBelow("until", v.Until, w.Until)
		t.checkVariantThen(v, w)
		t.checkAdd(v.Add, w.Until)
	}
	t.done()
	return v
}

// checkVariantThen refuses a window that would outlast what follows it, so
// that a stricter end never means that nothing follows.
func (t *table) checkVariantThen(v WindowVariant, w Window) {
	if v.ThenUntil == nil {
		if v.Until != nil && w.ThenUntil != nil && !w.ThenUntil.mayFollow(*v.Until) {
			t.wrong("until", said("planwrite.then_here_too"), "planproblem.outlasts_then", "Value", t.said("until"), "Then", Quoted(w.ThenUntil.String()))
		}
		return
	}
	if w.ThenUntil == nil {
		t.wrong("then_until", said("planwrite.then_first"), "planproblem.varies_nothing")
		return
	}
	t.notBelow("then_until", v.ThenUntil, *w.ThenUntil)
	if v.Until != nil && !v.ThenUntil.mayFollow(*v.Until) {
		t.wrong("then_until", said("planwrite.later_then"), "planproblem.then_before_until", "Value", t.said("then_until"), "Until", t.said("until"))
	}
}

// checkAdd refuses what cannot be added: hours to a calendar day, or anything
// to a time before the next treatment.
func (t *table) checkAdd(add time.Duration, base Moment) {
	switch {
	case add == 0:
	case base.Anchor == NoEnd, base.Anchor == UntilCalm && !t.of.has("usually"):
		t.wrong("add", code(`until = "7d"`), "planproblem.add_to_next", "Base", Quoted(base.String()))
	case base.Anchor == BeforeNext:
		t.wrong("add", code(`until = "next-1w"`), "planproblem.add_to_next", "Base", Quoted(base.String()))
	case base.scale() == Morning && add%day != 0:
		t.wrong("add", said("planwrite.whole_days"), "planproblem.no_whole_days", "Value", t.said("add"), "Base", Quoted(base.String()))
	}
}
