package guidance

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Bounds on what a plan file may hold. They keep notifications readable and a
// hostile file harmless.
const (
	mostKeys     = 10_000
	longName     = 40  // letters of a name or an id
	longSentence = 300 // letters of a sentence
	longURL      = 500 // letters of a source's address
	longSpacing  = 120 // letters of when the next treatment is, in the sheet's words
	longSaying   = 500 // letters of a sheet's own sentence
	longList     = 200 // entries of a list
	deepest      = 10  // millimetres
	rules        = 7   // of the article
	mostSessions = 24  // of a series
)

// LargestFile is the size in bytes beyond which a plan file is refused.
const LargestFile = 1 << 20

// What may be wrong with a text: the ends of ids of messages.
const (
	empty   = "empty"
	hidden  = "hidden"
	tooLong = "long"
)

// badText says what is wrong with a text, and the places of the message that tells it; "" for nothing.
func badText(s string, most int) (id string, places []any) {
	if strings.TrimSpace(s) == "" {
		return empty, nil
	}
	if c, found := Hidden(s); found {
		return hidden, []any{"Character", fmt.Sprintf("%U", c)}
	}
	if n := utf8.RuneCountInString(s); n > most {
		return tooLong, []any{"Count", n, "Most", most}
	}
	return "", nil
}

// isID says whether s can name an entry: it becomes part of an occurrence's
// id ("cleanse/2026-11-22/2") and is typed on the command line.
func isID(s string) bool {
	if s == "" || len(s) > longName || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}
