package studio

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// said is a key with its value as TOML writes it; "" as value: the key is not there.
type said struct{ key, value string }

// change gives the text with some keys of a block set or taken out; order is the order in which a form writes the keys.
func (d *document) change(at int, want []said, order []string) []byte {
	b := d.blocks[at]
	type cut struct {
		from, to int
		text     string
	}
	var cuts []cut
	for _, s := range want {
		p, there := b.find(s.key)
		switch {
		case there && s.value == "":
			cuts = append(cuts, cut{p.line, lineEnd(d.text, p.end), ""})
		case there:
			cuts = append(cuts, cut{p.value, p.end, s.value})
		case s.value != "":
			place := d.placeFor(b, s.key, order)
			lead := ""
			if place > 0 && d.text[place-1] != '\n' {
				lead = d.newline()
			}
			cuts = append(cuts, cut{place, place, lead + d.indent(b) + s.key + " = " + s.value + d.newline()})
		}
	}
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.from - b.from })
	var out bytes.Buffer
	done := 0
	for _, c := range cuts {
		out.Write(d.text[done:c.from])
		out.WriteString(c.text)
		done = c.to
	}
	out.Write(d.text[done:])
	return out.Bytes()
}

// placeFor is where the line of a new key goes: behind the nearest key that a form writes before it.
func (d *document) placeFor(b block, key string, order []string) int {
	for i := slices.Index(order, key) - 1; i >= 0; i-- {
		if p, there := b.find(order[i]); there {
			return lineEnd(d.text, p.end)
		}
	}
	return b.body
}

// indent is what the block's lines begin with.
func (d *document) indent(b block) string {
	if len(b.pairs) == 0 {
		return ""
	}
	line := d.text[b.pairs[0].line:b.pairs[0].value]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// newline is how the file ends its lines.
func (d *document) newline() string {
	if bytes.Contains(d.text, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// without gives the text without a block and its parts.
func (d *document) without(at int) []byte {
	gone := append([]int{at}, d.parts(at)...)
	var out []byte
	for i, b := range d.blocks {
		if !slices.Contains(gone, i) {
			out = append(out, d.text[b.from:b.end]...)
		}
	}
	return out
}

// group is a block's text with its parts.
func (d *document) group(at int) []byte {
	out := slices.Clone(d.text[d.blocks[at].from:d.blocks[at].end])
	for _, i := range d.parts(at) {
		out = append(out, d.text[d.blocks[i].from:d.blocks[i].end]...)
	}
	return out
}

// insert gives the text with a table set in at a place, with an empty line before and after it where there is none.
func (d *document) insert(place int, table []byte) []byte {
	nl := []byte(d.newline())
	out := slices.Clone(d.text[:place])
	if len(out) > 0 && !bytes.HasSuffix(out, []byte("\n")) {
		out = append(out, nl...)
	}
	if len(out) > 0 && !blankBefore(out) {
		out = append(out, nl...)
	}
	out = append(out, table...)
	rest := d.text[place:]
	if first, _, _ := bytes.Cut(rest, []byte("\n")); len(rest) > 0 && len(bytes.TrimSpace(first)) > 0 && !blankBefore(out) {
		out = append(out, nl...)
	}
	return append(out, rest...)
}

// blankBefore says whether a text ends with an empty line.
func blankBefore(text []byte) bool {
	return bytes.HasSuffix(text, []byte("\n\n")) || bytes.HasSuffix(text, []byte("\n\r\n"))
}

// table writes a new table.
func (d *document) table(header string, keys []said, indent string) []byte {
	nl := d.newline()
	var b strings.Builder
	b.WriteString(indent + header + nl)
	for _, s := range keys {
		if s.value != "" {
			b.WriteString(indent + s.key + " = " + s.value + nl)
		}
	}
	return []byte(b.String())
}

// quoted writes a text; "" is written as nothing. What cannot stand in one line of a plan becomes a space.
func quoted(s string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s))
	if s == "" {
		return ""
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// list writes a list of texts; an empty one is written as nothing.
func list(texts []string) string {
	var parts []string
	for _, s := range texts {
		if q := quoted(s); q != "" && !slices.Contains(parts, q) {
			parts = append(parts, q)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// yes writes a mark that is set; one that is not is written as nothing.
func yes(on bool) string {
	if on {
		return "true"
	}
	return ""
}

// number writes a length in millimetres; 0 is written as nothing.
func number(mm float64) string {
	if mm == 0 {
		return ""
	}
	s := strconv.FormatFloat(mm, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
