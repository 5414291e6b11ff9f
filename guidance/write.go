package guidance

import (
	"strconv"
	"strings"

	"afterglow/app/fault"
)

// write is what to write for a key: its name and an example, or how such a value is written.
func (f *form) write() *fault.Fault {
	switch {
	case f.isList():
		return code("[[" + f.name + "]]")
	case f.kind == kindTables:
		return code("[" + f.name + "]")
	case f.kind == kindID:
		return said("planwrite.small_letters", "Code", f.code(f.example))
	case f.example == "":
		return said("planwrite.span", "Key", f.name)
	}
	return code(f.code(f.example))
}

// isList says whether the key names a list of tables.
func (f *form) isList() bool {
	return f.kind == kindTables && f.name != "clinic" && f.name != "spacing" && f.name != "products"
}

// code is the key with a value.
func (f *form) code(value string) string { return f.name + " = " + value }

// writeFor is write, with the file's own value if that can be read as a time.
func (f *form) writeFor(value any) *fault.Fault {
	s, ok := value.(string)
	if !ok || !f.isTime() {
		return f.write()
	}
	if meant := momentMeant(s); meant != "" {
		return code(f.code(strconv.Quote(meant)))
	}
	if m, err := ParseMoment(s); err == nil && f.takes(m) {
		return code(f.code(strconv.Quote(s)))
	}
	// A calendar anchor is closer, if that was meant.
	switch s = strings.ToLower(s); {
	case strings.HasPrefix(s, "morn"):
		return said("planwrite.morning", "Key", f.name)
	case strings.HasPrefix(s, "nigh"):
		return said("planwrite.night", "Key", f.name)
	case strings.HasPrefix(s, "next"):
		return said("planwrite.next", "Key", f.name)
	}
	return f.write()
}

// writeSpan is write, with the file's own value if that can be read as a length of time.
func (f *form) writeSpan(s string) *fault.Fault {
	if meant := spanMeant(s); meant != "" && meant[0] != '-' {
		return code(f.code(strconv.Quote(meant)))
	}
	return f.write()
}

// writeWord is the known word that was most likely meant, else all of them.
func (f *form) writeWord(s string) *fault.Fault {
	if near := Nearest(strings.ToLower(s), f.words); near != "" {
		return code(f.code(strconv.Quote(near)))
	}
	if within := wordWithin(s, f.words); within != "" {
		return code(f.code(strconv.Quote(within)))
	}
	if len(f.words) == 1 {
		return code(f.code(strconv.Quote(f.words[0])))
	}
	return said("planwrite.one_of", "Words", strings.Join(f.words, ", "))
}

// wordWithin is the one known word that stands in a longer one: "pen" in "dermapen"; "" if none does, or more.
func wordWithin(s string, words []string) (within string) {
	for _, w := range words {
		if !strings.Contains(strings.ToLower(s), w) {
			continue
		}
		if within != "" {
			return ""
		}
		within = w
	}
	return within
}

// isTime says whether the value is a length of time or a point in time that someone could
// follow: what is said of it must be the file's own.
func (f *form) isTime() bool { return f.example == "" && f.kind != kindTables }
