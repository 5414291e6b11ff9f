package caldav_test

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"testing"

	"afterglow/app/caldav"
	"afterglow/e2e/realserver"
)

// real are the servers from Debian that everything is tried against.
var real = []func(*testing.T) *realserver.Server{realserver.Radicale, realserver.Xandikos}

func open(t *testing.T, s *realserver.Server, password string) *caldav.Server {
	t.Helper()
	address, err := caldav.ReadAddress(s.Address)
	if err != nil {
		t.Fatal(err)
	}
	server := caldav.New(caldav.Account{Address: address, User: s.User, Password: password}, caldav.Options{})
	t.Cleanup(server.Close)
	return server
}

func event(uid, title string) []byte {
	return []byte(strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Afterglow//EN
BEGIN:VEVENT
UID:`+uid+`
DTSTAMP:20261128T100000Z
DTSTART:20261129T170000Z
SUMMARY:`+title+`
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n"))
}

func ours(file string) bool { return strings.HasPrefix(file, "afterglow-") }

func TestAnEntryIsWrittenChangedAndRemovedOnRealServers(t *testing.T) {
	for _, start := range real {
		s := start(t)
		t.Run(s.Name, func(t *testing.T) {
			ctx := context.Background()
			server := open(t, s, s.Password)
			home, err := server.Home(ctx)
			if err != nil {
				t.Fatalf("home: %v", err)
			}
			made, err := server.MakeCalendar(ctx, home, "afterglow", "After & <glow> ä")
			if err != nil {
				t.Fatalf("make a calendar: %v", err)
			}
			var found caldav.Calendar
			all, err := server.Calendars(ctx, home)
			for _, c := range all {
				if c.Address.String() == made.Address.String() {
					found = c
				}
			}
			if err != nil || found.Name != made.Name || !found.Takes {
				t.Fatalf("calendars %+v, %v: not the one that was made: %+v", all, err, made)
			}
			at := made.Address.JoinPath("afterglow-1.ics")
			if _, err := server.Create(ctx, made.Address.JoinPath("dentist.ics"), event("dentist", "Dentist")); err != nil {
				t.Fatalf("another's entry: %v", err)
			}
			if _, err := server.Create(ctx, at, event("afterglow-1", "Makeup 18:00")); err != nil {
				t.Fatalf("create: %v", err)
			}
			if _, err := server.Create(ctx, at, event("afterglow-1", "twice")); !errors.Is(err, caldav.ErrChanged) {
				t.Errorf("created over one that is there: %v", err)
			}
			entry := one(t, server, made.Address)
			if _, err := server.Change(ctx, at, `"another"`, event("afterglow-1", "lost")); !errors.Is(err, caldav.ErrChanged) {
				t.Errorf("changed though somebody else had: %v", err)
			}
			if _, err := server.Change(ctx, at, entry.Tag, event("afterglow-1", "Makeup 19:00")); err != nil {
				t.Fatalf("change: %v", err)
			}
			changed := one(t, server, made.Address)
			if changed.Tag == entry.Tag {
				t.Errorf("the tag %s stayed though the entry changed", entry.Tag)
			}
			if err := server.Remove(ctx, changed.Address, entry.Tag); !errors.Is(err, caldav.ErrChanged) {
				t.Errorf("removed though somebody else had changed it: %v", err)
			}
			if err := server.Remove(ctx, changed.Address, changed.Tag); err != nil {
				t.Errorf("remove: %v", err)
			}
			if err := server.Remove(ctx, changed.Address, ""); err != nil {
				t.Errorf("what is gone already cannot be removed: %v", err)
			}
			if left, err := server.Entries(ctx, made.Address, func(string) bool { return true }); err != nil || len(left) != 1 {
				t.Errorf("%d entries are left, %v; want the dentist's", len(left), err)
			}
			gone := made.Address.JoinPath("../not-there/")
			if _, err := server.Entries(ctx, gone, ours); !errors.Is(err, caldav.ErrGone) {
				t.Errorf("a calendar that is not there: %v", err)
			}
		})
	}
}

func one(t *testing.T, server *caldav.Server, calendar *url.URL) caldav.Entry {
	t.Helper()
	all, err := server.Entries(context.Background(), calendar, ours)
	if err != nil || len(all) != 1 || all[0].Tag == "" {
		t.Fatalf("entries %+v, %v: want one, with a tag", all, err)
	}
	return all[0]
}

func TestAWrongPasswordIsToldFromEverythingElse(t *testing.T) {
	s := realserver.Radicale(t)
	_, err := open(t, s, "wrong").Home(context.Background())
	if !errors.Is(err, caldav.ErrPassword) {
		t.Errorf("a wrong password: %v", err)
	}
	s.Stop()
	if _, err := open(t, s, s.Password).Home(context.Background()); !errors.Is(err, caldav.ErrOffline) {
		t.Errorf("a server that has vanished: %v", err)
	}
}
