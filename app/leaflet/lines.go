package leaflet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a piece of the text that stands for itself: a heading, an item of a list, a paragraph, a row of a table.
type line struct {
	at     Span
	item   bool // of a list
	level  int  // of a heading that is marked as one, from 1; 0: it is not marked
	caps   bool // all in capital letters
	cells  []Span
	blank  bool // an empty line stands before it
	number bool // its list is numbered
	indent int  // how far in it begins
	plain  bool // it is an item without a mark
	bullet rune // the mark of its list
	spaced bool // its cells stand apart by spaces alone
}

// bullets begin an item of a list, wherever in a line they stand.
const bullets = "•◦▪●‣·∙■□➢➤►▸✓✔✗✘✖❌✅☑☐⦁"

// lines splits the text. A line that goes on the one before is a part of it.
func (r *reader) lines() {
	blank, indent, alone := true, 0, false
	for from := 0; from < len(r.text); {
		end := from + len(r.text[from:])
		if i := strings.IndexAny(r.text[from:], "\n\r\f\v\u2028"); i >= 0 {
			end = from + i
		}
		next := end
		if next < len(r.text) {
			_, size := utf8.DecodeRuneInString(r.text[next:])
			next += size
		}
		raw := r.text[from:end]
		if strings.TrimFunc(raw, nothing) == "" {
			blank = blank || raw == "" && (end == 0 || r.text[end-1] != '\r') || raw != ""
			from = next
			continue
		}
		if mark := strings.TrimFunc(raw, nothing); mark == "-" || mark == "*" || strings.Trim(mark, bullets) == "" { // alone: its item stands below
			alone, from = true, next
			continue
		}
		for i, piece := range split(raw, from) {
			l, depth := r.lineOf(piece, i > 0)
			l.item = l.item || alone && i == 0
			alone = false
			l.blank = blank && i == 0
			blank = false
			if l.at.From >= l.at.To {
				continue
			}
			if r.listed(l, depth) {
				l.item, l.plain = true, true
			}
			if r.goesOn(l, depth > indent) {
				r.rows[len(r.rows)-1].at.To = l.at.To
				continue
			}
			indent, l.indent = depth, depth
			r.rows = append(r.rows, l)
		}
		from = next
	}
}

// framed says whether a text stands between two signs of a kind, apart from it: "== After a peel ==".
func framed(text string) bool {
	text = strings.TrimRightFunc(text, nothing)
	first, size := utf8.DecodeRuneInString(text)
	last, end := utf8.DecodeLastRuneInString(text)
	return first == last && strings.ContainsRune("~=-–—★◆", first) && !unicode.IsLetter(firstOf(text[size:])) && len(text) > size+end
}

