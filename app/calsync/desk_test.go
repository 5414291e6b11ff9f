package calsync

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"afterglow/app/caldav"
	"afterglow/app/calendar"
	"afterglow/app/calserver"
	"afterglow/e2e/realserver"
)

// desk is a person's computer: a data folder, a keyring, and what their courses want.
type desk struct {
	t       *testing.T
	dir     string
	want    []Want
	failed  error // of reading the courses
	now     time.Time
	keyring memory
	locked  bool
	server  *realserver.Server
}

// memory is a keyring; nil is none.
type memory map[string]string

func (m memory) Set(service, user, password string) error {
	if m == nil {
		return errors.New("no keyring")
	}
	m[service+user] = password
	return nil
}

func (m memory) Get(service, user string) (string, error) {
	if p, ok := m[service+user]; ok {
		return p, nil
	}
	return "", keyring.ErrNotFound
}

func (m memory) Delete(service, user string) error {
	if m == nil {
		return errors.New("no keyring")
	}
	delete(m, service+user)
	return nil
}

func newDesk(t *testing.T, server *realserver.Server) *desk {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return &desk{t: t, dir: dir, now: noon, keyring: memory{}, server: server, want: []Want{moment(1, 6), moment(2, 30)}}
}

// moment is an entry as the courses want it, n its name.
func moment(n, hours int) Want {
	at := noon.Add(time.Duration(hours) * time.Hour)
	return wantOf(calendar.Event{
		UID: fmt.Sprintf("00000000-0000-8000-8000-%012d", n), Changed: noon, At: at, Title: fmt.Sprintf("Makeup %d: wait ends %02d:00", n, at.Hour()),
	})
}

// do has the program carry out a request.
func (d *desk) do(r calserver.Request) calserver.Answer {
	d.t.Helper()
	r.Data = d.dir
	question, err := json.Marshal(r)
	if err != nil {
		d.t.Fatal(err)
	}
	var out, said bytes.Buffer
	code := Serve(context.Background(), bytes.NewReader(question), &out, &said, Env{
		Wants: func(context.Context, calserver.Setup, string) ([]Want, string, error) {
			return d.want, "Afterglow", d.failed
		},
		Now:     func() time.Time { return d.now },
		Keyring: d.keyring, Locked: func() bool { return d.locked },
	})
	var a calserver.Answer
	if err := json.Unmarshal(out.Bytes(), &a); err != nil || code != 0 || said.Len() > 0 {
		d.t.Fatalf("%s answered %q, %d, %q: %v", r.Do, out.String(), code, said.String(), err)
	}
	return a
}

func (d *desk) must(r calserver.Request) calserver.Answer {
	d.t.Helper()
	a := d.do(r)
	if a.Fault != nil {
		d.t.Fatalf("%s: %+v", r.Do, a.Fault)
	}
	return a
}

// begin sets the server up, with a calendar of our own.
func (d *desk) begin() calserver.Answer {
	d.t.Helper()
	return d.must(calserver.Request{Do: calserver.Begin, Setup: d.setup(), Password: d.password(), Remember: true})
}

func (d *desk) setup() *calserver.Setup {
	return &calserver.Setup{Address: d.server.Address, User: d.server.User}
}

func (d *desk) password() string {
	if d.server.Password == "" {
		return "anything"
	}
	return d.server.Password
}

func (d *desk) state() calserver.State {
	d.t.Helper()
	s, on, err := calserver.Read(d.dir)
	if err != nil || !on {
		d.t.Fatalf("nothing is set up: %v", err)
	}
	return s
}

// on is the calendar as the server has it: each entry's title.
func (d *desk) on() []string {
	d.t.Helper()
	at, err := url.Parse(d.server.Address)
	if err != nil {
		d.t.Fatal(err)
	}
	client := caldav.New(caldav.Account{Address: at, User: d.server.User, Password: d.server.Password}, caldav.Options{})
	defer client.Close()
	calendar, _ := url.Parse(d.state().Setup.Calendar)
	calendar.Host = at.Host // by the shortest way, whatever stands in front of it
	entries, err := client.Entries(context.Background(), calendar, func(string) bool { return true })
	if err != nil {
		d.t.Fatalf("list the calendar: %v", err)
	}
	var titles []string
	for _, w := range []Want{moment(1, 6), moment(2, 30), moment(3, 50)} {
		for _, e := range entries {
			if strings.HasSuffix(e.Address.Path, "/"+File(w.UID)) {
				titles = append(titles, w.UID[len(w.UID)-1:])
			}
		}
	}
	if len(titles) != len(entries) {
		titles = append(titles, fmt.Sprint("and ", len(entries)-len(titles), " more"))
	}
	return titles
}

func (d *desk) shows(want ...string) {
	d.t.Helper()
	if got := d.on(); strings.Join(got, " ") != strings.Join(want, " ") {
		d.t.Errorf("the calendar has %v, want %v", got, want)
	}
}

func (d *desk) refused(r calserver.Request, id string) {
	d.t.Helper()
	if a := d.do(r); a.Fault == nil || a.Fault.ID != id {
		d.t.Errorf("%s: %+v, want it refused with %s", r.Do, a.Fault, id)
	}
}

// behind has the account's server stand behind another, whose answers a test writes; false: it is asked.
func (d *desk) behind(answers func(http.ResponseWriter, *http.Request) bool) {
	d.t.Helper()
	inner, err := url.Parse(d.server.Address)
	if err != nil {
		d.t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(inner)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !answers(w, r) {
			proxy.ServeHTTP(w, r)
		}
	}))
	d.t.Cleanup(front.Close)
	s := d.state()
	s.Setup.Address, s.Setup.Calendar = front.URL, strings.Replace(s.Setup.Calendar, strings.TrimSuffix(d.server.Address, "/"), front.URL, 1)
	if err := calserver.Write(d.dir, s); err != nil {
		d.t.Fatal(err)
	}
	d.keyring[keyName+owner(s.Setup)] = d.server.Password
}
