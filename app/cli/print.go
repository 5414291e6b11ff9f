package cli

import (
	"encoding/json"
	"strings"

	"github.com/mattn/go-runewidth"

	"afterglow/app/fault"
)

// answer prints v as JSON if that was asked for, else what human prints.
func (r *run) answer(v any, human func()) error {
	return r.answerShaped(func() any { return v }, human)
}

// answerShaped is answer with a shape that takes a while to make: it is made only if it is asked for.
func (r *run) answerShaped(shape func() any, human func()) error {
	if !r.json {
		human()
		return nil
	}
	e := json.NewEncoder(&r.text)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(shape()); err != nil {
		return fault.Wrap(err, "cli.not_answered", nil)
	}
	return nil
}

// print prints text with an end of line.
func (r *run) print(text string) { r.text.WriteString(clean(text) + "\n") }

// table prints rows in columns two spaces apart, indented by two, aligned as wide as they are on a terminal. A
// column that is empty in every row is left out.
func (r *run) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], runewidth.StringWidth(clean(cell)))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			if widths[i] > 0 {
				cell = clean(cell)
				line += "  " + cell + strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell))
			}
		}
		r.text.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// heading prints a heading after an empty line.
func (r *run) heading(id string) {
	r.print("")
	r.put(id)
}

// under prints a table below its heading; nothing if it has no rows.
func (r *run) under(heading string, rows [][]string) {
	if len(rows) > 0 {
		r.heading(heading)
		r.table(rows)
	}
}
