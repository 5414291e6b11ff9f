// Package leaflet reads a clinic's leaflet by rules: its text becomes proposed rows of a plan, each with the words that
// it came from, and what no rule understood is listed. It takes nothing over by itself, guesses no figure and makes no
// sentence. It is pure.
package leaflet

import (
	"slices"
	"strings"

	"afterglow/app/ask"
	"afterglow/app/studio/row"
)

// MostText is how many bytes of a text are read: no leaflet has as many. What stands behind is listed as left.
const MostText = 100_000

// Span is a part of the text, in bytes.
type Span struct{ From, To int }

// Draft is what was read.
type Draft struct {
	Text      string     // that the spans are of
	Proposals []Proposal // in the order of the text
	Left      []Left     // not taken over, in the order of the text
}

// Proposal is one row, for a person to accept, change or drop.
type Proposal struct {
	Row    row.Row
	At     Span    // the words that it came from
	Heads  []Span  // headings that it has its rule, its thing or its time from
	Doubts []Doubt // what was seen there and not taken over

	carried []Span // the words that the row itself says
	own     Span   // the clause that it is of; none: From is To
	cue     Span   // the words of it that say the rule
	told    Span   // the words that its text says by themselves; none: From is To
}

// Doubt is a question about a proposal that the person has to answer before they take it: what these words mean for it, no
// rule was sure of. A proposal without one is of a sentence whose each word is accounted for.
type Doubt struct {
	Why Why
	At  Span
}

// Why is why something was not taken over.
type Why string

const (
	AFigure    Why = "figure"    // a time or a number, and it is not sure what it means
	ACondition Why = "condition" // "if", "unless": it holds in some case only
	ADayCount  Why = "day_count" // whether day 1 is the day of the treatment or the one after it
	NoRule     Why = "no_rule"   // no rule understood it
	NoThing    Why = "no_thing"  // what it is about was not found
	AHeading   Why = "heading"   // of what is left: a line like a heading, from which nothing was taken; of a row: it may not hold here
	ANoEnd     Why = "no_end"    // of a row: it forbids something, and no end is named
	AWord      Why = "word"      // of a row: it leaves these words out
	AThing     Why = "thing"     // of a row: no thing that is known
	ARefers    Why = "refers"    // of a row: what these words stand for is said elsewhere
	ALeave     Why = "leave"     // of a row: it gives leave to begin at any time
	ATurn      Why = "turn"      // of a row: these words limit it, turn it round or go on with it
	TooLong    Why = "too_long"  // behind MostText
)

// Left is a part of the text that was not taken over.
type Left struct {
	At   Span
	Why  Why
	Seen []Span // the times and numbers in it
}

// Clinic is the name of the clinic whose leaflet it is; "" where the text does not say it.
func (d *Draft) Clinic() string {
	for _, p := range d.Proposals {
		if p.Row.Rule == row.Clinic && p.Row.Name != "" {
			return p.Row.Name
		}
	}
	return ""
}

// titled has the clinic's row stand on a line that says nothing but the clinic's name.
func (d *Draft) titled() {
	name := d.Clinic()
	if name == "" {
		return
	}
	i := slices.IndexFunc(d.Proposals, func(p Proposal) bool { return p.Row.Rule == row.Clinic })
	d.Left = slices.DeleteFunc(d.Left, func(l Left) bool {
		is := d.Words(l.At) == name
		if is {
			d.Proposals[i].Heads = append(d.Proposals[i].Heads, l.At)
		}
		return is
	})
}

// Words are the words of a span, in one line.
func (d *Draft) Words(s Span) string { return oneLine(d.Text[s.From:s.To]) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Read reads a leaflet; book has the words for the things that it speaks of.
func Read(text string, book *ask.Book) Draft {
	end := whole(text, MostText)
	r := reader{text: text[:end], book: book}
	r.lines()
	r.read()
	r.weigh()
	d := Draft{Text: text, Proposals: r.out, Left: r.left}
	if end < len(text) {
		d.Left = append(d.Left, Left{At: Span{end, len(text)}, Why: TooLong})
	}
	d.titled()
	for _, at := range r.entered { // a heading that nothing stands on
		if !slices.ContainsFunc(d.Proposals, func(p Proposal) bool { return slices.Contains(p.Heads, at) }) && !slices.ContainsFunc(d.Left, func(l Left) bool { return l.At.From <= at.From && at.To <= l.At.To }) {
			d.Left = append(d.Left, Left{At: at, Why: AHeading})
		}
	}
	slices.SortStableFunc(d.Left, func(a, b Left) int { return a.At.From - b.At.From })
	return d
}

// whole is the end of the last whole line of a text within so many bytes.
func whole(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	for i := most; i > most/2; i-- {
		if text[i-1] == '\n' {
			return i
		}
	}
	for i := most; ; i-- {
		if text[i]&0xc0 != 0x80 {
			return i
		}
	}
}

// reader is a leaflet while it is read.
type reader struct {
	text    string
	book    *ask.Book
	rows    []line
	heads   []head // that hold here, the outermost first
	day0    bool   // the text counts the day of the treatment as day 0
	out     []Proposal
	left    []Left
	name    string     // what may be the clinic's name
	above   line       // the last item of a list that stands no further in
	timed   bool       // it has a time of its own
	second  bool       // what is read is not the first sentence of its line
	before  bool       // an item of a list stands below the line that is read
	back    bool       // what is read counts from what another line says: "during this time"
	nested  bool       // what is read stands below such an item
	entered []Span     // headings that hold, or held
	kinds   [][]string // of treatment that headings name, by heading
}

// pass lists a part of the text as not taken over.
func (r *reader) pass(list []token, why Why) {
	if len(list) == 0 {
		return
	}
	l := Left{At: spanOf(list), Why: why}
	for _, t := range timesIn(list) {
		if t.kind != noEnd {
			l.Seen = append(l.Seen, spanOf(list[t.from:t.to]))
		}
	}
	r.left = append(r.left, l)
}

func spanOf(list []token) Span { return Span{list[0].from, list[len(list)-1].to} }
