//go:build e2e

package e2e

import (
	"errors"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// killWindow ends the process of a window on the spot.
func (s *scene) killWindow(id string) {
	s.Helper()
	pid, err := s.d.WindowPID(s.ctx, id)
	s.ok(err)
	s.ok(syscall.Kill(pid, syscall.SIGKILL))
}

func TestAKilledAgentComesBackWithNothingLostAndNothingTwice(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	p, _ := s.startInTray()
	s.do("treat", "--at", "-23h59m57s")
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.until("the notification is in the log", func() error {
		if len(s.logged("shown", "makeup")) != 1 {
			return errors.New("it is not")
		}
		return nil
	})
	s.do("done", "moisturise")
	before := s.log()

	s.ok(p.Kill())
	if after := s.log(); !slices.Equal(before, after) {
		t.Errorf("without the agent the log was\n%+v\nand is\n%+v", before, after)
	}
	again, item := s.startInTray()
	s.status(item, "Day ")
	if after := s.log(); !slices.Equal(before, after) {
		t.Errorf("after the new start the log was\n%+v\nand is\n%+v", before, after)
	}
	// A later notification shows that the new agent has looked at everything that came before it.
	s.do("treat", "--at", "-23h59m57s")
	s.until("the second treatment's window is told", func() error {
		for _, e := range s.logged("shown", "makeup") {
			if e.Occurrence == "makeup/2" {
				return nil
			}
		}
		return errors.New("it is not in the log")
	})
	times := 0
	for _, asked := range heard.Seen() {
		if asked.Title == makeupOver {
			times++
		}
	}
	if times != 2 {
		t.Errorf("%q was shown %d times for two treatments", makeupOver, times)
	}
	if !again.Running() || strings.Contains(again.Said(), "panic") {
		t.Errorf("the new agent said:\n%s", again.Said())
	}
}

func TestAfterAKillTheCommandLineGoesOn(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-2h")
	p, _ := s.startInTray()
	s.ok(p.Kill())
	s.do("done", "moisturise")
	s.do("undo")
	if done := s.logged("done", "moisturise"); len(done) != 1 || !done[0].Undone {
		t.Errorf("the log has %+v", done)
	}
	s.do("quit") // nobody runs: that is no error
}
