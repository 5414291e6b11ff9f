package studio

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"afterglow/app/fault"
	"afterglow/app/studio/row"
)

// Add puts a new row behind the row after (at the end of its kind if that is "" or of another kind), and gives its key.
// A row of which a plan has only one (the clinic, the spacing) takes the place of the one that is there. What a sheet
// expects is advice where no phase fits it, see [Draft.fits].
func (d *Draft) Add(r row.Row, after string) (string, error) {
	k := kindOf(r)
	if k == KindPhase && r.Says != "" && !d.fits(r) {
		k = KindCare
	}
	if k == KindClinic {
		r = d.called(r)
	}
	r = canonical(k, r, d.Say)
	if k == KindClinic || k == KindSpacing {
		if i := d.doc.first(string(k)); i >= 0 {
			return string(k) + "/", d.rewrite(i, k, read(k, d.doc.blocks[i].said), r)
		}
	}
	id := ""
	if k != KindClinic && k != KindSpacing {
		id = idFor(k, r, d.ids(k))
	}
	place, key := d.placeOf(k, after), string(k)+"/"+id
	d.young(key)
	return key, d.become(d.doc.insert(place, d.newTable(k, r, id)))
}

// fits says whether the check takes what a sheet expects as a phase behind those that are there: it follows them without
// a gap, from the treatment on, and has an end.
func (d *Draft) fits(r row.Row) bool {
	table := d.newTable(KindPhase, Canonical(r, d.Say), idFor(KindPhase, r, d.ids(KindPhase)))
	return problems(d.doc.insert(d.placeOf(KindPhase, ""), table)) <= problems(d.doc.text)
}

// called is a clinic with what the plan has of it already where the row does not say it. One that has a phone and no name
// is called as Say calls it.
func (d *Draft) called(r row.Row) row.Row {
	if i := d.doc.first(string(KindClinic)); i >= 0 {
		have := read(KindClinic, d.doc.blocks[i].said)
		r.Name, r.Phone = cmp.Or(r.Name, have.Name), cmp.Or(r.Phone, have.Phone)
	}
	if r.Name == "" && r.Phone != "" && d.Say != nil {
		r.Name = d.Say(r)
	}
	return r
}

// newTable writes a row as a table of its own.
func (d *Draft) newTable(k Kind, r row.Row, id string) []byte {
	header := "[[" + string(k) + "]]"
	keys := write(k, r)
	if k == KindClinic || k == KindSpacing {
		header = "[" + string(k) + "]"
	} else {
		keys = append([]said{{"id", quoted(id)}}, keys...)
	}
	if source := d.source(); source != "" && k != KindClinic {
		keys = append(keys, said{"source", quoted(source)})
	}
	return d.doc.table(header, keys, "")
}

// order is the order in which tables of a new plan stand.
var order = []Kind{KindClinic, "sources", KindWindow, KindRoutine, KindPhase, KindCare, KindCall, KindSpacing, products}

// placeOf is where a new table goes: behind the row after, if it is of the same kind, else behind the last of its kind,
// else before the first of the kinds that follow.
func (d *Draft) placeOf(k Kind, after string) int {
	if e, ok := d.find(after); ok && e.Kind == k {
		return d.doc.groupEnd(e.block)
	}
	if i := d.doc.last(string(k)); i >= 0 {
		return d.doc.groupEnd(i)
	}
	for _, follows := range order[slices.Index(order, k)+1:] {
		if i := d.doc.first(string(follows)); i >= 0 {
			return d.doc.blocks[i].from
		}
	}
	return len(d.doc.text)
}

// groupEnd is where a block with its parts ends.
func (d *document) groupEnd(i int) int {
	end := d.blocks[i].end
	for _, p := range d.parts(i) {
		end = max(end, d.blocks[p].end)
	}
	return end
}

