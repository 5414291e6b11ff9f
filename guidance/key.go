package guidance

import (
	"slices"
	"time"
)

// form is what the program knows of one key of a plan file: its name, what may stand there and what it looks like
// when it is right.
type form struct {
	name    string
	example string        // the value as the file has it; "" for times, whose figures must be the file's own
	kind    special       // what a text or list means beyond its words
	need    bool          // it must be there
	letters int           // of a text, or of each text in a list: how long it may be; 0: longName
	words   []string      // the only words that may stand there
	most    time.Duration // of a length of time: the longest; 0: any
	least   time.Duration // and the shortest
	alone   bool          // one text counts as a list
	since   int           // the format that has the key first; 0: every format
	newer   []string      // of words, those that came with format 2
	ends    bool          // of a moment: it may also be "calm", and "no end"
	careful careful       // which end of a range counts
	high    int           // of a whole number: the largest
}

// special is what a text means beyond its words.
type special int

const (
	kindText   special = iota // shown as it is
	kindID                    // names the entry
	kindSource                // the id of one of the sources
	kindURL                   // a web address
	kindPhone                 // a telephone number
	kindTables                // tables of their own, read by themselves
)

// key is a form together with where an entry of type T keeps its value: at gives a pointer to it, whose type says
// how the value is written. Reading, hints, comparing and showing all go by the tables of keys in keys.go.
type key[T any] struct {
	form
	at func(*T) any
}

// ranged is where a length is kept that may be said as a range.
type ranged struct {
	length *time.Duration
	said   *Range
}

// spaced is where a length is kept that may be in months.
type spaced struct {
	length *time.Duration
	months *int
}

// aDay is where a number of times a day is kept.
type aDay struct{ amount *Amount }

// sessions is where the number of a series is kept.
type sessions struct {
	most *int
	said *string
}

// read reads the keys of a table into x.
func read[T any](t *table, keys []key[T], x *T) {
	t.forms = slices.Grow(t.forms, len(keys))
	for i := range keys {
		t.read(&keys[i].form, keys[i].at(x))
	}
}

// read reads one key into the value that at points to. What is wrong or not there leaves it as it is.
func (t *table) read(f *form, at any) {
	t.forms = append(t.forms, f)
	if t.tooNew(f) {
		return
	}
	switch p := at.(type) {
	case *string:
		*p = t.readText(f)
	case *Role:
		*p = Role(t.readText(f))
	case *Moment:
		if m := t.moment(f); m != nil {
			*p = *m
		}
	case **Moment:
		*p = t.moment(f)
	case *time.Duration:
		*p = t.length(f).Duration
	case ranged:
		l := t.length(f)
		*p.length, *p.said = l.Duration, l.Said
	case spaced:
		l := t.length(f)
		*p.length, *p.months = l.Duration, l.Months
	case aDay:
		*p.amount = t.timesADay(f)
	case sessions:
		*p.most, *p.said = t.sessions(f)
	case *[]string:
		*p = t.texts(f)
	case *[]Clock:
		*p = t.times(f)
	case **HourRange:
		*p = t.hours(f)
	case *Amount:
		*p = t.amount(f)
	case *int:
		*p = t.whole(f.name, 1, f.high)
	case **float64:
		*p = t.millimetres(f.name)
	case **bool:
		*p = t.yes(f.name)
	case *bool:
		b := t.yes(f.name)
		*p = b != nil && *b
	}
	if f.need && !t.has(f.name) && f.kind != kindSource && !(f.ends && t.r.format >= 2) {
		t.need(f.name)
	}
}

// readText reads a text by what it means.
func (t *table) readText(f *form) string {
	switch {
	case f.kind == kindID:
		return t.id()
	case f.kind == kindSource:
		return t.source(f)
	case len(f.words) > 0:
		return t.oneOf(f)
	}
	s := t.text(f.name)
	switch {
	case s == "":
	case f.kind == kindURL && !isWebAddress(s):
		t.wrong(f.name, f.write(), "planproblem.no_address", "Value", Quoted(s))
	case f.kind == kindPhone && !isPhone(s):
		t.wrong(f.name, f.write(), "planproblem.no_phone", "Value", Quoted(s))
	}
	return s
}

// form is what the table knows of a key that was asked for; of any other only its name.
func (t *table) form(name string) *form {
	for _, f := range t.forms {
		if f.name == name {
			return f
		}
	}
	return &form{name: name}
}

// longestText is how many letters a text of the form may have.
func (f *form) longestText() int {
	if f.letters > 0 {
		return f.letters
	}
	return longName
}
