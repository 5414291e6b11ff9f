package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Inside is a plan's name as it stands within a sentence: "Gentle cleanse" is "gentle cleanse" there, and "Acids,
// retinol" is "acids and retinol". What is written in capitals, as "SPF 30", stays, and so does a name with a word
// further on that begins with one: it is someone's own, or of a language that writes its nouns so ("Retinol & Säuren").
func (v Voice) Inside(name string) string {
	if !keepsCapital(name) {
		name = lowerFirst(name)
	}
	return v.List(strings.Split(name, ", "))
}

// keepsCapital says whether a name begins with a capital within a sentence too.
func keepsCapital(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	for i, word := range words {
		first, n := utf8.DecodeRuneInString(word)
		second, _ := utf8.DecodeRuneInString(word[n:])
		if unicode.IsUpper(first) && (i == 0 && unicode.IsUpper(second) || i > 0 && unicode.IsLower(second)) {
			return true
		}
	}
	return false
}

// Capital is the text with a capital first letter.
func Capital(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}

// lowerFirst is a text as it stands within a sentence.
func lowerFirst(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToLower(first)) + text[n:]
}
