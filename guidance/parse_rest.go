package guidance

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// phases reads the stretches of the recovery: from 0, without gap or overlap.
func (r *reader) phases(top *table) []Phase {
	var list []Phase
	seen := map[string]int{}
	for i, t := range top.tables("phases", "phase", false) {
		var p Phase
		read(t, phaseKeys, &p)
		p.Line = t.line("until")
		t.checkMinutes("until")
		ok := t.stretch(p.From, p.Until)
		t.unique(seen, p.ID)
		if ok {
			t.checkFollows(p, list, i)
		}
		p.Says = r.says(t, strings.FieldsFunc(p.Expect, func(c rune) bool { return !unicode.IsLetter(c) }))
		t.done()
		list = append(list, p)
	}
	return list
}

// checkFollows refuses a phase that does not begin where the one before ends.
func (t *table) checkFollows(p Phase, before []Phase, i int) {
	var start Moment
	if i > 0 {
		start = before[i-1].Until
	}
	if p.From.same(start) {
		return
	}
	if i == 0 {
		t.wrong("from", code(`from = "0h"`), "planproblem.late_phase", "Value", t.said("from"))
		return
	}
	write := said("planwrite.phase_start", "Code", `from = "`+start.String()+`"`, "ID", Quoted(before[i-1].ID))
	if start.after(p.From) {
		t.wrong("from", write, "planproblem.phase_overlaps", "Value", t.start(p.From))
		return
	}
	t.wrong("from", write, "planproblem.phase_gap", "Value", t.start(p.From))
}

// care reads advice without a clock.
func (r *reader) care(top *table, p Plan) []Care {
	var list []Care
	seen, lines := map[string]int{}, map[int]int{}
	var coverable []string
	for _, w := range p.Windows {
		coverable = append(coverable, w.ID)
	}
	for _, x := range p.Routines {
		coverable = append(coverable, x.ID)
	}
	for _, t := range top.tables("care", "care", false) {
		var c Care
		read(t, careKeys, &c)
		c.Line = t.line("text")
		if first, twice := lines[c.Rule]; twice && c.Rule != 0 {
			t.wrong("rule", said("planwrite.other_rule"), "planproblem.rule_twice", "Value", c.Rule, "Line", first)
		} else {
			lines[c.Rule] = t.line("rule")
		}
		t.checkCovers(c.Covers, coverable)
		t.checkHolds(c)
		t.checkNever(c)
		c.Says = r.says(t, slices.Concat(c.About, c.Never))
		t.unique(seen, c.ID)
		t.done()
		list = append(list, c)
	}
	return list
}

// checkHolds refuses advice that ends before it begins.
func (t *table) checkHolds(c Care) {
	from, until := Moment{}, Moment{Anchor: NoEnd}
	if c.From != nil {
		from = *c.From
	}
	if c.Until != nil {
		until = *c.Until
	}
	from = t.beginOf(from, until)
	t.checkMinutes("from", "until", "usually")
	t.checkCalm(until, false)
	t.stretch(from, until)
}

func (t *table) checkCovers(covers, coverable []string) {
	for _, id := range covers {
		if slices.Contains(coverable, id) {
			continue
		}
		write := said("planwrite.coverable")
		if near := Nearest(id, coverable); near != "" {
			write = code(`covers = [` + strconv.Quote(near) + `]`)
		}
		t.wrong("covers", write, "planproblem.covers_nothing", "Value", Quoted(id))
	}
}

// checkNever refuses a word that a care forbids and advises on at once.
func (t *table) checkNever(c Care) {
	for _, word := range c.Never {
		if slices.Contains(c.About, word) {
			t.wrong("never", said("planwrite.one_list"), "planproblem.about_and_never", "Value", Quoted(word))
		}
	}
}

// says reads who else says a part of an entry; each part must be one of these words of it.
func (r *reader) says(t *table, words []string) []Says {
	var list []Says
	for _, st := range t.tables("says", "says", true) {
		var s Says
		read(st, saysKeys, &s)
		for _, word := range s.Of {
			if slices.Contains(words, word) {
				continue
			}
			write := said("planwrite.says_of")
			if near := Nearest(word, words); near != "" {
				write = code(`of = [` + strconv.Quote(near) + `]`)
			}
			st.wrong("of", write, "planproblem.says_of_nothing", "Value", Quoted(word))
		}
		st.done()
		list = append(list, s)
	}
	return list
}

// calls reads the plan's own reasons to call the clinic.
func (r *reader) calls(top *table) []Call {
	var list []Call
	seen := map[string]int{}
	for _, t := range top.tables("call", "call", false) {
		var c Call
		read(t, callKeys, &c)
		c.Line = t.line("text")
		t.checkMinutes("still_after")
		t.checkDepths(c.Only)
		t.unique(seen, c.ID)
		t.done()
		list = append(list, c)
	}
	return list
}

func (r *reader) spacing(top *table) Spacing {
	var s Spacing
	t := top.table("spacing")
	if t == nil {
		return s
	}
	read(t, spacingKeys, &s)
	s.Line = t.line("from")
	if !t.has("from") && !t.has("sessions") {
		t.need("from")
	}
	t.checkSpacing(s.From, &s.Until, &s.UntilMonths, &s.Text)
	for _, v := range t.tables("when", "when", true) {
		var x SpacingVariant
		read(v, spacingWhenKeys, &x)
		v.checkMatch(x.Match)
		x.Source, x.Line = v.variantSource(x.Source, s.Source), v.line("from")
		v.checkSpacing(x.From, &x.Until, &x.UntilMonths, &x.Text)
		v.done()
		s.When = append(s.When, x)
	}
	t.done()
	return s
}

// checkSpacing refuses an end before the start; without an end it is the start, or the later end of its range.
func (t *table) checkSpacing(from time.Duration, until *time.Duration, months *int, text *string) {
	if !t.has("from") {
		return
	}
	t.checkMinutes("from", "until")
	if last, err := parseLength(string(t.said("from")), false, farEnd); err == nil && *until == 0 {
		*until, *months = last.Duration, last.Months
		if *text == "" {
			*text = last.Said.words()
		}
	}
	if *until < from && len(t.bad) == 0 {
		t.wrong("until", said("planwrite.later_until_spacing"), "planproblem.spacing_order", "Value", t.said("until"), "From", t.said("from"))
	}
}
