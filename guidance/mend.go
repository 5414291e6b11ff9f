package guidance

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/fault"
)

// slips are what people write in a line that then cannot be read, with the line as they meant it. The first whose line
// can be read tells.
var slips = []struct {
	id   string // of the problem
	mend func(key, value string) string
}{
	{"planproblem.no_equals", func(key, value string) string { return key + " = " + value }},
	{"planproblem.yes_word", yesWord},
	{"planproblem.number_unit", func(key, value string) string {
		return key + " = " + strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "mm"))
	}},
	{"planproblem.after_value", func(key, value string) string { return key + " = " + strings.TrimRight(value, ";,. ") }},
	{"planproblem.missing_quote", missingQuote},
	{"planproblem.quote_inside", quoteInside},
}

// yesWord is a line whose value is a yes or no in words.
func yesWord(key, value string) string {
	switch strings.ToLower(value) {
	case "yes", "true", "on":
		return key + " = true"
	case "no", "false", "off":
		return key + " = false"
	}
	return ""
}

// missingQuote is a line whose text lacks a quote, or both. What has letters of another script without any quote may be
// something else.
func missingQuote(key, value string) string {
	if id, _ := badText(value, longSaying); id != "" {
		return ""
	}
	text := strings.Trim(value, `"' `)
	if text == value && strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf }) {
		return ""
	}
	return key + ` = "` + text + `"`
}

// quoteInside is a line whose text has more quotes than the two around it.
func quoteInside(key, value string) string {
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' {
		return ""
	}
	return key + ` = "` + strings.ReplaceAll(value[1:len(value)-1], `"`, "'") + `"`
}

// keyAndValue are a line's key and what stands behind it: with a sign between, or a quote behind.
var keyAndValue = regexp.MustCompile(`^\s*([A-Za-z_]+)(?:\s*[=:]\s*(\S.*?)|\s+(".*?))\s*$`)

// mended is a line as it was meant, and what is wrong with it; ok is false if no slip explains it.
func mended(line string) (write *fault.Fault, id string, ok bool) {
	parts := keyAndValue.FindStringSubmatch(line)
	if parts == nil || len(line) > longSaying || strings.ContainsAny(parts[2]+parts[3], "[]{}#") || readable(line) {
		return nil, "", false
	}
	for _, slip := range slips {
		if text := slip.mend(parts[1], parts[2]+parts[3]); text != "" && readable(text) {
			return code(text), slip.id, true
		}
	}
	return nil, "", false
}

// readable says whether a line can be read by itself.
func readable(line string) bool {
	var keys map[string]any
	return toml.Unmarshal([]byte(line), &keys) == nil
}

// ownLine is a line that begins something of its own.
var ownLine = regexp.MustCompile(`^\s*(\[|#|[A-Za-z_]+\s*=)`)

// joinedLines is a text that was broken over two lines, in one; ok is false if that is not what is wrong.
func joinedLines(line, next string) (write *fault.Fault, ok bool) {
	joined := strings.TrimSpace(line) + " " + strings.TrimSpace(next)
	if strings.TrimSpace(next) == "" || ownLine.MatchString(next) || len(joined) > longSaying || readable(line) || !readable(joined) {
		return nil, false
	}
	return code(joined), true
}
