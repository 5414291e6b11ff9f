package guidance

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lineIndex knows the line of every table and key of a plan file, by path.
// The decoder gives values without lines; this walks the same text for them.
type lineIndex map[string]int

// within is the path of a key or list item inside path. The separator cannot
// stand in a file, control characters being refused by TOML itself.
func within(path, key string) string { return path + "\x00" + key }

// deepestPath is how deep the index looks; plans nest to six ("windows", 0,
// "when", 0, "device", 0). Paths of a hostile file could otherwise fill the memory.
const deepestPath = 8

func tooDeep(path string) bool { return strings.Count(path, "\x00") >= deepestPath }

// indexLines walks the text, which the decoder has already accepted.
func indexLines(text []byte) lineIndex {
	w := lineWalk{index: lineIndex{}, lengths: map[string]int{}, text: text}
	w.parser.Reset(text)
	current := ""
	for w.parser.NextExpression() {
		e := w.parser.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			current = w.enter(e)
		case unstable.KeyValue:
			w.keyValue(current, e)
		}
	}
	return w.index
}

type lineWalk struct {
	parser  unstable.Parser
	index   lineIndex
	lengths map[string]int // of the lists of tables so far, by path
	text    []byte
	offset  int // up to which line counts
	line    int // newlines before offset
}

// lineOf counts newlines onward from the last place asked for; the walk only
// goes forward, so the whole file is counted once.
func (w *lineWalk) lineOf(n *unstable.Node) int {
	at := int(n.Raw.Offset)
	if at < w.offset {
		w.offset, w.line = 0, 0
	}
	w.line += bytes.Count(w.text[w.offset:at], []byte{'\n'})
	w.offset = at
	return w.line + 1
}

// enter gives the path of a table's header. A list of tables is entered at its
// last item; a header in double brackets begins a new one.
func (w *lineWalk) enter(e *unstable.Node) string {
	path := ""
	keys := e.Key()
	for keys.Next() {
		if tooDeep(path) {
			break
		}
		key := keys.Node()
		path = within(path, string(key.Data))
		n, isList := w.lengths[path]
		if e.Kind == unstable.ArrayTable && keys.IsLast() {
			n, isList = n+1, true
			w.lengths[path] = n
			w.set(path, key)
		}
		if isList {
			path = within(path, strconv.Itoa(n-1))
		}
		w.set(path, key)
	}
	return path
}

func (w *lineWalk) keyValue(path string, e *unstable.Node) {
	keys := e.Key()
	for keys.Next() {
		if tooDeep(path) {
			return
		}
		path = within(path, string(keys.Node().Data))
		w.set(path, keys.Node())
	}
	w.value(path, e.Value())
}

func (w *lineWalk) value(path string, v *unstable.Node) {
	if tooDeep(path) {
		return
	}
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			w.keyValue(path, it.Node())
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			item := within(path, strconv.Itoa(i))
			if it.Node().Raw.Length > 0 {
				w.set(item, it.Node())
			} else {
				w.index[item] = w.index[path]
			}
			w.value(item, it.Node())
		}
	}
}

// set keeps the first line of a path: a table that is opened twice began there.
func (w *lineWalk) set(path string, n *unstable.Node) {
	if _, known := w.index[path]; !known {
		w.index[path] = w.lineOf(n)
	}
}
