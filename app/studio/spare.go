package studio

import (
	"slices"
	"strings"

	"afterglow/app/studio/row"
)

// A row of one kind says things that one of another kind cannot. What it said is kept beside the draft while the row is
// another kind, so that it is there again if the row becomes what it was.

// spare is the lines of a table that no row holds: its keys that a form does not show, and its parts.
type spare struct {
	key   string // of the row as it is called now
	kind  Kind   // that can say them
	text  []byte
	parts int      // how many
	more  []string // the keys
}

// spared keeps the spare lines of a row that becomes one of the kind k, called key, and gives those that it had put aside
// when it was of that kind before.
func (d *Draft) spared(e at, k Kind, key string) (back []byte) {
	had := d.spare
	d.spare = spare{}
	if had.key == e.Key && had.kind == k {
		back = had.text
	}
	now := spare{key: key, kind: e.Kind, more: e.More}
	b := d.doc.blocks[e.block]
	for _, p := range b.pairs {
		if name, _, _ := strings.Cut(p.key, "."); slices.Contains(e.More, name) {
			now.text = append(now.text, d.doc.text[p.line:lineEnd(d.doc.text, p.end)]...)
		}
	}
	for _, i := range d.doc.parts(e.block) {
		now.text = append(now.text, d.doc.text[d.doc.blocks[i].from:d.doc.blocks[i].end]...)
		now.parts++
	}
	switch {
	case len(now.text) > 0:
		d.spare = now
	case had.key == e.Key && back == nil:
		d.spare = had
		d.spare.key = key
	}
	return back
}

// Spare is what the row of that key said when it was of another kind, as far as no field of a form has it: the number of
// its parts, and keys of the plan file.
func (d *Draft) Spare(key string) (parts int, more []string) {
	if d.spare.key != key {
		return 0, nil
	}
	return d.spare.parts, d.spare.more
}

// Turn is [Draft.Change] with what the row had put aside before; left is what it has put aside after it, in a row that says
// that alone. A row that becomes one of another kind takes back what that kind can say.
func (d *Draft) Turn(key string, r, aside row.Row) (to string, left row.Row, err error) {
	e, ok := d.find(key)
	if !ok {
		return "", aside, gone()
	}
	if r.Rule != e.Rule {
		r = r.Filled(aside)
	}
	to, err = d.Change(key, r)
	now, _ := d.Row(to)
	if err != nil || now.Kind == e.Kind && now.Rule == e.Rule {
		return to, aside, err
	}
	was := e.Row.Filled(aside)
	left = missing(was, now)
	if d.Say != nil && was.Text == d.Say(e.Row) {
		left.Text = "" // nobody wrote it
	}
	return to, left, nil
}

// missing is what a row said as it was and does not say now.
func missing(was row.Row, now Entry) row.Row {
	lost := was.Missing(now.Row)
	if slices.Equal(was.What, now.Words()) {
		lost.What = nil // its name says it
	}
	kept := []string{now.From, now.Until}
	lost.From, lost.Until = "", ""
	if !slices.Contains(kept, was.From) {
		lost.From = was.From
	}
	if !slices.Contains(kept, was.Until) {
		lost.Until = was.Until
	}
	return lost
}
