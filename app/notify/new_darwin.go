package notify

import (
	"context"
	"fmt"
	"sync"
)

// New returns this desktop's notifications. They stop when ctx ends.
func New(ctx context.Context, o Options) Notifier {
	b := &beeper{plain: newPlain(o), events: make(chan Event)}
	context.AfterFunc(ctx, b.Stop)
	return b
}

// beeper is a Notifier that has nothing but beeep.
type beeper struct {
	plain  *plain
	events chan Event
	stop   sync.Once
}

func (b *beeper) Show(ctx context.Context, n Note) (uint32, error) {
	if err := b.plain.show(ctx, n); err != nil {
		return 0, fmt.Errorf("show %q: %w", n.Title, err)
	}
	return 0, nil
}

func (b *beeper) Close(context.Context, uint32) error { return nil }
func (b *beeper) Events() <-chan Event                { return b.events }
func (b *beeper) Stop()                               { b.stop.Do(func() { close(b.events) }) }

func (b *beeper) Abilities(context.Context) Abilities {
	return Abilities{Server: "macOS"}
}

func withoutAutolaunch() func() { return func() {} }
