package service

import (
	"slices"
	"strings"

	"afterglow/app/ask"
	"afterglow/guidance"
)

// fold is the form in which words are compared: lower case, one space between words.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// Closest is the word of known that was most likely meant, "" if none is near.
func Closest(word string, known []string) string {
	word = fold(word)
	// A third of the letters may be wrong: more is another word, and no guess is better than a wild one.
	best, bestDistance := "", (len([]rune(word))+1)/3+1
	for _, k := range known {
		f := fold(k)
		if len(word) >= 3 && (strings.HasPrefix(f, word) || strings.HasPrefix(word, f)) {
			return k
		}
		if len(word) >= 3 && slices.Contains(ask.Tokens(k), word) { // "Solarium" of "Sonnenbad & Solarium"
			return k
		}
		if d := guidance.Distance(word, f); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}
