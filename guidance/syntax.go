package guidance

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/fault"
)

// syntax turns the decoder's error into a problem.
func (r *reader) syntax(err error, text []byte) {
	n := 1
	var at *toml.DecodeError
	if errors.As(err, &at) {
		n, _ = at.Position()
	}
	line := lineOf(text, n)
	if mended := straight.Replace(line); mended != line {
		r.problem(n, quotesMended(mended), said("planproblem.curly_quotes", "Quotes", strings.Join(curly(line), " ")))
		return
	}
	why := strings.TrimPrefix(err.Error(), "toml: ")
	write := said("planwrite.key_and_text")
	switch {
	case strings.Contains(why, "already"), strings.Contains(why, "duplicate"), strings.Contains(why, "redefin"):
		write = said("planwrite.key_once")
	case strings.Contains(why, "close table"), strings.Contains(why, "array table"):
		write = said("planwrite.table_name")
	}
	r.problem(n, write, said("planproblem.unreadable_line", "Cause", why))
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
