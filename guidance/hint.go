package guidance

import (
	"slices"
	"strings"
)

// Nearest is the known word that a misspelt one most likely meant, or "".
// A third of the letters may be wrong, and at least one.
func Nearest(word string, known []string) string {
	best, least := "", len(word)/3+2
	for _, k := range known {
		// With every letter changed it is no misspelling: "D" is not "A".
		if d := Distance(word, k); d < least && d < len(k) {
			best, least = k, d
		}
	}
	return best
}

// keysMeant are words that people write for a key.
var keysMeant = map[string]string{
	"till": "until", "end": "until", "ends": "until", "to": "until", "duration": "until", "start": "from", "starts": "from", "begin": "from", "begins": "from",
	"since": "from", "exception": "except", "exceptions": "except", "allowed": "allowed_from", "frequency": "times_a_day", "times_per_day": "times_a_day",
	"daily": "times_a_day", "times_a_week": "every", "times_per_week": "every", "weekly": "every", "reason": "why", "telephone": "phone", "tel": "phone", "label": "name", "quote": "says_so", "instruction": "text", "rule": "avoid",
}

// keyMeant is the known key that an unknown one most likely meant, or "".
func keyMeant(key string, known []string) string {
	word := strings.ToLower(strings.ReplaceAll(key, "-", "_"))
	if slices.Contains(known, word) {
		return word
	}
	if meant := keysMeant[word]; slices.Contains(known, meant) {
		return meant
	}
	return Nearest(key, known)
}

// farthest is the longest word that is compared, in bytes.
const farthest = 80

// Distance is how many letters must be added, dropped, changed or swapped with
// their neighbour to turn one into the other (optimal string alignment).
func Distance(from, to string) int {
	// A word that is far too long cannot be near; a hostile file must not make us compare it.
	if len(from) > farthest || len(to) > farthest {
		return len(from) + len(to)
	}
	a, b := []rune(from), []rune(to)
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
