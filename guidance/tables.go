package guidance

import (
	"strconv"
	"strings"
)

// table opens the one table under a key; nil if there is none.
func (t *table) table(key string) *table {
	t.know(key)
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	keys, ok := v.(map[string]any)
	if !ok {
		t.r.problem(t.line(key), said("planwrite.header", "Header", "["+key+"]"), said("planproblem.no_table", "Key", key))
		return nil
	}
	return &table{r: t.r, path: within(t.path, key), kind: key, keys: keys}
}

// tables opens the tables under a key, each called kind in messages. If part is set, each belongs to t.
func (t *table) tables(key, kind string, part bool) []*table {
	t.know(key)
	v, ok := t.get(key)
	if !ok {
		return nil
	}
	header := said("planwrite.header", "Header", t.header(key))
	items, ok := v.([]any)
	if !ok {
		t.r.problem(t.line(key), header, said("planproblem.no_tables", "Key", key))
		return nil
	}
	if len(items) > longList {
		t.r.problem(t.line(key), said("planwrite.at_most_entries", "Count", longList), said("planproblem.many_tables", "Key", key, "Count", len(items)))
		return nil
	}
	opened := make([]*table, 0, len(items))
	for i, item := range items {
		path := within(within(t.path, key), strconv.Itoa(i))
		keys, ok := item.(map[string]any)
		if !ok {
			t.r.problem(t.r.lines[path], header, said("planproblem.entry_no_table", "Key", key, "N", i+1))
			continue
		}
		inner := &table{r: t.r, path: path, kind: kind, keys: keys}
		if part {
			inner.of = t
		}
		opened = append(opened, inner)
	}
	return opened
}

// header is the line that begins a table of the list: "[[windows.when]]".
func (t *table) header(key string) string {
	names := []string{}
	for _, part := range strings.Split(t.path, "\x00") {
		if _, isNumber := digits(part); !isNumber && part != "" {
			names = append(names, part)
		}
	}
	return "[[" + strings.Join(append(names, key), ".") + "]]"
}