// Change makes the row of that key say r, and gives its key, which may be another one. Only what differs is written. A
// row that becomes one of another kind (a ban that becomes care) is written anew in its place.
func (d *Draft) Change(old string, r row.Row) (string, error) {
	e, ok := d.find(old)
	if !ok {
		return "", gone()
	}
	if e.Kind.Part() || e.Kind.Ingredients() {
		return old, d.rewrite(e.block, e.Kind, e.Row, r)
	}
	k := kindOf(r)
	if e.Kind == KindCare && (r.Rule == row.Do || r.Rule == row.Note || r.Rule == e.Rule) && r.Often == "" {
		k = KindCare
	}
	if e.Kind == KindRoutine && r.Rule == row.Do {
		k = KindRoutine // a routine whose count is being changed has none for a moment
	}
	if r.Text == e.Text && e.Text != "" && d.Say != nil && e.Text == d.Say(e.Row) {
		r.Text = "" // so was the text
	}
	if k == KindClinic && k != e.Kind {
		r = d.called(r)
	}
	asWritten, wordless := slices.Equal(r.What, e.What), e.Kind == KindRoutine && e.Text == "" && r.Text == "" && !d.isNew[e.Key]
	if r = canonical(k, r, d.Say); asWritten && k == e.Kind {
		r.What = e.What // a file may list the name itself once more
	}
	if wordless && k == e.Kind {
		r.Text = "" // a file may say how by the name alone
	}
	if k == e.Kind {
		return d.rename(e, r)
	}
	if (k == KindClinic || k == KindSpacing) && d.doc.first(string(k)) >= 0 {
		return "", fault.Use("studio.only_one", nil)
	}
	id := ""
	if k != KindClinic && k != KindSpacing {
		id = idFor(k, r, slices.DeleteFunc(d.ids(k), func(other string) bool { return other == e.ID }))
	}
	b, key := d.doc.blocks[e.block], string(k)+"/"+id
	comments := d.doc.text[b.from:lineStart(d.doc.text, b.body-1)]
	rest := document{text: d.doc.without(e.block)}
	spare := d.spared(e, k, key)
	table := slices.Concat(comments, d.newTable(k, r, id), spare)
	place := b.from
	if d.isNew[e.Key] { // it has no place of its own yet
		parsed, err := parse(rest.text)
		if err != nil {
			return "", err
		}
		rest = parsed
		place = (&Draft{doc: rest}).placeOf(k, "")
	}
	d.young(key)
	return key, d.become(rest.insert(place, table))
}

// young notes that a row is new: until the draft is opened again its id follows its name.
func (d *Draft) young(key string) {
	if d.isNew == nil {
		d.isNew = map[string]bool{}
	}
	d.isNew[key] = true
}

// rename rewrites a row, and gives it the id that fits what it is about if it is new.
func (d *Draft) rename(e at, r row.Row) (string, error) {
	if !d.isNew[e.Key] || e.ID == "" || r.Name == e.Name && slices.Equal(r.What, e.What) {
		return e.Key, d.rewrite(e.block, e.Kind, e.Row, r)
	}
	id := idFor(e.Kind, r, slices.DeleteFunc(d.ids(e.Kind), func(other string) bool { return other == e.ID }))
	key := string(e.Kind) + "/" + id
	if d.spare.key == e.Key {
		d.spare.key = key
	}
	d.young(key)
	return key, d.rewrite(e.block, e.Kind, e.Row, r, said{"id", quoted(id)})
}

// rewrite writes of a table what differs between two rows.
func (d *Draft) rewrite(block int, k Kind, have, want row.Row, also ...said) error {
	differ := also
	before := write(k, have)
	keys := make([]string, 0, len(before)+1)
	keys = append(keys, "id")
	for i, s := range write(k, want) {
		keys = append(keys, s.key)
		if s.value == before[i].value {
			continue
		}
		differ = append(differ, s)
	}
	return d.become(d.doc.change(block, differ, keys))
}

// Remove takes a row out, with its parts.
func (d *Draft) Remove(key string) error {
	e, ok := d.find(key)
	if !ok {
		return gone()
	}
	if e.Kind.Ingredients() && e.Kind != KindProductWait {
		var none []said
		for _, s := range write(e.Kind, e.Row) {
			none = append(none, said{s.key, ""})
		}
		return d.become(d.doc.change(e.block, none, nil))
	}
	return d.become(d.doc.without(e.block))
}

// Move changes places with the row of the same kind before (by -1) or behind it (by 1); nothing happens at the end.
func (d *Draft) Move(key string, by int) error {
	e, ok := d.find(key)
	if !ok {
		return gone()
	}
	own := d.doc.blocks[e.block]
	var same []int
	for i, b := range d.doc.blocks {
		if b.path == own.path && b.of == own.of {
			same = append(same, i)
		}
	}
	n := slices.Index(same, e.block)
	if n+by < 0 || n+by >= len(same) || by != 1 && by != -1 {
		return nil
	}
	first, second := min(n, n+by), max(n, n+by)
	return d.become(d.doc.swapped(same[first], same[second]))
}

// swapped gives the text with two tables, each with its parts, in each other's place.
func (d *document) swapped(a, b int) []byte {
	partOf := func(i, of int) bool { return i != of && d.blocks[i].of == of }
	moved := map[int][]byte{a: d.ended(d.group(b)), b: d.ended(d.group(a))}
	var out []byte
	for i, x := range d.blocks {
		switch {
		case partOf(i, a), partOf(i, b):
		case moved[i] != nil:
			out = append(out, moved[i]...)
		default:
			out = append(out, d.text[x.from:x.end]...)
		}
	}
	return out
}

// ended is a table's text with an empty line behind it, so that the next can follow.
func (d *document) ended(text []byte) []byte {
	nl := []byte(d.newline())
	if !bytes.HasSuffix(text, []byte("\n")) {
		text = append(text, nl...)
	}
	if !blankBefore(text) && strings.Contains(string(d.text), string(nl)+string(nl)) {
		text = append(text, nl...)
	}
	return text
}

func gone() error { return fault.Use("studio.row_gone", nil) }
