package phrase

import (
	"slices"
	"strings"
)

// Stop ends a plan's text with a full stop if it has no end yet: plans write "Stay out of the sun" and "Stay out of
// the sun." alike.
func Stop(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".?!") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// Bare is a plan's text without its full stop, for the middle of a sentence.
func Bare(text string) string { return strings.TrimRight(strings.TrimSpace(text), ".") }

// Paragraph sets whole sentences one after the other; empty ones are left out.
func Paragraph(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}
