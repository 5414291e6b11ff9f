package guidance

import (
	"strconv"
	"strings"
)

// scanner reads the part of TOML that the vocabulary is written in: comments, headers, and keys with a text in quotes
// (without escapes), a whole number, true or false, and lists of these or of lists of texts, over any number of lines.
type scanner struct {
	text  string // what is still to be read
	line  int    // where the last entry begins
	ahead int    // lines passed within it
	table string // the header that was read ("[[topics]]"), or ""
	key   string
	value value
	wrong bool // what comes is not of that part
}

// valueKind is what stands behind a key.
type valueKind int

const (
	isText valueKind = iota
	isTexts
	isLists
	isNumbers
	isWhole
	isYes
)

type value struct {
	kind    valueKind
	s       string
	list    []string
	lists   [][]string
	numbers []int
	n       int
	b       bool
}

func (x value) text(into *string) bool {
	*into = x.s
	return x.kind == isText
}

func (x value) texts(into *[]string) bool {
	*into = x.list
	return x.kind == isTexts
}

func (x value) yes(into *bool) bool {
	*into = x.b
	return x.kind == isYes
}

func wholeKey(key string, into *int) bool {
	n, err := strconv.Atoi(key)
	*into = n
	return err == nil
}

// next reads the next header or key; false at the end, or where something is wrong.
func (s *scanner) next() bool {
	s.space()
	s.line, s.ahead = s.line+s.ahead, 0
	s.table, s.key = "", ""
	if s.text == "" {
		return false
	}
	if s.text[0] == '[' {
		line := firstLine(s.text)
		end := strings.LastIndexByte(line, ']') + 1
		s.table, s.text = line[:end], s.text[end:]
		s.wrong = end == 0
		return !s.wrong
	}
	key, rest, found := strings.Cut(s.text, "=")
	if key = strings.TrimSpace(key); !found || key == "" || strings.ContainsAny(key, "\n\"'[] #") {
		s.wrong = true
		return false
	}
	s.key, s.text = key, rest
	s.value = s.read()
	return !s.wrong
}

// space passes over blanks, line ends and comments.
func (s *scanner) space() {
	for s.text != "" {
		switch c := s.text[0]; {
		case c == '\n':
			s.ahead++
			s.text = s.text[1:]
		case c == ' ' || c == '\t' || c == '\r':
			s.text = s.text[1:]
		case c == '#':
			s.text = s.text[len(firstLine(s.text)):]
		default:
			return
		}
	}
}

// read reads a value.
func (s *scanner) read() value {
	s.space()
	switch {
	case strings.HasPrefix(s.text, `"`):
		return value{kind: isText, s: s.quoted()}
	case strings.HasPrefix(s.text, "["):
		return s.list()
	}
	end := strings.IndexAny(s.text, " \t\r\n,]#")
	if end < 0 {
		end = len(s.text)
	}
	word := s.text[:end]
	s.text = s.text[end:]
	if word == "true" || word == "false" {
		return value{kind: isYes, b: word == "true"}
	}
	n, err := strconv.Atoi(word)
	s.wrong = s.wrong || err != nil
	return value{kind: isWhole, n: n}
}

// quoted reads a text in quotes.
func (s *scanner) quoted() string {
	end := strings.IndexAny(s.text[1:], "\"\\\n")
	if end < 0 || s.text[1+end] != '"' {
		s.wrong = true
		return ""
	}
	text := s.text[1 : 1+end]
	s.text = s.text[end+2:]
	return text
}

// list reads a list of texts, of whole numbers or of lists of texts.
func (s *scanner) list() value {
	out := value{kind: isTexts}
	s.text = s.text[1:]
	for first := true; !s.wrong; first = false {
		if s.space(); strings.HasPrefix(s.text, "]") {
			s.text = s.text[1:]
			return out
		}
		x := s.read()
		switch {
		case x.kind == isText && out.kind == isTexts:
			out.list = append(out.list, x.s)
		case x.kind == isTexts && (first || out.kind == isLists):
			out.kind, out.lists = isLists, append(out.lists, x.list)
		case x.kind == isWhole && (first || out.kind == isNumbers):
			out.kind, out.numbers = isNumbers, append(out.numbers, x.n)
		default:
			s.wrong = true
		}
		if s.space(); strings.HasPrefix(s.text, ",") {
			s.text = s.text[1:]
		} else if !strings.HasPrefix(s.text, "]") {
			s.wrong = true
		}
	}
	return out
}
