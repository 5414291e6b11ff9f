package label

import (
	"slices"
	"strings"

	"afterglow/guidance"
)

// longestName is how many words a name has at most, where names are looked for among other words.
const longestName = 6

// crowd is from how many names on words in a row are a list without marks, and no sentence about one of them.
const crowd = 3

// hit is a known name among words.
type hit struct {
	from, to int // its words
	entry    *guidance.Ingredient
}

// scan looks for known names among the words of an entry that is not known as a whole: "Contains 2% retinol complex",
// or a list without marks. nil: none that count.
func scan(text, percent string) []Item {
	words := strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" \n\t/()[]{},;:", c) })
	hits := hitsIn(words)
	many := len(hits) >= crowd
	n := names()
	for i := range words {
		if !n.free[strings.ToLower(words[i])] {
			continue
		}
		if !many {
			return nil
		}
		hits = slices.DeleteFunc(hits, func(h hit) bool { return h.from > i }) // "without alcohol, scent and retinol"
		break
	}
	var items []Item
	last := 0
	for _, h := range hits {
		if !many && !counts(words, h) {
			continue
		}
		if many {
			items = append(items, left(words[last:h.from])...)
		}
		name := strings.Join(words[h.from:h.to], " ")
		items = append(items, Item{Name: written(name, h.entry), Known: h.entry, Keys: []string{guidance.IngredientKey(name)}, Percent: percent})
		last = h.to
	}
	if many {
		items = append(items, left(words[last:])...)
	}
	return items
}

// left are the words between known names: a name that is not known, or a word that belongs to none.
func left(words []string) []Item {
	name := strings.Join(words, " ")
	if len(guidance.IngredientKey(name)) < 3 {
		return nil
	}
	return []Item{{Name: name, Keys: keys(name)}}
}

// hitsIn finds known names among words, the longest at each place.
func hitsIn(words []string) []hit {
	n := names()
	part, from := make([]string, len(words)), make([]int, len(words)+1)
	for i, w := range words {
		part[i] = guidance.IngredientKey(w)
		from[i+1] = from[i] + len(part[i])
	}
	whole := strings.Join(part, "")
	var hits []hit
	for at := 0; at < len(words); at++ {
		if head := part[at]; head == "" || len(head) >= headLetters && !n.heads[head[:headLetters]] {
			continue
		}
		var found hit
		for to := at; to < len(words) && to < at+longestName; to++ {
			key := whole[from[at]:from[to+1]]
			if len(key) > n.longest {
				break
			}
			if e, ok := n.book.Keyed(key); ok && part[to] != "" {
				found = hit{at, to + 1, e}
			}
		}
		if found.entry != nil {
			hits = append(hits, found)
			at = found.to - 1
		}
	}
	return hits
}

// counts says whether a name among other words surely stands for itself: not a part of another name, and nothing that
// has other meanings.
func counts(words []string, h hit) bool {
	key := strings.Join(words[h.from:h.to], "")
	if !waits(h.entry) || h.entry.Whole || h.entry.Mild || h.entry.High || len(key) < leastLetters-1 {
		return false
	}
	n := names()
	for _, at := range []int{h.from - 1, h.to} {
		if at >= 0 && at < len(words) && n.other[strings.ToLower(words[at])] {
			return false
		}
	}
	return true
}

// withoutIdle is a name without the words around it that belong to no name ("Organic Glycerin", "Zinc Oxide (nano)").
func withoutIdle(text string) string { return without(text, names().idle) }

// withoutPurpose is an active ingredient's name without what it is for.
func withoutPurpose(text string) string { return without(text, names().purpose) }

// without takes words off the beginning and the end of a text, unless nothing would be left. gone has them by their
// letters.
func without(text string, gone map[string]bool) string {
	parts := strings.Fields(text)
	from, to := 0, len(parts)
	for changed := true; changed && to-from > 1; {
		changed = false
		for n := min(mostIdle, to-from-1); n > 0; n-- {
			if gone[loneKey(parts[to-n:to])] {
				to, changed = to-n, true
				break
			}
			if gone[loneKey(parts[from:from+n])] {
				from, changed = from+n, true
				break
			}
		}
	}
	if from == 0 && to == len(parts) {
		return text
	}
	return strings.Join(parts[from:to], " ")
}

// mostIdle is how many words stand in one of the phrases that without takes off, at most.
const mostIdle = 3

// loneKey is the key of words in a row.
func loneKey(words []string) string {
	if len(words) == 1 {
		return guidance.IngredientKey(words[0])
	}
	return guidance.IngredientKey(strings.Join(words, ""))
}
