package guidance

import "time"

// windows reads the list; its ids are shared with the routines', since both
// name occurrences.
func (r *reader) windows(top *table) []Window {
	var list []Window
	seen := map[string]int{}
	for _, t := range top.tables("windows", "window") {
		w := r.window(t)
		t.unique(seen, w.ID)
		t.done()
		list = append(list, w)
	}
	return list
}

func (r *reader) window(t *table) Window {
	w := Window{
		ID:         t.id(),
		Name:       t.needText("name", longName),
		Avoid:      t.needText("avoid", longSentence),
		Why:        t.text("why", longSentence),
		After:      t.text("after", longSentence),
		AndWhen:    t.oneOf("and_when", "calm"),
		Situation:  t.text("situation", longName),
		Then:       t.text("then", longSentence),
		Extend:     t.atMost("extend", 4*week),
		Activities: t.list("activities", longName, false),
		Source:     t.source(),
		Line:       t.line("until"),
	}
	var ok bool
	w.From, w.Until, ok = t.stretch()
	w.AllowedFrom = t.moment("allowed_from")
	w.ThenUntil = t.moment("then_until")
	w.Hours = t.hours()
	t.reserved(w.ID)
	if ok {
		t.checkAllowed(w)
		w.ThenUntil = t.checkedThen(w)
	}
	for _, v := range t.tables("when", "a when of "+t.title()) {
		w.When = append(w.When, r.windowVariant(v, w, ok))
	}
	return w
}

// reserved refuses the one id that the reminders use themselves.
func (t *table) reserved(id string) {
	if id == "welcome" {
		t.r.problem(t.line("id"), "another id", `id = "welcome" is kept for the welcome-back notification`)
	}
}

func (t *table) checkAllowed(w Window) {
	if w.AllowedFrom == nil {
		return
	}
	if w.AllowedFrom.after(w.Until) {
		t.wrong("allowed_from", "an allowed_from before until", "allowed_from = %q is after until = %q", t.said("allowed_from"), t.said("until"))
	}
	if w.From.after(*w.AllowedFrom) {
		t.wrong("allowed_from", "an allowed_from after from", "allowed_from = %q is before from = %q", t.said("allowed_from"), t.start(w.From))
	}
}

// checkedThen gives then_until back where it makes sense, so that one mistake is told once.
func (t *table) checkedThen(w Window) *Moment {
	switch {
	case w.ThenUntil == nil:
		return nil
	case !t.has("then"):
		t.wrong("then_until", `then = "SPF 30+, hat, shade", or take then_until out`, "then_until says until when, but nothing says what,")
	case !w.ThenUntil.mayFollow(w.Until):
		t.wrong("then_until", "a then_until after until", "then_until = %q is not after until = %q", t.said("then_until"), t.said("until"))
	default:
		return w.ThenUntil
	}
	return nil
}

// hours reads a stretch of the day.
func (t *table) hours() *HourRange {
	s := t.text("hours", longName)
	if s == "" {
		return nil
	}
	h, err := ParseHourRange(s)
	if err != nil {
		t.wrong("hours", example("hours"), "hours = %s is not a stretch of the day", clip(s))
		return nil
	}
	if h.From == h.To {
		t.wrong("hours", example("hours")+", or take the line out for the whole day", "hours = %s is no time at all", clip(s))
		return nil
	}
	return &h
}

func (r *reader) windowVariant(t *table, w Window, settled bool) WindowVariant {
	v := WindowVariant{
		Match:     t.match(),
		Until:     t.moment("until"),
		ThenUntil: t.moment("then_until"),
		Add:       t.atMost("add", longest),
		Source:    t.variantSource(w.Source),
		Line:      t.line("until"),
	}
	if v.Until == nil {
		v.Line = t.line("add")
	}
	if !t.has("until") && !t.has("add") {
		t.need("until")
	}
	if settled {
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
			t.wrong("until", "a then_until here too, later than this until", "until = %q would outlast then_until = %q", t.said("until"), w.ThenUntil.String())
		}
		return
	}
	if w.ThenUntil == nil {
		t.wrong("then_until", "then and then_until in the window itself first", "then_until varies nothing")
		return
	}
	t.notBelow("then_until", v.ThenUntil, *w.ThenUntil)
	if v.Until != nil && !v.ThenUntil.mayFollow(*v.Until) {
		t.wrong("then_until", "a then_until after until", "then_until = %q is not after until = %q", t.said("then_until"), t.said("until"))
	}
}

// checkAdd refuses what cannot be added: hours to a calendar day, or anything
// to a time before the next treatment.
func (t *table) checkAdd(add time.Duration, base Moment) {
	switch {
	case add == 0:
	case base.Anchor == BeforeNext:
		t.wrong("add", `until = "next-1w"`, "add cannot move until = %q", base.String())
	case base.scale() == Morning && add%day != 0:
		t.wrong("add", "whole days, such as add = \"1d\"", "add = %q is not whole days, as until = %q needs,", t.said("add"), base.String())
	}
}
