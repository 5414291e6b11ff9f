package studio

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"afterglow/guidance"
)

// A row's figures are held against the sheet's sentence, so that no end is invented: "24h" stands there as "24 hours", "one
// day" or "a day".

// span is a length of time as a text has it, in hours.
type span struct{ least, most int }

// spans finds the lengths of time in a text, by the words of the vocabulary.
func spans(text string) (found []span) {
	words := tokens(text)
	for i, w := range words {
		unit, isUnit := units()[w]
		if !isUnit || i == 0 {
			continue
		}
		high, ok := numeral(words[i-1])
		if !ok && slices.Contains(one, words[i-1]) && !strings.HasSuffix(w, "s") { // "in the week before"
			high, ok = 1, true
		}
		if !ok {
			continue
		}
		low := high
		if i >= 3 && (words[i-2] == "-" || words[i-2] == "to" || words[i-2] == "or") {
			if n, ok := numeral(words[i-3]); ok {
				low = n
			}
		}
		found = append(found, span{low * unit, high * unit})
		if next, ok := rangeOn(words, i); ok {
			found = append(found, span{low * unit, next})
		}
	}
	return found
}

// lengths are the lengths of time in a text, as they stand in it: "24 hours".
func lengths(text string) (found []string) {
	words := tokens(text)
	for i, w := range words {
		if _, isUnit := units()[w]; !isUnit || i == 0 {
			continue
		}
		if _, ok := numeral(words[i-1]); ok && words[i-1] != "a" && words[i-1] != "an" { // "3 times a day" is no length
			found = append(found, words[i-1]+" "+w)
		}
	}
	return found
}

// one are the words by which a single day, week or month is meant.
var one = []string{"the", "first"}

// rangeOn is the far end of a range whose unit stands twice ("24 hours to 3 days"), in hours.
func rangeOn(words []string, i int) (hours int, ok bool) {
	if i+3 >= len(words) || words[i+1] != "-" && words[i+1] != "to" {
		return 0, false
	}
	n, isNumber := numeral(words[i+2])
	unit, isUnit := units()[words[i+3]]
	return n * unit, isNumber && isUnit
}

var token = pattern(`[0-9]+|[\p{L}]+|[-–—]`)

// tokens are the words, numbers and dashes of a text, in small letters; each dash is "-".
func tokens(text string) []string {
	list := token().FindAllString(strings.ToLower(text), -1)
	for i, w := range list {
		if w == "–" || w == "—" {
			list[i] = "-"
		}
	}
	return list
}

// numeral reads a number in figures or words.
func numeral(w string) (int, bool) {
	if n, err := strconv.Atoi(w); err == nil && n < 10_000 {
		return n, true
	}
	n, ok := numbers()[w]
	return n, ok
}

// short are the plan's own letters for units, and months, which the vocabulary counts in weeks.
var short = map[string]int{"h": 1, "d": 24, "w": 7 * 24, "month": 30 * 24, "months": 30 * 24}

var units = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	if words, err := guidance.Words(); err == nil {
		for w, hours := range words.Units {
			all[w] = hours
			all[w+"s"] = hours
		}
	}
	for w, hours := range short {
		all[w] = hours
	}
	return all
})

var numbers = sync.OnceValue(func() map[string]int {
	all := map[string]int{"a": 1, "an": 1}
	if words, err := guidance.Words(); err == nil {
		for w, n := range words.Numbers {
			all[w] = n
		}
	}
	return all
})

// figure is the length of time in a moment of a row ("24h", "5 to 7 days", "next-2w"); ok is false if it has none.
func figure(moment string) (span, bool) {
	for _, anchor := range []string{"next", "last", "first"} {
		moment = strings.TrimPrefix(moment, anchor)
	}
	found := spans(moment)
	if len(found) == 0 || slices.Contains([]string{"morning", "night", "bedtime", "end"}, strings.Split(moment, " ")[0]) {
		return span{}, false
	}
	return found[len(found)-1], true
}

// names says whether a sentence names a length of time, whole or as an end of a range.
func (s span) in(sentence []span) bool {
	return slices.ContainsFunc(sentence, func(o span) bool { return o == s || s.least == s.most && (o.least == s.most || o.most == s.most) })
}
