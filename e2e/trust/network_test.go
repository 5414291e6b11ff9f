//go:build e2e

package trust

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"afterglow/app/ipc"
	"afterglow/e2e/desktop"
)

// watched are the system calls that the tests watch: all that have to do with the network,
// the one that could do the same past them, and the starts of programs.
const watched = "%network,io_uring_setup,execve"

// watch has every program that is started from here on watched by strace, and gives the
// folder with what it writes. The kernel itself picks the calls out, so that a watched
// program is hardly slower.
func (s *scene) watch() (traces string) {
	s.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		s.Skip("strace is not installed")
	}
	if out, err := exec.Command(strace, "-f", "--seccomp-bpf", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		s.Skipf("strace may not watch programs here: %s", strings.TrimSpace(string(out)))
	}
	traces = filepath.Join(s.dir, "traces")
	bin := filepath.Join(s.dir, "bin")
	s.ok(os.MkdirAll(traces, 0o700))
	s.ok(os.MkdirAll(bin, 0o700))
	program := fmt.Sprintf("#!/bin/sh\nexec %q -f -qq --seccomp-bpf -s 0 -e trace=%s -e signal=none -A -o %q/$$ %q \"$@\"\n",
		strace, watched, traces, filepath.Join(s.a.Bin, "afterglow"))
	s.ok(os.WriteFile(filepath.Join(bin, "afterglow"), []byte(program), 0o700))
	s.a.Bin = bin
	return traces
}

// calls is what strace saw.
type calls struct {
	programs map[string]int // starts, by name
	kinds    map[string]int // calls, by name
	families map[string]int // sockets opened, by family
	foreign  []string       // whatever could leave the computer
	total    int            // network calls
}

// What a line of strace is about: the call, the kind of socket, the program that is started.
var (
	callName   = regexp.MustCompile(`^\d+ +([a-z_0-9]+)\(`)
	family     = regexp.MustCompile(`\b[AP]F_[A-Z0-9_]+`)
	startOf    = regexp.MustCompile(`^\d+ +execve\("([^"]+)".* = 0$`)
	opensFirst = regexp.MustCompile(`^\d+ +socket(?:pair)?\(`)
)

// count reads all that strace wrote.
func (s *scene) count(traces string) calls {
	s.Helper()
	c := calls{programs: map[string]int{}, kinds: map[string]int{}, families: map[string]int{}}
	files, err := filepath.Glob(filepath.Join(traces, "*"))
	s.ok(err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		s.ok(err)
		for line := range strings.Lines(string(text)) {
			c.add(strings.TrimSpace(line))
		}
	}
	return c
}

func (c *calls) add(line string) {
	if start := startOf.FindStringSubmatch(line); start != nil {
		c.programs[filepath.Base(start[1])]++
		return
	}
	name := callName.FindStringSubmatch(line)
	if name == nil || name[1] == "execve" {
		return // the second half of a call that was interrupted, or of a program that was looked for
	}
	c.total++
	c.kinds[name[1]]++
	families := family.FindAllString(line, -1)
	for _, f := range families {
		if f != "AF_UNIX" {
			c.foreign = append(c.foreign, line)
		}
	}
	if opensFirst.MatchString(line) {
		if len(families) != 1 { // a family that strace has no name for
			c.foreign = append(c.foreign, line)
			return
		}
		c.families[families[0]]++
	} else if name[1] == "io_uring_setup" {
		c.foreign = append(c.foreign, line)
	}
}

