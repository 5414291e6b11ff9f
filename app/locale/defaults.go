package locale

import (
	"bufio"
	"bytes"
	"strings"
)

// ofDefaults reads what a Mac's "defaults read -g" prints: one "Key = value;" a line.
func ofDefaults(text []byte) Found {
	values := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		key, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), " = ")
		if ok {
			values[strings.Trim(key, `"`)] = strings.Trim(strings.TrimSuffix(value, ";"), `"`)
		}
	}
	var found Found
	if name := values["AppleLocale"]; name != "" {
		found = named(name, Said{Computer, "AppleLocale=" + name})
	}
	for key, hours := range map[string]Hours{"AppleICUForce12HourTime": Hours12, "AppleICUForce24HourTime": Hours24} {
		if values[key] == "1" {
			found.Format.Hours, found.Clock = hours, Said{Computer, key}
		}
	}
	return found
}
