package autostart

import (
	"strings"

	"afterglow"
)

// desktopEntry is the text of an autostart file by the Desktop Entry Specification.
func desktopEntry(exe string, args []string) string {
	words := []string{quoteExec(exe)}
	for _, a := range args {
		words = append(words, quoteExec(a))
	}
	return strings.Join([]string{
		"[Desktop Entry]",
		"Type=Application",
		"Name=Afterglow",
		"Comment=Reminders for the days after microneedling",
		"Exec=" + strings.Join(words, " "),
		// A desktop passes over an entry whose program is gone, as after a removal for all users.
		"TryExec=" + strings.ReplaceAll(exe, `\`, `\\`),
		"Icon=" + afterglow.ID(),
		"Terminal=false",
		"X-GNOME-Autostart-enabled=true",
		"",
	}, "\n")
}

// quoteExec writes one word of an Exec line. Two rules lie over each other: within quotes
// the shell's special letters take a backslash, and in any value a backslash is written twice.
func quoteExec(word string) string {
	var b strings.Builder
	plain := word != ""
	for _, r := range word {
		if !isPlain(r) {
			plain = false
		}
		switch r {
		case '"', '`', '$', '\\':
			b.WriteByte('\\')
		case '%':
			b.WriteByte('%') // a lone one stands for a file or address
		}
		b.WriteRune(r)
	}
	text := strings.ReplaceAll(b.String(), `\`, `\\`)
	if plain {
		return text
	}
	return `"` + text + `"`
}

func isPlain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/.-_%+:@,=", r) || r > 127
}
