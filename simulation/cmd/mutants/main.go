// Command mutants puts faults into the core, one at a time, and shows that the simulation
// finds each of them. Nothing in the project is changed: the compiler is given another file in its place.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"

	"afterglow/simulation"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// lab is where the mutants are built.
type lab struct {
	module, dir string
	lives       int
	seed        string
}

func run(ctx context.Context) (err error) {
	lives := flag.Int("n", 120, "lives for each mutant")
	seed := flag.Uint64("seed", 1, "the first life's seed")
	only := flag.String("only", "", "only faults whose name holds this")
	flag.Parse()
	l := lab{lives: *lives, seed: strconv.FormatUint(*seed, 10)}
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("cannot find the module; run this from inside it: %w", err)
	}
	l.module = strings.TrimSpace(string(out))
	if l.dir, err = os.MkdirTemp("", "mutants-*"); err != nil {
		return fmt.Errorf("cannot make a folder to build in: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(l.dir)) }()

	sound, err := l.try(ctx, "", l.lives)
	if err != nil {
		return fmt.Errorf("the core without a fault: %w", err)
	}
	fmt.Printf("%-62s %s\n", "(no fault)", in(sound, nil))
	missed := 0
	for _, f := range faults() {
		if !strings.Contains(f.name, *only) {
			continue
		}
		broken, err := l.mutate(ctx, f)
		if err != nil {
			return fmt.Errorf("the fault %q: %w", f.name, err)
		}
		verdict := "MISSED"
		for _, i := range f.caughtBy {
			if broken[i] > sound[i] {
				verdict = "caught"
			}
		}
		if verdict == "MISSED" {
			missed++
		}
		fmt.Printf("%-62s %s: %s\n", f.name, verdict, in(broken, sound))
	}
	if missed > 0 {
		return fmt.Errorf("%d faults were not caught", missed)
	}
	return nil
}

// in lists what broke more often than in the sound core.
func in(broken, sound map[simulation.Invariant]int) string {
	var words []string
	for _, i := range simulation.Invariants() {
		if n := broken[i] - sound[i]; n > 0 {
			words = append(words, fmt.Sprintf("%s %d", i, n))
		}
	}
	if len(words) == 0 {
		return "nothing broke"
	}
	return strings.Join(words, ", ")
}

// mutate builds the simulation with the fault and runs it.
func (l lab) mutate(ctx context.Context, f fault) (map[simulation.Invariant]int, error) {
	path := filepath.Join(l.module, filepath.FromSlash(f.file))
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read what to change: %w", err)
	}
	if n := bytes.Count(text, []byte(f.old)); n != 1 {
		return nil, fmt.Errorf("%s has %d times the text that the fault changes; it must be there once", f.file, n)
	}
	other := filepath.Join(l.dir, "mutant.go")
	if err := os.WriteFile(other, bytes.Replace(text, []byte(f.old), []byte(f.new), 1), 0o600); err != nil {
		return nil, fmt.Errorf("cannot write the mutant: %w", err)
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {path: other}})
	if err != nil {
		return nil, fmt.Errorf("cannot write the overlay: %w", err)
	}
	overlay := filepath.Join(l.dir, "overlay.json")
	if err := os.WriteFile(overlay, list, 0o600); err != nil {
		return nil, fmt.Errorf("cannot write the overlay: %w", err)
	}
	return l.try(ctx, overlay, l.lives*f.rare)
}

// try builds and runs the simulation, and counts what broke.
func (l lab) try(ctx context.Context, overlay string, lives int) (map[simulation.Invariant]int, error) {
	program := filepath.Join(l.dir, "simulate")
	build := exec.CommandContext(ctx, "go", "build", "-overlay", overlay, "-o", program, "./simulation/cmd/simulate")
	build.Dir = l.module
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("cannot build it: %w\n%s", err, out)
	}
	var exit *exec.ExitError
	out, err := exec.CommandContext(ctx, program, "-brief", "-stop", "0", "-n", strconv.Itoa(lives), "-seed", l.seed).Output()
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return nil, fmt.Errorf("cannot run it: %w", err)
	}
	broken := map[simulation.Invariant]int{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) < 3 || words[0] != "broken:" {
			continue
		}
		n, err := strconv.Atoi(words[len(words)-1])
		if err != nil {
			return nil, fmt.Errorf("cannot read %q: %w", lines.Text(), err)
		}
		broken[simulation.Invariant(strings.Join(words[1:len(words)-1], " "))] = n
	}
	if len(broken) == 0 {
		return nil, fmt.Errorf("it printed no table:\n%s", out)
	}
	return broken, nil
}
