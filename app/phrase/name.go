package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Inside is a plan's name as it stands within a sentence: "Gentle cleanse" is "gentle cleanse" there, and "Acids,
// retinol" is "acids and retinol". What is written in capitals, as "SPF 30", stays.
func (v Voice) Inside(name string) string {
	_, n := utf8.DecodeRuneInString(name)
	if second, _ := utf8.DecodeRuneInString(name[n:]); unicode.IsUpper(second) {
		return name
	}
	return v.List(strings.Split(lowerFirst(name), ", "))
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
