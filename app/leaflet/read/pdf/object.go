// Package pdf takes the text out of a PDF. It is written for leaflets and for hostile files: it trusts no table of the
// file, follows nothing deeper than a bound, unpacks no more than a budget, and takes no more steps than one. What it
// does not know (pictures, forms, scripts) it passes over.
//
// The readers that others keep panic on damaged files, unpack without a bound, or recurse as deep as a file says, which
// ends the whole program. So this one reads what a text takes and no more.
package pdf

import (
	"bytes"
	"strconv"
)

// The objects of a PDF are nil, bool, float64, text, name, ref, []any, dict and *stream.
type (
	name   string
	text   string // the bytes of a string
	word   string // an operator
	dict   map[name]any
	ref    int
	stream struct {
		dict dict
		raw  []byte
	}
)

// mostDepth is how deep lists and tables lie within one another at most.
const mostDepth = 40

// mostNumber bounds each number of a file: nothing of a page is as large.
const mostNumber = 1e9

// lexer reads objects.
type lexer struct {
	b   []byte
	pos int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (x *lexer) space() {
	for x.pos < len(x.b) {
		c := x.b[x.pos]
		if c == '%' {
			for x.pos < len(x.b) && x.b[x.pos] != '\n' && x.b[x.pos] != '\r' {
				x.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		x.pos++
	}
}

// next is the next object; false at the end of the bytes.
func (x *lexer) next(depth int) (any, bool) {
	x.space()
	if x.pos >= len(x.b) {
		return nil, false
	}
	switch c := x.b[x.pos]; {
	case c == '/':
		return x.name(), true
	case c == '(':
		return x.string(), true
	case c == '<' && x.at(1) == '<':
		x.pos += 2
		return x.dict(depth + 1), true
	case c == '<':
		return x.hex(), true
	case c == '[':
		x.pos++
		return x.list(depth + 1), true
	case isDelimiter(c):
		x.pos++
		if c == '>' && x.pos < len(x.b) && x.b[x.pos] == '>' {
			x.pos++
			return word(">>"), true
		}
		return word(c), true
	}
	from := x.pos
	for x.pos < len(x.b) && !isSpace(x.b[x.pos]) && !isDelimiter(x.b[x.pos]) {
		x.pos++
	}
	return x.plain(string(x.b[from:x.pos])), true
}

func (x *lexer) at(n int) byte {
	if x.pos+n < len(x.b) {
		return x.b[x.pos+n]
	}
	return 0
}

// plain is what a word stands for: a number, a reference, or itself.
func (x *lexer) plain(s string) any {
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > -mostNumber && n < mostNumber) {
		return word(s)
	}
	if n < 0 || n != float64(int(n)) {
		return n
	}
	// "12 0 R"
	from := x.pos
	x.space()
	begin := x.pos
	for x.pos < len(x.b) && x.b[x.pos] >= '0' && x.b[x.pos] <= '9' && x.pos < begin+6 {
		x.pos++
	}
	if x.pos > begin {
		x.space()
		if x.at(0) == 'R' && (x.pos+1 >= len(x.b) || isSpace(x.at(1)) || isDelimiter(x.at(1))) {
			x.pos++
			return ref(int(n))
		}
	}
	x.pos = from
	return n
}

func (x *lexer) name() name {
	x.pos++
	var out []byte
	for x.pos < len(x.b) && !isSpace(x.b[x.pos]) && !isDelimiter(x.b[x.pos]) {
		c := x.b[x.pos]
		if c == '#' {
			if n, err := strconv.ParseUint(string(x.b[min(x.pos+1, len(x.b)):min(x.pos+3, len(x.b))]), 16, 8); err == nil && x.pos+3 <= len(x.b) {
				c = byte(n)
				x.pos += 2
			}
		}
		out = append(out, c)
		x.pos++
	}
	return name(out)
}

func (x *lexer) string() text {
	x.pos++
	var out []byte
	for open := 1; x.pos < len(x.b); x.pos++ {
		c := x.b[x.pos]
		switch c {
		case '(':
			open++
		case ')':
			open--
			if open == 0 {
				x.pos++
				return text(out)
			}
		case '\\':
			x.pos++
			out = x.escaped(out)
			continue
		}
		out = append(out, c)
	}
	return text(out)
}

// escaped reads what stands behind a backslash.
func (x *lexer) escaped(out []byte) []byte {
	c := x.at(0)
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b', 'f', '\n':
		return out
	case '\r':
		if x.at(1) == '\n' {
			x.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := 0
	for i := 0; i < 3 && x.at(0) >= '0' && x.at(0) <= '7'; i++ {
		n = n*8 + int(x.at(0)-'0')
		x.pos++
	}
	x.pos--
	return append(out, byte(n))
}

func (x *lexer) hex() text {
	x.pos++
	var out []byte
	half, odd := byte(0), false
	for ; x.pos < len(x.b); x.pos++ {
		c := x.b[x.pos]
		var n byte
		switch {
		case c == '>':
			x.pos++
			if odd {
				out = append(out, half<<4)
			}
			return text(out)
		case c >= '0' && c <= '9':
			n = c - '0'
		case c >= 'a' && c <= 'f':
			n = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			n = c - 'A' + 10
		default:
			continue
		}
		if odd {
			out = append(out, half<<4|n)
		}
		half, odd = n, !odd
	}
	return text(out)
}

func (x *lexer) list(depth int) []any {
	var out []any
	for {
		if depth > mostDepth {
			return out
		}
		o, ok := x.next(depth)
		if !ok || o == word("]") {
			return out
		}
		out = append(out, o)
	}
}

func (x *lexer) dict(depth int) dict {
	out := dict{}
	for {
		if depth > mostDepth {
			return out
		}
		key, ok := x.next(depth)
		if !ok || key == word(">>") {
			return out
		}
		k, ok := key.(name)
		if !ok {
			continue
		}
		from := x.pos
		value, ok := x.next(depth)
		if !ok {
			return out
		}
		if value == word(">>") {
			x.pos = from
			continue
		}
		out[k] = value
	}
}