// TestAnHourWithoutANetworkSocket lives with agent, window and command line, and holds that
// they talk to nobody but programs of this computer. In an ordinary run it is one round of
// that life; AFTERGLOW_PRIVATE=1h makes it last an hour, with a round each minute.
func TestAnHourWithoutANetworkSocket(t *testing.T) {
	length := time.Duration(0)
	if text := os.Getenv("AFTERGLOW_PRIVATE"); text != "" {
		var err error
		if length, err = time.ParseDuration(text); err != nil || length < 0 {
			t.Fatalf("AFTERGLOW_PRIVATE is %q; it should be a length of time, such as 1h", text)
		}
	}
	s := beginFor(t, length+3*time.Minute)
	s.startDunst()
	traces := s.watch()
	s.startPanel()
	s.plain()
	heard := s.listen()
	s.do("treat", "--at", "-2h")
	began := time.Now()
	p, err := s.a.Start("--background")
	s.ok(err)
	t.Cleanup(func() { s.end(p) })
	s.until("the agent answers", func() error {
		_, err := ipc.Send(s.ctx, s.a.Data, ipc.Agent, ipc.Message{Do: ipc.DoPing})
		return err
	})

	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	rounds, commands := 0, 0
	for ; rounds == 0 || time.Since(began) < length; rounds++ {
		if rounds > 0 {
			<-minute.C
		}
		commands += s.live(heard, rounds)
	}
	lasted := time.Since(began)
	s.do("quit")
	if code, err := p.Wait(s.patience()); err != nil || code != 0 {
		t.Errorf("the agent ended with %d (%v) and said:\n%s", code, err, p.Said())
	}
	told := 0
	for _, title := range titles(heard) {
		if title == makeupOver {
			told++
		}
	}
	if told != rounds {
		t.Errorf("%d notifications were shown in %d rounds", told, rounds)
	}

	c := s.count(traces)
	if c.programs["afterglow"] < commands+1 || c.programs["afterglow-window"] == 0 {
		t.Errorf("not all was watched: the programs %v, after %d commands", c.programs, commands)
	}
	if c.families["AF_UNIX"] < 3 { // the bus and our own socket, and the X server of the window
		t.Errorf("strace saw only the sockets %v", c.families)
	}
	for _, line := range c.foreign {
		t.Errorf("a program reached for more than this computer: %s", line)
	}
	t.Logf("%s, %d rounds: %d notifications, %d commands, programs started %v; %d system calls of the network kind %v; sockets opened %v; %d of another kind",
		lasted.Round(time.Second), rounds, told, commands, c.programs, c.total, c.kinds, c.families, len(c.foreign))
}

// live is a round of a life: a notification, commands, and the window with all its pages, which
// in one round of two is left open for the next. It says how many commands were run.
func (s *scene) live(heard *desktop.Listener, round int) (commands int) {
	s.Helper()
	do := func(args ...string) {
		s.Helper()
		s.do(args...)
		commands++
	}
	before := len(titles(heard))
	do("treat", "change", "1", "--at", time.Now().Add(-24*time.Hour+time.Second).Format(time.RFC3339Nano))
	s.until("the notification is shown", func() error {
		if n := len(titles(heard)); n != before+1 {
			return fmt.Errorf("%d were shown", n-before)
		}
		return nil
	})
	for _, args := range [][]string{{"done", "cleanse"}, {"status"}, {"can", "makeup"}, {"upcoming"}, {"log"}, {"plan", "list"}, {"doctor"}, {"undo"}} {
		do(args...)
	}

	do() // a second start shows the window
	window, err := s.d.AwaitWindow(s.patience(), "Afterglow")
	s.ok(err)
	var last image.Image
	for _, page := range []string{"timeline", "guide", "settings", "today"} {
		s.until("the window turns to "+page, func() error {
			_, err := ipc.Send(s.ctx, s.a.Data, ipc.Window, ipc.Message{Do: ipc.DoShow, Page: page})
			return err
		})
		last, err = s.d.Settled(s.patience(), window, last)
		s.ok(err)
	}
	if round%2 == 0 {
		_, err := ipc.Send(s.ctx, s.a.Data, ipc.Window, ipc.Message{Do: ipc.DoQuit})
		s.ok(err)
		s.ok(s.d.AwaitNoWindow(s.patience(), "Afterglow"))
	}
	return commands
}
