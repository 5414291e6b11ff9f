package simulation

import (
	"context"
	"fmt"
	"time"

	"afterglow/app/clock"
)

// Options say which life to live.
type Options struct {
	Seed uint64
	Days int    // how long; zero: 30
	Dir  string // an empty folder for a journal on files; "": the journal's twin in memory
	Keep bool   // keep a record of everything that happens
}

// Result is what became of it.
type Result struct {
	Seed   uint64
	Tally  Tally
	Breaks []Break
	Record []string
}

// Run lives one life. An error says that the simulation itself could not go on; what the
// oracle finds wrong is in the result.
func Run(ctx context.Context, o Options) (Result, error) {
	w, err := newWorld(ctx, o)
	if err != nil {
		return Result{Seed: o.Seed}, fmt.Errorf("life %d cannot begin: %w", o.Seed, err)
	}
	w.prepare()
	w.live()
	return w.end(o)
}

func newWorld(ctx context.Context, o Options) (*world, error) {
	if o.Days <= 0 {
		o.Days = 30
	}
	zone, err := anyZone(newDraw(o.Seed, 1))
	if err != nil {
		return nil, err
	}
	d := newDraw(o.Seed, 2)
	w := &world{
		ctx: ctx, draw: d, mood: newMood(d), wall: anyStart(d, zone), zone: zone,
		lifetime: time.Duration(o.Days) * day, keep: o.Keep, began: map[int64]string{}, were: map[int64]treated{}, onScreen: map[int64]uint32{},
		clockOf: func(l *life) clock.Clock { return wallClock{l} },
	}
	w.oracle = newOracle(zone, func() time.Time { return w.wall }, w.note)
	w.keeper, err = openKeeper(ctx, o.Dir, w)
	return w, err
}

// end closes the books.
func (w *world) end(o Options) (Result, error) {
	w.tally.Lives, w.tally.Days, w.tally.Broken = 1, int(w.lifetime/day), map[Invariant]int{}
	for _, b := range w.oracle.breaks {
		w.tally.Broken[b.Invariant]++
	}
	if err := w.keeper.Close(); err != nil {
		w.fail(err)
	}
	if err := w.ctx.Err(); err != nil {
		w.fail(err)
	}
	r := Result{Seed: o.Seed, Tally: w.tally, Breaks: w.oracle.breaks, Record: w.record}
	if w.trouble != nil {
		return r, fmt.Errorf("life %d ended early: %w", o.Seed, w.trouble)
	}
	return r, nil
}

func openKeeper(ctx context.Context, dir string, w *world) (keeper, error) {
	if dir == "" {
		return newMemory(w), nil
	}
	return openFiles(ctx, dir, w)
}

// prepare is what the person sets up in the first minutes.
func (w *world) prepare() {
	w.note("a life in %s", w.zone)
	for range w.draw.IntN(5) {
		w.prefer(anySetting(w.draw))
	}
	for range w.draw.between(1, 2) {
		w.treat(w.anyTreatment())
	}
	w.begin()
}