// firstOf is the first letter of a text.
func firstOf(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

func nothing(c rune) bool { return unicode.IsSpace(c) || isInvisible(c) }

// split parts a line before each mark of a list within it.
func split(raw string, at int) []Span {
	var out []Span
	from := 0
	for i, c := range raw {
		if strings.ContainsRune(bullets, c) && strings.TrimFunc(raw[from:i], nothing) != "" && (c != '·' || i > 0 && raw[i-1] == ' ') {
			out = append(out, Span{at + from, at + i})
			from = i
		}
	}
	return append(out, Span{at + from, at + len(raw)})
}

// lineOf reads the marks at the begin of a line, and how far in its words begin.
func (r *reader) lineOf(s Span, mid bool) (line, int) {
	l := line{at: s}
	text := r.text[s.From:s.To]
	skip := func(n int) { l.at.From += n; text = text[n:] }
	skip(len(text) - len(strings.TrimLeftFunc(text, nothing)))
	body := text[r.mark(text, &line{}):] // a word processor puts a tab behind the mark
	body = strings.TrimLeftFunc(body, nothing)
	if strings.HasPrefix(text, "|") || strings.Count(text, "|") > 1 || strings.Contains(text, " | ") || strings.Contains(body, "\t") && !mid {
		l.cells = r.cells(l.at)
	} else if strings.Contains(body, "   ") && !mid {
		l.cells, l.spaced = r.columnsOf(l.at), true
	}
	for strings.HasPrefix(text, ">") {
		skip(1)
		skip(len(text) - len(strings.TrimLeftFunc(text, nothing)))
	}
	if n := len(text) - len(strings.TrimLeft(text, "#")); n > 0 && n < 7 && len(text) > n && text[n] == ' ' {
		l.level = n
		skip(n)
	}
	if bare := strings.Trim(text, "~=*_-–—★◆ \t\r"); len(bare) > 2 && framed(text) { // "~ After a peel ~"
		l.level = 6
		skip(strings.Index(text, bare))
		text = bare
		l.at.To = l.at.From + len(bare)
		l.caps = inCapitals(bare)
		return l, l.at.From - s.From
	}
	skip(r.mark(text, &l))
	skip(len(text) - len(strings.TrimLeftFunc(text, nothing)))
	end := strings.TrimRightFunc(text, nothing)
	if bold := strings.Trim(end, "*_"); len(end)-len(bold) >= 4 && !strings.Contains(bold, "*") && l.level == 0 && !l.item {
		l.level = 6
		l.at.From += len(end) - len(strings.TrimLeft(end, "*_"))
		end = strings.TrimLeft(end, "*_")
	}
	l.at.To = l.at.From + len(end)
	l.caps = inCapitals(end)
	return l, l.at.From - s.From
}

// mark is how many bytes the mark of a list has at the begin of a line: "- ", "1.", "a)", "[ ]".
func (r *reader) mark(text string, l *line) int {
	c, size := utf8.DecodeRuneInString(text)
	after := strings.TrimLeft(text[min(size, len(text)):], "\ufe0f")
	spaced := after != "" && unicode.IsSpace(rune(after[0]))
	switch {
	case strings.ContainsRune(bullets, c):
		l.item, l.bullet = true, c
		return len(text) - len(after)
	case (isDash(c) || c == '*' || c == '+' || c == '~' || c == 'o' || c == 'x' || c == 'X' || c == '>' || c == '§' || c == 'Ø' || c == 'ü' || unicode.Is(unicode.Co, c)) && spaced && c != '+':
		l.item = true
		return size
	case isDash(c) && len(after) > 2 && unicode.IsLetter(firstOf(after)): // "-No makeup"
		l.item = true
		return size
	case strings.HasPrefix(text, "[ ]"), strings.HasPrefix(text, "[x]"):
		l.item = true
		return 3
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && digits < 3 && len(text) > digits+1 && (text[digits] == '.' || text[digits] == ')') && (text[digits+1] == ' ' || text[digits+1] == '\t' || unicode.IsUpper(rune(text[digits+1]))) {
		l.item, l.number = true, true
		return digits + 1
	}
	if len(text) > 2 && unicode.IsLetter(rune(text[0])) && (text[1] == ')' || text[1] == '.' && unicode.IsUpper(rune(text[0]))) && text[2] == ' ' {
		l.item, l.number = true, true
		return 2
	}
	return 0
}

// columnsOf are the pieces of a line that stand apart by three spaces or more, as columns of a printed page do.
func (r *reader) columnsOf(s Span) (out []Span) {
	from := s.From
	for from < s.To {
		end := s.To
		if i := strings.Index(r.text[from:s.To], "   "); i >= 0 {
			end = from + i
		}
		if cell := trimmed(r.text, Span{from, end}); cell.From < cell.To {
			out = append(out, cell)
		}
		from = end + 3
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// cells are the cells of a row of a table.
func (r *reader) cells(s Span) []Span {
	var out []Span
	from := s.From
	sep := "|"
	if !strings.Contains(r.text[s.From:s.To], "|") {
		sep = "\t"
	}
	for {
		i := strings.Index(r.text[from:s.To], sep)
		end := s.To
		if i >= 0 {
			end = from + i
		}
		cell := trimmed(r.text, Span{from, end})
		if !(cell.From >= cell.To && (from == s.From || i < 0)) {
			out = append(out, cell)
		}
		if i < 0 {
			break
		}
		from = end + 1
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func trimmed(text string, s Span) Span {
	head := strings.TrimLeftFunc(text[s.From:s.To], nothing)
	s.From = s.To - len(head)
	s.To = s.From + len(strings.TrimRightFunc(head, nothing))
	return s
}

// inCapitals says whether a text is written in capital letters alone.
func inCapitals(s string) bool {
	large := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			large++
		}
	}
	return large > 2
}

// fullLine is from how many letters on a line that ends without a stop is taken to go on in the next one.
const fullLine = 55

// joins are words with which no line ends that stands for itself.
var joins = map[string]bool{
	"and": true, "or": true, "the": true, "a": true, "an": true, "of": true, "with": true, "for": true, "to": true,
	"your": true, "any": true, "in": true, "on": true, "at": true, "as": true, "from": true, "by": true, "is": true,
	"are": true, "may": true, "can": true, "no": true, "not": true, "least": true, "until": true, "after": true,
	"before": true, "but": true, "such": true, "if": true, "you": true, "we": true, "be": true, "up": true,
}

// listed says whether a line without a mark is an item of a list: it stands right below a line that ends with a colon, or
// below such an item, is short, and stands in or begins with a small letter.
func (r *reader) listed(l line, depth int) bool {
	if len(r.rows) == 0 || l.item || l.blank || l.level > 0 || l.cells != nil || l.at.To-l.at.From > fullLine+25 {
		return false
	}
	last := r.rows[len(r.rows)-1]
	text := r.text[last.at.From:last.at.To]
	words := strings.Fields(text)
	if last.cells != nil || len(words) == 0 || strings.HasSuffix(text, ",") || joins[plain(words[len(words)-1])] {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.text[l.at.From:])
	small := unicode.IsLower(first)
	if (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")) && !strings.ContainsRune(text, '\n') {
		return depth > last.indent || small
	}
	return last.item && last.plain && depth == last.indent && len(text) < fullLine && (depth > 0 || small)
}

// goesOn says whether a line goes on the one before it: a paragraph that somebody broke into lines.
func (r *reader) goesOn(l line, deeper bool) bool {
	if len(r.rows) == 0 || l.item || l.level > 0 || l.cells != nil {
		return false
	}
	last := &r.rows[len(r.rows)-1]
	text := r.text[last.at.From:last.at.To]
	if l.blank { // what ends with a comma goes on, however far
		return strings.HasSuffix(text, ",") && last.level == 0 && last.cells == nil && !l.caps
	}
	end, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(r.text[l.at.From:])
	if last.level > 0 || last.cells != nil || end == ':' {
		return false
	}
	if unicode.IsLower(first) || first == '(' {
		return !strings.HasSuffix(r.text[l.at.From:l.at.To], ":") || !r.leads(l)
	}
	whole := strings.ContainsRune(".!?;", end)
	line := text[strings.LastIndexByte(text, '\n')+1:]
	if whole {
		return utf8.RuneCountInString(line) >= fullLine && last.item && deeper
	}
	if last.caps || l.caps {
		return last.caps && l.caps && end == ','
	}
	return end == ',' || end == '(' || joins[plain(line[strings.LastIndexByte(line, ' ')+1:])] && utf8.RuneCountInString(line) >= fullLine/2 || last.item && deeper && !whole || unicode.IsDigit(first) && utf8.RuneCountInString(line) >= fullLine && !r.leads(l)
}

// leads says whether a line is a heading by itself: "7 days before".
func (r *reader) leads(l line) bool {
	list := tokens(r.text, l.at.From, l.at.To)
	if len(list) == 0 || list[len(list)-1].kind == stop {
		return false
	}
	_, ok := r.headOf(list)
	return ok
}
