//go:build !windows && !darwin

package bus

import (
	"context"
	"time"
)

// Gone waits until the bus ends and no other is found at its address for so long; then it is true. It is false if
// there was no bus to begin with, or once ctx ends. While the bus stands, nothing of it runs.
func (b *Bus) Gone(ctx context.Context, away time.Duration) bool {
	conn, err := b.Conn(ctx)
	for err == nil {
		select {
		case <-ctx.Done():
			return false
		case <-conn.Context().Done():
		}
		looked, stop := context.WithTimeout(ctx, away)
		conn, err = b.Conn(looked)
		for pause := away / 16; err != nil && looked.Err() == nil; pause *= 2 {
			select {
			case <-looked.Done():
			case <-time.After(pause):
				conn, err = b.Conn(looked)
			}
		}
		stop()
		if err != nil {
			return ctx.Err() == nil
		}
	}
	return false
}
