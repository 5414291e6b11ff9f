package label

import (
	"slices"
	"strings"
	"unicode"

	"afterglow/guidance"
)

// readChunk reads one entry of a list. It may be several ingredients ("Parfum (Limonene, Linalool)"), or none: a
// footnote. What is not known is kept as it stands.
func readChunk(chunk string, k kind, guesses *int) []Item {
	text, foot := strings.CutPrefix(chunk, "*")
	if len(chunk) > 3 && chunk[0] == '(' && isDigit(chunk[1]) && chunk[2] == ')' { // "(1) from essential oils"
		text, foot = chunk[3:], true
	}
	text = strings.TrimSpace(strings.Map(dropStar, text))
	text, percent, behind := amount(text)
	if behind != "" || k == active {
		text = withoutPurpose(text)
	}
	text = strings.Trim(unclosed(text), " .,:;–-=_")
	text = afterAnd(text)
	words := fields(text)
	switch {
	case len(words) == 0 || !strings.ContainsFunc(text, unicode.IsLetter):
		return nil
	case k == active && names().purpose[guidance.IngredientKey(text)]:
		return nil
	case foot && slices.ContainsFunc(words, func(w string) bool { return names().foot[w] }):
		if items := known(text, percent); items == nil || items[0].Known.General {
			return nil
		}
	}
	if claims(words) || percent != "" && !strings.ContainsAny(percent, "123456789") { // "0% alcohol"
		return []Item{{Name: text, Keys: []string{guidance.IngredientKey(text)}, Percent: percent}}
	}
	if marked := strings.ContainsAny(text, "/([{"); !marked && len(words) > crowd || marked && len(fields(outside(text))) > mostWords {
		if len(hitsIn(words)) >= crowd {
			return scan(text, percent)
		}
	}
	if _, whole := names().book.Find(text); !whole && strings.Contains(text, "/") {
		if items := several(text, percent); items != nil {
			return items
		}
	}
	if items := known(text, percent); items != nil {
		if text[0] == '(' && items[0].Known.General { // "(retinoid)": of what kind the name before it is
			return nil
		}
		return items
	}
	if items := several(text, percent); items != nil {
		return items
	}
	if plain := withoutIdle(text); plain != text {
		if items := known(plain, percent); items != nil {
			return items
		}
	}
	if *guesses > 0 && !names().least[guidance.IngredientKey(text)] {
		*guesses--
		if e := nearest(guidance.IngredientKey(outside(text))); e != nil {
			return []Item{{Name: e.INCI, Known: e, Keys: []string{guidance.IngredientKey(e.INCI)}, Percent: percent, Guess: true}}
		}
	}
	if items := scan(text, percent); items != nil {
		return items
	}
	if out, _ := bracketed(text); out == "" { // "(in each gram)"
		return nil
	}
	return []Item{{Name: text, Keys: keys(text), Percent: percent}}
}

// unclosed is a text without brackets that have no other half.
func unclosed(text string) string {
	if !strings.ContainsAny(text, "()[]{}") {
		return text
	}
	lone := map[int]bool{}
	var open []int
	for at := range len(text) {
		switch text[at] {
		case '(', '[', '{':
			open = append(open, at)
		case ')', ']', '}':
			if len(open) == 0 {
				lone[at] = true
				continue
			}
			open = open[:len(open)-1]
		}
	}
	for _, at := range open {
		lone[at] = true
	}
	if len(lone) == 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for at := range len(text) {
		if !lone[at] {
			out = append(out, text[at])
		}
	}
	return string(out)
}

func dropStar(c rune) rune {
	if c == '*' {
		return -1
	}
	return c
}

// claims says whether an entry tells what is not in the product: "Fragrance-free", "No alcohol".
func claims(words []string) bool {
	n := names()
	return n.free[words[0]] || n.free[words[len(words)-1]]
}

// known reads an entry that our list knows as a whole or in its brackets; nil if it does not.
func known(text, percent string) []Item {
	item := func(name string, e *guidance.Ingredient) Item {
		return Item{Name: written(name, e), Known: e, Keys: keys(name), Percent: percent}
	}
	if e, ok := names().book.Find(text); ok {
		return []Item{item(text, e)}
	}
	out, in := bracketed(text)
	if len(in) == 0 {
		if e := find(text); e != nil {
			return []Item{item(text, e)}
		}
		return nil
	}
	var inner []Item
	for _, name := range in {
		e := find(name)
		if e == nil { // "Vitamin C (as Ascorbyl Glucoside)"
			name = withoutIdle(name)
			e = find(name)
		}
		if e != nil && !e.Whole {
			inner = append(inner, item(name, e))
		} else if strings.Contains(name, "/") || strings.ContainsRune(name, '&') {
			inner = append(inner, several(name, percent)...)
		}
	}
	name, outer := out, find(out)
	if !strings.ContainsAny(text[len(text)-1:], ")]}") { // "Lavandula Angustifolia (Lavender) Oil"
		name = text
	}
	if outer == nil && (len(inner) == 0 || name == text) {
		outer = find(text)
	}
	if outer == nil {
		return inner
	}
	if !outer.General { // what stands in its brackets is another name of it, or its maker's words
		items := []Item{item(name, outer)}
		for _, i := range inner {
			if i.Known != nil && !i.Known.General && waits(i.Known) && i.Known.Group != outer.Group {
				items = append(items, i)
			}
		}
		return items
	}
	if len(inner) > 0 && !outer.Head { // "Vitamin C (Ascorbyl Glucoside)": what says more counts
		return inner
	}
	return append([]Item{item(name, outer)}, inner...)
}

