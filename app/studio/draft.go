package studio

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/fault"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// mostSteps is how many changes can be taken back.
const mostSteps = 200

// Draft is a plan that is being written: a plan file's text, complete or not. It is always TOML.
type Draft struct {
	doc  document
	past [][]byte // the texts before, the newest last
	next [][]byte // the texts that were taken back
	// isNew are the keys of rows that were added since the draft was opened.
	isNew map[string]bool
	// typing names what is being typed, typed what was before: changes of one of them are taken back together.
	typing, typed string
	spare         spare // what the row said that was last made one of another kind
	// Say gives the text of a new row that has none ("No makeup."); nil: the sheet's own sentence stands for it.
	Say func(row.Row) string
}

// File is the name that problems of a draft carry.
const File = "plan.toml"

// Head is what a plan says of itself.
type Head struct{ ID, Name, Version, Summary string }

// New is a draft without a row. version is the month of writing ("2026-11").
func New(name, version string) *Draft {
	id := IDOf(name)
	var d Draft
	text := d.doc.table("format = 2", []said{{"id", quoted(id)}, {"name", quoted(name)}, {"version", quoted(version)}}, "")
	text = append(text, d.doc.table("\n[[sources]]", []said{{"id", quoted("sheet")}, {"title", quoted(name)}, {"strength", quoted("clinic")}}, "")...)
	opened, err := Open(text)
	if err != nil { // what is written above is TOML whatever the name is: quoted sees to it
		return &d
	}
	return opened
}

// Open is a draft of a plan file's text. One that is no TOML is refused with guidance's own words for it.
func Open(text []byte) (*Draft, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	doc, err := parse(text)
	if err == nil {
		doc, err = doc.unfolded()
	}
	if err != nil || len(text) > guidance.LargestFile {
		if _, err := guidance.Parse(File, text); err != nil {
			return nil, fault.Wrap(err, "studio.no_plan", nil).Of(fault.ErrUse)
		}
		return nil, fault.Wrap(err, "studio.no_plan", nil).Of(fault.ErrUse)
	}
	return &Draft{doc: doc}, nil
}

// Text is the plan file as it stands.
func (d *Draft) Text() []byte { return slices.Clone(d.doc.text) }

// Rows are the rows in the file's order; the parts of one follow it.
func (d *Draft) Rows() []Entry {
	found := d.doc.rows()
	list := make([]Entry, len(found))
	for i, e := range found {
		list[i] = e.Entry
	}
	return list
}

// Row is the row of that key.
func (d *Draft) Row(key string) (Entry, bool) {
	e, ok := d.find(key)
	return e.Entry, ok
}

func (d *Draft) find(key string) (at, bool) {
	for _, e := range d.doc.rows() {
		if e.Key == key {
			return e, true
		}
	}
	return at{}, false
}

// Head is what the plan says of itself.
func (d *Draft) Head() Head {
	v := values(d.doc.blocks[0].said)
	return Head{v.text("id"), v.text("name"), v.text("version"), v.text("summary")}
}

// SetHead changes what the plan says of itself.
func (d *Draft) SetHead(h Head) error {
	have := d.Head()
	var want []said
	for _, s := range []struct{ key, have, want string }{{"id", have.ID, h.ID}, {"name", have.Name, h.Name}, {"version", have.Version, h.Version}, {"summary", have.Summary, h.Summary}} {
		if s.have != s.want {
			want = append(want, said{s.key, quoted(s.want)})
		}
	}
	text := d.doc.change(0, want, []string{"format", "id", "name", "version", "summary"})
	doc, err := parse(text)
	if err != nil {
		return err
	}
	for i, b := range doc.blocks { // a sheet that was called as the plan is called so still
		if title := values(b.said).text("title"); b.path == "sources" && title == have.Name && have.Name != h.Name {
			text = doc.change(i, []said{{"title", quoted(h.Name)}}, []string{"id", "title"})
			break
		}
	}
	return d.become(text)
}

