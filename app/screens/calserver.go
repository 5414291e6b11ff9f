package screens

import (
	"context"
	"os"

	"afterglow/app/beside"
	"afterglow/app/calserver"
	"afterglow/app/screens/sheets"
)

// CalendarServer is the way to the person's own calendar server. The window itself goes nowhere.
type CalendarServer interface {
	Read() (s calserver.State, on bool, err error)
	Ask(ctx context.Context, r calserver.Request) (calserver.Answer, error)
}

// serverState is what was read of it last.
type serverState struct {
	calserver.State
	on  bool
	err error
}

// calendarServer is that of a data folder: what is set up is read from it, and the program beside this one does the rest.
type calendarServer struct{ dir string }

// Read implements CalendarServer.
func (c calendarServer) Read() (calserver.State, bool, error) { return calserver.Read(c.dir) }

// Ask implements CalendarServer.
func (c calendarServer) Ask(ctx context.Context, r calserver.Request) (calserver.Answer, error) {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	program, err := beside.Sync(self)
	if err != nil {
		return calserver.Answer{}, err
	}
	r.Data = c.dir
	return calserver.Ask(ctx, program, r)
}

// openCalendarServer shows how it stands with the calendar server, or sets one up.
func (s *Shell) openCalendarServer() {
	if s.inExample() {
		s.say(s.k.V.T("sync.example"))
		return
	}
	of := s.opts.Server
	state, on, err := of.Read()
	if err != nil {
		s.say(s.k.V.Error(err))
	}
	s.openPanel(&sheets.CalendarServer{State: state, On: on, Again: of.Read, Ask: func(r calserver.Request, answer func(calserver.Answer, error)) {
		s.opts.Background(func() {
			a, err := of.Ask(context.Background(), r)
			s.opts.OnUI(func() {
				answer(a, err)
				s.Refresh()
			})
		})
	}})
}

// serverName is the name of the calendar on the person's own server; "" if there is none.
func (s *Shell) serverName() string {
	if s.state.server.err != nil || !s.state.server.on {
		return ""
	}
	return s.state.server.Setup.Name
}

// forgetServer takes the password of a calendar server out of the system's keyring, before all is erased.
func forgetServer(ctx context.Context, dir string) error {
	c := calendarServer{dir}
	state, on, err := c.Read()
	if err != nil || !on || !state.Kept {
		return nil // nothing of it is in the keyring that could be told
	}
	_, err = c.Ask(ctx, calserver.Request{Do: calserver.End, Keep: true})
	return err
}
