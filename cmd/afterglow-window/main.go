// Command afterglow-window is the window of Afterglow. It runs only while it is open.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"afterglow/app/lastwords"
	"afterglow/app/screens"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	words := lastwords.Listen(os.Stderr)
	code := screens.Main(ctx, os.Args[1:], words)
	stop()
	words.Tell(code)
	os.Exit(code)
}
