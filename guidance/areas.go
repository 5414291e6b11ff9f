package guidance

import (
	"slices"
	"strings"
)

// betweenAreas are what stands between two parts of the body that are named together.
var betweenAreas = strings.NewReplacer(",", "\n", ";", "\n", "&", "\n", "+", "\n", "/", "\n", " and ", "\n")

// Areas are the parts of the body that a treated area names, each once: "face, neck" and "face and neck" are two. None
// if nobody named one.
func Areas(area string) []string {
	var out []string
	for _, part := range strings.Split(betweenAreas.Replace(area), "\n") {
		part = strings.TrimSpace(part)
		if part != "" && !slices.ContainsFunc(out, func(s string) bool { return strings.EqualFold(s, part) }) {
			out = append(out, part)
		}
	}
	return out
}

// JoinAreas is an area as it is kept: "face, neck".
func JoinAreas(parts []string) string { return strings.Join(parts, ", ") }

// oneWord says whether an area is a single word, so that nothing in it needs to be told apart.
func oneWord(area string) bool { return area != "" && !strings.ContainsAny(area, ",;&+/ ") }

// ShareArea says whether two areas have a part of the body in common.
func ShareArea(a, b string) bool {
	if oneWord(a) && oneWord(b) {
		return strings.EqualFold(a, b)
	}
	parts := Areas(b)
	return slices.ContainsFunc(Areas(a), func(x string) bool {
		return slices.ContainsFunc(parts, func(y string) bool { return strings.EqualFold(x, y) })
	})
}

// CoversArea says whether each part of the body that b names is named by a as well.
func CoversArea(a, b string) bool {
	if oneWord(a) && oneWord(b) {
		return strings.EqualFold(a, b)
	}
	parts := Areas(a)
	return !slices.ContainsFunc(Areas(b), func(x string) bool {
		return !slices.ContainsFunc(parts, func(y string) bool { return strings.EqualFold(x, y) })
	})
}
