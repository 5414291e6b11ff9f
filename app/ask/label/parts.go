package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a part of a label lists.
type kind int

const (
	begun  kind = iota // ingredients
	rest               // what else is in it, besides what is active
	before             // what stands before the first list: only what is surely in it counts
	active             // active ingredients
	more               // goes on with what stands before it
	may                // what may be in it
	ended              // nothing: directions, warnings
)

type part struct {
	kind kind
	text string
}

// heading is where a part of a label begins.
type heading struct {
	kind     kind
	from, to int // its own words
}

// parts divides a label at its headings. What stands before the first heading of a list is the product's name and what
// it is free from, and at times what it is all about: "Tretinoin 0.05%. Other ingredients: ...".
func parts(text string) []part {
	found := headings(text)
	lists := func(h heading) bool { return h.kind == begun || h.kind == rest || h.kind == active }
	last := part{kind: begun}
	if i := slices.IndexFunc(found, lists); i >= 0 {
		last.kind = before
		if found[i].kind == rest {
			last.kind = active
		}
	}
	var out []part
	from := 0
	for _, h := range found {
		last.text = text[from:h.from]
		out = append(out, last)
		early := last.kind == before || last.kind == ended && len(out) > 0 && !slices.ContainsFunc(out, func(p part) bool { return p.kind == begun || p.kind == active })
		last, from = part{kind: h.kind}, h.to
		switch {
		case early && !lists(h): // still before the list
			last.kind = ended
		case h.kind == more, h.kind == rest:
			last.kind = begun
		}
	}
	last.text = text[from:]
	return append(out, last)
}

// headings finds where parts begin, in order.
func headings(text string) []heading {
	lower := small(text)
	var out []heading
	lineStart, start := true, true // of a line, of a sentence
	for at := 0; at < len(lower); {
		c, size := utf8.DecodeRuneInString(lower[at:])
		if c == '±' {
			out = append(out, heading{may, at, at + size})
			at += size
			continue
		}
		word := unicode.IsLetter(c)
		if !word || !boundary(lower, at) {
			switch {
			case c == '\n':
				lineStart, start = true, true
			case c == '.' || c == ')' || c == ']' || c == '[' || c == '(':
				start = true
			case word || unicode.IsDigit(c):
				lineStart, start = false, false
			case c == ',' || c == ';':
				lineStart, start = false, false
			}
			at += size
			continue
		}
		if h, ok := headingAt(lower, at, lineStart, start); ok {
			if !sameLine(lower, out, h) { // "Active ingredients   Purpose" are two columns
				out = append(out, h)
			} else {
				out[len(out)-1].to = h.to
			}
			at = h.to
			lineStart, start = false, h.kind != ended // "Caution: contains ..." is no list
			continue
		}
		lineStart, start = false, false
		at += size
	}
	return out
}

// sameLine says whether a heading that ends a list stands beside the one that begins it.
func sameLine(text string, before []heading, h heading) bool {
	if h.kind != ended || len(before) == 0 || before[len(before)-1].kind != active {
		return false
	}
	between := text[before[len(before)-1].to:h.from]
	return strings.Trim(between, " \t|•") == "" && !strings.Contains(between, "\n")
}

// boundary says whether a word may begin at a place.
func boundary(text string, at int) bool {
	c, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-'
}

// headingAt is the heading that begins at a place: one that a colon follows, that stands alone on its line, or one of
// those that need neither where a line or a sentence begins.
func headingAt(text string, at int, lineStart, start bool) (heading, bool) {
	k, to, bare := word(text, at)
	if to == 0 {
		return heading{}, false
	}
	h := heading{k, at, to}
	if k == ended {
		return h, start || lineStart
	}
	// "Ingredients/Ingrédients (INCI):" is one heading.
	end := to
	for {
		next := end + len(text[end:]) - len(strings.TrimLeft(text[end:], " /()-–•&[]"))
		k2, to2, _ := word(text, next)
		if to2 == 0 || k2 == ended || next == end {
			break
		}
		if k2 == active || k2 == may {
			h.kind = k2
		}
		end = to2
	}
	rest := strings.TrimLeft(text[end:], " )]/(±•")
	colon := strings.HasPrefix(rest, ":")
	alone := lineStart && (rest == "" || strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\t"))
	switch {
	case colon:
		h.to = len(text) - len(rest) + 1
		return h, true
	case alone, k == may, bare && (lineStart || start && k == more):
		h.to = end
		return h, true
	}
	return heading{}, false
}

// word is the longest word of a heading at a place, and whether it may stand without a colon; to is 0 if there is none.
func word(text string, at int) (k kind, to int, bare bool) {
	if at >= len(text) {
		return 0, 0, false
	}
	for _, w := range names().headings[first(text[at:])] {
		if !strings.HasPrefix(text[at:], w.text) {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+len(w.text):])
		if unicode.IsLetter(next) || unicode.IsDigit(next) || next == '-' {
			continue
		}
		return w.kind, at + len(w.text), w.bare
	}
	return 0, 0, false
}

// first are the first two letters, by which words are looked up.
func first(text string) string { return text[:min(2, len(text))] }
