package afterglow_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow"
)

// A dock puts a window under the desktop entry that claims its class. The window's is its name (app/screens/place), so the
// entry of that name must claim it, and no other may: the window would have two icons.
func TestTheWindowIsThatOfOneDesktopEntry(t *testing.T) {
	entries, err := filepath.Glob("packaging/linux/files/*.desktop")
	if err != nil || len(entries) < 2 {
		t.Fatalf("entries %q, %v", entries, err)
	}
	claim := "\nStartupWMClass=" + afterglow.ID() + "\n"
	for _, entry := range entries {
		text, err := os.ReadFile(entry)
		if err != nil {
			t.Fatal(err)
		}
		own := strings.TrimSuffix(filepath.Base(entry), ".desktop") == afterglow.ID()
		switch claims := strings.Contains(string(text), "\nStartupWMClass="); {
		case own && !strings.Contains(string(text), claim):
			t.Errorf("%s does not claim the window", entry)
		case !own && claims:
			t.Errorf("%s claims a window too", entry)
		}
	}
}
