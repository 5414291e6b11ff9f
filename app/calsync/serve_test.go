package calsync

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/calserver"
	"afterglow/app/datadir"
	"afterglow/e2e/realserver"
)

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
