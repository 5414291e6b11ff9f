package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// page holds what a command prints against testdata/NAME.txt. With UPDATE_GOLDEN=1 in the environment the file is
// written anew.
func (w *world) page(name string, args ...string) {
	w.t.Helper()
	code, out, errs := w.run(args...)
	got := "$ afterglow " + strings.Join(args, " ") + "\n" + out + errs
	if code != 0 {
		w.t.Errorf("%s: exit %d", name, code)
	}
	file := filepath.Join("testdata", name+".txt")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			w.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	if got != string(want) {
		w.t.Errorf("%s reads\n%s\nwant\n%s", name, got, want)
	}
	for line := range strings.Lines(got) {
		if strings.TrimRight(line, " \n") != strings.TrimRight(line, "\n") {
			w.t.Errorf("%s: %q ends in blanks", name, line)
		}
	}
}

func TestWhatIsPrintedReadsAsAgreed(t *testing.T) {
	w := newWorld(t, "12:00")
	page := w.page
	page("status-none", "status")
	page("list-none", "treat", "list")
	page("upcoming-none", "upcoming")
	page("log-none", "log")
	page("settings", "settings")
	page("treat", "treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml", "--device", "pen", "--depth", "0.5")
	page("list", "treat", "list")
	page("status", "status")
	page("status-night", "status", "--at", "fri 3:00")
	page("status-later", "status", "--at", "fri 19:00")
	page("status-before", "status", "--at", "-20h")
	page("can", "can")
	page("can-makeup", "can", "makeup")
	page("can-sun-later", "can", "sun", "--at", "+2d")
	page("can-actives-later", "can", "actives", "--at", "+2d")
	page("can-midday", "can", "midday")
	page("upcoming", "upcoming", "--days", "1")
	page("plan-list", "plan", "list")
	page("plan-use", "plan", "use", "testdata/clinic.toml")
	page("plan-check", "plan", "check", "testdata/clinic.toml")
	page("plan-diff-same", "plan", "diff", "testdata/clinic.toml")
	page("done", "done", "cleanse")
	page("skip", "skip", "moisturise")
	page("snooze", "snooze", "1h")
	page("pause", "pause")
	page("status-paused", "status")
	page("resume", "resume")
	page("extend", "extend", "makeup")
	page("undo", "undo")
	page("settings-sleep", "settings", "sleep", "23:00-6:30")
	page("log", "log")
	page("change", "treat", "change", "1", "--area", "face")
	w.clock.Advance(30 * time.Hour)
	page("calm", "calm")
	page("remove", "treat", "remove", "1")
	page("undo-remove", "undo")
}
