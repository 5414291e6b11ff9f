// Package afterglow holds what both programs are told apart by: their version.
package afterglow

import (
	_ "embed"
	"strings"
)

//go:embed FyneApp.toml
var metadata string

// Version is the version of Afterglow, as FyneApp.toml alone says it.
func Version() string {
	for line := range strings.Lines(metadata) {
		if key, value, ok := strings.Cut(line, "="); ok && strings.TrimSpace(key) == "Version" {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return "unknown"
}
