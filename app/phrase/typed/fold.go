package typed

import (
	"strings"
	"unicode"
)

// longest is more than any moment takes to write, in bytes.
const longest = 120

// fold writes text with plain digits, signs and spaces, in lower case: what a phone's keyboard, a word processor
// or a Japanese input method puts in their place is meant alike. Brackets, quotation marks and invisible marks go.
func fold(s string) string {
	var b strings.Builder
	for _, c := range s {
		switch {
		case c == '½':
			b.WriteString(" ½ ")
		case c >= 'ａ' && c <= 'ｚ', c >= 'Ａ' && c <= 'Ｚ':
			b.WriteRune(unicode.ToLower(c - 'ａ' + 'a'))
		case unicode.IsLetter(c):
			b.WriteRune(unicode.ToLower(c))
		case unicode.IsMark(c):
			b.WriteRune(c)
		case unicode.IsDigit(c):
			b.WriteByte('0' + digit(c))
		case unicode.IsSpace(c), c == '　':
			b.WriteByte(' ')
		case unicode.Is(unicode.Pd, c), c == '−':
			b.WriteByte('-')
		case strings.ContainsRune("'’‘ʼ`＇", c):
			b.WriteByte('\'')
		case dropped(c):
		case strings.ContainsRune("：∶﹕", c):
			b.WriteByte(':')
		case strings.ContainsRune("．。｡", c):
			b.WriteByte('.')
		case strings.ContainsRune("／⁄∕", c):
			b.WriteByte('/')
		case strings.ContainsRune(";，、；､", c):
			b.WriteByte(',')
		case c == '＋':
			b.WriteByte('+')
		default:
			b.WriteRune(c)
		}
	}
	return apart().ReplaceAllString(strings.TrimSpace(b.String()), "$1:$2")
}

// dropped says what changes nothing: brackets, quotation marks, and marks that nobody sees.
func dropped(c rune) bool {
	return c == '~' || c == '"' || unicode.In(c, unicode.Cf, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf)
}

// apart is a time of day with spaces about its colon.
var apart = pattern(`(\d) *: *(\d)`)

// digit is the value of a decimal digit of any script: each script's ten stand in a row.
func digit(c rune) byte {
	for _, r := range unicode.Nd.R16 {
		if c >= rune(r.Lo) && c <= rune(r.Hi) {
			return byte((c - rune(r.Lo)) % 10)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if c >= rune(r.Lo) && c <= rune(r.Hi) {
			return byte((c - rune(r.Lo)) % 10)
		}
	}
	return 0
}

// split parts folded text into words of letters and groups of digits with their signs: "fri 3.30pm" is "fri",
// "3.30", "pm". Dots within and after words go ("a.m.", "nov."), and so do apostrophes. A dot after a number
// stays: it makes a day of the month of it. Commas part.
func split(s string) []string {
	var words []string
	var word []rune
	end := func() {
		if text := strings.TrimRight(string(word), "-/:"); text != "" {
			words = append(words, text)
		}
		word = nil
	}
	all := []rune(s)
	at := func(i int) rune {
		if i < 0 || i >= len(all) {
			return ' '
		}
		return all[i]
	}
	for i, c := range all {
		switch {
		case c == ' ' || c == ',':
			end()
		case isDigit(c):
			if len(word) > 0 && isLetter(word[0]) {
				end()
			}
			word = append(word, c)
		case isLetter(c):
			if len(word) > 0 && !isLetter(word[0]) {
				end()
			}
			word = append(word, c)
		case c == '\'' && isLetter(at(i-1)):
		case c == '.' && isLetter(at(i-1)):
			if !isLetter(at(i + 1)) {
				end()
			}
		case c == '-' && (isLetter(at(i-1)) || isLetter(at(i+1))) && i > 0:
			end()
		default:
			word = append(word, c)
		}
	}
	end()
	return words
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isLetter(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) || c == '½' }
