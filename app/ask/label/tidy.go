package label

import (
	"strings"
	"unicode"
)

// What tidy makes of characters of labels and web pages.
const (
	bullet = '•'
	cell   = '\t' // between the cells of a table
)

// entities are the few of HTML that come along when a page is copied.
var entities = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "&amp;", "&", "&nbsp;", " ", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&middot;", "•", "&bull;", "•",
	"...", "\t", "…", "\t", "+/-", "±", "+ / -", "±", "(+)", "",
)

// tidy writes a label in plain characters: one kind of comma, bullet, hyphen and space, no markup.
func tidy(text string) string {
	return columns(mended(strings.Map(plainChar, entities.Replace(untagged(Uncoloured(text))))))
}

// columns makes cells of what stands apart on a line.
func columns(text string) string {
	if !strings.Contains(text, "   ") && !strings.Contains(text, "•") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "•") && strings.HasSuffix(line, "•") && strings.Count(line, "•") > 2 { // "| Aqua | Solvent |"
			line = strings.ReplaceAll(strings.Trim(line, "•"), "•", string(cell))
		}
		for {
			at := strings.Index(line, "   ")
			if at < 0 {
				break
			}
			between := string(cell)
			if line[at-1] == ',' || line[at-1] == ';' {
				between = " "
			}
			line = line[:at] + between + strings.TrimLeft(line[at:], " ")
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

func plainChar(c rune) rune {
	switch c {
	case '\n', cell:
		return c
	case '，', '、', '､', '‚', '،':
		return ','
	case '；':
		return ';'
	case '·', '・', '●', '▪', '◦', '‣', '⁃', '∙', '⋅', '◆', '■', '□', '►', '▶', '✓', '✔', '✦', '★', '☆', '○', '¦', '|', '｜', '❖', '➤', '→', '‧', '∗':
		return bullet
	case '‐', '‑', '−', '﹣', '－':
		return '-'
	case '—':
		return '–'
	case '\\':
		return '/'
	case '‘', '’', '´', '`', '′':
		return '\''
	case '“', '”', '„', '"':
		return ' '
	case '†', '‡', '§', '°', 'º', 'ª', '¹', '²', '³', '⁴', '⁵', '＊', '✱', '⁺', '¤':
		return '*'
	case '®', '™', '©', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u115f', '\u1160', '\u3164', '\uffa0':
		return -1
	}
	switch {
	case c >= '！' && c <= '～': // full width
		return plainChar(c - 0xfee0)
	case unicode.IsSpace(c):
		return ' '
	case unicode.IsControl(c) || c == unicode.ReplacementChar:
		return -1
	}
	return c
}

// untagged takes out tags of HTML. A "<" that begins none ("<0.1%") stays.
func untagged(text string) string {
	if !strings.Contains(text, "<") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		end := strings.IndexAny(rest, "<>")
		if end < 1 || rest[end] != '>' || !(rest[0] == '/' || isLetter(rest[0])) {
			b.WriteByte('<')
			text = rest
			continue
		}
		name := strings.ToLower(strings.Trim(rest[:end], "/ "))
		switch name, _, _ := strings.Cut(name, " "); name {
		case "br", "p", "li", "tr", "td", "th", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4":
			b.WriteByte('\n')
		}
		text = rest[end+1:]
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// small is text in small letters, byte for byte as long as it was, so that a place in one is a place in the other.
func small(text string) string {
	return strings.Map(func(c rune) rune {
		if l := unicode.ToLower(c); c < unicode.MaxASCII || (c < 0x800 && l >= 0x80 && l < 0x800) {
			return l
		}
		return c
	}, text)
}
