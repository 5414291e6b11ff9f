package locale

import (
	"bufio"
	"bytes"
	"strings"
)

// FromEnvironment goes by the variables of the C library: the first that is set decides. It
// asks nobody.
func FromEnvironment(getenv func(string) string) Found {
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if value := getenv(name); value != "" {
			return named(value, Said{Environment, name + "=" + value})
		}
	}
	return Found{}
}

// named is what a locale's name says. One without a territory ("C") stands for the standard.
func named(locale string, by Said) Found {
	f, _ := ofName(locale)
	return Found{Format: f, Clock: by, Date: by}
}

// plasmaFile is where KDE's Plasma keeps its formats, in the folder of settings.
const plasmaFile = "plasma-localerc"

// fromPlasma reads Plasma's file. The environment has what it said at login; here it is what was chosen since.
func fromPlasma(file []byte) (Found, bool) {
	values := map[string]string{}
	section := ""
	for lines := bufio.NewScanner(bytes.NewReader(file)); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			section = line
		} else if key, value, ok := strings.Cut(line, "="); ok && section == "[Formats]" {
			values[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	keys := []string{"LC_TIME", "LANG"}
	if values["useDetailed"] == "false" {
		keys = keys[1:] // Plasma 5: one choice for all
	}
	for _, key := range keys {
		if value := values[key]; value != "" {
			return named(value, Said{Desktop, plasmaFile + " " + key + "=" + value}), true
		}
	}
	return Found{}, false
}
