// Package studio writes a plan by a form: a draft holds a plan file's text and shows it as rows, one an instruction. What
// is changed in a row changes its own lines; comments, order and all that a form does not know stay as they are. The
// package is pure and has no words for people.
package studio

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// document is a plan file's text, cut into its tables.
type document struct {
	text    []byte
	blocks  []block
	entries []at // its rows, once they were read; nil: not yet
}

// block is one table as it stands in the file, with the comment lines right above its header. The first block is what
// stands before all headers.
type block struct {
	path  string // "windows", "windows.when"; "" for the first
	of    int    // the block that it is a part of ("windows" of "windows.when"); -1: none
	from  int    // where its comments begin
	body  int    // where the line after its header begins
	end   int    // where the next block begins
	pairs []pair
	said  map[string]any // its own keys, decoded
}

// pair is a key with its value as it stands in the file.
type pair struct {
	key        string
	line       int // where its line begins
	value, end int // of the value alone
}

// parse cuts a text that is TOML into its tables.
func parse(text []byte) (document, error) {
	var all map[string]any
	if err := toml.Unmarshal(text, &all); err != nil {
		return document{}, fmt.Errorf("read the draft: %w", err)
	}
	d := document{text: text, blocks: []block{{of: -1}}}
	var p unstable.Parser
	p.Reset(text)
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			d.header(e)
		case unstable.KeyValue:
			d.pair(e)
		}
	}
	if err := p.Error(); err != nil {
		return document{}, fmt.Errorf("read the draft: %w", err)
	}
	for i := range d.blocks {
		b := &d.blocks[i]
		b.end = len(text)
		if i+1 < len(d.blocks) {
			b.end = d.blocks[i+1].from
		}
		if err := toml.Unmarshal(text[b.body:b.end], &b.said); err != nil {
			return document{}, fmt.Errorf("read a table of the draft: %w", err)
		}
	}
	return d, nil
}

// header begins a block.
func (d *document) header(e *unstable.Node) {
	var names []string
	at := -1
	for keys := e.Key(); keys.Next(); {
		names = append(names, string(keys.Node().Data))
		if at < 0 {
			at = int(keys.Node().Raw.Offset)
		}
	}
	line := lineStart(d.text, at)
	b := block{path: strings.Join(names, "."), of: -1, from: d.commentsAbove(line), body: lineEnd(d.text, at)}
	if len(names) > 1 {
		b.of = d.last(strings.Join(names[:len(names)-1], "."))
	}
	d.blocks = append(d.blocks, b)
}

// pair adds a key to the block that is open.
func (d *document) pair(e *unstable.Node) {
	var names []string
	last := 0
	for keys := e.Key(); keys.Next(); {
		names = append(names, string(keys.Node().Data))
		last = int(keys.Node().Raw.Offset + keys.Node().Raw.Length)
	}
	value := last + bytes.IndexByte(d.text[last:], '=') + 1
	for value < len(d.text) && (d.text[value] == ' ' || d.text[value] == '\t') {
		value++
	}
	end := int(e.Raw.Offset + e.Raw.Length)
	end = value + len(bytes.TrimRight(d.text[value:end], " \t"))
	b := &d.blocks[len(d.blocks)-1]
	b.pairs = append(b.pairs, pair{strings.Join(names, "."), lineStart(d.text, int(e.Raw.Offset)), value, end})
}

// commentsAbove is where the comment lines right above a line begin; the line itself if there are none.
func (d *document) commentsAbove(line int) int {
	open := d.blocks[len(d.blocks)-1]
	least := open.body
	if n := len(open.pairs); n > 0 {
		least = lineEnd(d.text, open.pairs[n-1].end)
	}
	for line > least {
		above := lineStart(d.text, line-1)
		if above < least || !bytes.HasPrefix(bytes.TrimLeft(d.text[above:line], " \t"), []byte("#")) {
			break
		}
		line = above
	}
	return line
}

// last is the newest block of a path; -1 if there is none.
func (d *document) last(path string) int {
	for i := len(d.blocks) - 1; i >= 0; i-- {
		if d.blocks[i].path == path {
			return i
		}
	}
	return -1
}

// first is the first block of a path; -1 if there is none.
func (d *document) first(path string) int {
	for i := range d.blocks {
		if d.blocks[i].path == path {
			return i
		}
	}
	return -1
}

// find is a key's pair in a block.
func (b *block) find(key string) (pair, bool) {
	for _, p := range b.pairs {
		if p.key == key {
			return p, true
		}
	}
	return pair{}, false
}

// parts are the blocks that belong to a block, in the file's order.
func (d *document) parts(of int) (list []int) {
	for i, b := range d.blocks {
		if b.of == of && i != of {
			list = append(list, i)
		}
	}
	return list
}

// line is the number of the line on which a place of the text lies, from 1.
func (d *document) line(at int) int {
	return 1 + bytes.Count(d.text[:min(at, len(d.text))], []byte{'\n'})
}

func lineStart(text []byte, at int) int { return bytes.LastIndexByte(text[:at], '\n') + 1 }

// lineEnd is where the next line begins.
func lineEnd(text []byte, at int) int {
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(text)
}
