package ipc

import (
	"context"
	"errors"
	"time"
)

// End has the process in role end, waits until it has and its role is free, and returns its process id; 0 if none was
// there. With an error and an id it was told to end and still runs when ctx ends; with an error alone it does not answer,
// or would not.
func End(ctx context.Context, dataDir, role string) (pid int, err error) {
	for told := false; ; {
		reply, err := Send(ctx, dataDir, role, Message{Do: DoQuit})
		switch {
		case errors.Is(err, ErrNobody) && !told:
			return 0, nil
		case errors.Is(err, ErrNobody):
			var free *Server
			if free, err = Listen(dataDir, role, func(Message) Reply { return Reply{Fault: "ipc.erasing"} }); err == nil {
				return pid, free.Close()
			}
		case err != nil && !told:
			return 0, err
		case err == nil && !reply.OK: // it is just starting, or in the middle of ending
			err = reply.Err()
		case err == nil:
			told = true
			if reply.PID != 0 {
				pid = reply.PID
			}
		}
		select {
		case <-ctx.Done():
			return pid, errors.Join(err, ctx.Err())
		case <-time.After(tryAgain):
		}
	}
}
