package agent

import (
	"context"
	"testing"
	"time"

	"afterglow/app/clock/clocktest"
)

func TestTheAgentRestsOnceAfterEachTimeThatSomethingHappened(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	wall := clocktest.New(noon.Add(time.Minute), time.UTC)
	redraw, drawn := make(chan struct{}), make(chan struct{})
	rests := 0
	go keepTrue(ctx, wall, redraw,
		func() bool {
			select {
			case drawn <- struct{}{}:
			case <-ctx.Done():
			}
			return true
		},
		func() { rests++ })
	draws := func() {
		t.Helper()
		select {
		case <-drawn:
		case <-ctx.Done():
			t.Fatal("nothing was drawn")
		}
	}
	// waits lets it come to its next wait, which ends so long from now.
	waits := func(when string, rested int, d time.Duration) {
		t.Helper()
		until, err := wall.Waiting(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		if got := until.Sub(wall.Now()); rests != rested || got != d {
			t.Errorf("%s: rested %d times and waits for %s, want %d and %s", when, rests, got, rested, d)
		}
	}

	draws()
	waits("after the start", 0, settleFor)
	for range 5 { // never still for long enough
		wall.Advance(settleFor - time.Second)
		redraw <- struct{}{}
		draws()
		waits("in a burst", 0, settleFor)
	}
	wall.Advance(settleFor)
	quarter := noon.Add(redrawEvery)
	waits("still", 1, quarter.Sub(wall.Now()))

	redraw <- struct{}{}
	draws()
	waits("after one more", 1, settleFor)
	wall.Advance(settleFor)
	waits("still again", 2, quarter.Sub(wall.Now()))
	wall.Advance(quarter.Sub(wall.Now()))
	draws()
	waits("at the quarter", 2, settleFor)
}
