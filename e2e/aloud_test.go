//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"afterglow/e2e/desktop"
)

// Debian's own Python, which has AT-SPI's modules; another one that stands first in the path has not.
const python = "/usr/bin/python3"

var keepSpoken = flag.Bool("spoken", false, "keep what Orca says as the transcript that it is held to")

// aloud begins a scene in which a screen reader is used.
func aloud(t *testing.T) *scene {
	s := begin(t)
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
	t.Cleanup(cancel)
	s.ctx = ctx
	t.Setenv("NO_AT_BRIDGE", "")
	t.Setenv("GTK_A11Y", "atspi")
	s.ok(s.d.Reads(ctx, true))
	t.Cleanup(func() { s.ok(s.d.Reads(context.Background(), false)) })
	return s
}

func TestByActionsAloneEachPageIsNamedAndEachActionWorks(t *testing.T) {
	s := aloud(t)
	s.do("settings", "cleanse.times", "00:01,23:59")
	s.do("treat", "--at", "-20h", "--device", "pen", "--depth", "0.5", "--area", "face")
	s.start()
	s.window()
	cmd := exec.CommandContext(s.ctx, python, "aloud/walk.py")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v:\n%s", err, said.String())
	}
	t.Log(said.String())
}

// quiet is how often nothing new has to be found until Orca is taken to have said it all; busy is it while less was said
// than the transcript has, as on a computer that is slow or has much else to do.
const quiet, busy = 25, 400

// orca is a running Orca whose voice is a file.
type orca struct {
	*scene
	spoken string   // the file
	read   int      // bytes of it that were looked at
	script []string // what it said since the beginning, and then after each key that is kept as a transcript
	kept   []string // the same of the transcript that it is held to; nil: there is none
}

// steps are a transcript's parts: what was said before the first key, then each key with what was said after it.
func steps(transcript string) []string {
	var out []string
	for i, line := range strings.SplitAfter(transcript, "\n") {
		if i == 0 || strings.HasPrefix(line, "[") {
			out = append(out, "")
		}
		out[len(out)-1] += line
	}
	return out
}

// patience is how often nothing new has to be found after said: longer while that is another thing than the transcript has.
func (o *orca) patience(said string) int {
	n := len(o.script) - 1
	if n >= len(o.kept) || moments.ReplaceAllString(o.script[n]+said, "…") == o.kept[n] {
		return quiet
	}
	return busy
}

// orca starts it and waits until it speaks.
func (s *scene) orca() *orca {
	s.Helper()
	o := &orca{scene: s, script: []string{""}, spoken: filepath.Join(s.TempDir(), "spoken.txt")}
	stand, err := filepath.Abs("aloud")
	s.ok(err)
	cmd := exec.Command("orca", "--replace")
	cmd.Env = append(os.Environ(), "PYTHONPATH="+stand, "SPOKEN="+o.spoken)
	p, err := desktop.Start(cmd)
	s.ok(err)
	s.Cleanup(func() {
		if s.Failed() {
			s.Logf("Orca said:\n%s\n%s", strings.Join(o.script, ""), p.Said())
		}
		s.ok(p.Kill())
	})
	o.hears("Screen reader on.")
	return o
}

// now is what was spoken since it was last looked at.
func (o *orca) now() string {
	all, err := os.ReadFile(o.spoken)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		o.Fatal(err)
	}
	return string(all[min(o.read, len(all)):])
}

// hears waits until Orca says something that has want in it, and writes down all that it says until then.
func (o *orca) hears(want string) {
	o.Helper()
	ctx, cancel := context.WithTimeout(o.ctx, 4*time.Minute)
	defer cancel()
	said, rest := "", 0
	err := desktop.Until(ctx, "Orca says "+want, func() error {
		before := said
		if said = o.now(); said != before || !strings.Contains(said, want) || !strings.HasSuffix(said, "\n") {
			rest = 0
			return fmt.Errorf("it says %q", said)
		}
		if rest++; rest < o.patience(said) { // it says a thing in several lines
			return fmt.Errorf("it still speaks: %q", said)
		}
		return nil
	})
	if err != nil {
		o.Fatal(err)
	}
	o.read += len(said)
	o.script[len(o.script)-1] += said
}

// presses presses a key and waits until want is said.
func (o *orca) presses(key, want string) {
	o.Helper()
	o.script = append(o.script, "["+key+"]\n")
	o.ok(o.d.Key(o.ctx, key))
	o.hears(want)
}

// goes presses a key until want is said, at most so often.
func (o *orca) goes(key, want string) {
	o.Helper()
	for range 30 {
		o.presses(key, "\n")
		if strings.Contains(o.script[len(o.script)-1], want) {
			return
		}
	}
	o.Fatalf("%s never leads to %q", key, want)
}

// moments are what is another one each day.
var moments = regexp.MustCompile(`\d\d:\d\d|\b[A-Z][a-z]{2} \d+ [A-Z][a-z]{2}\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b( \d+ [A-Z][a-z]+)?`)

func TestAFirstRunByTheWordsOfOrcaAlone(t *testing.T) {
	version, err := exec.Command("orca", "--version").Output()
	if err != nil {
		t.Fatalf("ask Orca for its version: %v", err)
	}
	s := aloud(t)
	due := time.Now().Add(-10 * time.Minute) // at each time of day it has just come: what is long due has no Later and no Done
	if due.Day() != time.Now().Day() {
		due = time.Now()
	}
	s.do("settings", "cleanse.times", due.Format("15:04"))
	major, _, _ := strings.Cut(strings.TrimSpace(string(version)), ".")
	file := filepath.Join("testdata", "orca-"+major+".txt")
	want, err := os.ReadFile(file)
	if !errors.Is(err, os.ErrNotExist) {
		s.ok(err)
	}
	o := s.orca()
	s.start()
	id := s.window()
	s.active(id)
	o.hears("Know what has to wait") // the first page
	o.goes("Tab", "I had a treatment")
	o.script = nil // what is read until here is Orca's: the window comes to the front while it looks at it
	if !*keepSpoken && want != nil {
		o.kept = steps(string(want))
	}
	o.presses("Return", "Just now")
	o.goes("Tab", "entry")
	ends := time.Now().Add(120 * time.Second).Truncate(time.Minute).Add(time.Minute) // of the wait of a day
	s.ok(s.d.Key(s.ctx, "ctrl+a"))
	s.ok(s.d.Type(s.ctx, ends.Add(-24*time.Hour).Format("yesterday 15:04")))
	o.presses("Return", "\n")
	o.goes("shift+Tab", "Looks right push button")
	o.presses("Return", "\n")
	o.goes("shift+Tab", "No.")
	s.ok(s.d.Key(s.ctx, "space")) // which Orca 43 says nothing of: it did not get the key
	o.goes("Tab", "Start push button")
	o.presses("Return", "\n")
	s.planOfTheTreatment("essentials")

	o.presses("ctrl+k", "entry")
	s.ok(s.d.Type(s.ctx, "makeup"))
	o.presses("Return", "notification Makeup")
	o.presses("ctrl+1", "\n")
	o.goes("Tab", "Gentle cleanse 1 of 1 check box")
	o.presses("space", "Your plan's wait is over. Makeup")

	got := moments.ReplaceAllString(strings.Join(o.script, ""), "…")
	switch {
	case *keepSpoken:
		s.ok(os.WriteFile(file, []byte(got), 0o644))
	case want == nil:
		t.Logf("no transcript of Orca %s is kept; it says:\n%s", major, got)
	case got != string(want):
		t.Errorf("Orca says:\n%s\nand not:\n%s", got, want)
	}
}
