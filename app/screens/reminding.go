package screens

import (
	"context"
	"errors"
	"time"

	"afterglow/app/ipc"
)

// agentStarts is how long the agent may take to start.
const agentStarts = 10 * time.Second

// remindingIn is the agent of the data folder; start starts its program.
func remindingIn(dir string, start func() error) Reminding {
	return Reminding{
		Runs: func() bool {
			_, err := ipc.Send(context.Background(), dir, ipc.Agent, ipc.Message{Do: ipc.DoPing})
			return !errors.Is(err, ipc.ErrNobody)
		},
		Start: func(ctx context.Context) error {
			if err := start(); err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(ctx, agentStarts)
			defer cancel()
			_, err := ipc.Await(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoPing})
			return err
		},
	}
}

// listenForReminding looks whether the agent still runs, whenever the person comes to the window or turns a page: it can be
// ended, or fall over, without a word.
func (s *Shell) listenForReminding() {
	if s.opts.Reminding.Runs == nil || !s.state.loaded {
		return
	}
	reminding := s.opts.Reminding
	s.opts.Background(func() {
		silent := !reminding.runs()
		s.opts.OnUI(func() {
			if s.state.silent != silent {
				s.Refresh()
			}
		})
	})
}

// startReminding starts the agent again.
func (s *Shell) startReminding() {
	s.onceThen("remind", func(ctx context.Context, _ Service) (told, []int64, error) {
		return s.words("shell.reminding"), nil, s.opts.Reminding.Start(ctx)
	}, nil, nil)
}
