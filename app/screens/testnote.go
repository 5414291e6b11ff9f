package screens

import (
	"context"
	"errors"
	"time"

	"afterglow/app/fault"
	"afterglow/app/ipc"
)

// testNote asks the agent to show a notification; it is the one that can.
func testNote(ctx context.Context, dir string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	r, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoTest})
	switch {
	case errors.Is(err, ipc.ErrNobody):
		return "", fault.New("shell.no_agent", nil)
	case err != nil:
		return "", err
	case !r.OK:
		return "", r.Err()
	}
	return r.Text, nil
}
