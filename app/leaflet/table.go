package leaflet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/app/studio/row"
)

// column is what the head of a table says of a column.
type column struct {
	head  head
	used  bool
	waits bool // its cells say how long to wait
	opens bool // its cells say from when on it may be done
}

// table reads the rows of a table that begins at the i-th line, and gives the line behind it.
func (r *reader) table(i int) int {
	end := i
	for end < len(r.rows) && r.rows[end].cells != nil && (end == i || !r.rows[end].blank) {
		end++
	}
	r.leave(false, 0)
	if r.broken(r.rows[i:end]) {
		for ; i < end; i++ {
			if r.full(i) {
				return len(r.rows)
			}
			r.pass(tokens(r.text, r.rows[i].at.From, r.rows[i].at.To), NoRule)
		}
		return end
	}
	heads, named := r.columns(r.rows[i].cells)
	if named && i+1 < end && r.dated(r.rows[i].cells) && r.dated(r.rows[i+1].cells) { // "Day 1-3 | ..." is a row as the next one is
		heads, named = nil, false
	}
	if named {
		r.entered = append(r.entered, r.rows[i].at)
		i++
	} else {
		heads = nil
	}
	for ; i < end; i++ {
		if r.full(i) {
			return len(r.rows)
		}
		if strings.Trim(r.text[r.rows[i].at.From:r.rows[i].at.To], "|-: \t") == "" {
			continue
		}
		r.tableRow(r.rows[i].cells, heads)
	}
	return end
}

// broken says whether the cells of columns that stand apart by spaces go on in the line below, so that nobody knows what
// belongs together.
func (r *reader) broken(rows []line) bool {
	for n, l := range rows {
		if !l.spaced {
			return false
		}
		for _, cell := range l.cells {
			text := r.text[cell.From:cell.To]
			first, _ := utf8.DecodeRuneInString(text)
			if len(l.cells) != len(rows[0].cells) || n > 0 && (unicode.IsLower(first) || strings.HasSuffix(text, ",") || joins[plain(text[strings.LastIndexByte(text, ' ')+1:])]) {
				return true
			}
		}
	}
	return false
}

// columns reads the first row of a table as its head.
func (r *reader) columns(cells []Span) (out []column, named bool) {
	for _, cell := range cells {
		list := tokens(r.text, cell.From, cell.To)
		var c column
		if len(list) > 0 {
			c.waits = find2(list, "wait", "avoid", "without", "long", "not") >= 0 && find2(list, "before", "for", "wait", "long") >= 0
			c.opens = find2(list, "from", "again", "resume", "restart", "allowed", "ok", "okay", "earliest", "start", "return") >= 0 && find2(list, "avoid", "wait") < 0
			var ok bool
			if c.head, ok = r.headOf(list); ok && !c.waits && !(c.opens && c.head.rule == "") {
				c.used, c.head.at = true, cell
				c.opens = false
			}
		}
		named = named || c.used || c.waits || c.opens
		out = append(out, c)
	}
	if len(cells) > 0 && !named {
		return nil, false
	}
	return out, named
}

