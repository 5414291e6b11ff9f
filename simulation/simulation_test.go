package simulation

import (
	"runtime"
	"strings"
	"testing"
	_ "time/tzdata" // the same zones on every machine
)

// report fails the test with all that broke in a life, and the way to live it again.
func report(t *testing.T, r Result) {
	t.Helper()
	if len(r.Breaks) == 0 {
		return
	}
	var b strings.Builder
	for _, line := range r.Record[max(0, len(r.Record)-200):] {
		b.WriteString(line + "\n")
	}
	for _, broken := range r.Breaks[:min(len(r.Breaks), 10)] {
		b.WriteString(broken.String() + "\n")
	}
	t.Errorf("%sseed %d broke %d times; live it alone with: go run ./simulation/cmd/simulate -n 1 -seed %d -v", b.String(), r.Seed, len(r.Breaks), r.Seed)
}

// TestSimulationOfAThousandCourses is what continuous integration holds: about a
// thousand courses of thirty days, one life in eleven with its journal on files.
func TestSimulationOfAThousandCourses(t *testing.T) {
	o := Many{Lives: 440, First: 1_000_000, OnFiles: 11, Dir: inMemory(t), Workers: runtime.GOMAXPROCS(0), Stop: 3}
	if testing.Short() {
		o.Lives = 33
	}
	o.Broken = func(r Result) { report(t, r) }
	sum, err := LiveMany(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", sum.String())
	if !t.Failed() && sum.Shown < 20*sum.Lives {
		t.Errorf("only %d notifications in %d lives: the simulation does not do its work", sum.Shown, sum.Lives)
	}
}

func TestSimulationIsTheSameForTheSameSeed(t *testing.T) {
	for seed := range uint64(8) {
		a, err := Run(t.Context(), Options{Seed: seed, Keep: true})
		if err != nil {
			t.Fatal(err)
		}
		b, err := Run(t.Context(), Options{Seed: seed, Keep: true})
		if err != nil {
			t.Fatal(err)
		}
		if x, y := strings.Join(a.Record, "\n"), strings.Join(b.Record, "\n"); x != y {
			t.Fatalf("seed %d lived two lives:\n%s\n\nand\n\n%s", seed, x, y)
		}
	}
}
