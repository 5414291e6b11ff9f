// Package label reads what a label says is in a product: lists of ingredients as they stand on boxes, in web shops
// and on drug facts. It knows the names of guidance/ingredients.toml and keeps what it does not know as it stands.
// It judges nothing: package check does.
package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// Largest is how long a label may be, in bytes. The longest that we saw has five thousand.
const Largest = 64 << 10

// most is how many entries of a label are read: no product has so many.
const most = 1000

// Item is one entry of a label.
type Item struct {
	Name    string               // as the label has it, of a known one in the writing of our list: "Retinol"
	Known   *guidance.Ingredient // nil: not on our list
	Keys    []string             // its names as guidance.IngredientKey gives them, for a plan's own list
	Percent string               // "0.5%"; "": not said
	Active  bool                 // from a list of active ingredients
	May     bool                 // it may be in it
	Place   int                  // on its list, the first is 1
	Of      int                  // how many are on its list
	Low     bool                 // so far down that there is little of it
	Wet     bool                 // water stands before it
	Guess   bool                 // the name was misspelt, and this is the one that it can be
}

// List is what a label says.
type List struct {
	Items []Item // in the label's order, each once
}

// Read reads a label. The error is a fault that says why there is nothing to read: too much, not text, nothing.
func Read(text string) (List, error) {
	switch {
	case len(text) > Largest:
		return List{}, fault.Use("check.too_large", nil)
	case !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0:
		return List{}, fault.Use("check.not_text", nil)
	}
	var list List
	seen := map[string]int{}
	for _, p := range parts(tidy(text)) {
		if p.kind == ended {
			continue
		}
		for _, item := range readPart(p) {
			list.add(seen, item)
		}
	}
	if len(list.Items) == 0 {
		return List{}, fault.Use("check.nothing", nil)
	}
	list.share()
	return list, nil
}

// readPart reads one list of the label.
func readPart(p part) []Item {
	var items []Item
	chunks := split(p.text)
	if len(chunks) > most {
		chunks = chunks[:most]
	}
	near, read := mostGuesses, map[string]bool{}
	for at, chunk := range chunks {
		if read[chunk] {
			continue
		}
		read[chunk] = true
		for _, item := range readChunk(chunk, p.kind, &near) {
			item.Active, item.May = p.kind == active, p.kind == may
			item.Place, item.Of = at+1, len(chunks)
			items = append(items, item)
		}
	}
	switch p.kind {
	case begun:
		low(items)
	case before:
		items = slices.DeleteFunc(items, func(i Item) bool { return !sure(i) })
	}
	return items
}

// sure says whether a name that stands before a list is in the product: one that waits, with an amount that is not
// nothing. "Retinol 0.5% serum", and not "0% alcohol" or "free from retinol".
func sure(i Item) bool {
	return i.Known != nil && waits(i.Known) && !i.Known.General && strings.ContainsAny(i.Percent, "123456789")
}

// add puts an item onto the list, once.
func (l *List) add(seen map[string]int, item Item) {
	id := guidance.IngredientKey(item.Name)
	if e := item.Known; e != nil && (len(e.Plants) > 0 || item.Guess || oneOf(e, id)) { // of other names each is a thing of its own
		id = "=" + e.INCI
	}
	if at, twice := seen[id]; twice {
		first := &l.Items[at]
		first.Low = first.Low && item.Low
		first.Active = first.Active || item.Active
		first.May = first.May && item.May
		if first.Percent == "" {
			first.Percent = item.Percent
		}
		return
	}
	seen[id] = len(l.Items)
	l.Items = append(l.Items, item)
}

// oneOf says whether a key is that of one of an entry's names, and not of a name that has only words of it.
func oneOf(e *guidance.Ingredient, key string) bool {
	return slices.ContainsFunc(e.All(), func(name string) bool { return guidance.IngredientKey(name) == key })
}

// low marks what stands so far down a list that there is little of it: behind the first that is used in traces only,
// or in the last third. Of a short list, or of one that gives an amount, nothing can be said.
func low(items []Item) {
	traces, wet, sorted := false, false, inAlphabet(items)
	for i := range items {
		item := &items[i]
		if item.Wet = wet; item.Known != nil && item.Known.Wets {
			wet = true
		}
		last := item.Of >= 5 && 3*item.Place > 2*item.Of || item.Of >= 10 && 2*item.Place > item.Of
		item.Low = (traces || sorted || last && !beside(items, i)) && item.Percent == ""
		for _, key := range item.Keys {
			traces = traces || names().least[key]
		}
	}
}

// inAlphabet says whether a list goes by the alphabet, as those of inactive ingredients may: a place on it says nothing.
func inAlphabet(items []Item) bool {
	if len(items) < 6 {
		return false
	}
	return slices.IsSortedFunc(items, func(a, b Item) int { return strings.Compare(a.Keys[0], b.Keys[0]) })
}

// beside says whether an entry stands right behind another one of its kind that is no trace: the acids of a peel.
func beside(items []Item, i int) bool {
	if i == 0 || items[i].Known == nil || items[i-1].Known == nil {
		return false
	}
	return items[i-1].Known.Group == items[i].Known.Group && !items[i-1].Low
}

// share gives a name that two entries have in common to the one that it is beside others of the label: "BHA" beside
// BHT keeps fats fresh.
func (l *List) share() {
	for i := range l.Items {
		item := &l.Items[i]
		if item.Known == nil || item.Percent != "" {
			continue
		}
		for _, other := range names().shared {
			if guidance.IngredientKey(item.Name) == guidance.IngredientKey(other.Shared) && l.has(other.Beside) {
				item.Known = other
			}
		}
	}
}

// has says whether one of the names stands on the label.
func (l *List) has(wanted []string) bool {
	for _, item := range l.Items {
		for _, name := range wanted {
			if item.Known != nil && guidance.IngredientKey(item.Known.INCI) == guidance.IngredientKey(name) {
				return true
			}
		}
	}
	return false
}

// written is a name as it is shown: in the writing of our list if it is one of its names, else without shouting.
func written(name string, known *guidance.Ingredient) string {
	key := guidance.IngredientKey(name)
	for _, n := range known.All() {
		if guidance.IngredientKey(n) == key {
			return n
		}
	}
	if strings.ContainsFunc(name, unicode.IsLower) || utf8.RuneCountInString(name) < 5 {
		return name
	}
	words := strings.Split(name, " ")
	for i, w := range words {
		if !shouted(w) {
			continue
		}
		first := true
		words[i] = strings.Map(func(c rune) rune {
			defer func() { first = !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' }()
			if first {
				return c
			}
			return unicode.ToLower(c)
		}, w)
	}
	return strings.Join(words, " ")
}

// shouted says whether a word is a word, and not a code such as "PEG-100" or "PVP".
func shouted(word string) bool {
	letters := 0
	for _, c := range word {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters > 4 || letters > 2 && !strings.ContainsAny(word, "0123456789") && strings.ContainsAny(word, "AEIOUYÄÖÜÉÈ")
}
