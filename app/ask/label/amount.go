package label

import "strings"

// units of amounts, behind a figure.
var units = []string{"%", "percent", "ppm", "mg/g", "mg/ml", "mg", "g", "iu", "w/w", "w/v", "v/v"}

// amount takes an amount out of an entry: "Niacinamide 10%", "Retinol (0.3 %)", "5000 ppm Panthenol". behind is what
// stands behind it.
func amount(text string) (name, said, behind string) {
	for at := 0; at < len(text); at++ {
		if !isDigit(text[at]) || (at > 0 && (isLetter(text[at-1]) || text[at-1] == '-' || isDigit(text[at-1]))) {
			continue
		}
		end := at
		for end < len(text) && (isDigit(text[end]) || (text[end] == '.' || text[end] == ',') && end+1 < len(text) && isDigit(text[end+1])) {
			end++
		}
		after := strings.TrimLeft(text[end:], " ")
		unit := unitOf(after)
		if unit == "" {
			at = end - 1
			continue
		}
		rest := after[len(unit):]
		for {
			trimmed := strings.TrimLeft(rest, " ")
			next := unitOf(trimmed)
			if next == "" {
				break
			}
			rest = trimmed[len(next):]
		}
		before := strings.TrimRight(text[:at], " <>=~≤≥:–(-")
		rest = strings.TrimLeft(rest, " ")
		if strings.Count(text[:at], "(") > strings.Count(before, "(") {
			rest = strings.TrimPrefix(rest, ")")
		}
		return strings.TrimSpace(before + " " + rest), text[at:end] + unit, strings.TrimSpace(rest)
	}
	return text, "", ""
}

// unitOf is the unit that a text begins with.
func unitOf(text string) string {
	for _, u := range units {
		if len(text) < len(u) || !strings.EqualFold(text[:len(u)], u) {
			continue
		}
		if u != "%" && len(text) > len(u) && isLetter(text[len(u)]) {
			continue
		}
		return text[:len(u)]
	}
	return ""
}
