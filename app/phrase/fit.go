package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dots end a text that was shortened.
const dots = "…"

// leastFit is how many letters of a text tell anything: with less room it is left out.
const leastFit = 12

// Fit shortens a plan's text to so many letters: after a whole sentence if that fills a third of them, else after a
// word, with "…". A single word that is longer is cut. With room for hardly a word it gives "".
func Fit(text string, letters int) string {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) <= letters {
		return text
	}
	if letters < leastFit {
		return ""
	}
	runes := []rune(text)
	if end := lastSentence(runes[:letters+1]); end > letters/3 {
		return string(runes[:end])
	}
	head := string(runes[:letters-1])
	if !unicode.IsSpace(runes[letters-1]) {
		if i := strings.LastIndexFunc(head, unicode.IsSpace); i > 0 {
			head = head[:i]
		}
	}
	return strings.TrimRight(head, " ,;:.") + dots
}

// lastSentence is where the last whole sentence of the letters ends; 0 if none does. The last letter is the one
// that follows them.
func lastSentence(runes []rune) int {
	for i := len(runes) - 1; i > 0; i-- {
		if unicode.IsSpace(runes[i]) && strings.ContainsRune(".?!", runes[i-1]) {
			return i
		}
	}
	return 0
}

// letters counts the letters of a text, as a person would see them.
func letters(text string) int { return utf8.RuneCountInString(text) }

// fill words a message such that it has so many letters at most: the text in the named place is shortened.
func (v Voice) fill(id string, args Args, place, text string, most int) string {
	rest := Args{place: ""}
	for name, value := range args {
		rest[name] = value
	}
	args = Args{place: Fit(text, most-letters(v.T(id, rest)))}
	delete(rest, place)
	return v.T(id, rest, args)
}

// firstFit sets a body together of one text of each list, and gives the first one that has room. The lists hold ever
// shorter texts; the last list is shortened first, the first one last. "" if none fits.
func firstFit(lists [][]string, body func(said []string) string) string {
	said := make([]string, len(lists))
	var from func(i int) string
	from = func(i int) string {
		if i == len(lists) {
			if text := body(said); letters(text) <= bodyLetters {
				return text
			}
			return ""
		}
		for _, said[i] = range lists[i] {
			if text := from(i + 1); text != "" {
				return text
			}
		}
		return ""
	}
	return from(0)
}