// Adopt makes the plan one of a clinic's own: it gets a name and an id of its own, and a source that is the clinic's sheet.
func (d *Draft) Adopt(name, version string) error {
	if err := d.SetHead(Head{ID: IDOf(name), Name: name, Version: version}); err != nil {
		return err
	}
	for _, b := range d.doc.blocks {
		if v := values(b.said); b.path == "sources" && v.text("strength") == "clinic" {
			return nil
		}
	}
	place := len(d.doc.text)
	if i := d.doc.last("sources"); i >= 0 {
		place = d.doc.blocks[i].end
	}
	source := []said{{"id", quoted("sheet")}, {"title", quoted(name)}, {"strength", quoted("clinic")}}
	err := d.become(d.doc.insert(place, d.doc.table("[[sources]]", source, "")))
	d.past = nil // the plan that it was made of is none of its steps
	return err
}

// Check reads the draft as a plan; the error is [guidance.Problems].
func (d *Draft) Check() (guidance.Plan, error) { return guidance.Parse(File, d.doc.text) }

// Undo takes the last change back; false: there is none.
func (d *Draft) Undo() bool { return d.step(&d.past, &d.next) }

// Redo does again what was taken back last; false: there is none.
func (d *Draft) Redo() bool { return d.step(&d.next, &d.past) }

// CanUndo and CanRedo say whether there is something to take back or to do again.
func (d *Draft) CanUndo() bool { return len(d.past) > 0 }

// CanRedo says whether something was taken back.
func (d *Draft) CanRedo() bool { return len(d.next) > 0 }

// Typing says that the next change is a letter in the field of that name: with those typed before it into the same field it
// is one change that can be taken back.
func (d *Draft) Typing(field string) { d.typing = field }

func (d *Draft) step(from, to *[][]byte) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	doc, err := parse((*from)[n-1])
	if err != nil { // it was a draft's text before
		return false
	}
	d.typed, d.spare = "", spare{}
	*to = append(*to, d.doc.text)
	*from = (*from)[:n-1]
	d.doc = doc
	return true
}

// become makes text the draft's own, as one change that can be taken back.
func (d *Draft) become(text []byte) error {
	if bytes.Equal(text, d.doc.text) {
		return nil
	}
	if len(text) > guidance.LargestFile {
		return fault.Use("studio.too_large", nil)
	}
	doc, err := parse(text)
	if err != nil {
		return err
	}
	doc = doc.newer()
	if d.typing == "" || d.typing != d.typed || len(d.past) == 0 {
		d.past = append(d.past, d.doc.text)
	}
	d.typed, d.typing = d.typing, ""
	if len(d.past) > mostSteps {
		d.past = d.past[1:]
	}
	d.next, d.doc = nil, doc
	return nil
}

// newer gives the document as a plan of format 2 if only that allows what it says.
func (d document) newer() document {
	if d.blocks[0].said["format"] != int64(1) {
		return d
	}
	asTwo := d.change(0, []said{{"format", "2"}}, nil)
	if problems(asTwo) >= problems(d.text) {
		return d
	}
	doc, err := parse(asTwo)
	if err != nil { // it differs in one figure alone
		return d
	}
	return doc
}

// problems is how much is wrong with a text.
func problems(text []byte) int {
	_, err := guidance.Parse(File, text)
	if list, ok := err.(guidance.Problems); ok {
		return len(list)
	}
	return 0
}

// decoded is the value that a text of TOML means.
func decoded(value string) any {
	var v map[string]any
	if err := toml.Unmarshal([]byte("v = "+value), &v); err != nil {
		return nil
	}
	return v["v"]
}

// ids are the ids that no new row of a kind may have: windows and routines share theirs.
func (d *Draft) ids(k Kind) (taken []string) {
	shared := []Kind{KindWindow, KindRoutine}
	for _, e := range d.doc.rows() {
		if e.Kind == k || slices.Contains(shared, k) && slices.Contains(shared, e.Kind) {
			taken = append(taken, e.ID)
		}
	}
	return taken
}

// source is the id of the source that a new row names: the clinic's own before others. "" if the file has one alone.
func (d *Draft) source() string {
	first, clinic, n := "", "", 0
	for _, b := range d.doc.blocks {
		if b.path != "sources" {
			continue
		}
		n++
		v := values(b.said)
		if first == "" {
			first = v.text("id")
		}
		if clinic == "" && strings.EqualFold(v.text("strength"), "clinic") {
			clinic = v.text("id")
		}
	}
	switch {
	case n < 2:
		return ""
	case clinic != "":
		return clinic
	}
	return first
}
