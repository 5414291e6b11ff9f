package simulation

import (
	"strings"
	"testing"
)

func TestSimulationOfAThousandCourses(t *testing.T) {
	var sum Tally
	for seed := range uint64(100) {
		r, err := Run(t.Context(), Options{Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		sum.Add(r.Tally)
		if len(r.Breaks) > 0 && sum.Breaks() < 40 {
			t.Errorf("seed %d: %d %v", seed, len(r.Breaks), r.Breaks[0])
		}
	}
	t.Logf("\n%s", sum.String())
	_ = strings.Join
}
