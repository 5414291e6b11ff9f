package ask

import (
	"slices"
	"strings"
)

// peels is a word for a treatment, and for what the hands do to the skin; picks is one for that alone.
const peels, picks = "peel", "pick"

// done says whether the i-th word stands for what somebody does: "do not peel", "pick or peel", not "no peel".
func (r *reader) done(list []word, i int) bool {
	byHand := func(w word) bool {
		return w.one != nil && slices.ContainsFunc(w.one.topics, func(t int) bool { return t < len(r.topics) && slices.Contains(handled, r.topics[t].ID) })
	}
	if i+1 < len(list) && (slices.Contains([]string{"off", "skin", "flaking", "dead", "it"}, list[i+1].text) && !list[i].comma) {
		return true
	}
	if i == 0 {
		return false
	}
	before := i - 1
	if w := list[before]; w.one != nil && w.one.is(joins) || w.text == "or" || w.text == "and" {
		before--
	}
	return before >= 0 && (slices.Contains([]string{"not", "never", "dont"}, list[before].text) || byHand(list[before]))
}

// drinks is a word for what is drunk, and for what is in a product; solvent is one for that alone.
const drinks, solvent = "alcohol", "ethanol"

// smelling are words that leave alone a thing of that kind only.
var smelling = []string{"perfumed", "scented", "fragranced"}

// goods says whether a word stands for whatever is put on the skin.
func goods(w word) bool {
	return slices.Contains([]string{"product", "products", "toner", "toners", "skincare", "cosmetics"}, w.text)
}

// ofGoods says whether the words before a thing say that it is in a product: "products with over 6 percent alcohol".
func ofGoods(before []word) bool {
	const near = 5
	before = before[max(0, len(before)-near):]
	return slices.ContainsFunc(before, func(w word) bool { return goods(w) && !w.comma }) && slices.ContainsFunc(before, func(w word) bool {
		return slices.Contains([]string{"with", "containing", "contain", "that", "of", "over"}, w.text)
	})
}

// ofAKind says whether a medicine, or another thing that a broader rule is not meant for, stands there with what tells which.
func (r *reader) ofAKind(list []word, i, behind int) bool {
	if behind >= len(list) || list[behind-1].comma || !slices.Contains([]string{"that", "which"}, list[behind].text) {
		return false
	}
	e := list[i].one
	return e != nil && !slices.ContainsFunc(e.topics, func(t int) bool { return t >= len(r.topics) || !r.topics[t].Mild })
}

// cannotHelp says whether the i-th word only tells of what nobody can change: "if some sun cannot be helped", "where you
// can not avoid it".
func cannotHelp(list []word, i int) bool {
	if !slices.Contains([]string{"cannot", "cant", "not"}, list[i].text) {
		return false
	}
	cannot := list[i].text != "not" || i > 0 && list[i-1].text == "can"
	for j := i - 1; cannot && j >= 0 && !list[j].end; j-- {
		if slices.Contains([]string{"if", "where", "when"}, list[j].text) {
			return true
		}
	}
	return false
}

// The topics of what is drunk as water, and of washing the face.
const drinkingWater, washing = "water", "wash-face"

// wets says whether a phrase is the one word "water", which is only sometimes drunk.
func (r *reader) wets(e *entry) bool {
	return len(e.topics) == 1 && e.topics[0] < len(r.topics) && r.topics[e.topics[0]].ID == drinkingWater
}

// drunk says whether a text speaks of drinking.
func drunk(list []word) bool {
	return slices.ContainsFunc(list, func(w word) bool {
		return slices.Contains([]string{"drink", "drinks", "drinking", "drank", "glass", "glasses", "sip", "litres", "liters"}, w.text)
	})
}

// allWash says whether some topics are all of washing the face, or of what that is done with.
func (r *reader) allWash(topics []int) bool {
	return !slices.ContainsFunc(topics, func(t int) bool { return !r.isOf(t, washing) })
}

// isOf says whether a topic is one, or a kind of one.
func (r *reader) isOf(t int, ids ...string) bool {
	return t < len(r.topics) && slices.ContainsFunc(r.topics[t].kinds, func(k int) bool { return slices.Contains(ids, r.topics[k].ID) })
}

// isGoods says whether a topic is a thing of which there are harsh ones and mild ones: who leaves the harsh ones alone may
// well be told to use a mild one.
func (r *reader) isGoods(t int) bool {
	return r.isOf(t, washing, "moisturiser", "serum", "skin-care", "toner")
}

// anyOf are words before a thing that leave out none of its kind which the clinic has not given.
var anyOf = []string{"own", "usual", "regular", "normal", "everyday", "other", "old", "new"}

// qualifies says whether the word at i only tells of which sort the thing behind it is: the "harsh" of "harsh toners".
func (r *reader) qualifies(list []word, i, n int) bool {
	behind := i + n
	if n > 1 || behind >= len(list) || list[i].comma || list[i].end || list[i].one == nil || !list[i].one.is(narrows) {
		return false
	}
	e := list[behind].one
	return e != nil && len(e.topics) > 0 && !slices.ContainsFunc(e.topics, func(t int) bool { return !r.isGoods(t) })
}

// washedWith are words for what a face is washed with besides water.
var washedWith = []string{"cleanser", "cleansers", "facewash", "soap", "product", "products"}

// asksForMore says whether the question is of what one washes with, where the plan for now has water alone.
func (h *hearing) asksForMore(p *planItems, x *item, t int, text string) bool {
	with := false
	for i, w := range h.q.words {
		with = with || slices.Contains(washedWith, w.text) || i > 0 && w.text == "wash" && h.q.words[i-1].text == "face"
	}
	if !with || !h.isOf(t, washing) {
		return false
	}
	words, stage := h.wordsOf(text), text != p.plan.Routines[x.at].How
	has := func(all ...string) bool {
		return slices.ContainsFunc(words, func(w word) bool { return slices.Contains(all, w.text) })
	}
	return has("water") && (stage || has("only", "alone", "just")) && !has(washedWith...)
}

// otherDrinks are topics of what is drunk besides alcohol.
var otherDrinks = []string{drinkingWater, "drinks", "coffee", "tea", "alcohol-free"}

// drinkingWhat leaves out alcohol where the question has "drinking" of another drink: "how much water should I be drinking".
func (h *hearing) drinkingWhat() {
	other := slices.ContainsFunc(h.q.topics, func(t int) bool { return h.isOf(t, otherDrinks...) })
	if slices.ContainsFunc(h.q.topics, func(t int) bool { // "drink a lot of vodka" is of no water
		return h.isOf(t, "alcohol") && !strings.HasPrefix(h.q.said[t].text, "drink")
	}) {
		h.q.topics = slices.DeleteFunc(h.q.topics, func(t int) bool {
			return h.isOf(t, drinkingWater) && strings.HasPrefix(h.q.said[t].text, "drink")
		})
		other = false
	}
	h.q.topics = slices.DeleteFunc(h.q.topics, func(t int) bool {
		return other && h.isOf(t, "alcohol") && strings.HasPrefix(h.q.said[t].text, "drink") && len(h.q.said[t].stems) == 1
	})
}
