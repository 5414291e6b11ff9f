package guidance

import (
	"slices"
	"strconv"
	"strings"

	"afterglow/app/fault"
)

// reader collects what is wrong while a plan file is read.
type reader struct {
	file     string
	lines    lineIndex
	problems Problems
	sources  []string // ids, in the file's order
	builtIn  bool     // the file is our own list of calls, with ids of its own
	format   int      // of the file: 1 or 2
	newer    bool     // a file of format 1 was told that it says what format 2 has
	counted  []counted
	kept     bool // the plan was taken in before: rules that came later do not hold for it
}

func (r *reader) problem(line int, write, what *fault.Fault) {
	r.problems = append(r.problems, Problem{File: r.file, Line: max(line, 1), What: what, Write: write})
}

// table is one table of the file while it is read. Every key that a reading
// function asks for is known; done refuses the others.
type table struct {
	r       *reader
	path    string
	kind    string // "window", for messages
	of      *table // the table that a "when" or stage belongs to
	name    string // its id, if it has one
	keys    map[string]any
	forms   []*form // of the known keys
	bad     []string
	missing []*form
}

// title names the table in messages: `window "makeup"`.
func (t *table) title() *fault.Fault {
	switch {
	case t.of != nil:
		return said("plantable.part_"+t.kind, "Of", t.of.title())
	case t.name != "":
		return said("plantable.named_"+t.kind, "ID", Quoted(t.name))
	}
	return said("plantable." + t.kind)
}

// begin is the line on which the table begins.
func (t *table) begin() int { return t.r.lines[t.path] }

// line is where a key stands, else where its table begins.
func (t *table) line(key string) int {
	if n, ok := t.r.lines[within(t.path, key)]; ok {
		return n
	}
	return t.begin()
}

// textLines are where the texts of these keys stand.
func (t *table) textLines(keys ...string) TextLines {
	lines := TextLines{}
	for _, key := range keys {
		lines[key] = t.line(key)
	}
	return lines
}

// has says whether the key is there. It does not make the key known.
func (t *table) has(key string) bool { _, ok := t.keys[key]; return ok }

// said is a text as the file has it, for messages.
func (t *table) said(key string) Quoted { s, _ := t.keys[key].(string); return Quoted(s) }

// good says whether the key was there and right.
func (t *table) good(key string) bool { return t.has(key) && !slices.Contains(t.bad, key) }

// wrong refuses the value of a key. A message may say Key, Table, and the places that are given as name and value.
func (t *table) wrong(key string, write *fault.Fault, id string, places ...any) {
	t.bad = append(t.bad, key)
	t.r.problem(t.line(key), write, said(id, append(places, "Key", key, "Table", t.title())...))
}

// refuse is wrong for the table as a whole, told at the line where it begins.
func (t *table) refuse(write *fault.Fault, id string, places ...any) {
	t.r.problem(t.begin(), write, said(id, append(places, "Table", t.title())...))
}

// need notes a missing key; done tells it, unless a misspelt key explains it.
func (t *table) need(key string) { t.missing = append(t.missing, t.form(key)) }

// get gives the value of a key.
func (t *table) get(key string) (any, bool) {
	v, ok := t.keys[key]
	return v, ok
}

// know makes a key known that has no form of its own.
func (t *table) know(key string) {
	if !slices.ContainsFunc(t.forms, func(f *form) bool { return f.name == key }) {
		t.forms = append(t.forms, &form{name: key, kind: kindTables})
	}
}

