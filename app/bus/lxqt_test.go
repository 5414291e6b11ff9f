//go:build !windows && !darwin

package bus

import (
	"os"
	"path/filepath"
	"testing"
)

func TestASettingOfLXQtsIsThePersonsOrElseTheSystems(t *testing.T) {
	colour := LXQtKey{File: "lxqt.conf", Group: "Palette", Name: "window_color"}
	for name, c := range map[string]struct {
		own, system string // the two files; "": there is none
		want        string
		has         bool
	}{
		"the person's":              {"[Palette]\nwindow_color=#111111\n", "[Palette]\nwindow_color=#222222\n", "#111111", true},
		"the system's":              {"[General]\ntheme=dark\n", "[Palette]\nwindow_color=#222222\n", "#222222", true},
		"no file of the person's":   {"", "[Palette]\nwindow_color=#222222\n", "#222222", true},
		"nobody's":                  {"[Palette]\nbase_color=#111111\n", "", "", false},
		"of another group":          {"[Other]\nwindow_color=#111111\n[Palette]\n", "", "", false},
		"with blanks and quotes":    {"[Palette]\n window_color = \"#111111\" \n", "", "#111111", true},
		"said twice: the later":     {"[Palette]\nwindow_color=#111111\nwindow_color=#333333\n", "", "#333333", true},
		"said to be nothing":        {"[Palette]\nwindow_color=\n", "", "", true},
		"what is no file of theirs": {"\x00\xff[[Palette]]window_color", "", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			own, system := t.TempDir(), t.TempDir()
			t.Setenv("XDG_CONFIG_HOME", own)
			t.Setenv("XDG_CONFIG_DIRS", "not/absolute:"+system)
			for dir, text := range map[string]string{own: c.own, system: c.system} {
				if text == "" {
					continue
				}
				if err := os.Mkdir(filepath.Join(dir, "lxqt"), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, "lxqt", "lxqt.conf"), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got, has := colour.Read(); got != c.want || has != c.has {
				t.Errorf("it is %q, %v; want %q, %v", got, has, c.want, c.has)
			}
		})
	}
}
