package autostart

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"afterglow/app/fault"
)

// What is read of an autostart file, beyond the Desktop Entry Specification: keys by which desktops switch
// an entry off without taking it away.
const (
	gnomeSwitch  = "X-GNOME-Autostart-enabled"
	mateSwitch   = "X-MATE-Autostart-enabled"
	xfceOverride = "X-XFCE-Autostart-Override" // starts whatever OnlyShowIn says
)

// gnomes are the desktops whose session reads gnomeSwitch.
var gnomes = []string{"GNOME", "GNOME-Classic", "GNOME-Flashback", "Unity", "Budgie", "Pantheon", "X-Cinnamon", "Cinnamon"}

// readDesktopEntry says what an autostart file runs, and whether the desktop of these names (as in
// XDG_CURRENT_DESKTOP) starts it. Where no desktop is named, what only some of them heed counts everywhere.
// gone says that the program which it depends on is not there.
func readDesktopEntry(text string, desktops []string) (on bool, command []string, gone bool, err error) {
	keys := keysOf(text)
	if command, err = splitExec(keys["Exec"]); err != nil {
		return false, nil, false, err
	}
	try := keys["TryExec"]
	gone = try != "" && !runs(unescape(try))
	return len(command) > 0 && startedBy(keys, desktops), command, gone, nil
}

// keysOf are the keys of the group that counts. Those for a language ("Name[de]") have names of their own.
func keysOf(text string) map[string]string {
	keys := map[string]string{}
	group := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			group = line
			continue
		}
		key, value, found := strings.Cut(line, "=")
		if found && group == "[Desktop Entry]" && !strings.HasPrefix(line, "#") {
			keys[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	return keys
}

func startedBy(keys map[string]string, desktops []string) bool {
	is := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(desktops, name) })
	}
	anywhere := len(desktops) == 0
	switch {
	case truth(keys["Hidden"], false):
		return false
	case keys["Type"] != "" && keys["Type"] != "Application":
		return false
	case (anywhere || is(gnomes...)) && !truth(keys[gnomeSwitch], true):
		return false
	case (anywhere || is("MATE")) && !truth(keys[mateSwitch], true):
		return false
	case anywhere:
		return true
	case is(listed(keys["NotShowIn"])...):
		return false
	case is("XFCE") && truth(keys[xfceOverride], false):
		return true
	}
	only, restricted := keys["OnlyShowIn"]
	return !restricted || is(listed(only)...)
}

// truth reads a boolean as desktops do; absent is what an empty one means.
func truth(value string, absent bool) bool {
	switch value {
	case "true", "1":
		return true
	case "":
		return absent
	}
	return false
}

// listed reads a list such as "GNOME;KDE;".
func listed(value string) []string {
	return slices.DeleteFunc(strings.Split(value, ";"), func(s string) bool { return s == "" })
}

// runs says whether a program is there: by its whole path, or by its name on the path of programs.
func runs(program string) bool {
	if !filepath.IsAbs(program) {
		_, err := exec.LookPath(program)
		return err == nil
	}
	return !missing(program)
}

// unescape undoes what the specification does to any value.
func unescape(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\s`, " ", `\t`, "\t", `\n`, "\n", `\r`, "\r").Replace(value)
}

// splitExec reads an Exec line into its words as desktops do: both kinds of quotation marks, backslashes, and
// codes such as %U, which stand for files and are empty here.
func splitExec(line string) ([]string, error) {
	line = unescape(line)
	var words []string
	var word strings.Builder
	inWord := false
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		last := i+1 == len(line)
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote, inWord = c, true
		case c == quote:
			quote = 0
		case c == '\\' && quote != '\'' && !last && (quote == 0 || strings.IndexByte("\"`$\\", line[i+1]) >= 0):
			i++
			inWord = true
			word.WriteByte(line[i])
		case c == '%' && !last && line[i+1] == '%':
			i++
			inWord = true
			word.WriteByte('%')
		case c == '%' && !last && line[i+1] >= 'A':
			i++
		case (c == ' ' || c == '\t') && quote == 0:
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
	if quote != 0 {
		return nil, fault.New("autostart.quotation", nil)
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}
