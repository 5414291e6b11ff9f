package phrase_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/phrase/pseudo"
	"afterglow/assets/messages"
)

// message is one message of the catalog, with every form that it has.
type message struct {
	id          string
	forms       map[string]string // by CLDR's plural category
	description string
}

var place = regexp.MustCompile(`\{\{\s*\.?(\w*)[^}]*\}\}`)

// places are the named places of a message.
func (m message) places() []string {
	var names []string
	for _, form := range m.forms {
		for _, found := range place.FindAllStringSubmatch(form, -1) {
			if !slices.Contains(names, found[1]) {
				names = append(names, found[1])
			}
		}
	}
	return names
}

func catalogue(t *testing.T) map[string]message {
	t.Helper()
	names, err := fs.Glob(messages.Files, "*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	all := map[string]message{}
	for _, name := range names {
		text, err := fs.ReadFile(messages.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		var tables map[string]any
		if err := toml.Unmarshal(text, &tables); err != nil {
			t.Fatalf("read %s: %v", name, err)
		}
		subject, _, _ := strings.Cut(name, ".")
		collect(t, all, subject, tables)
	}
	return all
}

func collect(t *testing.T, all map[string]message, prefix string, tables map[string]any) {
	t.Helper()
	for key, value := range tables {
		id := prefix + "." + key
		switch x := value.(type) {
		case string:
			all[id] = message{id: id, forms: map[string]string{"other": x}}
		case map[string]any:
			m := message{id: id, forms: map[string]string{}}
			for form, text := range x {
				s, ok := text.(string)
				switch {
				case !ok:
					collect(t, all, id, map[string]any{form: text})
				case form == "description":
					m.description = s
				case slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, form):
					m.forms[form] = s
				default:
					collect(t, all, id, map[string]any{form: s})
				}
			}
			if len(m.forms) > 0 {
				all[id] = m
			}
		}
	}
}

// asked is what the programs ask the catalog for.
type asked struct {
	ids      map[string]string   // whole ids, and where one of them is asked for
	prefixes map[string]string   // beginnings of ids that end with "_" or "."
	places   map[string][]string // by id, the places that are filled where all of them can be read off
}

var looksLikeID = regexp.MustCompile(`^[a-z][a-z0-9-]*\.[a-z0-9_.-]*$`)

// namesFile tells a file's name from an id.
var namesFile = regexp.MustCompile(`\.(toml|sqlite|lock|sock)$`)

// source walks every file of ours that goes into a program.
func source(t *testing.T, visit func(name string, file *ast.File)) {
	t.Helper()
	for _, dir := range []string{"../../app", "../../guidance", "../../cmd"} {
		err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			visit(name, file)
			return nil
		})
		if err != nil {
			t.Fatalf("walk %s: %v", dir, err)
		}
	}
}

func readAsked(t *testing.T) asked {
	a := asked{map[string]string{}, map[string]string{}, map[string][]string{}}
	source(t, func(name string, file *ast.File) {
		widgets := widgetIDs(file)
		ast.Inspect(file, func(node ast.Node) bool {
			switch n := node.(type) {
			case *ast.BasicLit:
				s, err := strconv.Unquote(n.Value)
				if widgets[n] || n.Kind != token.STRING || err != nil || !looksLikeID.MatchString(s) {
					return true
				}
				if strings.HasSuffix(s, "_") || strings.HasSuffix(s, ".") {
					a.prefixes[s] = name
				} else {
					a.ids[s] = name
				}
			case *ast.CallExpr:
				if id, filled, ok := filledPlaces(n); ok {
					a.places[id] = append(a.places[id], strings.Join(filled, " "))
				}
			}
			return true
		})
	})
	return a
}

// widgetIDs are the literals that name a widget of the window ("begin.next") and not a message: the first argument
// of what makes or finds a widget, and what a field called ID is given.
func widgetIDs(file *ast.File) map[*ast.BasicLit]bool {
	makers := strings.Fields("Primary Secondary Clinic Quiet Link LinkInked Bare Segments Chips Check Entry ClockEntry Area Words Press Menu Switch Pick Scale Clock GoTo Known Forget focusQuietly answer")
	ids := map[*ast.BasicLit]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		if field, ok := node.(*ast.KeyValueExpr); ok {
			if lit, ok := field.Value.(*ast.BasicLit); ok && fmt.Sprint(field.Key) == "ID" {
				ids[lit] = true
			}
		}
		call, ok := node.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if ok && slices.Contains(makers, fun.Sel.Name) {
			ast.Inspect(call.Args[0], func(node ast.Node) bool {
				if lit, ok := node.(*ast.BasicLit); ok {
					ids[lit] = true
				}
				return true
			})
		}
		return true
	})
	return ids
}

