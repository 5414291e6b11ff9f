// What a person reads is worded in app/phrase, from the catalog: see docs/architecture.md.
package afterglow_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sentence is a text that somebody would read: words of small letters beside one another.
var sentence = regexp.MustCompile(`\p{L}{2,},? \p{L}*\p{Ll}`)

// forProgrammers are calls whose text no person reads: causes of errors, logs, patterns.
var forProgrammers = []string{
	"fmt.Errorf", "errors.New", "slog.Info", "slog.Warn", "slog.Error", "slog.Debug", "regexp.MustCompile",
	"exec.Command", "exec.CommandContext", "log.Printf", "log.Print", "a.trouble", "a.do",
}

// notForPeople says whether a call's text is for programmers: by its name, or since it is a statement of the store.
func notForPeople(call string) bool {
	method := call[strings.LastIndexByte(call, '.')+1:]
	return slices.Contains(forProgrammers, call) ||
		slices.Contains([]string{"ExecContext", "QueryContext", "QueryRowContext", "PrepareContext", "Exec", "Query", "QueryRow", "Debug", "Info", "Warn", "Error"}, method)
}

// markup is a statement of the store, a drawing, a file of another program's form or a command to type.
var markup = regexp.MustCompile(`^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WITH|VACUUM|BEGIN|DROP|ALTER|ATTACH|WHERE|ORDER|FROM|UNION|AND|CASE)\b|^\s*\)*\s*<|^\s*/><|^\[Desktop|^afterglow [a-z ]+$`)

// wordless are the places whose texts nobody reads, or that have them for a reason.
var wordless = map[string]string{
	"app/phrase/pseudo":         "the language of the tests",
	"app/screens/legible":       "what the tests find too faint",
	"app/bus/bustest":           "a bus for tests",
	"app/agent/log":             "for programmers",
	"app/journal/columns":       "names of columns",
	"app/leaflet/moments.go":    "moments in the form of a plan file",
	"app/leaflet/often.go":      "counts in the form of a plan file",
	"app/leaflet/settle.go":     "moments in the form of a plan file",
	"guidance/keys.go":          "examples of what a plan file holds, in the form of the file",
	"app/reminder/reasons.go":   "reasons as the journal keeps them",
	"app/locale/territory.go":   "codes of countries",
	"app/reader/roles.go":       "AT-SPI's names of roles",
	"app/screens/fynelang.go":   "keys of the graphics library's own messages",
	"app/screens/trouble.go":    "lines of the graphics library's log",
	"app/autostart/desktop.go":  "an entry of the desktop, which installs it in each language",
	"app/datadir/unused.go":     "a folder of Windows",
	"app/journal/deliveries.go": "names of columns",
	"app/journal/entries.go":    "names of columns",
	"app/journal/products.go":   "names of columns",
	"app/journal/questions.go":  "names of columns",
	"app/journal/treatments.go": "names of columns",
	"app/journal/examine.go":    "the beginning of a file of SQLite",
	"guidance/moment.go":        "moments as a plan file writes them",
	"guidance/meant.go":         "moments as a plan file writes them",
	"guidance/syntax.go":        "words of the TOML reader's errors",
}

func TestOnlyPhraseWordsAnything(t *testing.T) {
	sourceFiles(t, func(p pkg, name string, set *token.FileSet, file *ast.File) {
		inside := strings.TrimPrefix(p.ImportPath, module+"/")
		from, _ := room(p.ImportPath)
		if outside(p.ImportPath) || wordless[inside] != "" || wordless[inside+"/"+name] != "" || !(strings.HasPrefix(from, "app/") || from == "guidance" || strings.HasPrefix(from, "cmd/")) {
			return
		}
		var walk func(node ast.Node) bool
		walk = func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field: // a tag of a field is no text
				if n.Type != nil {
					ast.Inspect(n.Type, walk)
				}
				return false
			case *ast.CallExpr:
				if what, _, ok := called(n); ok && notForPeople(what) {
					return false
				}
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok && notForPeople("x."+sel.Sel.Name) {
					return false
				}
				if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "pattern" { // a regular expression that is compiled when it is used
					return false
				}
			case *ast.BasicLit:
				text, err := strconv.Unquote(n.Value)
				if n.Kind == token.STRING && err == nil && sentence.MatchString(text) && !markup.MatchString(text) {
					t.Errorf("%s: %s words %q itself: put it into the catalog (assets/messages)", set.Position(n.Pos()), from, text)
				}
			}
			return true
		}
		ast.Inspect(file, walk)
	})
}

func TestTimesForPeopleAreSaidByPhrase(t *testing.T) {
	forPeople := regexp.MustCompile(`15:04|3:04|Jan|Mon`)
	sourceFiles(t, func(p pkg, name string, set *token.FileSet, file *ast.File) {
		from, _ := room(p.ImportPath)
		if outside(p.ImportPath) || !strings.HasPrefix(from, "app/") {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || (sel.Sel.Name != "Format" && sel.Sel.Name != "AppendFormat") {
				return true
			}
			if lit, ok := call.Args[len(call.Args)-1].(*ast.BasicLit); ok && forPeople.MatchString(lit.Value) && !strings.HasPrefix(lit.Value, `"2006-01-02`) {
				t.Errorf("%s: %s writes a time itself: ask phrase.Voice", set.Position(call.Pos()), from)
			}
			return true
		})
	})
}
