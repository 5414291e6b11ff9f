package calsync

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"time"

	"afterglow/app/caldav"
	"afterglow/app/calserver"
	"afterglow/app/fault"
	"afterglow/app/ipc"
)

// slug is the folder of a calendar of our own on the server.
const slug = "afterglow"

// largestRequest is how much is read of a request, in bytes.
const largestRequest = 1 << 20

// Env is what the work needs of the world; what is nil or zero is the system's own.
type Env struct {
	// Wants are the entries that the calendar should have, of the courses in a data folder; name is that of a calendar of
	// our own.
	Wants   func(ctx context.Context, s calserver.Setup, dataDir string) (want []Want, name string, err error)
	Now     func() time.Time
	Keyring Keyring
	Locked  func() bool
	Options caldav.Options
	Usage   string // what is said to who starts the program by hand
}

// work is one request that is being carried out.
type work struct {
	env     Env
	keyring Keyring
	locked  func() bool
}

// Serve reads one request from in, carries it out and writes the answer to out. It is the whole of the program.
func Serve(ctx context.Context, in io.Reader, out, errw io.Writer, env Env) int {
	w := work{env: env, keyring: env.Keyring, locked: env.Locked}
	if w.keyring == nil {
		w.keyring = systemKeyring{}
	}
	if w.locked == nil {
		w.locked = keyringLocked
	}
	var r calserver.Request
	if err := json.NewDecoder(io.LimitReader(in, largestRequest)).Decode(&r); err != nil || r.Data == "" {
		fmt.Fprintln(errw, env.Usage)
		return 2
	}
	a, err := w.do(ctx, r)
	if err != nil {
		a.Fault = kept(err)
	}
	if err := json.NewEncoder(out).Encode(a); err != nil {
		return 1
	}
	return 0
}

func (w work) do(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	if r.Do == calserver.Begin || r.Do == calserver.Sync || r.Do == calserver.End { // two at once would lose what the other noted
		alone, err := ipc.Listen(r.Data, ipc.Sync, func(ipc.Message) ipc.Reply { return ipc.Reply{Fault: "calserver.running"} })
		if errors.Is(err, ipc.ErrRunning) {
			return calserver.Answer{}, fault.Wrap(err, "calserver.running", nil)
		}
		if err != nil {
			return calserver.Answer{}, err
		}
		defer alone.Close()
	}
	if r.Do == calserver.Look || r.Do == calserver.Begin || r.Do == calserver.Preview && r.Setup != nil {
		if r.Setup == nil || r.Setup.Address == "" || r.Setup.User == "" || r.Password == "" {
			return calserver.Answer{}, fault.Use("calserver.needs_account", nil)
		}
	}
	switch r.Do {
	case calserver.Look:
		return w.look(ctx, r)
	case calserver.Preview:
		return w.preview(ctx, r)
	case calserver.Begin:
		return w.begin(ctx, r)
	case calserver.Sync:
		return w.sync(ctx, r)
	case calserver.End:
		return w.end(ctx, r)
	}
	return calserver.Answer{}, fault.Use("calserver.needs_account", nil)
}

// server is the one of a setup.
func (w work) server(s calserver.Setup, password string) (*caldav.Server, error) {
	at, err := caldav.ReadAddress(s.Address)
	if err != nil {
		return nil, err
	}
	return caldav.New(caldav.Account{Address: at, User: s.User, Password: password}, w.env.Options), nil
}

func (w work) look(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	server, err := w.server(*r.Setup, r.Password)
	if err != nil {
		return calserver.Answer{}, err
	}
	defer server.Close()
	home, err := server.Home(ctx)
	if err != nil {
		return calserver.Answer{}, err
	}
	all, err := server.Calendars(ctx, home)
	if err != nil {
		return calserver.Answer{}, err
	}
	a := calserver.Answer{Calendars: []calserver.Place{}}
	for _, c := range all {
		if c.Takes {
			a.Calendars = append(a.Calendars, calserver.Place{Address: c.Address.String(), Name: c.Name})
		}
	}
	return a, nil
}

// preview says what would be done: in the calendar that is set up, or in one that might be.
func (w work) preview(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	state, on, err := calserver.Read(r.Data)
	if err != nil && r.Setup == nil {
		return calserver.Answer{}, err
	}
	if r.Setup != nil && (!on || *r.Setup != state.Setup) {
		state = calserver.State{Setup: *r.Setup}
	} else if !on {
		return calserver.Answer{}, fault.Use("calserver.none", nil)
	}
	want, _, err := w.env.Wants(ctx, state.Setup, r.Data)
	if err != nil {
		return calserver.Answer{}, err
	}
	acts, kept := Plan(want, state.Wrote, nil, w.env.Now()) // of a calendar that is still to be made
	if state.Setup.Calendar != "" {
		server, calendar, err := w.open(ctx, state.Setup, r)
		if err != nil {
			return calserver.Answer{}, err
		}
		defer server.Close()
		if acts, kept, err = compare(ctx, server, calendar, state, want, w.env.Now()); err != nil {
			return calserver.Answer{}, err
		}
	}
	for _, a := range acts {
		delete(kept, a.Want.UID)
	}
	return calserver.Answer{Acts: told(acts), Same: len(kept)}, nil
}

// open is the server of a setup with the password that it takes, and the calendar on it.
func (w work) open(ctx context.Context, s calserver.Setup, r calserver.Request) (*caldav.Server, *url.URL, error) {
	calendar, err := url.Parse(s.Calendar)
	if err != nil {
		return nil, nil, fault.Wrap(err, "calserver.calendar_gone", fault.Args{"Name": s.Name})
	}
	password, err := w.password(ctx, s, r)
	if err != nil {
		return nil, nil, err
	}
	server, err := w.server(s, password)
	return server, calendar, err
}

