// Command afterglow-window is the window of Afterglow. It runs only while it is open.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"afterglow/app/screens"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := screens.Main(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
