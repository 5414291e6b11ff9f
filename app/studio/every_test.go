package studio_test

import (
	"bytes"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// everyKey is a plan with every key of the format.
func everyKey(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/every.toml")
	must(t, err)
	if _, err := guidance.Parse("every.toml", text); err != nil {
		t.Fatalf("the plan with every key is refused: %v", err)
	}
	return text
}

// tables are the tables of a plan by the name of their list of keys in the format's own source.
var tables = map[string][]string{
	"planKeys": {""}, "clinicKeys": {"clinic"}, "sourceKeys": {"sources"}, "windowKeys": {"windows"}, "windowWhenKeys": {"windows.when"},
	"routineKeys": {"routines"}, "stageKeys": {"routines.stages"}, "routineWhenKeys": {"routines.when"}, "phaseKeys": {"phases"},
	"careKeys": {"care"}, "callKeys": {"call"}, "spacingKeys": {"spacing"}, "spacingWhenKeys": {"spacing.when"}, "productKeys": {"products"},
	"productWaitKeys": {"products.waits"}, "saysKeys": {"windows.says", "phases.says", "care.says"},
}

// formatKeys are the keys of the format as its own source lists them, "windows until" each.
func formatKeys(t *testing.T) (keys []string) {
	t.Helper()
	source, err := os.ReadFile("../../guidance/keys.go")
	must(t, err)
	lists := regexp.MustCompile(`(?m)^var (\w+) = `).FindAllStringSubmatchIndex(string(source), -1)
	name, match := regexp.MustCompile(`form\{name: "(\w+)"`), []string{"device", "area", "depth_over_mm", "depth_up_to_mm", "sensitive"}
	for i, at := range lists {
		end := len(source)
		if i+1 < len(lists) {
			end = lists[i+1][0]
		}
		list, body := string(source[at[2]:at[3]]), string(source[at[0]:end])
		body, _, _ = strings.Cut(body, "\nfunc ")
		if tables[list] == nil {
			t.Fatalf("no table is known for %s", list)
		}
		for _, table := range tables[list] {
			for _, m := range name.FindAllStringSubmatch(body, -1) {
				keys = append(keys, table+" "+m[1])
			}
			if strings.Contains(body, "matchKeys(") || strings.Contains(body, "onlyKeys(") {
				for _, key := range match {
					keys = append(keys, table+" "+key)
				}
			}
		}
	}
	return keys
}

// written are the keys of a plan's text with their lines, "windows until" each.
func written(text []byte) map[string][]string {
	table, keys := "", map[string][]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(strings.TrimSpace(line), "[]")
			key := table
			if i := strings.LastIndex(table, "."); i >= 0 {
				key = table[:i] + " " + table[i+1:]
			}
			keys[key] = append(keys[key], "")
			continue
		}
		if key, value, is := strings.Cut(line, " = "); is && !strings.HasPrefix(line, "#") {
			keys[table+" "+key] = append(keys[table+" "+key], value)
		}
	}
	return keys
}

// leftAlone are the keys that no form shows: what names things, and what a clinic's sheet does not say.
var leftAlone = []string{"id", "source", "says", "of", "role", "rule", "covers", "window", "version", "summary", "title", "url", "strength", "note", "stages", "when", "waits"}

func TestThePlanWithEveryKeyHasEveryKeyOfTheFormat(t *testing.T) {
	have := written(everyKey(t))
	for _, key := range formatKeys(t) {
		if have[key] == nil {
			t.Errorf("testdata/every.toml has no %q", key)
		}
	}
}

func TestEveryKeyIsShownByTheFormOrNamedAsLeftAlone(t *testing.T) {
	d := open(t, everyKey(t))
	more := map[string]bool{}
	for _, e := range d.Rows() {
		for _, key := range e.More {
			if !slices.Contains(leftAlone, key) {
				t.Errorf("%s: the form does not show %s", e.Key, key)
			}
			more[key] = true
		}
	}
	for _, key := range []string{"role", "rule", "covers", "window"} {
		if !more[key] {
			t.Errorf("nothing tells that the file has %s, which stays", key)
		}
	}
}

// another puts another value into a field of a row.
func another(f reflect.Value) {
	switch f.Kind() {
	case reflect.String:
		f.SetString("other" + strings.Replace(" "+f.String(), "  ", " ", 1))
		f.SetString(strings.TrimSpace(f.String()))
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Float64:
		f.SetFloat(f.Float() + 0.7)
	case reflect.Slice:
		f.Set(reflect.AppendSlice(reflect.ValueOf([]string{"another"}), f))
	}
}

