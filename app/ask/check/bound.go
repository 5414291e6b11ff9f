package check

import (
	"slices"
	"strings"
	"sync"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// window is a wait of a plan with its words.
type window struct {
	guidance.Window
	real *course.Window // nil: no treatment
	said [][]string     // its name, rule and activities, each as words
	name int            // how many of said are no sentence: what may soothe is named there or not at all
}

// windows are a plan's waits: those of the course if there is one.
func windows(p guidance.Plan, c *course.Course) []window {
	var all []window
	add := func(w guidance.Window, real *course.Window) {
		x := window{Window: w, real: real}
		for _, a := range w.Activities {
			x.said = append(x.said, words(a))
		}
		x.said = append(x.said, words(w.Name))
		x.name = len(x.said)
		x.said = append(x.said, words(w.Avoid))
		all = append(all, x)
	}
	if c == nil {
		for _, w := range p.Windows {
			add(w, nil)
		}
		return all
	}
	for i := range c.Windows {
		add(c.Windows[i].Spec, &c.Windows[i])
	}
	return all
}

// spent says whether a wait was for the time before the treatment alone: of the time since, the plan says nothing, and that its
// end has come allows nothing.
func (w *window) spent(now time.Time) bool { return w.real != nil && w.real.Spent(now) }

// bound is the strictest of what the plan itself asks for; false: it asks for nothing.
func (ch *checker) bound(p *plan, x thing, avoid listed) (Finding, bool) {
	var all []Finding
	names := ch.namesOf(x)
	spent := false
	for i := range p.windows {
		switch w := &p.windows[i]; {
		case !ch.stands(w, x, names):
		case w.spent(ch.now):
			spent = true
		default:
			all = append(all, ch.waits(p, x, w))
		}
	}
	if avoid.level > 0 {
		all = append(all, ch.onList(p, x, avoid, len(all) > 0 || spent)...)
	}
	if f, ok := ch.notBegun(p, x); ok {
		all = append(all, f)
	}
	if len(all) == 0 {
		return Finding{Spent: spent}, false
	}
	best := all[0]
	for _, f := range all[1:] {
		if stricter(f, best) {
			best = f
		}
	}
	best.Word, best.Kin = avoid.word, avoid.level == byKin || avoid.level == byGroup
	return best, true
}

// waits is what a wait of the plan says at the moment.
func (ch *checker) waits(p *plan, x thing, w *window) Finding {
	f := ch.finding(p, x, Wait, Runs)
	f.Window, f.Rule, f.Why, f.Source, f.Line = w.Name, w.Avoid, w.Window.Why, w.Source, w.Line
	spec := &w.Window
	if w.real != nil {
		spec = &w.real.Spec
	}
	switch begun := w.real == nil || !ch.now.Before(w.real.From); {
	case begun && (spec.Until.Anchor == guidance.NoEnd || w.real != nil && w.real.Open):
		none := ch.endless(p, x)
		none.Window, none.Rule, none.Why, none.Source, none.Line = f.Window, f.Rule, f.Why, f.Source, f.Line
		return none
	case begun && spec.Until.Anchor == guidance.UntilCalm && (w.real == nil || !w.real.Over(ch.now)):
		f.Reason, f.Condition = Calm, spec.Condition
		return f
	}
	if w.real == nil {
		f.Reason, f.Span = Untreated, &w.Until
		return f
	}
	f.Source, f.Line = w.real.Spec.Source, w.real.Spec.Line
	switch {
	case ch.now.Before(w.real.From):
		f.Verdict, f.Reason, f.From, f.Until = Soft, Ahead, w.real.From, w.real.Until
	case ch.now.Before(w.real.Until):
		f.Until = w.real.Until
	case !w.real.Over(ch.now):
		f.Reason, f.Condition, f.Timed = Calm, spec.Condition, true
	default:
		f.Verdict, f.Reason, f.Since, f.After = Soft, Over, w.real.Until, w.Window.After
		if w.real.CalmSaid.After(f.Since) {
			f.Since = w.real.CalmSaid
		}
	}
	return f
}

// onList is what the plan's list has of it to leave out: until a time of its own, as long as a wait, or without an
// end. windowed says that a wait of the plan is for it, which is then its end.
func (ch *checker) onList(p *plan, x thing, avoid listed, windowed bool) []Finding {
	spec := p.waitFor(avoid.word)
	if spec == nil {
		if windowed {
			return nil
		}
		return []Finding{ch.endless(p, x)}
	}
	if spec.Window != "" {
		for i := range p.windows {
			if w := &p.windows[i]; w.ID == spec.Window {
				if w.spent(ch.now) {
					return nil
				}
				return []Finding{ch.waits(p, x, w)}
			}
		}
		return []Finding{ch.endless(p, x)}
	}
	f := ch.finding(p, x, Wait, Runs)
	f.Source, f.Line = spec.Source, spec.Line
	until := p.until(spec)
	switch {
	case p.course == nil:
		f.Reason, f.Span = Untreated, spec.Until
	case until.IsZero():
		return []Finding{ch.endless(p, x)}
	case ch.now.Before(p.course.Treatment.At):
		f.Verdict, f.Reason, f.From, f.Until = Soft, Ahead, p.course.Treatment.At, until
	case ch.now.Before(until):
		f.Until = until
	default:
		f.Verdict, f.Reason, f.Since = Soft, Over, until
	}
	return []Finding{f}
}

// endless is what the list has without an end: as long as the course lasts.
func (ch *checker) endless(p *plan, x thing) Finding {
	f := ch.finding(p, x, Avoid, Listed)
	switch {
	case p.course == nil:
	case p.past:
		f.Verdict, f.Reason, f.Since = Soft, Ended, p.course.Ends
	case ch.now.Before(p.course.Treatment.At):
		f.Verdict, f.Reason, f.From = Soft, Ahead, p.course.Treatment.At
	}
	return f
}

// waitFor is how long the list has a word wait; nil: it names no end.
func (p *plan) waitFor(word string) *guidance.ProductWait {
	for i := range p.Products.Waits {
		for _, w := range p.Products.Waits[i].Avoid {
			if w == word {
				return &p.Products.Waits[i]
			}
		}
	}
	return nil
}

// until is the end of such a wait; zero: not known.
func (p *plan) until(spec *guidance.ProductWait) time.Time {
	if p.course == nil {
		return time.Time{}
	}
	for i := range p.Products.Waits {
		if &p.Products.Waits[i] == spec && i < len(p.course.Products) {
			return p.course.Products[i].Until
		}
	}
	return time.Time{}
}

// notBegun is a kind that the plan begins with later: filters of the sun before its sunscreen. A mineral one counts
// only where it is what the product is for.
func (ch *checker) notBegun(p *plan, x thing) (Finding, bool) {
	g, ok := ch.book.Group(x.group)
	if !ok || g.Routine == "" || g.Soothing && !x.Active {
		return Finding{}, false
	}
	r := p.routine(guidance.Role(g.Routine))
	if r == nil || !ch.now.Before(r.Allowed) {
		return Finding{}, false
	}
	f := ch.finding(p, x, Wait, NotBegun)
	f.Until, f.Source, f.Line = r.Allowed, r.Spec.Source, r.Spec.Line
	if ch.now.Before(p.course.Treatment.At) {
		f.Verdict = Soft
	}
	return f, true
}

// stands says whether a wait of the plan is for an ingredient: for its kind by the wait's id, or since its words name
// the ingredient or the kind.
func (ch *checker) stands(w *window, x thing, names [][]string) bool {
	g, known := ch.book.Group(x.like)
	if known && g.Window != "" && g.Window == w.ID {
		return true
	}
	said := w.said
	if known && g.Soothing {
		said = said[:w.name]
	}
	if x.Known == nil { // a wait's name has words that are no ingredient: "Other treatments"
		said = slices.Delete(slices.Clone(said), w.name-1, w.name)
	}
	for _, text := range said {
		for _, name := range names {
			if among(name, text) {
				return true
			}
		}
	}
	return false
}

// shortest is how many letters a name has at least that is looked for in a plan's sentences.
const shortest = 4

// namesOf are the names by which a plan may mean an ingredient, as words.
func (ch *checker) namesOf(x thing) [][]string {
	var all [][]string
	if x.Known == nil {
		if len(x.Name) > shortest {
			all = append(all, words(x.Name))
		}
	} else if !x.Known.Whole {
		for _, name := range x.Known.All() {
			if len(name) >= shortest {
				all = append(all, words(name))
			}
		}
	}
	return append(all, groupWords()[x.like]...)
}

// groupWords are the words that a kind is called by, each as words.
var groupWords = sync.OnceValue(func() map[string][][]string {
	all := map[string][][]string{}
	for _, g := range guidance.Ingredients().Groups {
		for _, name := range g.Words {
			all[g.ID] = append(all[g.ID], words(name))
		}
	}
	return all
})

// words are the words of a text in small letters.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		switch c {
		case ' ', ',', '.', ';', ':', '(', ')', '/', '-', '\'', '’', '–':
			return true
		}
		return false
	})
}

// among says whether words stand in a text, one after the other.
func among(name, text []string) bool {
	if len(name) == 0 {
		return false
	}
	for at := 0; at+len(name) <= len(text); at++ {
		i := 0
		for i < len(name) && text[at+i] == name[i] {
			i++
		}
		if i == len(name) {
			return true
		}
	}
	return false
}
