package ask

import (
	"slices"
	"strings"

	"afterglow/guidance"
)

// everyOne stands in the vocabulary for all calls, or all phases.
const everyOne = "all"

// acts are whom to call, the most urgent first.
var acts = []string{"emergency", "today", "clinic"}

// calls are the reasons to call that the question names, emergencies first; the whole list if it asks for that.
func (h *hearing) calls() []Answer {
	wanted := map[string]bool{}
	for _, n := range h.q.signs {
		if h.tooEarly(n) {
			continue
		}
		wanted[h.signs[n].Call] = true
	}
	for _, t := range h.q.topics {
		for _, ref := range h.vocabularyTopic(t).Items {
			if kind, id, _ := strings.Cut(ref, ":"); Kind(kind) == CallLine {
				wanted[id] = true
			}
		}
	}
	var out []Answer
	for _, p := range h.plans {
		for _, c := range guidance.CallList(*p.plan) {
			own := slices.ContainsFunc(p.plan.Calls, func(o guidance.Call) bool { return o.ID == c.ID && o.Text == c.Text })
			if !wanted[c.ID] && !wanted[everyOne] && !(own && (h.tells(p, c) || len(wanted) > 0 && h.namesIn(c.Text))) {
				continue
			}
			if slices.ContainsFunc(out, func(a Answer) bool { return a.ID == c.ID && a.Text == c.Text }) { // two courses of one plan
				continue
			}
			a := Answer{Kind: CallLine, ID: c.ID, Verdict: Call, Text: c.Text, Act: c.Act, Source: c.Source, Line: c.Line}
			if p.course != nil {
				a.Treatment = p.course.Treatment.ID
			}
			out = append(out, a)
		}
	}
	if !wanted[everyOne] {
		slices.SortStableFunc(out, func(a, b Answer) int { return slices.Index(acts, a.Act) - slices.Index(acts, b.Act) })
	}
	return out
}

// tooEarly says whether a sign counts only on a later day.
func (h *hearing) tooEarly(n int) bool {
	after := h.signs[n].AfterDay
	d, ok := h.elapsed()
	return after > 0 && (!ok || int(d.Hours()) <= after*hoursOfDay)
}

// besideCalls is what the plans themselves have for what the person tells of: an advice "Cold sores" says what to take, and so
// does one whose text begins "If you get cold sores". It stands behind the calls.
func (h *hearing) besideCalls() []Answer {
	signs := h.signWords()
	return h.besideSigns(func(a Answer) bool { return a.Verdict == Advice }, func(text string) bool {
		return slices.ContainsFunc(signs, func(stems []string) bool { return h.hasWords(text, stems) })
	})
}

// besideSigns is what the plans themselves have for what the person tells of: advice that is titled so, and what has a text that
// tells says to be of it; as far as wanted takes it.
func (h *hearing) besideSigns(wanted func(Answer) bool, tells func(text string) bool) (out []Answer) {
	for _, t := range h.q.topics {
		for _, f := range h.about(t) {
			if titled := f.Kind == Care || f.Kind == Routine; titled && wanted(f.Answer) && f.relation <= is && h.written([]found{{Answer: Answer{Name: f.Name}}}, h.q.said[t].stems) != "" {
				out = append(out, f.Answer)
			}
		}
	}
	for i := range h.plans {
		p := &h.plans[i]
		for j := range p.items {
			x := &p.items[j]
			speaks := (x.kind == Care || x.kind == Routine) && tells(p.textOf(x))
			if !speaks || slices.ContainsFunc(out, func(a Answer) bool { return a.Kind == x.kind && a.ID == x.id }) {
				continue
			}
			if a, ok := h.say(p, x, mentions, &h.windows); ok && wanted(a) {
				out = append(out, a)
			}
		}
	}
	return out[:min(len(out), mostBeside)]
}

// signWords are the words of the question by which it tells of a reason to call, as far as they are of several words: "cold
// sores", not "pain".
func (h *hearing) signWords() (out [][]string) {
	h.each(h.q.words, func(e *entry) bool { return len(e.groups) > 0 }, func(_ *entry, from, to int) {
		if to-from < 2 {
			return
		}
		var stems []string
		for _, w := range h.q.words[from:to] {
			stems = append(stems, w.stem)
		}
		out = append(out, stems)
	})
	return out
}

// textOf is what the running text of a routine or advice says.
func (p *planItems) textOf(x *item) string {
	if x.kind == Routine {
		return p.plan.Routines[x.at].How
	}
	return p.plan.Care[x.at].Text
}

// mostBeside is how many parts of a plan stand behind its calls.
const mostBeside = 2

// namesIn says whether a text has one of the question's words that mean anything.
func (h *hearing) namesIn(text string) bool {
	list := h.wordsOf(text)
	return slices.ContainsFunc(h.q.words, func(w word) bool {
		if len(w.text) < shortestWorded || w.one != nil && w.one.is(plainWord|denies|forbids) {
			return false
		}
		return slices.ContainsFunc(list, func(o word) bool { return o.stem == w.stem })
	})
}

// tells says whether a question tells of a plan's own reason to call: it has all words of one part of it that mean
// anything, or their topics, and the plan does not expect these anyway.
func (h *hearing) tells(p planItems, c guidance.Call) bool {
	list := h.wordsOf(c.Text)
	for len(list) > 0 {
		end := 1
		for end < len(list) && !list[end-1].end && !list[end-1].comma && !(list[end].one != nil && list[end].one.is(goesOn)) {
			end++
		}
		if h.tellsPart(p, list[:end]) {
			return true
		}
		list = list[end:]
	}
	return false
}

func (h *hearing) tellsPart(p planItems, list []word) bool {
	covered := make([]bool, len(list))
	var topics []int
	h.scan(list, meansATopic, func(e *entry, from, to int) {
		topics = appendAll(topics, e.topics)
		for ; from < to; from++ {
			covered[from] = true
		}
	})
	words := 0
	for i := range list {
		if e := h.entry([]byte(list[i].stem)); covered[i] || e != nil && e.is(plainWord|denies|forbids) {
			continue
		}
		if !slices.ContainsFunc(h.q.words, func(w word) bool { return w.stem == list[i].stem }) {
			return false
		}
		words++
	}
	for _, t := range topics {
		if !slices.ContainsFunc(h.q.topics, func(q int) bool { return slices.Contains(h.vocabularyTopic(q).kinds, t) }) {
			return false
		}
	}
	return words > 0 || len(topics) > 0 && (h.degree(topics) || !h.expected(p, topics))
}

// expected says whether the phases of a plan expect all of these topics at the time of the question, or soon.
func (h *hearing) expected(p planItems, topics []int) bool {
	_, at, known := h.currentPlan()
	holds := func(x *item) bool {
		a, ok := h.sayPhase(&p, x)
		return !known || ok && a.Until.After(at) && !a.From.After(at.Add(soon))
	}
	for _, t := range topics {
		if !slices.ContainsFunc(p.items, func(x item) bool { return x.kind == Phase && slices.Contains(x.text, t) && holds(&x) }) {
			return false
		}
	}
	return true
}
