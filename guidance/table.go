package guidance

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// reader collects what is wrong while a plan file is read.
type reader struct {
	file     string
	lines    lineIndex
	problems Problems
	sources  []string // ids, in the file's order
	builtIn  bool     // the file is our own list of calls, with ids of its own
}

func (r *reader) problem(line int, write, what string, args ...any) {
	r.problems = append(r.problems, Problem{File: r.file, Line: max(line, 1), What: fmt.Sprintf(what, args...), Write: write})
}

// table is one table of the file while it is read. Every key that a reading
// function asks for is known; done refuses the others.
type table struct {
	r       *reader
	path    string
	kind    string // "window", for messages
	name    string // its id, where it has one
	keys    map[string]any
	known   []string
	missing []Problem
}

// title names the table in messages: `window "makeup"`.
func (t *table) title() string {
	if t.name == "" {
		return t.kind
	}
	return fmt.Sprintf("%s %q", t.kind, t.name)
}

// line is where a key stands, else where its table begins.
func (t *table) line(key string) int {
	if n, ok := t.r.lines[within(t.path, key)]; ok {
		return n
	}
	return t.r.lines[t.path]
}

// has says whether the key is there. It does not make the key known.
func (t *table) has(key string) bool { _, ok := t.keys[key]; return ok }

// said is a text as the file has it, for messages.
func (t *table) said(key string) string { s, _ := t.keys[key].(string); return s }

// wrong refuses the value of a key.
func (t *table) wrong(key, write, what string, args ...any) {
	t.r.problem(t.line(key), write, "%s in %s", fmt.Sprintf(what, args...), t.title())
}

// need notes a missing key; done tells it, unless a misspelt key explains it.
func (t *table) need(key string) {
	t.missing = append(t.missing, Problem{What: key, Write: example(key)})
}

// get gives the value of a key and makes the key known.
func (t *table) get(key string) (any, bool) {
	t.known = append(t.known, key)
	v, ok := t.keys[key]
	return v, ok
}

// done refuses unknown keys and tells what is missing.
func (t *table) done() {
	unknown := make([]string, 0)
	for key := range t.keys {
		if !slices.Contains(t.known, key) {
			unknown = append(unknown, key)
		}
	}
	slices.Sort(unknown)
	meant := map[string]bool{}
	for i, key := range unknown {
		hint := ""
		if i < mostProblems { // the rest is only counted
			hint = nearest(key, t.known)
		}
		if hint == "" || t.has(hint) {
			t.r.problem(t.line(key), "one of "+strings.Join(t.known, ", ")+", or take the line out", "unknown key %s in %s", clip(key), t.title())
			continue
		}
		meant[hint] = true
		t.r.problem(t.line(key), t.exampleFor(hint, t.keys[key]), "unknown key %s in %s (did you mean %s?)", clip(key), t.title(), hint)
	}
	for _, m := range t.missing {
		if !meant[m.What] {
			t.r.problem(t.r.lines[t.path], m.Write, "%s has no %s", t.title(), m.What)
		}
	}
}

// text reads a text of at most most letters.
func (t *table) text(key string, most int) string {
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, example(key), "%s is not a text in quotes", key)
		return ""
	}
	if what := badText(s, most); what != "" {
		t.wrong(key, example(key), "%s %s", key, what)
		return ""
	}
	return s
}

// needText is text that must be there.
func (t *table) needText(key string, most int) string {
	s := t.text(key, most)
	if !t.has(key) {
		t.need(key)
	}
	return s
}

// oneOf reads a word from a short list; "" where the key is not there.
func (t *table) oneOf(key string, words ...string) string {
	s := t.text(key, longName)
	if s == "" || slices.Contains(words, s) {
		return s
	}
	write := key + ` = "` + words[0] + `"`
	if near := nearest(s, words); near != "" {
		write = key + ` = "` + near + `"`
	} else if len(words) > 1 {
		write = "one of " + strings.Join(words, ", ")
	}
	t.wrong(key, write, "%s = %s is not known", key, clip(s))
	return ""
}

// span reads a length of time above zero; zero where the key is not there or is wrong.
func (t *table) span(key string) time.Duration {
	s := t.text(key, longName)
	if s == "" {
		return 0
	}
	d, err := ParseSpan(s)
	if err != nil {
		write := example(key)
		if meant := spanMeant(s); meant != "" && meant[0] != '-' {
			write = key + ` = "` + meant + `"`
		}
		t.wrong(key, write, "%s = %s is not a length of time", key, clip(s))
		return 0
	}
	if d <= 0 {
		t.wrong(key, example(key), "%s = %s is not longer than nothing", key, clip(s))
		return 0
	}
	return d
}

