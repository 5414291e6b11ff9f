package label

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// split divides a list into its entries, whatever stands between them: commas, semicolons, bullets, cells, lines,
// or, if there is none of these, slashes, dashes or full stops.
func split(text string) []string {
	text = firstCells(bulleted(strings.TrimSpace(text)))
	divide := linesDivide(text)
	if divide {
		text = rejoined(text)
	}
	text = apart(joined(text, divide))
	inside := brackets(text)
	var out []string
	from := 0
	cut := func(at, size int) {
		out = append(out, text[from:at])
		from = at + size
	}
	for at, c := range text {
		if inside[at] && c != '\n' {
			continue
		}
		switch {
		case c == ';' || c == bullet || c == cell || c == '\n', c == ',' && !inNumber(text, at), c == ':' && strings.HasPrefix(text[at+1:], " "):
			cut(at, utf8.RuneLen(c))
		case c == '*' && at > from && text[at-1] == ' ' && footnote(text[at:]):
			cut(at, 0)
		case c == '.' && endsSentence(text[from:], at-from):
			cut(at, 1)
		}
	}
	out = append(out, text[from:])
	if len(out) == 1 {
		out = loosely(text)
	}
	return trimmed(out)
}

// footnote says whether a star begins a note, and does not stand behind a name: "Linalool* *from essential oils".
func footnote(text string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "*"))
	return unicode.IsLetter(c)
}

// apart makes a comma of a word that joins two entries in brackets: "Phenoxyethanol (and) Ethylhexylglycerin".
func apart(text string) string {
	if !strings.Contains(text, "(") {
		return text
	}
	for word := range names().and {
		for _, w := range []string{word, strings.ToUpper(word)} {
			text = strings.ReplaceAll(text, "("+w+")", ",")
		}
	}
	return strings.ReplaceAll(text, "(&)", ",")
}

// loosely divides a list that has none of the usual marks.
func loosely(text string) []string {
	for _, mark := range []string{"  ", " / ", " – ", " - ", " + ", "/"} {
		if n := strings.Count(text, mark); n >= 3 || n == 2 && len(mark) > 1 {
			return strings.Split(text, mark)
		}
	}
	return []string{text}
}

func trimmed(chunks []string) []string {
	out := chunks[:0]
	for _, c := range chunks {
		if c = strings.Trim(c, " \n\t.,:;"); strings.ContainsFunc(c, unicode.IsLetter) {
			out = append(out, c)
		}
	}
	return out
}

// bulleted makes a bullet of what stands for one at the beginning of lines: "- Water", "* Water", "1. Water".
func bulleted(text string) string {
	lines := strings.Split(text, "\n")
	n := 0
	for _, l := range lines {
		if _, ok := afterMark(l); ok {
			n++
		}
	}
	if n < 2 {
		return text
	}
	for i, l := range lines {
		if rest, ok := afterMark(l); ok {
			lines[i] = string(bullet) + rest
		}
	}
	return strings.Join(lines, "\n")
}

// afterMark is a line without the dash, star or number before it.
func afterMark(line string) (string, bool) {
	l := strings.TrimLeft(line, " ")
	for _, mark := range []string{"- ", "– ", "* ", "+ "} {
		if rest, ok := strings.CutPrefix(l, mark); ok {
			return rest, true
		}
	}
	digits := len(l) - len(strings.TrimLeft(l, "0123456789"))
	if digits > 0 && digits <= 3 && len(l) > digits+1 && (l[digits] == '.' || l[digits] == ')') && l[digits+1] == ' ' {
		return l[digits+1:], true
	}
	return line, false
}

// firstCells keeps of each line of a table what it is about: the cells that our list knows, else the first one with
// letters. The others say what it does. A list that was only printed in columns stays as it is.
func firstCells(text string) string {
	if !strings.ContainsRune(text, cell) {
		return text
	}
	lines := strings.Split(text, "\n")
	rows, beside := 0, 0
	for i, line := range lines {
		cells := strings.FieldsFunc(line, func(c rune) bool { return c == cell })
		cells = slices.DeleteFunc(cells, func(c string) bool { return !strings.ContainsFunc(c, unicode.IsLetter) })
		if len(cells) == 0 {
			lines[i] = ""
			continue
		}
		rows++
		var ours []string
		for j, c := range cells {
			name, _, _ := amount(c)
			e := find(outside(strings.TrimSpace(name)))
			if e != nil && (j == 0 || !e.General) || strings.Contains(c, ",") { // "Linalool | Fragrance"
				ours = append(ours, c)
			}
			if e != nil && j > 0 && !e.General {
				beside++
			}
		}
		if ours == nil {
			ours = cells[:1]
		}
		lines[i] = strings.Join(ours, string(cell))
	}
	if 2*beside >= rows {
		return text
	}
	return strings.Join(lines, "\n")
}

