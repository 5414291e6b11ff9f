package ask

import (
	"reflect"
	"slices"
	"strings"

	"afterglow/guidance"
)

// Told is what the person says that somebody of their clinic told them of one thing ("my nurse said gym after 3 days"): it
// may become a change of their own to the plan.
type Told struct {
	What string // the thing, as it was typed; "": the question names none
	When string // how long or how often, in words that [guidance.ReadOwnTime] takes; "": it names neither
}

// teller finds who told something, and takes these words out of a question: they are no part of what it is about. Who asks
// what was said ("what did the nurse say"), or tells that nothing was, is none.
func (r *reader) teller(q *reading) bool {
	from, to := r.tellerIn(q.words)
	if to == 0 {
		return false
	}
	out := func(i int) bool { return i >= from && i < to }
	words, strange := q.words[:0:0], q.strange[:0:0]
	for i, w := range q.words {
		if !out(i) {
			words, strange = append(words, w), append(strange, q.strange[i])
		}
	}
	q.words, q.strange = words, strange
	r.prepare(q.words)
	return true
}

// tellerIn is where that stands, from the first word to behind the last; 0, 0: nowhere.
func (r *reader) tellerIn(list []word) (from, to int) {
	for i := range list {
		if e, n := r.longestAt(list, i, func(e *entry) bool { return e.is(saysTold) }); e != nil && !asksBefore(list, i) {
			return i, i + n
		}
		e, length := r.longestAt(list, i, func(e *entry) bool { return e.is(saysWho) })
		if e == nil {
			continue
		}
		begin := i
		if i > 0 && !list[i-1].end && list[i-1].one != nil && list[i-1].one.is(plainWord) {
			begin-- // "my", "the"
		}
		for at := i + length; at < len(list) && at <= i+length+mostBetween && (!list[at-1].end || list[at-1].text == doctorShort); at++ {
			if e, n := r.longestAt(list, at, func(e *entry) bool { return e.is(saysThat) }); e != nil && !asksBefore(list, begin) {
				return begin, at + n
			}
			if !passed(list[at]) {
				break
			}
		}
		for at := begin - 1; at >= 0 && at >= begin-3; at-- { // "according to my doctor"
			if e, n := r.longestAt(list, at, func(e *entry) bool { return e.is(saysThat) }); e != nil && at+n == begin && n > 1 {
				return at, i + length
			}
		}
	}
	return 0, 0
}

// mostBetween is how many words may stand between who told and that they did.
const mostBetween = 2

// doctorShort ends no sentence, although a full stop stands behind it.
const doctorShort = "dr"

// passed says whether a word may stand between who told and what they did: "has", "just"; not "never", "didnt".
func passed(w word) bool {
	if w.one == nil {
		return true // a name
	}
	return w.one.is(plainWord) && !w.one.is(denies|forbids) && !strings.HasSuffix(w.text, "nt")
}

// asksBefore says whether the words before the i-th one, in the same sentence, ask: "did my doctor say".
func asksBefore(list []word, i int) bool {
	for j := i - 1; j >= 0 && !list[j].end && !list[j].comma; j-- {
		if list[j].one != nil && list[j].one.is(queries) {
			return true
		}
	}
	return false
}

// mostTimeWords is how many words a length of time has at most.
const mostTimeWords = 6

// toldOf is what somebody told of the first thing in a question.
func (h *hearing) toldOf(text string) *Told {
	told := &Told{}
	for _, t := range h.q.topics {
		if v := h.vocabularyTopic(t); !v.Weak {
			told.What = strings.ToLower(strings.Join(strings.Fields(h.q.said[t].text), " "))
			if told.What == "" {
				told.What = strings.ToLower(v.Name)
			}
			break
		}
	}
	all := h.stemmed(text)
	h.prepare(all)
	if _, to := h.tellerIn(all); to > 0 {
		told.When = h.timeIn(text, all[to:]) // what stands before it may be somebody else's: "reddit says a week, my nurse a month"
	}
	if told.When == "" {
		told.When = h.timeIn(text, all)
	}
	return told
}

// timeIn is the first of the longest lengths of time that stand in some words of a text; "" for none.
func (h *hearing) timeIn(text string, all []word) string {
	for n := min(mostTimeWords, len(all)); n > 0; n-- {
		for i := 0; i+n <= len(all); i++ {
			if _, err := guidance.ReadOwnTime(text[all[i].from:all[i+n-1].to]); err == nil {
				return strings.ToLower(text[h.timeFrom(text, slices.Clone(all[i:i+n])):all[i+n-1].to])
			}
		}
	}
	return ""
}

// timeFrom is where a length of time begins in words that read as one: what stands before it is none of it, if it is read
// the same without ("wait 2 weeks").
func (h *hearing) timeFrom(text string, list []word) int {
	h.prepare(list)
	to := list[len(list)-1].to
	whole, _ := guidance.ReadOwnTime(text[list[0].from:to])
	for len(list) > 1 {
		w := &list[0]
		_, figure := h.number(*w)
		if figure || w.one != nil && (w.one.is(bounds|saysAfter) || w.one.hours > 0) {
			break
		}
		rest, err := guidance.ReadOwnTime(text[list[1].from:to])
		if err != nil || !reflect.DeepEqual(rest, whole) {
			break
		}
		list = list[1:]
	}
	return list[0].from
}
