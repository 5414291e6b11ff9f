//go:build e2e

package trust

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// status is the part of "status --json" that the tests look at.
type status struct {
	Now        time.Time
	Treatment  *struct{ ID int64 }
	Treatments []struct {
		ID   int64
		Area string
	}
	Windows  []window
	Routines []struct {
		ID   string
		Goal int
		Next *time.Time
	}
	Next *next
	Due  []next
	Held []struct {
		next
		Reason string
		Until  *time.Time
	}
	Paused *time.Time `json:"paused_until"`
}

type window struct {
	ID, State string
	Until     time.Time
	Treatment int64
}

type next struct {
	ID, Kind, What string
	At             time.Time
	Title, Body    string
}

func (s *scene) status() status {
	s.Helper()
	var st status
	s.read(&st, "status")
	return st
}

// windowOf is a wait as status tells it.
func (s *scene) windowOf(id string) window {
	s.Helper()
	st := s.status()
	for _, w := range st.Windows {
		if w.ID == id {
			return w
		}
	}
	s.Fatalf("status has no wait %q: %+v", id, st.Windows)
	return window{}
}

// held waits until status says that something of this is held back, for this reason.
func (s *scene) held(what, reason string) (until *time.Time) {
	s.Helper()
	s.until(fmt.Sprintf("%s is held for %q", what, reason), func() error {
		st := s.status()
		for _, h := range st.Held {
			if h.What == what && h.Reason == reason {
				until = h.Until
				return nil
			}
		}
		return fmt.Errorf("held is %+v", st.Held)
	})
	return until
}

// check is one line of "doctor --json".
type check struct {
	ID, Name  string
	OK        bool
	Text, Fix string
}

// doctor gives what doctor says of one thing.
func (s *scene) doctor(id string) check {
	s.Helper()
	var f struct{ Checks []check }
	s.read(&f, "doctor")
	for _, c := range f.Checks {
		if c.ID == id {
			return c
		}
	}
	s.Fatalf("doctor says nothing of %q: %+v", id, f.Checks)
	return check{}
}

// ails waits until doctor says this of one thing, and how to mend it.
func (s *scene) ails(id, says, fix string) {
	s.Helper()
	s.until(fmt.Sprintf("doctor says %q of %s", says, id), func() error {
		c := s.doctor(id)
		if c.OK || !regexp.MustCompile(says).MatchString(c.Text) || !regexp.MustCompile(fix).MatchString(c.Fix) {
			return fmt.Errorf("it says %+v; want a problem with %q and the fix %q", c, says, fix)
		}
		return nil
	})
}

// mended waits until doctor no longer says this of one thing.
func (s *scene) mended(id, said string) {
	s.Helper()
	s.until(fmt.Sprintf("doctor no longer says %q of %s", said, id), func() error {
		if c := s.doctor(id); strings.Contains(c.Text, said) {
			return fmt.Errorf("it says %+v", c)
		}
		return nil
	})
}

// well waits until doctor finds nothing wrong with one thing.
func (s *scene) well(id string) {
	s.Helper()
	s.until("doctor finds nothing wrong with "+id, func() error {
		if c := s.doctor(id); !c.OK {
			return fmt.Errorf("it says %+v", c)
		}
		return nil
	})
}
