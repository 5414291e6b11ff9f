// Command afterglow is the agent in the tray and the command line.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"afterglow"
	"afterglow/app/agent"
	"afterglow/app/cli"
	"afterglow/app/clock"
	"afterglow/app/crash"
	"afterglow/app/locale"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	words := crash.Listen(os.Stderr)
	code := run(ctx, words)
	stop()
	words.Tell(code)
	exit(code)
}

// quickGC is by how many percent the heap of a command grows until Go looks what of it is not needed any more: from four
// times the start on. Most commands have ended by then, and what they took goes with them.
const quickGC = 400

func run(ctx context.Context, errw io.Writer) int {
	usual := debug.SetGCPercent(quickGC)
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	wall := clock.System(clock.Options{})
	time.Local = wall.Zone() // Go's own reading of TZ would wait for ever at a pipe
	return cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, errw, cli.Env{
		Version:    afterglow.Version(),
		Executable: self,
		Clock:      wall,
		Locale:     locale.Here,
		Agent: func(ctx context.Context, o cli.AgentOptions) error {
			debug.SetGCPercent(usual) // it stays for weeks
			if tray := handOver(self); tray != "" {
				return start(ctx, tray, o.Data)
			}
			return agent.Run(ctx, agent.Options{DataDir: o.Data, Background: o.Background, Executable: self, Messages: errw})
		},
	})
}
