package studio

import (
	"slices"
	"strconv"
	"strings"

	"afterglow/app/studio/row"
)

// Entry is a row of a draft, with where it stands.
type Entry struct {
	row.Row
	Key  string // names the row in this draft; it changes only with its id or place
	Kind Kind
	Of   string // the Key of the row that it is a part of; "": none
	ID   string // the plan's own id; "": it has none
	Line int    // of the plan file, where its table begins
	// More are the keys of its table that a form does not show ("after", "why"); they stay as they are.
	More []string
}

// at is where an entry stands in the document.
type at struct {
	Entry
	block int
}

// Title is what the row is called: its name, else the things that it is about, else its text.
func (e Entry) Title() string {
	switch {
	case e.Name != "" && e.Rule != row.Clinic:
		return e.Name
	case len(e.What) > 0:
		return strings.Join(e.What, ", ")
	}
	return e.Text
}

// rows lists the rows of a document in the order of the file; parts come right behind what they are a part of. They are
// read once: each letter that is typed asks for them many times.
func (d *document) rows() []at {
	if d.entries == nil {
		d.entries = d.readRows()
	}
	return d.entries
}

func (d *document) readRows() []at {
	entries := []at{}
	taken := map[string]int{}
	for i := range d.blocks {
		if d.blocks[i].of >= 0 {
			continue
		}
		own := d.entriesOf(i, "")
		for _, e := range own {
			e.Key = unique(taken, e.Key)
			entries = append(entries, e)
		}
		of := ""
		switch {
		case len(own) > 0:
			of = entries[len(entries)-len(own)].Key
		case d.blocks[i].path != products: // that may have waits and no list of its own
			continue
		}
		for _, p := range d.parts(i) {
			for _, part := range d.entriesOf(p, of) {
				part.Key = unique(taken, part.Key)
				entries = append(entries, part)
			}
		}
	}
	return entries
}

// unique makes a key unique: "sun", "sun#2".
func unique(taken map[string]int, key string) string {
	taken[key]++
	if n := taken[key]; n > 1 {
		return key + "#" + strconv.Itoa(n)
	}
	return key
}

// kinds are those that stand in a table of their own.
var kinds = []Kind{KindWindow, KindWindowWhen, KindRoutine, KindStage, KindRoutineWhen, KindCare, KindPhase, KindCall, KindSpacing, KindSpacingWhen, KindClinic, KindProductWait}

// entriesOf are the rows that a block says.
func (d *document) entriesOf(i int, of string) (entries []at) {
	b := d.blocks[i]
	v := values(b.said)
	if b.path == products {
		for _, k := range []Kind{KindAvoid, KindAllow, KindUse} {
			if len(v.list(k.listKey())) > 0 {
				entries = append(entries, at{Entry{Row: read(k, v), Key: string(k), Kind: k, Line: d.line(b.body - 1)}, i})
			}
		}
		return entries
	}
	k := Kind(b.path)
	if !slices.Contains(kinds, k) {
		return nil
	}
	e := Entry{Row: read(k, v), Kind: k, ID: v.text("id"), Line: d.line(b.body - 1), Key: b.path + "/" + v.text("id"), Of: of}
	if k.Part() {
		e.Key = of + "/" + string(k)
	}
	known := []string{"id", "source"}
	for _, s := range write(k, e.Row) {
		known = append(known, s.key)
	}
	for _, p := range b.pairs {
		if key, _, _ := strings.Cut(p.key, "."); !slices.Contains(known, key) {
			e.More = append(e.More, key)
		}
	}
	return append(entries, at{e, i})
}

// WithWhat is the row about other things. A name that was made of the things that it was about is made anew.
func (e Entry) WithWhat(what []string) row.Row {
	r := e.Row.Clone()
	if len(e.What) == 0 || NameOf(e.What) == e.Name {
		r.Name = ""
	}
	r.What = what
	return r
}
