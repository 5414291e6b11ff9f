package label

import (
	"strings"

	"afterglow/guidance"
)

// Bounds of what is read as a slip of the pen.
const (
	// leastLetters is how long a name has to be: of a short one every letter may make another name.
	leastLetters = 7
	// longName is from how many letters on two may be wrong.
	longName = 14
	// mostLetters is how long a name may be.
	mostLetters = 70
	// mostGuesses is how many names of a label are looked at so: one with more is no label.
	mostGuesses = 150
)

// nearName is a name that a slip may mean.
type nearName struct {
	key     string
	letters uint32
	entry   *guidance.Ingredient
}

// looks gives the same text for all that a scanner takes for one another: "RETIN0L", "G1ycolic Ac1d".
var looks = strings.NewReplacer("0", "o", "1", "l", "i", "l", "5", "s")

// letters are those that a key has, a bit each: what two keys do not share tells cheaply how far apart they are.
func letters(key string) uint32 {
	var all uint32
	for i := range len(key) {
		if c := key[i]; c >= 'a' && c <= 'z' {
			all |= 1 << (c - 'a')
		}
	}
	return all
}

// nearest is the one entry that a misspelt name can be; nil: none, or more than one. Its digits have to be right.
func nearest(key string) *guidance.Ingredient {
	if len(key) < leastLetters || len(key) > mostLetters {
		return nil
	}
	if e := names().alike[looks.Replace(key)]; e != nil && strings.ContainsAny(key, "015") {
		return e
	}
	most := 1
	if len(key) >= longName {
		most = 2
	}
	mask, best := letters(key), most+1
	var found *guidance.Ingredient
	for _, n := range names().near {
		if d := len(n.key) - len(key); d > most || -d > most || bits(n.letters&^mask) > most || bits(mask&^n.letters) > most {
			continue
		}
		if !sameDigits(n.key, key) {
			continue
		}
		switch d := guidance.Distance(key, n.key); {
		case d < best:
			best, found = d, n.entry
		case d == best && found != n.entry:
			found = nil
		}
	}
	if best > most {
		return nil
	}
	return found
}

func bits(x uint32) int {
	n := 0
	for ; x != 0; x &= x - 1 {
		n++
	}
	return n
}

// sameDigits says whether two keys have the same digits in the same order.
func sameDigits(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && !isDigit(a[i]) {
			i++
		}
		for j < len(b) && !isDigit(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}
