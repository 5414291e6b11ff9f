package reminder

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func count(n int) string { return strconv.Itoa(n) }

// numberWord writes a small number as a word.
func numberWord(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// fit shortens a text to that many characters: after a sentence where one fits, else
// after a word.
func fit(s string, length int) string {
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) <= length {
		return s
	}
	runes := []rune(s)
	head := string(runes[:length])
	if i := strings.LastIndex(head, ". "); i > 0 {
		return head[:i+1]
	}
	if strings.HasSuffix(head, ".") {
		return head
	}
	head = string(runes[:length-1])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:.") + "…"
}

// fitSentences adds as many of the sentences of more to the text as fit into a body.
func fitSentences(s, more string) string {
	for more = strings.TrimSpace(more); more != ""; {
		next := firstSentence(more)
		if utf8.RuneCountInString(s)+1+utf8.RuneCountInString(next) > bodyLength {
			break
		}
		s += " " + next
		more = strings.TrimSpace(more[len(next):])
	}
	return s
}

// firstSentence is the text up to its first full stop.
func firstSentence(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}
