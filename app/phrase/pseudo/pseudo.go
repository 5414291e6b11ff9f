// Package pseudo makes a language of the English catalog that nobody speaks, for tests: accented, 40 % longer and
// in brackets. What stands outside of brackets on a screen did not come from the catalog; what is cut off would be
// cut off in German.
package pseudo

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing/fstest"

	"github.com/pelletier/go-toml/v2"

	"afterglow/assets/messages"
)

// Open and Close stand around each message. No text has them of itself, and the window's type has them: so pictures and
// paper show them as well.
const (
	Open  = '⁅'
	Close = '⁆'
)

// Catalog is the catalog in the pseudo-language, for phrase.From.
func Catalog() (fs.FS, error) {
	names, err := fs.Glob(messages.Files, "*.toml")
	if err != nil {
		return nil, fmt.Errorf("list the messages: %w", err)
	}
	out := fstest.MapFS{}
	for _, name := range names {
		text, err := fs.ReadFile(messages.Files, name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		var all map[string]any
		if err := toml.Unmarshal(text, &all); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		turned, err := toml.Marshal(turn(all))
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
		out[path.Base(name)] = &fstest.MapFile{Data: turned}
	}
	return out, nil
}

// turn words every message anew; a description stays.
func turn(messages map[string]any) map[string]any {
	out := map[string]any{}
	for key, value := range messages {
		switch x := value.(type) {
		case map[string]any:
			out[key] = turn(x)
		case string:
			if key != "description" {
				x = Text(x)
			}
			out[key] = x
		}
	}
	return out
}

var place = regexp.MustCompile(`\{\{[^}]*\}\}`)

// Text is a message in the pseudo-language; its places stay as they are.
func Text(s string) string {
	var b strings.Builder
	b.WriteRune(Open)
	last, letters := 0, 0
	for _, at := range append(place.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		for _, c := range s[last:at[0]] {
			letters++
			b.WriteRune(accented(c))
		}
		b.WriteString(s[at[0]:at[1]])
		last = at[1]
	}
	if pad := letters * 2 / 5; pad > 0 {
		b.WriteString(strings.Repeat("~", pad))
	}
	b.WriteRune(Close)
	return b.String()
}

const (
	plain  = "aceinorsuyzACEINORSUYZ"
	accent = "áçéíñóŕšúýžÁÇÉÍÑÓŔŠÚÝŽ"
)

func accented(c rune) rune {
	if i := strings.IndexRune(plain, c); i >= 0 {
		return []rune(accent)[i]
	}
	return c
}

// Outside is what of a text stands outside of all brackets: it did not come from the catalog.
func Outside(s string) string {
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch {
		case c == Open:
			depth++
		case c == Close:
			depth--
		case depth == 0:
			b.WriteRune(c)
		}
	}
	return b.String()
}
