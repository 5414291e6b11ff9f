package guidance

import "strings"

// Here stands what a file of format 1 may not say. It is told once, since one line mends it.

// newest is the format that one writes today.
const newest = 2

// tooNew refuses a key that the file's format does not have yet.
func (t *table) tooNew(f *form) bool {
	if f.since <= max(t.r.format, 1) || !t.has(f.name) {
		return false
	}
	t.bad = append(t.bad, f.name)
	t.newerOnce(f.name, "planproblem.newer_key")
	return true
}

// newerValue refuses a value that the file's format does not have yet.
func (t *table) newerValue(key, value string) {
	t.bad = append(t.bad, key)
	t.newerOnce(key, "planproblem.newer_value", "Value", Quoted(value))
}

func (t *table) newerOnce(key, id string, places ...any) {
	if t.r.newer {
		return
	}
	t.r.newer = true
	t.r.problem(t.line(key), said("planwrite.format_2"), said(id, append(places, "Key", key, "Table", t.title())...))
}

// isNewer says whether a moment, read from s, is one that format 1 does not have.
func (m Moment) isNewer(s string) bool {
	return m.early() || m.Anchor > BeforeNext || m.Months != 0 || m.Said.Two() || (m.scale() != Morning && strings.Contains(s, " "))
}

// isNewer says whether a length, read from s, is one that format 1 does not have.
func (l Length) isNewer(s string) bool {
	return l.Months != 0 || l.Said.Two() || strings.Contains(s, " ")
}
