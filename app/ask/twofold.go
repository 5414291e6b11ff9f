package ask

import "slices"

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
