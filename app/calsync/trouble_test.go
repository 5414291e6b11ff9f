package calsync

import (
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

	"afterglow/app/calserver"
	"afterglow/app/datadir"
	"afterglow/e2e/realserver"
)

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
