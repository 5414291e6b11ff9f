package cli_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"afterglow/app/calserver"
)

// serve sets a calendar server up in this world, whose program answers each request with the same entry.
func (w *world) serve(t *testing.T, trouble *calserver.Trouble) {
	t.Helper()
	w.syncProgram(t, `{"calendars":[{"address":"https://dav.example.org/m/a/","name":"Beach"}],"acts":[{"kind":"create","title":"","at":"2026-03-02T12:00:00Z"},{"kind":"remove","title":""}],"same":2}`)
	err := calserver.Write(w.path("data"), calserver.State{
		Setup: calserver.Setup{Address: "https://dav.example.org", User: "m", Calendar: "https://dav.example.org/m/a/", Name: "Beach"},
		Wrote: map[string]calserver.Written{"a": {Sum: "b"}},
		Last:  calserver.Last{At: w.clock.Now(), Done: w.clock.Now().Add(-time.Hour), Trouble: trouble},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// syncProgram puts a program beside this one that answers every request alike, and keeps the last one beside it.
func (w *world) syncProgram(t *testing.T, answer string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a script stands in for the program")
	}
	text := "#!/bin/sh\ncat >'" + w.path("asked.json") + "'\ncat <<'END'\n" + answer + "\nEND\n"
	if err := os.WriteFile(filepath.Join(filepath.Dir(w.path("afterglow")), "afterglow-sync"), []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
}

// refused types a command that has to fail with that code, and gives what it says.
func (w *world) refused(t *testing.T, want int, args ...string) string {
	t.Helper()
	code, out, errs := w.run(args...)
	if code != want || out != "" {
		t.Fatalf("afterglow %s: exit %d, want %d: %s", strings.Join(args, " "), code, want, out+errs)
	}
	return errs
}

func TestSyncSaysHowItStandsAndCarriesOnWhatIsAskedOfIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat")
	if got := w.must("sync"); !strings.Contains(got, "No calendar server is set up, and Afterglow goes nowhere.") {
		t.Errorf("without a server: %s", got)
	}
	if got := w.refused(t, 2, "sync", "now"); !strings.Contains(got, "afterglow sync setup") {
		t.Errorf("nothing to write to: %s", got)
	}
	w.serve(t, &calserver.Trouble{ID: "caldav.offline", Args: map[string]any{"Host": "dav.example.org"}, Offline: true})
	if got := w.must("sync"); !strings.Contains(got, "calendar Beach of m on https://dav.example.org") || !strings.Contains(got, "tried again later. dav.example.org cannot be reached.") {
		t.Errorf("how it stands: %s", got)
	}
	if got := w.must("sync", "now"); !strings.Contains(got, "This was written:") || !strings.Contains(got, "1 entry that does not hold any more is removed.") {
		t.Errorf("what was done: %s", got)
	}
	asked, err := os.ReadFile(w.path("asked.json"))
	if err != nil || !strings.Contains(string(asked), `"do":"sync"`) {
		t.Errorf("the program was asked %s, %v", asked, err)
	}
	w.syncProgram(t, `{"fault":{"id":"caldav.full","args":{"Host":"dav.example.org","Status":507}}}`)
	if got := w.refused(t, 1, "sync", "now"); got != "afterglow: dav.example.org has no space left for you.\n" {
		t.Errorf("a fault of the server: %s", got)
	}
	w.syncProgram(t, `no answer`)
	if got := w.refused(t, 1, "sync", "now"); !strings.Contains(got, "gave no answer") {
		t.Errorf("a program that is broken: %s", got)
	}
}

// forgotten has a world know no calendar server any more.
func forgotten(t *testing.T, w *world) {
	t.Helper()
	if err := calserver.Forget(w.path("data")); err != nil {
		t.Fatal(err)
	}
}
