package guidance

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// Parse reads a plan file. It is strict: whatever it does not understand it
// refuses. The error is [Problems]: every line that is wrong, and what to write
// instead. file is the name that they give for it.
func Parse(file string, text []byte) (Plan, error) { return parse(&reader{file: file}, text) }

// Reread reads a plan that was taken in before, perhaps by an older version: rules that came since do not hold for it.
func Reread(file string, text []byte) (Plan, error) {
	return parse(&reader{file: file, kept: true}, text)
}

func parse(r *reader, text []byte) (Plan, error) {
	top := r.open(text)
	if top == nil {
		return Plan{}, r.problems
	}
	p := r.plan(top)
	if len(r.problems) > 0 {
		return Plan{}, r.problems.listed()
	}
	return p, nil
}

// open decodes the text and finds the line of every key; nil if it cannot be.
func (r *reader) open(text []byte) *table {
	if len(text) > LargestFile {
		r.problem(1, said("planwrite.shorter_file"), said("planproblem.large_file"))
		return nil
	}
	// Windows' own editor begins a file with a byte order mark.
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if at := invalidAt(text); at >= 0 {
		r.problem(1+bytes.Count(text[:at], []byte{'\n'}), said("planwrite.utf8"), said("planproblem.not_utf8"))
		return nil
	}
	// Looking for keys that stand twice takes the decoder the square of their number.
	if n := bytes.Count(text, []byte{'='}) + bytes.Count(text, []byte{'['}); n > mostKeys {
		r.problem(1, said("planwrite.fewer_keys"), said("planproblem.many_keys", "Most", mostKeys))
		return nil
	}
	keys := map[string]any{}
	if err := toml.Unmarshal(text, &keys); err != nil {
		r.syntax(err, text)
		return nil
	}
	r.lines = indexLines(text)
	return &table{r: r, kind: "plan", keys: keys}
}

// invalidAt is where the text stops being UTF-8; -1 if it is throughout.
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

// plan reads the whole file.
func (r *reader) plan(t *table) Plan {
	r.readFormat(t)
	p := Plan{Format: r.format}
	read(t, planKeys, &p)
	p.Sources = r.sourceList(t)
	p.Clinic = r.clinic(t)
	p.Windows = r.windows(t)
	p.Routines = r.routines(t)
	p.Phases = r.phases(t)
	p.Care = r.care(t, p)
	p.Calls = r.calls(t)
	p.Spacing = r.spacing(t)
	p.Products = r.products(t, p)
	if !t.has("windows") && !t.has("routines") {
		r.problem(1, said("planwrite.windows_or_routines"), said("planproblem.empty_plan"))
	}
	r.checkNext(t)
	t.done()
	return p
}

func (r *reader) readFormat(t *table) {
	f := &form{name: "format", example: strconv.Itoa(newest)}
	t.forms = append(t.forms, f)
	v, ok := t.get("format")
	if !ok {
		t.need("format")
		r.format = newest
		return
	}
	n, isWhole := v.(int64)
	if !isWhole || n < 1 || n > newest {
		r.problem(t.line("format"), f.write(), said("planproblem.format", "Value", Quoted(fmt.Sprint(v))))
		n = newest
	}
	r.format = int(n)
}

// id reads the id of a table and names the table after it.
func (t *table) id() string {
	s := t.text("id")
	if s == "" {
		return ""
	}
	if !isID(s) {
		t.wrong("id", t.form("id").write(), "planproblem.no_id", "Value", Quoted(s))
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
		t.wrong("id", said("planwrite.own_id"), "planproblem.id_taken", "Value", Quoted(id), "Line", first)
		return
	}
	seen[id] = t.line("id")
}

func (r *reader) sourceList(top *table) []Source {
	var list []Source
	seen := map[string]int{}
	for _, t := range top.tables("sources", "source", false) {
		var s Source
		read(t, sourceKeys, &s)
		if strings.HasPrefix(s.ID, builtInPrefix) != r.builtIn {
			t.wrong("id", said("planwrite.other_id"), "planproblem.id_kept", "Prefix", Quoted(builtInPrefix))
		}
		t.unique(seen, s.ID)
		t.done()
		if s.ID != "" {
			r.sources = append(r.sources, s.ID)
		}
		list = append(list, s)
	}
	if !top.has("sources") {
		r.problem(1, said("planwrite.sources"), said("planproblem.no_sources"))
	}
	return list
}

// isWebAddress says whether s is an http or https address, without a name and password before the host: what stands
// there reads as the host that it is not.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && !strings.ContainsAny(s, " \"<>")
}

func isPhone(s string) bool { return strings.Trim(s, "+0123456789 ()-/.") == "" }

// source reads who says a figure. If the file has one source alone it may be left out.
func (t *table) source(f *form) string {
	s := t.text(f.name)
	switch {
	case s == "" && t.has(f.name), len(t.r.sources) == 0, s == "" && !f.need:
		return ""
	case s == "" && len(t.r.sources) == 1:
		return t.r.sources[0]
	case s == "":
		t.need(f.name)
		return ""
	case slices.Contains(t.r.sources, s):
		return s
	}
	write := said("planwrite.source_id")
	if Nearest(s, t.r.sources) != "" {
		write = (&form{name: f.name, words: t.r.sources}).writeWord(s)
	}
	t.wrong(f.name, write, "planproblem.unknown_source", "Value", Quoted(s))
	return ""
}

func (r *reader) clinic(top *table) Clinic {
	var c Clinic
	if t := top.table("clinic"); t != nil {
		read(t, clinicKeys, &c)
		t.done()
	}
	return c
}
