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
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"afterglow/app/caldav"
	"afterglow/app/calendar"
	"afterglow/app/calserver"
	"afterglow/app/datadir"
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

func TestACourseStandsOnRealServersAndIsTakenBackWhole(t *testing.T) {
	for _, start := range []func(*testing.T) *realserver.Server{realserver.Radicale, realserver.Xandikos} {
		server := start(t)
		t.Run(server.Name, func(t *testing.T) {
			d := newDesk(t, server)
			dry := d.must(calserver.Request{Do: calserver.Preview, Setup: d.setup(), Password: d.password()})
			if len(dry.Acts) != 2 || dry.Acts[0].Kind != "create" || dry.Acts[0].Title != d.want[0].Title {
				t.Errorf("before it begins it shows %+v", dry)
			}
			if _, on, _ := calserver.Read(d.dir); on {
				t.Fatal("a dry run set it up")
			}
			if a := d.begin(); len(a.Acts) != 2 || !a.Kept {
				t.Errorf("begun with %+v", a)
			}
			d.shows("1", "2")
			if a := d.must(calserver.Request{Do: calserver.Sync, Background: true}); len(a.Acts) != 0 || a.Same != 2 {
				t.Errorf("nothing changed, and it did %+v", a)
			}
			d.want = []Want{moment(1, 7), moment(3, 50)}
			if a := d.must(calserver.Request{Do: calserver.Preview}); len(a.Acts) != 3 || a.Same != 0 {
				t.Errorf("it would do %+v", a)
			}
			d.shows("1", "2")
			d.must(calserver.Request{Do: calserver.Sync, Background: true})
			d.shows("1", "3")
			d.now = noon.Add(10 * time.Hour) // the first is over
			d.want = d.want[1:]
			d.must(calserver.Request{Do: calserver.Sync, Background: true})
			d.shows("1", "3")
			calendar := d.state()
			d.must(calserver.Request{Do: calserver.End})
			if _, on, err := calserver.Read(d.dir); on || err != nil || len(d.keyring) != 0 {
				t.Errorf("after the end: set up %v, %v, %d passwords", on, err, len(d.keyring))
			}
			if err := calserver.Write(d.dir, calendar); err != nil {
				t.Fatal(err)
			}
			d.shows()
		})
	}
}

func TestPasswordsAreAskedForAndNeverInAFile(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.refused(calserver.Request{Do: calserver.Look, Setup: d.setup(), Password: "wrong"}, "caldav.password")
	d.keyring = nil
	if a := d.begin(); a.Kept {
		t.Error("without a keyring it says that the password is kept")
	}
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "calserver.needs_password")
	if tr := d.state().Last.Trouble; tr == nil || tr.Offline {
		t.Errorf("what is noted of it: %+v", tr)
	}
	d.keyring = memory{}
	if a := d.must(calserver.Request{Do: calserver.Sync, Password: d.password(), Remember: true}); !a.Kept {
		t.Error("the password is not kept though there is a keyring now")
	}
	d.must(calserver.Request{Do: calserver.Sync, Background: true})
	if tr := d.state().Last.Trouble; tr != nil {
		t.Errorf("after a try that did all: %+v", tr)
	}
	d.locked = true
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "calserver.locked")
	files, err := datadir.Files(d.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(filepath.Join(d.dir, file))
		if err != nil || bytes.Contains(text, []byte(d.server.Password)) {
			t.Errorf("%s has the password in it, or cannot be read: %v", file, err)
		}
	}
}

func TestAServerThatHasVanishedIsAMarkAndNothingIsLost(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.begin()
	d.server.Stop()
	d.want = append(d.want, moment(3, 50))
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "caldav.offline")
	s := d.state()
	if s.Last.Trouble == nil || !s.Last.Trouble.Offline || !s.Last.Done.Equal(noon) || len(s.Wrote) != 2 {
		t.Errorf("noted: %+v", s)
	}
	d.refused(calserver.Request{Do: calserver.End}, "caldav.offline")
	if _, on, _ := calserver.Read(d.dir); !on {
		t.Error("its entries stand there still, and it was forgotten")
	}
	d.must(calserver.Request{Do: calserver.End, Keep: true})
	if _, on, _ := calserver.Read(d.dir); on || len(d.keyring) != 0 {
		t.Error("it cannot be given up")
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

func TestWhatAnswersInTheServersPlaceIsToldAndTriedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		answer func(http.ResponseWriter)
		fault  string
		later  bool // it is tried again by itself
	}{
		"a page of a login":  {func(w http.ResponseWriter) { fmt.Fprint(w, "<html><body>Log in</body></html>") }, "caldav.page", true},
		"trouble of its own": {func(w http.ResponseWriter) { w.WriteHeader(502) }, "caldav.trouble", true},
		"no space":           {func(w http.ResponseWriter) { w.WriteHeader(507) }, "caldav.full", false},
		"no right":           {func(w http.ResponseWriter) { w.WriteHeader(403) }, "caldav.forbidden", false},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, realserver.Radicale(t))
			d.begin()
			well := false
			d.behind(func(w http.ResponseWriter, _ *http.Request) bool {
				if !well {
					c.answer(w)
				}
				return !well
			})
			d.want = []Want{moment(1, 7), moment(3, 50)}
			d.refused(calserver.Request{Do: calserver.Sync, Background: true}, c.fault)
			if s := d.state(); s.Last.Trouble == nil || s.Last.Trouble.Offline != c.later || len(s.Wrote) != 2 {
				t.Errorf("noted: %+v", s.Last.Trouble)
			}
			well = true
			d.must(calserver.Request{Do: calserver.Sync, Background: true})
			d.shows("1", "3")
		})
	}
}

