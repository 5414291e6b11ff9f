package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// word is one word of a text.
type word struct {
	text     string // in small letters, without accents and apostrophes
	stem     string
	from, to int  // its bytes
	end      bool // a sentence ends behind it
	soft     bool // it may go on: a colon, a bracket or a dash
	comma    bool // a comma stands behind it

	one, two, three *entry // what it means alone, and as one with the next one or two; nil: nothing
	starts          int    // how many words the longest phrase has that begins with it; at least 1
}

// words splits a text. A hyphen parts words, and so does the step from letters to figures ("spf30"); a fraction stays
// whole ("38.6").
func words(s string) []word {
	out := make([]word, 0, min(len(s)/5+1, mostWords))
	for i := 0; i < len(s) && len(out) < mostWords; {
		r, size := utf8.DecodeRuneInString(s[i:])
		kind := kindOf(r)
		if kind == other {
			if n := len(out); n > 0 {
				if r == '.' && len(out[n-1].text) == 1 && small(s[i+size:]) { // "e.g. running"
					out[n-1].soft = out[n-1].soft || !out[n-1].end
					out[n-1].end = out[n-1].end || !letterNext(s[i+size:])
					i += size
					continue
				}
				out[n-1].soft = (out[n-1].soft || !out[n-1].end) && goesOnBehind(r) || out[n-1].soft && !ends(r)
				out[n-1].end = out[n-1].end || ends(r)
				out[n-1].comma = out[n-1].comma || r == ','
			}
			i += size
			continue
		}
		to := i + wordLength(s[i:], kind)
		text := plain(s[i:to])
		if text != "" {
			out = append(out, word{text: text, from: i, to: to})
		}
		i = to
	}
	return out
}

// mostWords is how many words of a text are read: no question and no text of a plan is as long.
const mostWords = 400

// What a letter is in a word.
const (
	other = iota
	letter
	figure
	apostrophe
)

func kindOf(r rune) int {
	switch {
	case r < utf8.RuneSelf && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'):
		return letter
	case unicode.IsDigit(r):
		return figure
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case r == '\'' || r == '’' || r == '‘':
		return apostrophe
	}
	return other
}

// ends says whether a sentence, or a part of it that stands for itself, ends with r.
func ends(r rune) bool { return strings.ContainsRune(".;:!?\n–—()", r) }

// letterNext says whether a text begins with a letter.
func letterNext(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// small says whether the first letter of a text, behind one space at most, is a small one.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, " "))
	return unicode.IsLower(r)
}

// goesOnBehind says whether a list of what was said may follow r.
func goesOnBehind(r rune) bool { return strings.ContainsRune(":–—()", r) }

// wordLength is how many bytes the word has that s begins with.
func wordLength(s string, first int) int {
	n := 0
	for i, r := range s {
		kind := kindOf(r)
		point := first == figure && (r == '.' || r == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9'
		if kind != first && kind != apostrophe && !point {
			break
		}
		if first == apostrophe && kind == apostrophe {
			return i + utf8.RuneLen(r)
		}
		n = i + utf8.RuneLen(r)
	}
	return min(n, len(s))
}

// plain is a word in the form in which words are compared.
func plain(s string) string {
	ascii, small := true, true
	for i := range len(s) {
		c := s[i]
		ascii = ascii && c < utf8.RuneSelf
		small = small && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}
	if small {
		return s
	}
	if !ascii {
		s = norm.NFD.String(s)
	}
	return strings.Map(func(r rune) rune {
		if kindOf(r) == apostrophe || unicode.Is(unicode.Mn, r) {
			return -1
		}
		if r == ',' {
			return '.'
		}
		return unicode.ToLower(r)
	}, s)
}

// longestWord is the longest that is looked at, in bytes: what is longer is nobody's word.
const longestWord = 40

// stem is what the forms of a word share: "waxes", "waxed" and "waxing" are "wax". British endings are as American ones.
func stem(s string) string {
	if len(s) < 3 || len(s) > longestWord || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	if s == "nurse" || s == "nurses" { // who told it is no form of "nursing", which is about a baby
		return "nurse"
	}
	for _, end := range [...]string{"ise", "iser", "ised", "ises", "ising", "isers", "isation"} {
		if head, ok := strings.CutSuffix(s, end); ok {
			s = head + "iz" + end[2:]
			break
		}
	}
	env := snowballstem.NewEnv(s)
	english.Stem(env)
	return env.Current()
}

// Same says whether two texts have the same words, whatever stands between them: "make-up", "make up" and "Makeup!" are
// one. A text without any is the same as none.
func Same(a, b string) bool {
	x := joinedWords(a)
	return x != "" && x == joinedWords(b)
}

func joinedWords(s string) string {
	var b strings.Builder
	for _, w := range words(s) {
		b.WriteString(w.text)
	}
	return b.String()
}

// Tokens are the words of a text, in the form in which they are compared.
func Tokens(s string) (out []string) {
	for _, w := range words(s) {
		out = append(out, w.text)
	}
	return out
}