// tableRow reads a row: each cell below the head of its column and beside the first cell, which may be a heading too.
func (r *reader) tableRow(cells []Span, heads []column) {
	kept := r.heads
	defer func() { r.heads = kept }()
	first := tokens(r.text, cells[0].From, cells[0].To)
	if len(first) > 0 && first[0].text == "next" && r.spacing(tokens(r.text, cells[0].From, cells[len(cells)-1].To), holding{}) {
		return
	}
	from := 0
	var side *head
	if len(first) > 0 && (heads == nil || !heads[0].used) {
		if h, ok := r.headOf(first); ok {
			h.at, side, from = cells[0], &h, 1
		} else if cueOf(first, timesIn(first)).at < 0 {
			side, from = &head{at: cells[0], thing: first, tokens: first}, 1
		}
	}
	told := false
	for i := from; i < len(cells); i++ {
		list := tokens(r.text, cells[i].From, cells[i].To)
		if len(list) == 0 {
			continue
		}
		told = true
		r.heads = append([]head(nil), kept...)
		if i < len(heads) && heads[i].used {
			r.enter(heads[i].head)
		}
		if side != nil {
			r.enter(*side)
		}
		if i < len(heads) && side != nil && len(side.thing) > 0 && r.onlyTime(list) {
			r.timeCell(*side, heads[i], list)
			continue
		}
		if side != nil && len(side.thing) > 0 && r.onlyTime(list) {
			hold := r.holding()
			if times := timesIn(list); hold.rule == "" && len(times) == 1 && times[0].kind == later { // "Gym | after 48 hours"
				r.timeCell(*side, column{opens: true}, list)
				continue
			}
			if hold.rule == row.Avoid || hold.rule == row.May {
				r.timeCell(*side, column{waits: hold.rule == row.Avoid, opens: hold.rule == row.May}, list)
				continue
			}
		}
		had := len(r.out)
		for _, item := range items(list) {
			r.below(item)
		}
		if columns := len(cells) - from; (i >= len(heads) || !heads[i].used) && columns > 1 || len(cells) > 1 && heads == nil && side == nil {
			r.unheaded(had, cells)
		}
	}
	if !told && from == 1 {
		r.pass(first, NoRule)
	}
}

// items are the paragraphs of a cell, which stand in one line with a semicolon between: each is one of a list.
func items(list []token) (out [][]token) {
	from := 0
	for i := range list {
		if list[i].text == ";" && i > from && i+1 < len(list) && list[i+1].upper {
			out, from = append(out, list[from:i]), i+1
		}
	}
	return append(out, list[from:])
}

// dated says whether the first cell of a row names days or a length of time, and nothing else.
func (r *reader) dated(cells []Span) bool {
	list := tokens(r.text, cells[0].From, cells[0].To)
	h, ok := r.headOf(list)
	return ok && len(h.times) > 0 && h.rule == "" && len(cells) > 1
}

// unheaded doubts the care that cells of a column tell of which no head says whether it is of what to do or of what not to
// do: "Wear makeup" may stand below either.
func (r *reader) unheaded(n int, cells []Span) {
	if r.holding().rule != "" {
		return
	}
	for i := n; i < len(r.out); i++ {
		if p := &r.out[i]; p.Row.Rule == row.Do {
			p.Doubts = append(p.Doubts, Doubt{AHeading, Span{cells[0].From, cells[len(cells)-1].To}})
		}
	}
}

// onlyTime says whether a cell holds a time and nothing else.
func (r *reader) onlyTime(list []token) bool {
	times := timesIn(list)
	if len(times) == 0 {
		return false
	}
	for i := 0; i < len(list); {
		if t := timeFrom(times, i); t != nil {
			i = t.to
			continue
		}
		if list[i].kind == word && phraseAt(list, i, fillerWord|treatmentWord) == 0 {
			return false
		}
		i++
	}
	return true
}

// timeCell makes the row of a thing whose time stands in a cell of its own.
func (r *reader) timeCell(side head, col column, list []token) {
	c := clause{list: list, times: timesIn(list)}
	a := asked{clause: &c, whole: spanOf(list), hold: r.holding()}
	rule := row.Rule("")
	switch {
	case col.waits:
		rule = row.Avoid
	case col.opens:
		rule = row.May
	case a.hold.rule == row.Avoid || a.hold.rule == row.May:
		rule = a.hold.rule
	default:
		r.pass(list, NoRule)
		r.pass(side.tokens, NoRule)
		return
	}
	parts, _ := r.partsOf(side.thing, nil)
	all, _ := groups(parts)
	if len(all) == 0 {
		r.pass(list, NoThing)
		r.pass(side.tokens, NoThing)
		return
	}
	at := settle(rule, c.times, list, false, a.hold.before)
	r.row(a, rule, all[0], at, at.doubts)
	p := &r.out[len(r.out)-1]
	p.At = Span{min(p.At.From, side.at.From), max(p.At.To, side.at.To)}
	p.Row.Says = r.words(p.At)
}
