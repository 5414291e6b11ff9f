package ipc

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"time"

	"afterglow/app/fault"
)

const (
	sendTime = 5 * time.Second        // for a request with its reply, if the caller set no end
	ringTime = 250 * time.Millisecond // for a ring, at worst
	tryAgain = 20 * time.Millisecond
)

// Send asks the process in role for dataDir and returns its reply. It is
// [ErrNobody] if none listens. Without a deadline in ctx it takes 5 s at most.
func Send(ctx context.Context, dataDir, role string, m Message) (Reply, error) {
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, sendTime)
		defer cancel()
	}
	if wrong := m.check(); wrong != "" {
		return Reply{}, fault.Use(wrong, nil)
	}
	c, err := post(ctx, dataDir, role, m)
	if err != nil {
		return Reply{}, unanswered(role, err)
	}
	defer c.Close()
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	line, err := readLine(c)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return Reply{}, unanswered(role, err)
	}
	var r Reply
	if err := json.Unmarshal(line, &r); err != nil {
		return Reply{}, fault.Wrap(err, "ipc.garbled", nil)
	}
	return r, nil
}

// Await is [Send] that keeps trying, until ctx ends, while nobody listens: for a
// process that was told [ErrRunning] by one that is just starting, and for one
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
// for them to read it. If neither runs, that is no error.
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
	c, err := reach(ctx, dataDir, role)
	if err != nil {
		return nil, err
	}
	if until, ok := ctx.Deadline(); ok {
		err = c.SetDeadline(until)
	}
	line, jerr := json.Marshal(m)
	if err = errors.Join(err, jerr); err == nil {
		_, err = c.Write(append(line, '\n'))
	}
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	return c, nil
}

// reach connects to the process in role: where it says that it listens, else in the usual place.
func reach(ctx context.Context, dataDir, role string) (net.Conn, error) {
	addresses, err := addresses(dataDir, role)
	if err != nil {
		return nil, err
	}
	for _, address := range addresses {
		c, err := connect(ctx, address)
		if err != nil {
			if nobodyThere(err) {
				continue
			}
			return nil, err
		}
		// Another user who could put a socket there must not read what is sent.
		if err := samePerson(c); err != nil {
			_ = c.Close()
			return nil, stranger(address)
		}
		return c, nil
	}
	return nil, isNobody(dataDir, role)
}