func TestEveryKeyThatAFormShowsIsWrittenWhenItIsChangedAndNothingElse(t *testing.T) {
	text := everyKey(t)
	before, touched := written(text), map[string]bool{}
	kind := reflect.TypeFor[row.Row]()
	d := open(t, text)
	for _, e := range d.Rows() {
		for i := range kind.NumField() {
			r := e.Row.Clone()
			if kind.Field(i).Name == "Rule" {
				continue
			}
			another(reflect.ValueOf(&r).Elem().Field(i))
			key, err := d.Change(e.Key, r)
			if err != nil {
				t.Fatalf("%s: %s: %v", e.Key, kind.Field(i).Name, err)
			}
			after := written(d.Text())
			changed := 0
			for _, k := range slices.Concat(slices.Sorted(keysOf(before)), slices.Sorted(keysOf(after))) {
				if !slices.Equal(before[k], after[k]) && !touched[k+"/"+e.Key+kind.Field(i).Name] {
					touched[k], touched[k+"/"+e.Key+kind.Field(i).Name] = true, true
					changed++
				}
			}
			name := kind.Field(i).Name
			oneOfTwo := name == "Often" || name == "Prescribed" || name == "Name" || strings.HasPrefix(e.Until, "+") // one key goes and another comes; a text that its name made follows it
			if changed > 1 && !oneOfTwo {
				t.Errorf("%s: a change of %s changed %d keys", e.Key, kind.Field(i).Name, changed)
			}
			if again, ok := d.Row(key); changed > 0 && !oneOfTwo && (!ok || !again.Equal(r)) {
				t.Errorf("%s: a change of %s reads back as\n%+v, not\n%+v", e.Key, kind.Field(i).Name, again.Row, r)
			}
			for d.CanUndo() {
				d.Undo()
			}
		}
	}
	for _, key := range formatKeys(t) {
		_, name, _ := strings.Cut(key, " ")
		table, _, _ := strings.Cut(key, " ")
		byRule := name == "soft" || name == "meant" || name == "none"
		if table == "sources" || table == "" || byRule || slices.Contains(leftAlone, name) || touched[key] {
			continue
		}
		t.Errorf("no change of the form's changes %q", key)
	}
}

func keysOf(m map[string][]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func TestTheRuleThatAFormChoosesIsWritten(t *testing.T) {
	for _, c := range []struct {
		key        string
		rule       row.Rule
		gone, come string
	}{
		{"windows/sun", row.Avoid, "soft = true", ""},
		{"windows/makeup", row.Avoid, `meant = "only"`, ""},
		{"windows/makeup", row.Less, `meant = "only"`, "soft = true"},
		{"care/moist", row.Do, `meant = "note"`, ""},
		{"routines/ice/routines.stages", row.Do, "none = true", ""},
		{"routines/ice/routines.stages#2", row.Avoid, "", "none = true"},
	} {
		d := open(t, everyKey(t))
		e, ok := d.Row(c.key)
		if !ok {
			t.Fatalf("no row %s", c.key)
		}
		n, m := bytes.Count(d.Text(), []byte(c.gone)), bytes.Count(d.Text(), []byte(c.come))
		_, err := d.Change(c.key, e.Row.As(c.rule))
		must(t, err)
		if c.gone != "" && bytes.Count(d.Text(), []byte(c.gone)) != n-1 || c.come != "" && bytes.Count(d.Text(), []byte(c.come)) != m+1 {
			t.Errorf("%s as %s:\n%s", c.key, c.rule, d.Text())
		}
	}
}

func TestAPartThatIsAddedStandsBehindTheOthersOfItsRow(t *testing.T) {
	for _, c := range []struct {
		key  string
		kind studio.Kind
	}{{"windows/sun", studio.KindWindowWhen}, {"windows/makeup", studio.KindWindowWhen}, {"routines/ice", studio.KindStage}, {"routines/wash", studio.KindRoutineWhen}, {"spacing/", studio.KindSpacingWhen}} {
		d := open(t, everyKey(t))
		before := d.Rows()
		part, err := d.AddPart(c.key, c.kind)
		must(t, err)
		e, ok := d.Row(part)
		if !ok || e.Of != c.key || e.Kind != c.kind || len(d.Rows()) != len(before)+1 {
			t.Fatalf("%s got the part %q: %+v\n%s", c.key, part, e, d.Text())
		}
		r := e.Row.Clone()
		r.Until, r.Device = "9 days", []string{"prp"}
		_, err = d.Change(part, r)
		must(t, err)
		if e, _ = d.Row(part); e.Until != "9 days" {
			t.Errorf("%s ends %q", part, e.Until)
		}
		must(t, d.Remove(part))
		if len(d.Rows()) != len(before) {
			t.Errorf("%s is not taken away again", part)
		}
	}
	d := open(t, everyKey(t))
	part, err := d.AddPart("routines/ice", studio.KindStage)
	must(t, err)
	if e, _ := d.Row(part); e.From != "2 days" {
		t.Errorf("a stage behind one that ends after 2 days begins %q", e.From)
	}
	if _, err := d.AddPart("care/moist", studio.KindStage); err == nil {
		t.Error("advice got a stage")
	}
}
