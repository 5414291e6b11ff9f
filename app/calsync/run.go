package calsync

import (
	"context"
	"errors"
	"net/url"
	"path"
	"time"

	"afterglow/app/caldav"
	"afterglow/app/calserver"
	"afterglow/app/fault"
)

// rounds is how often it is looked again because somebody else wrote at the same time.
const rounds = 3

// Remote is what is asked of a calendar on a server: what [caldav.Server] does.
type Remote interface {
	Entries(ctx context.Context, calendar *url.URL, own func(file string) bool) ([]caldav.Entry, error)
	Create(ctx context.Context, at *url.URL, ics []byte) (string, error)
	Change(ctx context.Context, at *url.URL, tag string, ics []byte) (string, error)
	Remove(ctx context.Context, at *url.URL, tag string) error
}

// Run makes the calendar say what is wanted. It notes in state what it wrote, and has keep store that before it writes
// for the first time and at its end, whatever happens in between: so a run that was killed knows what is its own.
func Run(ctx context.Context, remote Remote, calendar *url.URL, state *calserver.State, want []Want, now time.Time, keep func() error) (done []Act, err error) {
	for range rounds {
		var acts []Act
		acts, state.Wrote, err = compare(ctx, remote, calendar, *state, want, now)
		if err != nil || len(acts) == 0 {
			return done, errors.Join(err, keep())
		}
		for _, a := range acts {
			over := a.Want.Over
			if had := state.Wrote[a.Want.UID].Over; had.After(over) {
				over = had
			}
			state.Wrote[a.Want.UID] = calserver.Written{Over: over} // what it says is not known until it is done
		}
		if err := keep(); err != nil {
			return done, err
		}
		again := false
		for _, a := range acts {
			switch err = a.do(ctx, remote, calendar); {
			case errors.Is(err, caldav.ErrChanged):
				again = true
				continue
			case err != nil:
				return done, errors.Join(err, keep())
			}
			done = append(done, a)
			if a.Kind == Remove {
				delete(state.Wrote, a.Want.UID)
			} else {
				state.Wrote[a.Want.UID] = calserver.Written{Sum: a.Want.Sum, Over: a.Want.Over}
			}
		}
		if err = keep(); err != nil || !again {
			return done, err
		}
	}
	return done, fault.New("calserver.busy", nil).Of(caldav.ErrOffline)
}

// compare lists the calendar and plans what is to be done.
func compare(ctx context.Context, remote Remote, calendar *url.URL, state calserver.State, want []Want, now time.Time) ([]Act, map[string]calserver.Written, error) {
	entries, err := remote.Entries(ctx, calendar, ours(want, state.Wrote))
	if errors.Is(err, caldav.ErrGone) {
		err = fault.Wrap(err, "calserver.calendar_gone", fault.Args{"Name": state.Setup.Name})
	}
	if err != nil {
		return nil, state.Wrote, err
	}
	there := map[string]caldav.Entry{}
	for _, e := range entries {
		there[path.Base(e.Address.Path)] = e
	}
	acts, kept := Plan(want, state.Wrote, there, now)
	for _, a := range acts { // known still, until it is done
		if had, known := state.Wrote[a.Want.UID]; known {
			kept[a.Want.UID] = had
		}
	}
	return acts, kept, nil
}

func (a Act) do(ctx context.Context, remote Remote, calendar *url.URL) error {
	at := calendar.JoinPath(File(a.Want.UID))
	switch a.Kind {
	case Remove:
		return remote.Remove(ctx, at, a.Tag)
	case Change:
		_, err := remote.Change(ctx, at, a.Tag, a.Want.ICS)
		return err
	default:
		_, err := remote.Create(ctx, at, a.Want.ICS)
		return err
	}
}