// filledPlaces reads a call such as v.T("tray.paused", phrase.Args{"Until": until}).
func filledPlaces(call *ast.CallExpr) (id string, filled []string, ok bool) {
	for i, arg := range call.Args {
		lit, isLit := arg.(*ast.BasicLit)
		if !isLit || lit.Kind != token.STRING {
			continue
		}
		s, err := strconv.Unquote(lit.Value)
		if err != nil || !looksLikeID.MatchString(s) || i+2 != len(call.Args) {
			continue
		}
		args, isArgs := call.Args[i+1].(*ast.CompositeLit)
		if !isArgs {
			return "", nil, false
		}
		for _, element := range args.Elts {
			pair, isPair := element.(*ast.KeyValueExpr)
			if !isPair {
				return "", nil, false
			}
			key, isLit := pair.Key.(*ast.BasicLit)
			if !isLit {
				return "", nil, false
			}
			name, err := strconv.Unquote(key.Value)
			if err != nil {
				return "", nil, false
			}
			filled = append(filled, name)
		}
		return s, filled, true
	}
	return "", nil, false
}

func TestTheCatalogHoldsWhatIsAskedForAndNothingElse(t *testing.T) {
	all, asked := catalogue(t), readAsked(t)
	subjects := map[string]bool{}
	for id := range all {
		subject, _, _ := strings.Cut(id, ".")
		subjects[subject] = true
	}
	for id, where := range asked.ids {
		subject, _, _ := strings.Cut(id, ".")
		if _, known := all[id]; !known && subjects[subject] && !namesFile.MatchString(id) {
			t.Errorf("%s asks for %q, which the catalog lacks", where, id)
		}
	}
	for id := range all {
		base := strings.TrimSuffix(id, "_in_window") // what a window says in place of its namesake
		used := asked.ids[id] != "" || asked.ids[base] != ""
		for prefix := range asked.prefixes {
			used = used || strings.HasPrefix(base, prefix)
		}
		if !used {
			t.Errorf("nobody asks for %q: take it out of the catalog", id)
		}
	}
}

func TestEveryPlaceOfAMessageIsFilled(t *testing.T) {
	all, asked := catalogue(t), readAsked(t)
	for id, calls := range asked.places {
		m, known := all[id]
		if !known {
			continue
		}
		for _, filled := range calls {
			for _, name := range m.places() {
				if !slices.Contains(strings.Fields(filled), name) && name != "Cause" {
					t.Errorf("%q has a place %s, and a call fills only: %s", id, name, filled)
				}
			}
		}
	}
}

// Words that a message must not have: they judge skin or promise what nobody can (product.md of the design).
var unsaid = regexp.MustCompile(`(?i)\b(safe|safely|healed|normal|abnormal|guarantee[ds]?|infection|harmless|toxic)\b|!`)

// spaceless says whether Fyne draws c with its type of arrows and key signs, which the words' own type lacks. That type
// has no space, and a space behind c is drawn with it too.
func spaceless(c rune) bool { return unicode.In(c, arrowsAndKeys) }

var arrowsAndKeys = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2190, Hi: 0x21ff, Stride: 1}, {Lo: 0x2300, Hi: 0x23ff, Stride: 1}}}

func TestAPlaceIsWrittenInOneMannerSoThatEveryLanguageKeepsIt(t *testing.T) {
	other := regexp.MustCompile(`[{}]|%[a-z]|\$[a-z]`)
	for id, m := range catalogue(t) {
		for _, text := range m.forms {
			if found := other.FindString(place.ReplaceAllString(text, "")); found != "" {
				t.Errorf("%s has %q in %q: a translator, and the pseudo-language, would change it", id, found, text)
			}
			turned := pseudo.Text(text)
			if was, is := place.FindAllString(text, -1), place.FindAllString(turned, -1); !slices.Equal(was, is) {
				t.Errorf("%s has the places %q, and %q in the pseudo-language", id, was, is)
			}
			if strings.ContainsAny(text, string(pseudo.Open)+string(pseudo.Close)) {
				t.Errorf("%s has the brackets of the pseudo-language: %q", id, text)
			}
		}
	}
}

func TestMessagesAreCalmAndPlain(t *testing.T) {
	for id, m := range catalogue(t) {
		if _, ok := m.forms["other"]; !ok {
			t.Errorf("%q has no form \"other\"", id)
		}
		for form, text := range m.forms {
			if found := unsaid.FindString(text); found != "" {
				t.Errorf("%q says %q: %s", id, found, text)
			}
			if i := strings.IndexFunc(text, spaceless); i >= 0 {
				t.Errorf("%q has a letter of the type without a space, behind which the window draws a mark for what is missing: %s", id, text[i:])
			}
			if text != strings.TrimSpace(text) && !strings.Contains(text, "\n") {
				t.Errorf("%q begins or ends with a space", id)
			}
			for _, sentence := range strings.FieldsFunc(place.ReplaceAllString(text, "x"), func(c rune) bool { return strings.ContainsRune(".?:;\n", c) }) {
				if words := len(strings.FieldsFunc(sentence, unicode.IsSpace)); words > 24 {
					t.Errorf("%q, form %s, has a sentence of %d words: %s", id, form, words, sentence)
				}
			}
		}
	}
}
