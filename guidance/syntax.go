package guidance

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/fault"
)

// syntax turns the decoder's error into a problem.
func (r *reader) syntax(err error, text []byte) {
	n, column := 1, 1
	var at *toml.DecodeError
	if errors.As(err, &at) {
		n, column = at.Position()
	}
	line := lineOf(text, n)
	if isLast := n > bytes.Count(text, []byte{'\n'}); isLast && cutOff(line) {
		r.problem(n, said("planwrite.whole_file"), said("planproblem.cut_off"))
		return
	}
	if mended := straight.Replace(line); mended != line {
		r.problem(n, quotesMended(mended), said("planproblem.curly_quotes", "Quotes", strings.Join(curly(line), " ")))
		return
	}
	if mended := pointed(line); mended != "" {
		r.problem(n, code(mended), said("planproblem.decimal_comma"))
		return
	}
	if write, ok := joinedLines(line, lineOf(text, n+1)); ok {
		r.problem(n, write, said("planproblem.broken_text"))
		return
	}
	if write, id, ok := mended(line); ok {
		r.problem(n, write, said(id))
		return
	}
	why := wholeLetter(strings.TrimPrefix(err.Error(), "toml: "), line, column)
	write := said("planwrite.key_and_text")
	switch {
	case strings.Contains(why, "already"), strings.Contains(why, "duplicate"), strings.Contains(why, "redefin"):
		write = said("planwrite.key_once")
	case strings.Contains(why, "array value"), strings.Contains(why, "array is incomplete"):
		write = said("planwrite.list")
	case strings.Contains(why, "close table"), strings.Contains(why, "array table"):
		write = said("planwrite.table_name")
	}
	r.problem(n, write, said("planproblem.unreadable_line", "Cause", why))
}

// cutOff says whether a line that no other follows, nor an end of line, stops halfway: so ends a file of which a part did
// not arrive.
func cutOff(line string) bool {
	key, value, equals := strings.Cut(strings.TrimSpace(line), "=")
	value = strings.TrimSpace(value)
	switch {
	case strings.HasPrefix(key, "#"):
		return false
	case strings.HasPrefix(key, "["):
		return !strings.HasSuffix(key, "]")
	case !equals:
		return !strings.ContainsAny(key, " \t:") // else something is written without its sign
	case strings.HasPrefix(value, `"`):
		return strings.Count(value, `"`) == 1
	}
	return value == "" || strings.HasPrefix(value, "[") && !strings.Contains(value, "]")
}

// wholeLetter names the letter itself in what the decoder says of a line from a column on, which counts bytes from 1.
// The decoder names a letter beyond ASCII by the first of its bytes, as if that were the letter.
func wholeLetter(why, line string, column int) string {
	for _, letter := range line[min(max(column-1, 0), len(line)):] {
		first := rune(string(letter)[0])
		if named := fmt.Sprintf("%U '%c'", first, first); letter >= utf8.RuneSelf && strings.Contains(why, named) {
			return strings.Replace(why, named, fmt.Sprintf("%U %q", letter, letter), 1)
		}
	}
	return why
}

// pointed is a line whose value is a number with a decimal comma, as many languages write it, with a point instead;
// "" if it has none.
func pointed(line string) string {
	line, _, _ = strings.Cut(line, "#")
	key, value, _ := strings.Cut(line, "=")
	whole, part, comma := strings.Cut(strings.TrimSpace(value), ",")
	if _, isNumber := digits(whole); !comma || !isNumber || len(line) > longSentence {
		return ""
	}
	if _, isNumber := digits(part); !isNumber {
		return ""
	}
	return strings.TrimSpace(key) + " = " + whole + "." + part
}

// A word processor turns straight quotes into these, each language into its own.
var (
	quoteMarks = []string{"“", "”", "„", "‟", "«", "»", "″", "‘", "’", "‚", "‹", "›"}
	straight   = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "″", `"`, "‘", `"`, "’", `"`, "‚", `"`, "‹", `"`, "›", `"`)
)

// curly are the word processor's quotes in a line, each once.
func curly(line string) []string {
	var found []string
	for _, q := range quoteMarks {
		if strings.Contains(line, q) {
			found = append(found, q)
		}
	}
	return found
}

// quotesMended is the line itself if that can be read with straight quotes, else how such a line looks.
func quotesMended(line string) *fault.Fault {
	line = strings.TrimSpace(line)
	var keys map[string]any
	if len(line) <= longSentence && toml.Unmarshal([]byte(line), &keys) == nil {
		return code(line)
	}
	return said("planwrite.straight_quotes")
}

// lineOf is the nth line of a text, from 1.
func lineOf(text []byte, n int) string {
	for range n - 1 {
		at := bytes.IndexByte(text, '\n')
		if at < 0 {
			return ""
		}
		text = text[at+1:]
	}
	line, _, _ := bytes.Cut(text, []byte{'\n'})
	return string(bytes.TrimSuffix(line, []byte{'\r'}))
}
