package autostart

import (
	"errors"
	"strings"
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
		"Icon=" + appID,
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

// readDesktopEntry says what an autostart file runs, and whether it is switched on.
func readDesktopEntry(text string) (on bool, command []string, err error) {
	on = true
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = line
			continue
		}
		key, value, found := strings.Cut(line, "=")
		if !found || section != "[Desktop Entry]" || strings.HasPrefix(line, "#") {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(key) {
		case "Exec":
			if command, err = splitExec(value); err != nil {
				return false, nil, err
			}
		case "Hidden":
			on = on && value != "true"
		case "X-GNOME-Autostart-enabled":
			on = on && value != "false"
		}
	}
	return on && len(command) > 0, command, nil
}

// splitExec undoes quoteExec for a whole line.
func splitExec(line string) ([]string, error) {
	line = strings.ReplaceAll(line, `\\`, `\`)
	var words []string
	var word strings.Builder
	inWord, quoted := false, false
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case c == '"':
			quoted, inWord = !quoted, true
		case quoted && c == '\\' && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case c == '%' && i+1 < len(line) && line[i+1] == '%':
			i++
			inWord = true
			word.WriteByte('%')
		case c == ' ' && !quoted:
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			inWord = true
			word.WriteByte(c)
		}
	}
	if quoted {
		return nil, errors.New("a quotation mark in its Exec line is never closed")
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}
