// Command afterglow-sync writes to a person's own calendar server. It is the only program of Afterglow that goes online,
// and is started by the others, for one request at a time.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"afterglow/app/calsync"
	"afterglow/app/clock"
	"afterglow/app/locale"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	wall := clock.System(clock.Options{})
	time.Local = wall.Zone() // Go's own reading of TZ would wait for ever at a pipe
	code := calsync.Serve(ctx, os.Stdin, os.Stdout, os.Stderr, calsync.System(locale.Here().Format, wall))
	stop()
	os.Exit(code)
}
