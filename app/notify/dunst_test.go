//go:build linux

package notify

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// display starts a virtual screen and returns its name.
func display(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "800x600x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = w.Close()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	var n int
	if _, err := fmt.Fscan(r, &n); err != nil {
		t.Fatalf("Xvfb did not say its display: %v", err)
	}
	return fmt.Sprintf(":%d", n)
}

// dunst starts dunst with that configuration on a screen and a bus of its own. The function calls dunstctl.
func dunst(t *testing.T, config string) (ctl func(args ...string) string) {
	t.Helper()
	for _, program := range []string{"Xvfb", "dunst", "dunstctl"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("needs %s", program)
		}
	}
	bus := bustest.Start(t)
	home := t.TempDir()
	rc := filepath.Join(home, "dunstrc")
	if err := os.WriteFile(rc, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("DISPLAY", display(t))
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("WAYLAND_DISPLAY", "")

	watch := bus.Connect()
	owners := make(chan *dbus.Signal, 8)
	watch.Signal(owners)
	if err := watch.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, serviceName)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("dunst", "-conf", rc)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	for next(t, owners).Name != "org.freedesktop.DBus.NameOwnerChanged" {
	}
	return func(args ...string) string {
		out, err := exec.Command("dunstctl", args...).CombinedOutput()
		if err != nil {
			t.Fatalf("dunstctl %v: %v: %s", args, err, out)
		}
		return string(out)
	}
}

func TestTheRealDunst(t *testing.T) {
	ctl := dunst(t, "[global]\nhistory_length = 20\n")
	b, fallen := start(t, options)
	ctx := context.Background()
	if a := b.Abilities(ctx); !a.Actions || !strings.HasPrefix(a.Server, "dunst") || a.Quiet == "" || a.Problem != nil {
		t.Fatalf("abilities %+v", a)
	}
	first := show(t, b, cleanse)
	if err := b.Close(ctx, first); err != nil {
		t.Fatal(err)
	}
	if h := ctl("history"); !strings.Contains(h, cleanse.Title) || !strings.Contains(h, cleanse.Body) {
		t.Errorf("dunst showed %s", h)
	}
	clicked := show(t, b, cleanse)
	ctl("action", "0")
	if e := next(t, b.Events()); e != (Event{ID: clicked, Key: "default"}) {
		t.Errorf("after a click: %+v", e)
	}
	dismissed := show(t, b, cleanse)
	ctl("close-all")
	if e := next(t, b.Events()); e.ID != dismissed || e.Key != "closed" {
		t.Errorf("after closing all: %+v", e)
	}
	if on, _ := b.Quiet(ctx); on {
		t.Error("quiet before pausing")
	}
	ctl("set-paused", "true")
	if on, by := b.Quiet(ctx); !on || by != ByDunst {
		t.Errorf("quiet while paused: %v, %q", on, by)
	}
	none(t, fallen)
}

func TestPlanTextReadsRightWhateverDunstMakesOfMarkup(t *testing.T) {
	for name, config := range map[string]string{
		"nobody reads markup":          "[global]\nmarkup = no\n",
		"markup is read":               "[global]\nmarkup = full\n",
		"markup is taken out":          "[global]\nmarkup = strip\n",
		"a rule reads it, unannounced": "[global]\nmarkup = no\n[all]\nsummary = \"*\"\nmarkup = full\n",
		"a rule takes it out":          "[global]\nmarkup = no\n[all]\nsummary = \"*\"\nmarkup = strip\n",
	} {
		t.Run(name, func(t *testing.T) {
			ctl := dunst(t, config+"[more]\nsummary = \"*\"\nformat = \"%s: %b\"\n")
			b, _ := start(t, options)
			id := show(t, b, Note{Title: "A & B", Body: "Creams with <5% acid & <b>no</b> scent, SPF > 30."})
			if err := b.Close(context.Background(), id); err != nil {
				t.Fatal(err)
			}
			if h := ctl("history"); !strings.Contains(h, "Creams with ‹5% acid + ‹b›no‹/b› scent, SPF › 30.") {
				t.Errorf("dunst showed %s", h)
			}
		})
	}
}