func TestAPasswordThatWasChangedIsNotTriedAtEachChange(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.begin()
	tries := 0
	d.behind(func(http.ResponseWriter, *http.Request) bool { tries++; return false })
	for key := range d.keyring {
		d.keyring[key] = "the one before"
	}
	for range 5 {
		d.want[0] = moment(1, 7+tries)
		d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "caldav.password")
		d.now = d.now.Add(time.Hour)
	}
	if tries != 1 {
		t.Errorf("a password that was refused went to the server %d times in five hours", tries)
	}
	d.now = d.now.Add(2 * time.Hour)
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "caldav.password")
	if tries != 2 {
		t.Errorf("%d tries after seven hours, want a second one", tries)
	}
	d.must(calserver.Request{Do: calserver.Sync, Password: d.server.Password, Remember: true})
	d.want[0] = moment(1, 9)
	d.must(calserver.Request{Do: calserver.Sync, Background: true})
	d.shows("1", "2")
}

func TestTwoComputersThatWriteToOneCalendarLeaveEachOthersEntriesAlone(t *testing.T) {
	server := realserver.Radicale(t)
	one, other := newDesk(t, server), newDesk(t, server)
	one.want, other.want = []Want{moment(1, 6)}, []Want{moment(2, 30)}
	one.begin()
	other.begin() // finds the calendar that the first one made
	one.shows("1", "2")
	one.want = []Want{moment(1, 8)}
	one.must(calserver.Request{Do: calserver.Sync, Background: true})
	other.must(calserver.Request{Do: calserver.End})
	one.shows("1")
}

func TestTwoComputersWithOneJournalDoNotTurnBackEachOthersTimesForEver(t *testing.T) {
	server := realserver.Radicale(t)
	one, other := newDesk(t, server), newDesk(t, server) // the other has a backup of the first
	one.begin()
	if a := other.begin(); len(a.Acts) != 2 {
		t.Errorf("the other one took over %+v", a.Acts)
	}
	one.want[0] = moment(1, 8)
	one.must(calserver.Request{Do: calserver.Sync, Background: true})
	for range 3 {
		for _, d := range []*desk{other, one} {
			if a := d.must(calserver.Request{Do: calserver.Sync, Background: true}); len(a.Acts) != 0 {
				t.Errorf("without news it wrote %+v", a.Acts)
			}
		}
	}
	one.shows("1", "2")
}

func TestACalendarThatWasDeletedThereIsNotMadeAnew(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.begin()
	calendar := d.state().Setup.Calendar
	req, _ := http.NewRequest(http.MethodDelete, calendar, nil)
	req.SetBasicAuth(d.server.User, d.server.Password)
	if resp, err := http.DefaultClient.Do(req); err != nil || resp.StatusCode/100 != 2 {
		t.Fatalf("delete the calendar: %v %v", resp, err)
	}
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "calserver.calendar_gone")
	d.must(calserver.Request{Do: calserver.End, Keep: true})
	d.begin()
	d.shows("1", "2")
}

// moved is a server in front of another, that sends all on from the place where the account was.
func TestACalendarThatMovedOnTheServerIsFollowed(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.begin()
	inner, _ := url.Parse(d.server.Address)
	proxy := httputil.NewSingleHostReverseProxy(inner)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path, old := strings.CutPrefix(r.URL.Path, "/old"); old {
			http.Redirect(w, r, path, http.StatusPermanentRedirect)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	defer front.Close()
	s := d.state()
	at, _ := url.Parse(s.Setup.Calendar)
	s.Setup.Address, s.Setup.Calendar = front.URL, front.URL+"/old"+at.Path
	if err := calserver.Write(d.dir, s); err != nil {
		t.Fatal(err)
	}
	d.want = append(d.want, moment(3, 50))
	d.must(calserver.Request{Do: calserver.Sync, Password: d.password()})
	s.Setup.Address, s.Setup.Calendar = d.server.Address, at.String()
	if err := calserver.Write(d.dir, s); err != nil {
		t.Fatal(err)
	}
	d.shows("1", "2", "3")
}

func TestWhatCannotBeReadIsNotTakenForEmpty(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.begin()
	d.want = append(d.want, moment(3, 50))
	path := filepath.Join(d.dir, datadir.CalendarServerFile)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("{ damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "calserver.unread")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	d.failed = errors.New("the journal is damaged")
	d.want = nil
	d.refused(calserver.Request{Do: calserver.Sync, Background: true}, "calserver.failed")
	d.shows("1", "2")
}

func TestAThousandEntriesStandThereAndAreKnownAgain(t *testing.T) {
	d := newDesk(t, realserver.Radicale(t))
	d.want = nil
	for n := range 1000 {
		d.want = append(d.want, moment(n+10, n+1))
	}
	if a := d.begin(); len(a.Acts) != 1000 {
		t.Fatalf("%d entries were written", len(a.Acts))
	}
	if a := d.must(calserver.Request{Do: calserver.Sync, Background: true}); a.Same != 1000 || len(a.Acts) != 0 {
		t.Errorf("then %d, and %d stand as they should", len(a.Acts), a.Same)
	}
}

func TestWhoStartsTheProgramByHandIsToldSo(t *testing.T) {
	var out, said bytes.Buffer
	if code := Serve(context.Background(), strings.NewReader("sync"), &out, &said, Env{Usage: "write this"}); code != 2 || out.Len() > 0 || said.String() != "write this\n" {
		t.Errorf("%d, %q, %q", code, out.String(), said.String())
	}
}