// moment reads a point in time; nil where the key is not there or is wrong.
func (t *table) moment(key string) *Moment {
	s := t.text(key, longName)
	if s == "" {
		return nil
	}
	m, err := ParseMoment(s)
	if err != nil {
		t.wrong(key, t.exampleFor(key, s), "%s = %s is not a point in time", key, clip(s))
		return nil
	}
	return &m
}

// list reads a list of texts; a single text counts as a list where alone is set.
func (t *table) list(key string, most int, alone bool) []string {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	if s, isText := v.(string); isText && alone {
		v = []any{s}
	}
	items, ok := v.([]any)
	if !ok {
		t.wrong(key, example(key), "%s is not a list", key)
		return nil
	}
	if len(items) == 0 {
		t.wrong(key, example(key)+", or take the line out", "%s is an empty list", key)
		return nil
	}
	if len(items) > longList {
		t.wrong(key, fmt.Sprintf("at most %d", longList), "%s has %d entries", key, len(items))
		return nil
	}
	texts := make([]string, 0, len(items))
	for i, item := range items {
		line, ok := t.r.lines[within(within(t.path, key), strconv.Itoa(i))]
		if !ok {
			line = t.line(key)
		}
		s, isText := item.(string)
		what := "is not a text in quotes"
		if isText {
			what = badText(s, most)
		}
		switch {
		case what != "":
			t.r.problem(line, example(key), "entry %d of %s in %s %s", i+1, key, t.title(), what)
		case slices.Contains(texts, s):
			t.r.problem(line, "it once", "%s stands twice in %s of %s", clip(s), key, t.title())
		default:
			texts = append(texts, s)
		}
	}
	return texts
}

// whole reads a whole number; ok is false where the key is not there or is wrong.
func (t *table) whole(key string, from, to int) (int, bool) {
	v, ok := t.get(key)
	if !ok {
		return 0, false
	}
	n, isWhole := v.(int64)
	if !isWhole || n < int64(from) || n > int64(to) {
		t.wrong(key, example(key), "%s is not a whole number from %d to %d", key, from, to)
		return 0, false
	}
	return int(n), true
}

// millimetres reads a needle depth.
func (t *table) millimetres(key string) *float64 {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	mm := math.NaN()
	switch n := v.(type) {
	case float64:
		mm = n
	case int64:
		mm = float64(n)
	}
	if !(mm >= 0 && mm <= deepest) {
		t.wrong(key, example(key), "%s is not a depth from 0 to %d mm", key, deepest)
		return nil
	}
	return &mm
}

// yes reads true or false; nil where the key is not there or is wrong.
func (t *table) yes(key string) *bool {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	b, isBool := v.(bool)
	if !isBool {
		t.wrong(key, example(key), "%s is neither true nor false", key)
		return nil
	}
	return &b
}

// table opens the one table under a key; nil where there is none.
func (t *table) table(key string) *table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	keys, ok := v.(map[string]any)
	if !ok {
		t.r.problem(t.line(key), "["+key+"] on a line of its own, and its keys below", "%s is not a table", key)
		return nil
	}
	return &table{r: t.r, path: within(t.path, key), kind: key, keys: keys}
}

// tables opens the tables under a key, each called kind in messages.
func (t *table) tables(key, kind string) []*table {
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	items, ok := v.([]any)
	if !ok {
		t.r.problem(t.line(key), t.header(key)+" on a line of its own, and its keys below", "%s is not a list of tables", key)
		return nil
	}
	if len(items) > longList {
		t.r.problem(t.line(key), fmt.Sprintf("at most %d", longList), "there are %d entries of %s", len(items), key)
		return nil
	}
	opened := make([]*table, 0, len(items))
	for i, item := range items {
		path := within(within(t.path, key), strconv.Itoa(i))
		keys, ok := item.(map[string]any)
		if !ok {
			t.r.problem(t.r.lines[path], t.header(key)+" on a line of its own, and its keys below", "entry %d of %s is not a table", i+1, key)
			continue
		}
		opened = append(opened, &table{r: t.r, path: path, kind: kind, keys: keys})
	}
	return opened
}

// header is the line that begins a table of the list: "[[windows.when]]".
func (t *table) header(key string) string {
	names := []string{}
	for _, part := range strings.Split(t.path, "\x00") {
		if _, isNumber := digits(part); !isNumber && part != "" {
			names = append(names, part)
		}
	}
	return "[[" + strings.Join(append(names, key), ".") + "]]"
}