// waits says whether an entry is of a kind that is waited with.
func waits(e *guidance.Ingredient) bool {
	g, ok := names().book.Group(e.Group)
	return ok && g.Wait > 0
}

// find gives the entry of a name: by the name itself, as an oil of a plant, or by words in it.
func find(name string) *guidance.Ingredient {
	n := names()
	if e, ok := n.book.Find(name); ok {
		return e
	}
	return byWords(name)
}

// mostWords is how many words a name has at most: more of them are a list without marks, or a sentence.
const mostWords = 9

// byWords gives the entry that some words in a name make it, such as an oil of a plant.
func byWords(name string) *guidance.Ingredient {
	n := names()
	words := fields(name)
	if len(words) < 2 || len(words) > mostWords {
		return nil
	}
	if slices.ContainsFunc(words, func(w string) bool { return n.free[w] || n.other[w] }) {
		return nil
	}
	if slices.ContainsFunc(words, func(w string) bool { return n.oil[w] }) && !slices.ContainsFunc(words, func(w string) bool { return n.pressed[w] }) {
		for _, p := range n.plants {
			if within(p.words, words) >= 0 {
				return p.entry
			}
		}
	}
	for _, p := range n.phrases {
		if within(p.words, words) >= 0 {
			return p.entry
		}
	}
	for _, p := range n.endings {
		if at := len(words) - len(p.words); at > 0 && slices.Equal(words[at:], p.words) {
			return p.entry
		}
	}
	return nil
}

// several reads an entry that gives more than one name: "Parfum/Fragrance", "Linalool and Citral", "Water & Glycerin".
// At least one has to be known.
func several(text, percent string) []Item {
	names := alternatives(text)
	if len(names) < 2 || len(names) > 12 {
		return nil
	}
	var items []Item
	var rest []string
	for i, name := range names {
		if denies(name) { // "It is free from fragrance and alcohol"
			rest = append(rest, strings.Join(names[i:], " "))
			break
		}
		found := known(strings.TrimSpace(name), percent)
		if found == nil {
			found = known(withoutIdle(name), percent)
		}
		if found == nil && len(guidance.IngredientKey(name)) > 2 {
			rest = append(rest, name)
		}
		items = append(items, found...)
	}
	switch {
	case len(items) == 0:
		return nil
	case strings.Contains(text, "/"): // two names of one thing, of which we know one
		return items
	}
	for _, name := range rest {
		if found := scan(name, percent); found != nil {
			items = append(items, found...)
			continue
		}
		items = append(items, Item{Name: name, Keys: keys(name), Percent: percent})
	}
	return items
}

// denies says whether a name tells what is not in the product, and goes on to do so: a word such as "without" stands in
// it and does not end it.
func denies(name string) bool {
	words := fields(name)
	i := slices.IndexFunc(words, func(w string) bool { return names().free[w] })
	return i >= 0 && i < len(words)-1
}

// afterAnd is an entry without the word that joins it to the one before: "and Limonene".
func afterAnd(text string) string {
	word, rest, ok := strings.Cut(text, " ")
	if ok && names().and[strings.ToLower(strings.Trim(word, "()"))] {
		return strings.TrimSpace(rest)
	}
	return text
}

// alternatives are the names that an entry gives, outside of its brackets.
func alternatives(text string) []string {
	var inside []bool
	if strings.ContainsAny(text, "([{") {
		inside = brackets(text)
	}
	n := names()
	var out []string
	from, word := 0, 0
	for at := 0; at <= len(text); at++ {
		if at < len(text) && text[at] != '/' && text[at] != '&' && text[at] != '+' && text[at] != ' ' {
			continue
		}
		if at < len(text) && inside != nil && inside[at] {
			continue
		}
		if at < len(text) && word > from && at-word <= longestAnd && n.and[strings.ToLower(strings.Trim(text[word:at], "()"))] {
			out = append(out, text[from:word])
			from = at
		}
		if at < len(text) && text[at] != ' ' {
			out = append(out, text[from:at])
			from = at + 1
		}
		word = at + 1
	}
	if out == nil {
		return nil
	}
	return trimmed(append(out, text[min(from, len(text)):]))
}

// longestAnd is how long a word between two names is at most, with brackets around it.
const longestAnd = 6

// outside is a name without what stands in brackets.
func outside(text string) string {
	out, _ := bracketed(text)
	return out
}

// bracketed divides a name from what stands in its brackets, entry by entry.
func bracketed(text string) (out string, in []string) {
	if !strings.ContainsAny(text, "([{") {
		return text, nil
	}
	var b strings.Builder
	depth, from := 0, 0
	for at, c := range text {
		switch c {
		case '(', '[', '{':
			if depth == 0 {
				b.WriteString(text[from:at])
				from = at + 1
			}
			depth++
		case ')', ']', '}':
			if depth == 1 {
				in = append(in, listed(text[from:at])...)
				from = at + 1
			}
			depth = max(0, depth-1)
		}
	}
	if depth > 0 { // never closed
		in = append(in, listed(text[from:])...)
	} else {
		b.WriteString(text[from:])
	}
	return strings.Join(strings.Fields(b.String()), " "), in
}

// listed are the entries of a list inside a bracket.
func listed(text string) []string {
	var all []string
	for _, name := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' || c == bullet }) {
		if name = strings.Trim(name, "()[]{} .:"); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// keys are the forms in which a plan's own list may have a name.
func keys(text string) []string {
	all := []string{guidance.IngredientKey(text)}
	out, in := bracketed(text)
	for _, name := range append(append(in, out), alternatives(out)...) {
		if key := guidance.IngredientKey(name); key != "" && !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	return all
}
