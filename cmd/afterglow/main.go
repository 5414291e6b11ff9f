// Command afterglow is the agent in the tray and the command line.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"afterglow"
	"afterglow/app/agent"
	"afterglow/app/cli"
	"afterglow/app/clock"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx)
	stop()
	os.Exit(code)
}

func run(ctx context.Context) int {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	return cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, cli.Env{
		Version:    afterglow.Version(),
		Executable: self,
		Clock:      clock.System(clock.Options{}),
		Agent: func(ctx context.Context, o cli.AgentOptions) error {
			return agent.Run(ctx, agent.Options{DataDir: o.Data, Background: o.Background, Executable: self, Messages: os.Stderr})
		},
	})
}