// linesDivide says whether each line is an entry of its own: most of them have no other mark.
func linesDivide(text string) bool {
	if strings.ContainsRune(text, cell) {
		return true
	}
	lines, marked := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		lines++
		inside := brackets(line)
		for at, c := range line {
			if c == ';' || c == bullet || c == ',' && !inside[at] && !inNumber(line, at) {
				marked++
				break
			}
		}
	}
	return marked == 0 || lines > 3 && 2*marked < lines
}

// rejoined puts lines together that are each an entry, where two or three of them are one known name: a narrow box
// gives each word its line.
func rejoined(text string) string {
	known := func(name string) bool { _, ok := names().book.Find(name); return ok }
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		for n := min(3, len(lines)-i); n > 1; n-- {
			of := lines[i : i+n]
			if known(strings.Join(of, " ")) && slices.ContainsFunc(of, func(l string) bool { return l != "" && !known(l) }) {
				lines[i] = strings.Join(of, " ")
				lines = slices.Delete(lines, i+1, i+n)
				break
			}
		}
	}
	return strings.Join(lines, "\n")
}

// joined puts the lines of a list together where they only break it, even inside a name. An empty line divides.
func joined(text string, divide bool) string {
	if divide {
		return text
	}
	var b strings.Builder
	rest := text
	for {
		line, after, found := strings.Cut(rest, "\n")
		line = strings.TrimRight(line, " ")
		if !found {
			b.WriteString(line)
			return b.String()
		}
		next := strings.TrimLeft(after, " ")
		switch {
		case strings.HasPrefix(next, "\n"), strings.HasPrefix(next, "*") && !strings.HasPrefix(next, "* "): // or a footnote
			b.WriteString(line + "\n")
		case broken(line, next):
			b.WriteString(line[:len(line)-1])
		case strings.HasSuffix(line, "-") || strings.HasSuffix(line, "/"):
			b.WriteString(line)
		default:
			b.WriteString(line + " ")
		}
		rest = next
	}
}

// broken says whether a word was divided between two lines by a hyphen that is none of its own.
func broken(line, next string) bool {
	head, ok := strings.CutSuffix(line, "-")
	before, _ := utf8.DecodeLastRuneInString(head)
	after, _ := utf8.DecodeRuneInString(next)
	return ok && unicode.IsLower(before) && unicode.IsLower(after)
}

// longestBracket is how far a bracket may reach, in bytes: one that was never closed holds nothing together.
const longestBracket = 400

// brackets says of each byte whether it lies inside a bracket.
func brackets(text string) []bool {
	inside := make([]bool, len(text)+1)
	var open []int
	for at := 0; at < len(text); at++ {
		switch text[at] {
		case '(', '[', '{':
			if len(open) < 8 {
				open = append(open, at)
			}
		case ')', ']', '}':
			if len(open) == 0 {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if at-from > longestBracket {
				continue
			}
			for i := from; i < at; i++ {
				inside[i] = true
			}
		}
	}
	return inside
}

// inNumber says whether a comma stands inside a name or a number: "1,2-Hexanediol", "2,5%".
func inNumber(text string, at int) bool {
	if at == 0 || at+1 >= len(text) || !isDigit(text[at-1]) || !isDigit(text[at+1]) {
		return false
	}
	long := at >= 2 && isDigit(text[at-2]) // "Polysorbate 20,1,2-Hexanediol"
	rest := strings.TrimLeft(text[at+1:], "0123456789")
	for strings.HasPrefix(rest, ",") && len(rest) > 1 && isDigit(rest[1]) {
		rest = strings.TrimLeft(rest[1:], "0123456789")
	}
	percent := strings.HasPrefix(strings.TrimLeft(rest, " "), "%")
	return percent || !long && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "'"))
}

// endsSentence says whether the full stop at a place ends an entry, and not a word that is short for another
// ("Alcohol Denat. (and) Water") or a number.
func endsSentence(text string, at int) bool {
	if at+1 < len(text) && text[at+1] != ' ' && text[at+1] != '\n' {
		return false
	}
	word := strings.ToLower(text[strings.LastIndexAny(text[:at], " ,(")+1 : at])
	return !names().short[word]
}
