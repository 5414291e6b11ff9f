package ask

import "slices"

// handedOver are words for what a clinic does with what it leaves out of a wait: "only what your therapist gave you".
var handedOver = []string{"gave", "given", "give", "gives", "provide", "provided", "supplied", "sold", "prescribed", "recommend", "recommended"}

// givenIn says whether an exception names no thing, but whatever the clinic gave.
func givenIn(e exception, list []word) bool {
	what := slices.ContainsFunc(list, func(w word) bool { return w.text == "what" || w.text == "whatever" || w.text == "products" })
	return what && handsOver(list) && len(e.topics) <= 1
}

func handsOver(list []word) bool {
	return slices.ContainsFunc(list, func(w word) bool { return slices.Contains(handedOver, w.text) })
}

// given is the plan's word by which a wait leaves out what the clinic gave, if the question is of such a thing: "the serum you
// gave me". What a friend gave is another matter.
func (h *hearing) given(x *item) string {
	i := slices.IndexFunc(x.except, func(e exception) bool { return e.given })
	if i < 0 || !handsOver(h.q.words) {
		return ""
	}
	clinic := slices.ContainsFunc(h.q.words, func(w word) bool { return w.text == "you" || w.one != nil && w.one.is(saysWho) })
	if !clinic {
		return ""
	}
	return x.except[i].word
}

// fromClinic says whether the question is of what the clinic has or gave: "your foundation", "the cream you gave me".
func (h *hearing) fromClinic() bool {
	return slices.ContainsFunc(h.q.words, func(w word) bool {
		return slices.Contains([]string{"you", "your", "yours"}, w.text) || w.one != nil && w.one.is(saysWho)
	})
}

// doneWith is the exception by which a window leaves out what the question does: "with clean hands".
func (h *hearing) doneWith(x *item) string {
	for _, e := range x.except {
		n := len(e.stems)
		for i := 1; n > 0 && i+n <= len(h.q.words); i++ {
			same := slices.EqualFunc(h.q.words[i:i+n], e.stems, func(w word, stem string) bool { return w.stem == stem })
			if same && h.q.words[i-1].text == "with" && (!e.ours || h.fromClinic()) {
				return e.word
			}
		}
	}
	return ""
}
