package guidance

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

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
	if mended := straight.Replace(line); mended != line {
		r.problem(n, quotesMended(mended), said("planproblem.curly_quotes", "Quotes", strings.Join(curly(line), " ")))
		return
	}
	why := wholeLetter(strings.TrimPrefix(err.Error(), "toml: "), line, column)
	write := said("planwrite.key_and_text")
	switch {
	case strings.Contains(why, "already"), strings.Contains(why, "duplicate"), strings.Contains(why, "redefin"):
		write = said("planwrite.key_once")
	case strings.Contains(why, "close table"), strings.Contains(why, "array table"):
		write = said("planwrite.table_name")
	}
	r.problem(n, write, said("planproblem.unreadable_line", "Cause", why))
}

// firstByte is how the decoder names a letter beyond ASCII: by the first of its bytes in UTF-8, as if that were the letter.
var firstByte = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`U\+00([89A-F][0-9A-F]) '.'`) })

// wholeLetter names the letter itself in what the decoder says of a line from a column on, which counts bytes from 1.
func wholeLetter(why, line string, column int) string {
	named := firstByte().FindStringSubmatch(why)
	if named == nil {
		return why
	}
	rest := line[min(max(column-1, 0), len(line)):]
	for at, letter := range rest {
		if fmt.Sprintf("%02X", rest[at]) == named[1] {
			return strings.Replace(why, named[0], fmt.Sprintf("%U %q", letter, letter), 1)
		}
	}
	return why
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