// begin sets a server up and writes to it. There is one at most: the one before is given up first, so that no entries
// are left behind unasked.
func (w work) begin(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	if had, on, err := calserver.Read(r.Data); on && err == nil {
		return calserver.Answer{}, fault.Use("calserver.on_already", fault.Args{"Name": had.Setup.Name})
	}
	s := *r.Setup
	want, name, err := w.env.Wants(ctx, s, r.Data)
	if err != nil {
		return calserver.Answer{}, err
	}
	if s.Calendar == "" {
		if s, err = w.make(ctx, s, r.Password, name); err != nil {
			return calserver.Answer{}, err
		}
	}
	state := calserver.State{Setup: s}
	if err := calserver.Write(r.Data, state); err != nil {
		return calserver.Answer{}, err
	}
	return w.write(ctx, r, state, want)
}

// make makes a calendar of our own, or takes the one that was made before.
func (w work) make(ctx context.Context, s calserver.Setup, password, name string) (calserver.Setup, error) {
	server, err := w.server(s, password)
	if err != nil {
		return s, err
	}
	defer server.Close()
	home, err := server.Home(ctx)
	if err != nil {
		return s, err
	}
	all, err := server.Calendars(ctx, home)
	if err != nil {
		return s, err
	}
	for _, c := range all {
		if c.Takes && c.Name == name {
			s.Calendar, s.Name = c.Address.String(), c.Name
			return s, nil
		}
	}
	made, err := server.MakeCalendar(ctx, home, slug, name)
	if err != nil {
		return s, fault.Wrap(err, "calserver.not_made", fault.Args{"Name": name})
	}
	s.Calendar, s.Name = made.Address.String(), made.Name
	return s, nil
}

func (w work) sync(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	state, on, err := calserver.Read(r.Data)
	if err != nil {
		return calserver.Answer{}, err
	}
	if !on {
		return calserver.Answer{}, fault.Use("calserver.none", nil)
	}
	if r.Background && refusedLately(state.Last, w.env.Now()) {
		return calserver.Answer{}, state.Last.Trouble.Fault()
	}
	want, _, err := w.env.Wants(ctx, state.Setup, r.Data)
	if err != nil {
		return calserver.Answer{}, err // what cannot be read is not empty: nothing is taken away
	}
	return w.write(ctx, r, state, want)
}

// refusedRest is how long a name and password that were refused are not tried again in the background: a day of changes
// would else be taken for somebody who guesses, and lock the account.
const refusedRest = 6 * time.Hour

func refusedLately(last calserver.Last, now time.Time) bool {
	since := now.Sub(last.At)
	return last.Trouble != nil && last.Trouble.ID == "caldav.password" && since >= 0 && since < refusedRest
}

// passes says whether a trouble may be over by itself: the server is not reached, or, of one that worked before, something
// else answers in its place (it is being mended, or the network wants a login).
func passes(err error, last calserver.Last) bool {
	return errors.Is(err, caldav.ErrOffline) || errors.Is(err, caldav.ErrForeign) && !last.Done.IsZero()
}

// write makes the calendar say what is wanted, and notes how that went.
func (w work) write(ctx context.Context, r calserver.Request, state calserver.State, want []Want) (calserver.Answer, error) {
	now := w.env.Now()
	server, calendar, err := w.open(ctx, state.Setup, r)
	var done []Act
	if err == nil {
		defer server.Close()
		done, err = Run(ctx, server, calendar, &state, want, now, func() error { return calserver.Write(r.Data, state) })
	}
	state.Last.At, state.Last.Trouble = now, calserver.TroubleOf(err, passes(err, state.Last))
	if err == nil {
		state.Last.Done = now
		if r.Remember && r.Password != "" {
			state.Kept = w.remember(ctx, state.Setup, r.Password)
		}
	}
	err = errors.Join(err, calserver.Write(r.Data, state))
	return calserver.Answer{Acts: told(done), Same: len(state.Wrote) - written(done), Kept: state.Kept}, err
}

// end takes everything back.
func (w work) end(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	state, on, err := calserver.Read(r.Data)
	if err != nil || !on {
		return calserver.Answer{}, errors.Join(err, calserver.Forget(r.Data))
	}
	var a calserver.Answer
	if !r.Keep && len(state.Wrote) > 0 {
		for uid, had := range state.Wrote { // what has passed, too
			had.Over = w.env.Now().Add(time.Hour)
			state.Wrote[uid] = had
		}
		if a, err = w.write(ctx, r, state, nil); err != nil {
			return a, err
		}
	}
	if state.Kept {
		if err := w.forget(ctx, state.Setup); err != nil {
			return a, err
		}
	}
	return a, calserver.Forget(r.Data)
}

// written counts the entries that were written.
func written(done []Act) (n int) {
	for _, a := range done {
		if a.Kind != Remove {
			n++
		}
	}
	return n
}

// told are acts as an answer tells them.
func told(acts []Act) []calserver.Act {
	out := make([]calserver.Act, len(acts))
	for i, a := range acts {
		out[i] = calserver.Act{Kind: [...]string{"remove", "change", "create"}[a.Kind], Title: a.Want.Title, At: a.Want.At}
	}
	return out
}

// kept is an error on its way to the program that asked.
func kept(err error) *calserver.Kept {
	t := calserver.TroubleOf(err, errors.Is(err, caldav.ErrOffline))
	if t == nil {
		t = calserver.TroubleOf(fault.Wrap(err, "calserver.failed", fault.Args{"Cause": err.Error()}), false)
	}
	return &calserver.Kept{Trouble: *t, Use: fault.IsUse(err), Password: errors.Is(err, calserver.ErrPassword) || errors.Is(err, caldav.ErrPassword)}
}
