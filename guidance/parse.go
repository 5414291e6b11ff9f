package guidance

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// Parse reads a plan file. It is strict: whatever it does not understand it
// refuses. The error is Problems: every line that is wrong, and what to write
// instead. file is the name that they are told with.
func Parse(file string, text []byte) (Plan, error) {
	r, top, err := open(file, text)
	if err != nil {
		return Plan{}, err
	}
	p := r.plan(top)
	if len(r.problems) > 0 {
		return Plan{}, r.problems.listed()
	}
	return p, nil
}

// open decodes the text and finds the line of every key.
func open(file string, text []byte) (*reader, *table, error) {
	r := &reader{file: file}
	if len(text) > largest {
		r.problem(1, "a shorter file, of at most 1 MiB", "the file is larger than 1 MiB")
		return nil, nil, r.problems
	}
	// Windows' own editor begins a file with a byte order mark.
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if at := invalidAt(text); at >= 0 {
		r.problem(1+bytes.Count(text[:at], []byte{'\n'}), "the file again, saved as UTF-8", "the text is not UTF-8")
		return nil, nil, r.problems
	}
	// Looking for keys that stand twice takes the decoder the square of their number.
	if n := bytes.Count(text, []byte{'='}) + bytes.Count(text, []byte{'['}); n > mostKeys {
		r.problem(1, "a shorter file, of a few hundred keys", "the file has more than %d keys and tables", mostKeys)
		return nil, nil, r.problems
	}
	keys := map[string]any{}
	if err := toml.Unmarshal(text, &keys); err != nil {
		r.syntax(err)
		return nil, nil, r.problems
	}
	r.lines = indexLines(text)
	return r, &table{r: r, kind: "the plan", keys: keys}, nil
}

// invalidAt is where the text stops being UTF-8; -1 where it is.
func invalidAt(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRune(text[at:])
		if c == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// syntax turns the decoder's error into a problem.
func (r *reader) syntax(err error) {
	line := 1
	var at *toml.DecodeError
	if errors.As(err, &at) {
		line, _ = at.Position()
	}
	what := strings.TrimPrefix(err.Error(), "toml: ")
	write := `the line as key = "text in quotes"`
	switch {
	case strings.Contains(what, "already"), strings.Contains(what, "duplicate"), strings.Contains(what, "redefin"):
		write = "each key once, and each further table as [[name]]"
	case strings.Contains(what, "close table"), strings.Contains(what, "array table"):
		write = "a table's name as [name] or [[name]]"
	}
	r.problem(line, write, "the line cannot be read (%s)", what)
}

// plan reads the whole file.
func (r *reader) plan(t *table) Plan {
	r.format(t)
	p := Plan{
		ID:      t.id(),
		Name:    t.needText("name", longName),
		Version: t.text("version", longName),
		Summary: t.text("summary", longSentence),
	}
	p.Sources = r.sourceList(t)
	p.Clinic = r.clinic(t)
	p.Windows = r.windows(t)
	p.Routines = r.routines(t)
	p.Phases = r.phases(t)
	p.Care = r.care(t, p)
	p.Calls = r.calls(t)
	p.Spacing = r.spacing(t)
	p.Products = r.products(t)
	if !t.has("windows") && !t.has("routines") {
		r.problem(1, "a table [[windows]] or [[routines]]", "the plan has nothing to avoid and nothing to do")
	}
	t.done()
	return p
}

func (r *reader) format(t *table) {
	v, ok := t.get("format")
	if !ok {
		t.need("format")
		return
	}
	if n, isWhole := v.(int64); !isWhole || n != 1 {
		t.r.problem(t.line("format"), example("format"), "format = %v is not one that this version reads", clip(fmt.Sprint(v)))
	}
}

// id reads the id of a table and names the table after it.
func (t *table) id() string {
	s := t.needText("id", longName)
	if s == "" {
		return ""
	}
	if !isID(s) {
		t.wrong("id", example("id"), "id = %s has more than small letters, digits and -", clip(s))
		return ""
	}
	if t.path != "" {
		t.name = s
	}
	return s
}

// unique refuses an id that an earlier table has.
func (t *table) unique(seen map[string]int, id string) {
	if id == "" {
		return
	}
	if first, ok := seen[id]; ok {
		t.r.problem(t.line("id"), "an id of its own", "id %q is already taken in line %d", id, first)
		return
	}
	seen[id] = t.line("id")
}

func (r *reader) sourceList(top *table) []Source {
	var list []Source
	seen := map[string]int{}
	for _, t := range top.tables("sources", "source") {
		s := Source{
			ID:       t.id(),
			Title:    t.needText("title", longSentence),
			URL:      t.text("url", longURL),
			Strength: t.oneOf("strength", "clinic", "A", "B", "C", "unsourced"),
			Note:     t.text("note", longSentence),
		}
		if !t.has("strength") {
			t.need("strength")
		}
		if s.URL != "" && !isWebAddress(s.URL) {
			t.wrong("url", example("url"), "url = %s is not a web address", clip(s.URL))
		}
		if strings.HasPrefix(s.ID, builtInPrefix) != r.builtIn {
			r.problem(t.line("id"), "another id", "ids that begin with %q are kept for the list that is always shown", builtInPrefix)
		}
		t.unique(seen, s.ID)
		t.done()
		if s.ID != "" {
			r.sources = append(r.sources, s.ID)
		}
		list = append(list, s)
	}
	if !top.has("sources") {
		r.problem(1, "a table [[sources]] with id, title and strength", "the plan does not say where its figures come from")
	}
	return list
}

// isWebAddress says whether s is an http or https address. It is only ever
// shown as text: nothing in a plan file is opened or fetched.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \"<>")
}

// source reads who says a figure. Where the file has one source alone it may be left out.
func (t *table) source() string {
	s := t.text("source", longName)
	switch {
	case s == "" && t.has("source"), len(t.r.sources) == 0:
		return ""
	case s == "" && len(t.r.sources) == 1:
		return t.r.sources[0]
	case s == "":
		t.need("source")
		return ""
	case slices.Contains(t.r.sources, s):
		return s
	}
	write := "the id of one of the [[sources]]"
	if near := nearest(s, t.r.sources); near != "" {
		write = `source = "` + near + `"`
	}
	t.wrong("source", write, "source = %s is not among the sources,", clip(s))
	return ""
}

func (r *reader) clinic(top *table) Clinic {
	t := top.table("clinic")
	if t == nil {
		return Clinic{}
	}
	c := Clinic{Name: t.needText("name", longName), Phone: t.text("phone", longName)}
	if c.Phone != "" && strings.Trim(c.Phone, "+0123456789 ()-/.") != "" {
		t.wrong("phone", example("phone"), "phone = %s is not a telephone number", clip(c.Phone))
	}
	t.done()
	return c
}

func (r *reader) products(top *table) Products {
	t := top.table("products")
	if t == nil {
		return Products{}
	}
	p := Products{
		Avoid: t.list("avoid", longName, false),
		Allow: t.list("allow", longName, false),
		Use:   t.list("use", longName, false),
	}
	for _, name := range p.Avoid {
		if slices.Contains(p.Allow, name) || slices.Contains(p.Use, name) {
			t.wrong("avoid", "it in one list", "%s is to be avoided and used,", clip(name))
		}
	}
	t.done()
	return p
}