// done refuses unknown keys and tells what is missing.
func (t *table) done() {
	var known, unknown []string
	for _, f := range t.forms {
		if f.since <= max(t.r.format, 1) {
			known = append(known, f.name)
		}
	}
	for key := range t.keys {
		if !slices.ContainsFunc(t.forms, func(f *form) bool { return f.name == key }) {
			unknown = append(unknown, key)
		}
	}
	slices.Sort(unknown)
	meant := map[string]bool{}
	for i, key := range unknown {
		hint := ""
		if i < mostProblems { // the rest is only counted
			hint = keyMeant(key, known)
		}
		// A list of tables that is there already may go on under its right name.
		if hint == "" || t.has(hint) && !t.form(hint).isList() {
			t.wrong(key, said("planwrite.known_key", "Keys", strings.Join(known, ", ")), "planproblem.unknown_key", "Name", Quoted(key))
			continue
		}
		meant[hint] = true
		write := t.timeMeant(t.form(hint), t.keys[key])
		if t.form(hint).isList() {
			write = said("planwrite.header", "Header", t.header(hint))
		}
		t.wrong(key, write, "planproblem.misspelt_key", "Name", Quoted(key), "Hint", hint)
	}
	for _, f := range t.missing {
		if !meant[f.name] {
			t.refuse(f.write(), "planproblem.missing", "Key", f.name)
		}
	}
}

// text reads a text of at most as many letters as its form says; "" if it is not there or is wrong.
func (t *table) text(key string) string {
	f := t.form(key)
	v, ok := t.get(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrong(key, t.timeMeant(f, v), "planproblem.no_text")
		return ""
	}
	if id, places := badText(s, f.longestText()); id != "" {
		write := f.write()
		if id == tooLong {
			write = said("planwrite.shorter", "Code", write, "Most", f.longestText())
		}
		t.wrong(key, write, "planproblem.text_"+id, places...)
		return ""
	}
	return s
}

// oneOf reads a word from a short list; "" if the key is not there or is wrong.
func (t *table) oneOf(f *form) string {
	s := t.text(f.name)
	if s == "" || slices.Contains(f.words, s) {
		return s
	}
	t.wrong(f.name, f.writeWord(s), "planproblem.unknown_word", "Value", Quoted(s))
	return ""
}

// texts reads a list of texts; a single text counts as a list if the form says so.
func (t *table) texts(f *form) []string {
	v, ok := t.get(f.name)
	if !ok {
		return nil
	}
	if s, isText := v.(string); isText && f.alone {
		v = []any{s}
	}
	items, ok := v.([]any)
	switch {
	case !ok:
		write := f.write()
		if s, isText := v.(string); isText && s != "" && len(s) <= longName && !strings.ContainsAny(s, "\"\\,") {
			write = code(f.code(`["` + s + `"]`))
		}
		t.wrong(f.name, write, "planproblem.no_list")
		return nil
	case len(items) == 0:
		t.wrong(f.name, said("planwrite.or_leave_out", "Code", f.write()), "planproblem.empty_list")
		return nil
	case len(items) > longList:
		t.wrong(f.name, said("planwrite.at_most_entries", "Count", longList), "planproblem.long_list", "Count", len(items))
		return nil
	}
	texts := make([]string, 0, len(items))
	for i, item := range items {
		if s, ok := t.entryText(f, i, item, texts); ok {
			texts = append(texts, s)
		}
	}
	return texts
}

// entryText reads one text of a list.
func (t *table) entryText(f *form, i int, item any, before []string) (string, bool) {
	line, ok := t.r.lines[within(within(t.path, f.name), strconv.Itoa(i))]
	if !ok {
		line = t.line(f.name)
	}
	refuse := func(write *fault.Fault, id string, places ...any) {
		t.bad = append(t.bad, f.name)
		t.r.problem(line, write, said(id, append(places, "N", i+1, "Key", f.name, "Table", t.title())...))
	}
	s, isText := item.(string)
	if !isText {
		refuse(f.write(), "planproblem.entry_no_text")
		return "", false
	}
	if id, places := badText(s, longName); id != "" {
		refuse(f.write(), "planproblem.entry_"+id, places...)
		return "", false
	}
	if slices.Contains(before, s) {
		refuse(said("planwrite.once"), "planproblem.twice", "Value", Quoted(s))
		return "", false
	}
	if len(f.words) > 0 && !slices.Contains(f.words, s) {
		t.wrong(f.name, f.writeWord(s), "planproblem.unknown_entry", "Value", Quoted(s))
		return "", false
	}
	if slices.Contains(f.newer, s) && t.r.format < 2 {
		t.newerValue(f.name, s)
		return "", false
	}
	return s, true
}
