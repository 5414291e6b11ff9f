// Package afterglow holds what both programs are known by: their version and their id.
package afterglow

import (
	_ "embed"
	"strings"
)

//go:embed FyneApp.toml
var metadata string

// Version is the version of Afterglow, as FyneApp.toml alone says it.
func Version() string { return told("Version") }

// ID is the name by which desktops know Afterglow, as FyneApp.toml alone says it: of its entries in menus and at
// login, of its notifications and its window.
func ID() string { return told("ID") }

func told(what string) string {
	for line := range strings.Lines(metadata) {
		if key, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(key) == what {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return "unknown"
}
