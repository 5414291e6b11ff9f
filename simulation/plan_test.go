package simulation

import (
	"testing"

	"afterglow/guidance"
)

func TestSimulationDrawsPlansThatTheCheckTakes(t *testing.T) {
	for seed := range uint64(3000) {
		text := anyPlan(newDraw(seed, 0))
		if _, err := guidance.Parse("plan.toml", []byte(text)); err != nil {
			t.Fatalf("seed %d:\n%v\n%s", seed, err, text)
		}
	}
}
