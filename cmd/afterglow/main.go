// Command afterglow is the agent in the tray and the command line.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
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

func run(ctx context.Context, errw io.Writer) int {
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
			if tray := handOver(self); tray != "" {
				return start(ctx, tray, o.Data)
			}
			return agent.Run(ctx, agent.Options{DataDir: o.Data, Background: o.Background, Executable: self, Messages: errw})
		},
	})
}
