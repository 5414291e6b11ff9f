package studio

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// unfolded is the document with what is written as a table on one line ("when = [{ device = \"pen\", until = \"48h\" }]")
// in tables of their own, so that each row has one. A file without such lines stays as it is.
func (d document) unfolded() (document, error) {
	for range len(d.text) {
		i, key, ok := d.folded()
		if !ok {
			return d, nil
		}
		b := d.blocks[i]
		path := strings.TrimPrefix(b.path+"."+key, ".")
		var tables []byte
		switch v := b.said[key].(type) {
		case map[string]any:
			tables = d.unfold("["+path+"]", v)
		case []any:
			for _, x := range v {
				inner, _ := x.(map[string]any)
				tables = append(tables, d.unfold("[["+path+"]]", inner)...)
			}
		}
		place := b.end
		if i == 0 {
			place = len(d.text)
		}
		text := slices.Clone(d.text[:place])
		if len(text) > 0 && text[len(text)-1] != '\n' {
			text = append(text, d.newline()...)
		}
		text = append(append(text, tables...), d.text[place:]...)
		var gone []said
		for _, p := range b.pairs {
			if first, _, _ := strings.Cut(p.key, "."); first == key {
				gone = append(gone, said{p.key, ""})
			}
		}
		next := document{text: text, blocks: d.blocks}
		next, err := parse(next.change(i, gone, nil))
		if err != nil {
			return document{}, fmt.Errorf("unfold %s: %w", path, err)
		}
		d = next
	}
	return d, nil
}

// folded finds a key that is a table, or a list of tables, written as a value.
func (d *document) folded() (block int, key string, found bool) {
	for i, b := range d.blocks {
		for _, key := range slices.Sorted(maps.Keys(b.said)) {
			switch v := b.said[key].(type) {
			case map[string]any:
				return i, key, true
			case []any:
				tables := 0
				for _, x := range v {
					if _, isTable := x.(map[string]any); isTable {
						tables++
					}
				}
				if tables > 0 && tables == len(v) {
					return i, key, true
				}
			}
		}
	}
	return 0, "", false
}

// unfold writes a table.
func (d *document) unfold(header string, v map[string]any) []byte {
	var keys []said
	for _, key := range slices.Sorted(maps.Keys(v)) {
		keys = append(keys, said{bare(key), written(v[key])})
	}
	return append([]byte(d.newline()), d.table(header, keys, "")...)
}

// written is a value as TOML.
func written(v any) string {
	switch v := v.(type) {
	case string:
		return strconv.QuoteToGraphic(v)
	case float64:
		return number(v)
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = written(x)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			parts = append(parts, bare(key)+" = "+written(v[key]))
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return fmt.Sprint(v)
}

// bare is a key as TOML writes it.
func bare(key string) string {
	if key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == "" {
		return key
	}
	return strconv.QuoteToGraphic(key)
}
