package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"afterglow/app/cli"
	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/service"
)

// world is a computer on which somebody types, on Tuesday 24 November 2026 in Berlin.
type world struct {
	t     *testing.T
	dir   string // holds the data folder and whatever files the test brings
	clock *clocktest.Virtual
	env   map[string]string
	in    string
	agent func(context.Context, cli.AgentOptions) error
}

func newWorld(t *testing.T, now string) *world {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", "2026-11-24 "+now, zone)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, dir: t.TempDir(), clock: clocktest.New(at, zone), env: map[string]string{}}
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(w.dir, "config"))
	t.Setenv("XDG_RUNTIME_DIR", w.path("run"))
	if err := os.Mkdir(w.path("run"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.env["AFTERGLOW_DATA"] = w.path("data")
	return w
}

func (w *world) path(name string) string { return filepath.Join(w.dir, name) }

// withWindow puts a program beside this one that does with pictures what the window's program does.
func (w *world) withWindow() {
	w.t.Helper()
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, w.path("afterglow-window"))
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// run types a command and returns all that comes of it.
func (w *world) run(args ...string) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(w.t.Context(), args, strings.NewReader(w.in), &o, &e, cli.Env{
		Version:    "0.1.0",
		Executable: w.path("afterglow"),
		Clock:      w.clock,
		Getenv:     func(k string) string { return w.env[k] },
		Agent:      w.agent,
	})
	return code, o.String(), e.String()
}

// must types a command that has to work, without a word on standard error.
func (w *world) must(args ...string) string {
	w.t.Helper()
	code, out, errs := w.run(args...)
	if code != 0 || errs != "" {
		w.t.Fatalf("afterglow %s: exit %d, %s", strings.Join(args, " "), code, errs)
	}
	return out
}

// ask types a command with --json and reads the answer into v.
func (w *world) ask(v any, args ...string) {
	w.t.Helper()
	out := w.must(append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), v); err != nil {
		w.t.Fatalf("afterglow %s: %v in %s", strings.Join(args, " "), err, out)
	}
}

// file brings a file into the world.
func (w *world) file(name, text string) string {
	w.t.Helper()
	if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return w.path(name)
}

// asked notes a question as the window does once it was asked there.
func (w *world) asked(question string) {
	w.t.Helper()
	j, err := journal.Open(w.t.Context(), w.path("data"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer j.Close()
	if err := service.New(j, w.clock, nil).RememberAsked(w.t.Context(), question); err != nil {
		w.t.Fatal(err)
	}
}

// written is everything that the journal and the settings hold, to see that nothing changed.
func (w *world) written() string {
	w.t.Helper()
	return w.must("log", "--since", "2020-01-01", "--json") + w.must("treat", "list", "--json") +
		w.must("settings", "--json") + w.must("plan", "list", "--json") + w.must("questions", "--json") + w.must("shelf", "--json")
}
