package screens

import (
	"context"
	"testing"

	"afterglow/app/calserver"
	"afterglow/app/fault"
)

// aServer is a calendar server that answers what a test has it answer.
type aServer struct {
	state  calserver.State
	on     bool
	asked  []calserver.Request
	answer calserver.Answer
	fail   error
}

func (a *aServer) Read() (calserver.State, bool, error) { return a.state, a.on, nil }

func (a *aServer) Ask(_ context.Context, r calserver.Request) (calserver.Answer, error) {
	a.asked = append(a.asked, r)
	if a.fail != nil {
		return calserver.Answer{}, a.fail
	}
	switch r.Do {
	case calserver.Begin:
		a.on, a.state = true, calserver.State{Setup: *r.Setup, Last: calserver.Last{At: at(27, 12, 0), Done: at(27, 12, 0)}}
		a.state.Setup.Name = "Afterglow"
	case calserver.End:
		a.on = false
	}
	return a.answer, nil
}

func (a *aServer) last() calserver.Request { return a.asked[len(a.asked)-1] }

func TestACalendarServerIsSetUpStepByStepAndNothingIsWrittenUnseen(t *testing.T) {
	st := newStage(t, evening(t), false, 960, 680)
	server := &aServer{answer: calserver.Answer{
		Calendars: []calserver.Place{{Address: "https://dav.example.com/mia/home/", Name: "Home"}},
		Acts:      []calserver.Act{{Kind: "create", Title: "Makeup: wait ends 18:00", At: at(28, 18, 0)}}, Kept: true,
	}}
	st.shell.opts.Server = server
	st.shell.openCalendarServer()
	st.wantText(t, "Nothing goes anywhere else.")
	if got := st.focus(); got != "server.address" {
		t.Errorf("the keyboard is at %q, not in the first field", got)
	}
	st.shot(t, "server-account")
	st.write(t, "server.address", "dav.example.com")
	st.write(t, "server.user", "mia")
	server.fail = fault.New("caldav.password", fault.Args{"Host": "dav.example.com"}).Of(calserver.ErrPassword)
	st.write(t, "server.password", "secret") // and Enter, which goes on
	st.wantText(t, "does not know this name and password")
	server.fail = nil
	st.tap(t, "server.look")
	st.wantText(t, "A calendar of its own (best)")
	st.shot(t, "server-which")
	st.tap(t, "server.which.0")
	st.tap(t, "server.preview")
	if r := server.last(); r.Do != calserver.Preview || r.Setup.Calendar != "https://dav.example.com/mia/home/" || r.Setup.User != "mia" || r.Password != "secret" {
		t.Errorf("asked for %+v with %+v", r, r.Setup)
	}
	st.wantText(t, "This would be written:")
	st.wantText(t, "Makeup: wait ends 18:00")
	st.shot(t, "server-preview")
	st.tap(t, "server.begin")
	st.wantText(t, "Afterglow writes to the calendar Afterglow of mia on dav.example.com.")
	st.wantText(t, "This was written:")
	st.shot(t, "server-on")
	st.tap(t, "server.off")
	st.tap(t, "server.take")
	if r := server.last(); r.Do != calserver.End || r.Keep || r.Password != "" {
		t.Errorf("turned off with %+v", r)
	}
	st.wantText(t, "Nothing goes anywhere else.")
}

func TestAServerThatIsNotReachedIsToldAsAMarkInSettings(t *testing.T) {
	st := newStage(t, evening(t), false, 960, 680)
	st.shell.opts.Server = &aServer{on: true, state: calserver.State{
		Setup: calserver.Setup{Address: "https://dav.example.com", User: "mia", Name: "Home"},
		Last:  calserver.Last{At: at(27, 12, 0), Done: at(27, 9, 0), Trouble: &calserver.Trouble{ID: "caldav.offline", Args: map[string]any{"Host": "dav.example.com"}, Offline: true}},
	}}
	st.shell.openCalendarServer()
	st.wantText(t, "and tried again later. dav.example.com cannot be reached.")
}
