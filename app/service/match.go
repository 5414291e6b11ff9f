package service

import "strings"

// fold is the form in which words are compared: lower case, one space between words.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// Closest is the word of known that was most likely meant, "" where none is near.
func Closest(word string, known []string) string {
	word = fold(word)
	// A third of the letters may be wrong: more is another word, and no guess is better than a wild one.
	best, bestDistance := "", (len([]rune(word))+1)/3+1
	for _, k := range known {
		f := fold(k)
		if len(word) >= 3 && (strings.HasPrefix(f, word) || strings.HasPrefix(word, f)) {
			return k
		}
		if d := distance(word, f); d < bestDistance {
			best, bestDistance = k, d
		}
	}
	return best
}

// distance is the number of letters to add, drop or change to turn a into b.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, t := range to {
			change := diagonal
			if r != t {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
