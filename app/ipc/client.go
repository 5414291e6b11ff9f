package ipc

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"time"
)

const (
	sendTime = 5 * time.Second        // for a request with its reply, where the caller set no end
	ringTime = 250 * time.Millisecond // for a ring, at worst
	tryAgain = 20 * time.Millisecond
)

// Send asks the process in role for dataDir and returns its reply. It is
// ErrNobody where none listens. Without a deadline in ctx it takes 5 s at most.
func Send(ctx context.Context, dataDir, role string, m Message) (Reply, error) {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, sendTime)
		defer cancel()
	}
	c, err := post(ctx, dataDir, role, m)
	if err != nil {
		return Reply{}, fmt.Errorf("send %q to the %s: %w", m.Do, role, err)
	}
	defer c.Close()
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	line, err := readLine(c)
	if errors.Is(err, os.ErrDeadlineExceeded) { // the socket's clock may be ahead of ctx's
		return Reply{}, fmt.Errorf("send %q to the %s: no answer in time: %w", m.Do, role, context.DeadlineExceeded)
	}
	if err != nil && ctx.Err() != nil {
		return Reply{}, fmt.Errorf("send %q to the %s: no answer in time: %w", m.Do, role, ctx.Err())
	}
	if err != nil {
		return Reply{}, fmt.Errorf("read the answer of the %s to %q: %w", role, m.Do, err)
	}
	var r Reply
	if err := json.Unmarshal(line, &r); err != nil {
		return Reply{}, fmt.Errorf("understand the answer of the %s to %q: %w", role, m.Do, err)
	}
	return r, nil
}

// Await is Send that keeps trying, until ctx ends, while nobody listens: for a
// process that was told ErrRunning by one that is just starting, and for one
// that started another and wants to reach it.
func Await(ctx context.Context, dataDir, role string, m Message) (Reply, error) {
	var nobody error // what the try before this one found
	for {
		r, err := Send(ctx, dataDir, role, m)
		if err != nil && nobody != nil && ctx.Err() != nil {
			return r, nobody // the time ran out in the middle of one more try
		}
		if !errors.Is(err, ErrNobody) {
			return r, err
		}
		nobody = err
		select {
		case <-ctx.Done():
			return r, err
		case <-time.After(tryAgain):
		}
	}
}

// Ring tells agent and window that the journal was written. It does not wait
// for them to read it, and nobody being there is fine.
func Ring(dataDir string) {
	ctx, cancel := context.WithTimeout(context.Background(), ringTime)
	defer cancel()
	var both sync.WaitGroup
	for _, role := range []string{Agent, Window} {
		both.Go(func() {
			if c, err := post(ctx, dataDir, role, Message{Do: DoChanged}); err == nil {
				letGo(c)
			}
		})
	}
	both.Wait()
}

// post connects and writes m; the reply can be read from the connection.
func post(ctx context.Context, dataDir, role string, m Message) (net.Conn, error) {
	s, err := place(dataDir)
	if err != nil {
		return nil, err
	}
	address, err := s.address(role)
	if err != nil {
		return nil, err
	}
	c, err := connect(ctx, address)
	if err != nil {
		if nobodyThere(err) {
			return nil, ErrNobody
		}
		return nil, fmt.Errorf("connect: %w", err)
	}
	// Whoever could put a socket there must not read what is sent.
	err = samePerson(c)
	if until, ok := ctx.Deadline(); ok && err == nil {
		err = c.SetDeadline(until)
	}
	line, jerr := json.Marshal(m)
	if err = errors.Join(err, jerr); err == nil {
		_, err = c.Write(append(line, '\n'))
	}
	if err != nil {
		_ = c.Close()
		return nil, fmt.Errorf("send: %w", err)
	}
	return c, nil
}
