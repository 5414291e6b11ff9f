package guidance

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// phases reads the stretches of the recovery: from 0, without gap or overlap.
func (r *reader) phases(top *table) []Phase {
	var list []Phase
	seen := map[string]int{}
	for i, t := range top.tables("phases", "phase") {
		p := Phase{
			ID:     t.id(),
			Name:   t.needText("name", longName),
			Expect: t.needText("expect", longSentence),
			Source: t.source(),
			Line:   t.line("until"),
		}
		var ok bool
		p.From, p.Until, ok = t.stretch()
		t.unique(seen, p.ID)
		t.done()
		start := Moment{}
		if i > 0 {
			start = list[i-1].Until
		}
		if ok && p.From != start {
			what := "leaves a gap after"
			if start.after(p.From) {
				what = "overlaps"
			}
			if i == 0 {
				t.wrong("from", `from = "0h"`, "from = %q leaves the time from the treatment on unnamed", t.said("from"))
			} else {
				t.wrong("from", `from = "`+start.String()+`", where phase "`+list[i-1].ID+`" ends`, "from = %q %s the phase before", t.start(p.From), what)
			}
		}
		list = append(list, p)
	}
	return list
}

// care reads advice without a clock.
func (r *reader) care(top *table, p Plan) []Care {
	var list []Care
	seen, rules := map[string]int{}, map[int]int{}
	var coverable []string
	for _, w := range p.Windows {
		coverable = append(coverable, w.ID)
	}
	for _, x := range p.Routines {
		coverable = append(coverable, x.ID)
	}
	for _, t := range top.tables("care", "care") {
		c := Care{
			ID:     t.id(),
			Name:   t.needText("name", longName),
			Text:   t.needText("text", longSentence),
			Covers: t.list("covers", longName, false),
			Source: t.source(),
			Line:   t.line("text"),
		}
		if n, ok := t.whole("rule", 1, 7); ok {
			c.Rule = n
			if first, twice := rules[n]; twice {
				t.wrong("rule", "another rule, or take the line out", "rule = %d stands already in line %d,", n, first)
			} else {
				rules[n] = t.line("rule")
			}
		}
		for _, id := range c.Covers {
			if slices.Contains(coverable, id) {
				continue
			}
			write := "the id of a window or routine of this plan"
			if near := nearest(id, coverable); near != "" {
				write = `covers = ["` + near + `"]`
			}
			t.wrong("covers", write, "covers names %s, which is neither a window nor a routine,", clip(id))
		}
		t.unique(seen, c.ID)
		t.done()
		list = append(list, c)
	}
	return list
}

// calls reads the plan's own reasons to call the clinic.
func (r *reader) calls(top *table) []Call {
	var list []Call
	seen := map[string]int{}
	for _, t := range top.tables("call", "call") {
		c := Call{
			ID:     t.id(),
			Text:   t.needText("text", longSentence),
			Act:    t.oneOf("act", "clinic", "today", "emergency"),
			Source: t.source(),
			Line:   t.line("text"),
		}
		if !t.has("act") {
			t.need("act")
		}
		t.unique(seen, c.ID)
		t.done()
		list = append(list, c)
	}
	return list
}

func (r *reader) spacing(top *table) Spacing {
	t := top.table("spacing")
	if t == nil {
		return Spacing{}
	}
	s := Spacing{From: t.span("from"), Until: t.span("until"), Text: t.text("text", longName), Source: t.source(), Line: t.line("from")}
	t.checkSpacing(&s.From, &s.Until, &s.Text)
	for _, v := range t.tables("when", "a when of spacing") {
		x := SpacingVariant{Match: v.match(), From: v.span("from"), Until: v.span("until"), Text: v.text("text", longName), Source: v.variantSource(s.Source), Line: v.line("from")}
		v.checkSpacing(&x.From, &x.Until, &x.Text)
		v.done()
		s.When = append(s.When, x)
	}
	t.done()
	return s
}

// checkSpacing refuses an end before the start, and says the span in words where the plan does not.
func (t *table) checkSpacing(from, until *time.Duration, text *string) {
	if !t.has("from") {
		t.need("from")
		return
	}
	if *until == 0 {
		*until = *from
	}
	if *until < *from {
		t.wrong("until", "an until that is not below from", "until = %q is before from = %q", t.said("until"), t.said("from"))
	}
	if *text != "" || t.has("text") {
		return
	}
	*text = SpanWords(*from)
	if *until > *from {
		*text = fmt.Sprintf("%s to %s", strings.TrimSuffix(*text, " weeks"), SpanWords(*until))
	}
}
