package leaflet

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// kind is what a token is.
type kind int

const (
	word kind = iota
	figure
	dash  // between words: it parts them
	comma // also a slash
	stop  // . ! ? ; and the end of a line
	colon
	open  // a bracket
	close // a bracket
	sign  // a letter that is none of these: %, °
)

// token is a piece of the text, with its bytes there.
type token struct {
	kind     kind
	text     string // a word in small letters without apostrophes and accents, else as it stands
	from, to int
	n        float64 // of a figure; NaN: not understood
	to2      bool    // a dash between figures: "2-3"
	tight    bool    // no space stands before it
	upper    bool    // it begins with a capital letter
}

// tokens splits a part of a text. A hyphen in a word parts it, and so does the step from a figure to letters.
func tokens(text string, from, to int) []token {
	var out []token
	space := true
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		t := token{from: i, to: i + size, text: text[i : i+size], tight: !space}
		switch {
		case unicode.IsDigit(r) || strings.ContainsRune("½¼¾⅓⅔", r):
			t.to = i + figureLength(text[i:to])
			t.kind, t.text = figure, text[i:t.to]
			t.n = valueOf(t.text)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			t.to = i + wordLength(text[i:to])
			t.kind, t.text, t.upper = word, plain(text[i:t.to]), unicode.IsUpper(r)
		case isDash(r):
			t.kind, t.text = dash, "-"
			before, after := i > from && solid(text[from:i]), i+size < to && firstSolid(text[i+size:to])
			if before && after && !(figureBefore(out) && digitNext(text[i+size:to])) {
				i += size // a hyphen within a word
				space = false
				continue
			}
		case r == ',' || r == '/' || r == '|':
			t.kind = comma
		case r == '.' || r == '!' || r == '?' || r == ';' || r == '…':
			t.kind = stop
		case r == ':':
			t.kind = colon
		case r == '(' || r == '[':
			t.kind = open
		case r == ')' || r == ']':
			t.kind = close
		case r == '&' || r == '+':
			t.kind, t.text = word, "and"
		case unicode.IsSpace(r) || isInvisible(r) || isQuote(r) || r == '*' || r == '_' || r == '`':
			i += size
			space = space || unicode.IsSpace(r)
			continue
		default:
			t.kind = sign
		}
		out = append(out, t)
		i, space = t.to, false
	}
	return ranged(out)
}

// ranged marks the dashes between figures.
func ranged(list []token) []token {
	for i := 1; i+1 < len(list); i++ {
		if list[i].kind == dash && list[i+1].kind == figure && (list[i-1].kind == figure || unitOf(list[i-1].text) != "" || list[i-1].text == "st" || list[i-1].text == "nd" || list[i-1].text == "rd" || list[i-1].text == "th") {
			list[i].to2 = true
		}
	}
	return list
}

func figureBefore(list []token) bool { return len(list) > 0 && list[len(list)-1].kind == figure }

func digitNext(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func solid(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func firstSolid(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isDash(r rune) bool { return strings.ContainsRune("-‐‑‒–—―−", r) }

func isQuote(r rune) bool { return strings.ContainsRune("'\"‘’‚‛“”„‟«»‹›", r) }

// isInvisible says whether a letter takes no room: the soft hyphen of a word processor, joiners, a byte order mark.
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) }

// figureLength is how many bytes the figure has that s begins with: "24", "1.5", "1,000", "1½".
func figureLength(s string) int {
	n := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if !unicode.IsDigit(r) && !strings.ContainsRune("½¼¾⅓⅔", r) && !((r == '.' || r == ',') && digitNext(s[next:])) {
			break
		}
		n = next
	}
	return n
}

// valueOf is the number that a figure is; NaN if it is not plain.
func valueOf(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || len(s) > 6 {
		return math.NaN()
	}
	return n
}

// wordLength is how many bytes the word has that s begins with. An apostrophe or an invisible letter stays within.
func wordLength(s string) int {
	n := 0
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsMark(r)
		if !in && !isInvisible(r) && r != '\'' && r != '’' && r != '‘' || r == '\n' || r == '\t' || r == '\r' {
			break
		}
		if in {
			n = i + utf8.RuneLen(r)
		}
	}
	return n
}

// plain is a word in the form in which words are compared.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if isInvisible(r) || isQuote(r) || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}
