package simulation

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"afterglow/app/clock"
)

// bubble lives a life on the virtual time of testing/synctest: the runner waits with a real timer
// in a goroutine of its own, and the world goes on in another. Whoever does something has the turn.
type bubble struct {
	w      *world
	turn   sync.Mutex // guards the world
	mark   time.Time  // until when the world has caught up
	from   time.Time  // by the wall clock: since when the runner has waited
	waits  bool
	jumped chan struct{}
}

// catchUp brings the world's clock up to the bubble's.
func (b *bubble) catchUp() {
	now := time.Now()
	b.w.advance(now.Sub(b.mark))
	b.mark = now
}

func (b *bubble) tick(d time.Duration) {
	b.turn.Unlock()
	time.Sleep(d)
	b.turn.Lock()
	b.catchUp()
}

// timerClock is an agent's clock in a bubble.
type timerClock struct {
	wallClock
	b *bubble
}

func (c timerClock) Wait(ctx context.Context, until time.Time, wake <-chan struct{}) clock.Reason {
	b := c.b
	if c.w.over() {
		c.cancel()
		return clock.Ended
	}
	select {
	case <-wake:
		return clock.Woken
	default:
	}
	c.w.oracle.rested(c.w.wall)
	var ring <-chan time.Time
	if !until.IsZero() {
		ring = time.After(until.Sub(c.w.wall))
	}
	b.from, b.waits = c.w.wall, true
	b.turn.Unlock()
	var why clock.Reason
	select {
	case <-ring:
		why = clock.Reached
	case <-b.jumped:
		why = clock.Jumped
	case <-wake:
		why = clock.Woken
	case <-ctx.Done():
		why = clock.Ended
	}
	b.turn.Lock()
	b.catchUp()
	if b.waits = false; !c.dead {
		c.w.oracle.waited(b.from, c.w.wall)
	}
	return why
}

// turnWorld lets the world's next things happen, a step of at most a minute at a time.
func (b *bubble) turnWorld() (over bool) {
	b.turn.Lock()
	step := min(b.w.untilNext(), time.Minute)
	b.turn.Unlock()
	time.Sleep(step)
	b.turn.Lock()
	defer b.turn.Unlock()
	b.catchUp()
	w := b.w
	if b.waits && w.life != nil && !w.life.dead {
		w.oracle.waited(b.from, w.wall)
	}
	wall, zone, lived := w.wall, w.zone, w.lived
	w.happen()
	b.from = w.wall
	if w.zone != zone || w.lived != lived || !w.wall.Equal(wall) {
		select {
		case b.jumped <- struct{}{}:
		default: // one waits already
		}
	}
	return w.over()
}

func TestSimulationHoldsOnTheVirtualTimeOfTimersToo(t *testing.T) {
	for seed := range uint64(30) {
		synctest.Test(t, func(t *testing.T) {
			ctx, end := context.WithCancel(t.Context())
			defer end()
			o := Options{Seed: seed, Days: 8, Keep: true}
			w, err := newWorld(ctx, o)
			if err != nil {
				t.Fatal(err)
			}
			b := &bubble{w: w, mark: time.Now(), jumped: make(chan struct{}, 1)}
			w.tick, w.clockOf = b.tick, func(l *life) clock.Clock { return timerClock{wallClock{l}, b} }
			w.prepare()
			var agent sync.WaitGroup
			agent.Go(func() {
				b.turn.Lock()
				defer b.turn.Unlock()
				w.live()
			})
			for !b.turnWorld() {
			}
			b.turn.Lock()
			if w.life != nil {
				w.life.cancel()
			}
			b.turn.Unlock()
			agent.Wait()
			r, err := w.end(o)
			if err != nil {
				t.Fatal(err)
			}
			report(t, r)
		})
	}
}
