// Command afterglow-window is the window of Afterglow. It runs only while it is open.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"afterglow/app/card"
	"afterglow/app/clock"
	"afterglow/app/crash"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens"
	"afterglow/app/screens/pocket"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == plancode.Served {
		os.Exit(picture.Serve(os.Args[2:], os.Stdin, os.Stdout, os.Stderr))
	}
	if len(os.Args) > 1 && os.Args[1] == plancode.Paper {
		os.Exit(screens.ServeSheet(os.Stdin, os.Stdout, os.Stderr))
	}
	if len(os.Args) > 1 && os.Args[1] == card.Served {
		os.Exit(pocket.Serve(os.Stdin, os.Stdout, os.Stderr))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	time.Local = clock.System(clock.Options{}).Zone() // Go's own reading of TZ would wait for ever at a pipe
	words := crash.Listen(os.Stderr)
	end := func(code int) {
		stop()
		words.Tell(code)
		os.Exit(code)
	}
	end(screens.Main(ctx, os.Args[1:], words, end))
}
