package label

import "strings"

// leastRead is how many capitals, or letters beside a figure, a word has at least for a slip of a scanner to be told.
const leastRead = 3

// mended is a text with the letters that a scanner takes for others put right where a word leaves no doubt: a small l
// among capitals is an I ("ClTRIC AClD"), and a 0 or 1 between letters is none ("PR0PANEDI0L", "Ret1nyl").
func mended(text string) string {
	if !strings.ContainsAny(text, "l01") {
		return text
	}
	out := []byte(text)
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && (isLetter(out[to]) || isDigit(out[to])) {
			to++
		}
		mendWord(out[from:to])
		from = max(to, from+1)
	}
	return string(out)
}

// mendWord puts one word right, letters and digits alone.
func mendWord(w []byte) {
	big, small, digits := 0, 0, 0
	for _, c := range w {
		switch {
		case isDigit(c):
			if c != '0' && c != '1' {
				return // "C12-15"
			}
			digits++
		case c >= 'A' && c <= 'Z':
			big++
		case c != 'l':
			small++
		}
	}
	if len(w) > leastRead && w[0] == 'l' && (w[1] == 'n' || w[1] == 'N') { // "lngredients": no word begins so
		w[0] = 'I'
	}
	capitals := big >= leastRead && small == 0
	if !capitals && (digits == 0 || len(w)-digits < leastRead) {
		return
	}
	for i, c := range w {
		between := i+1 < len(w) && isLetter(w[i+1]) || capitals && i > 0 && i+1 < len(w)
		switch {
		case capitals && c == 'l', capitals && c == '1' && between:
			w[i] = 'I'
		case capitals && c == '0' && between:
			w[i] = 'O'
		case c == '0' && between && i > 0:
			w[i] = 'o'
		case c == '1' && between && i > 0:
			w[i] = 'i'
		}
	}
}
