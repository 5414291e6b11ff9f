//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"slices"
	"syscall"
	"testing"
)

// killWindow ends the process of a window on the spot.
func (s *scene) killWindow(id string) {
	s.Helper()
	pid, err := s.d.WindowPID(s.ctx, id)
	s.ok(err)
	s.ok(syscall.Kill(pid, syscall.SIGKILL))
	s.until("the process has ended", func() error {
		if err := syscall.Kill(pid, 0); !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("process %d is there (%v)", pid, err)
		}
		return nil
	})
}

func TestAKilledAgentComesBackWithNothingLostAndNothingTwice(t *testing.T) {
	s := begin(t)
	heard := s.listen()
	p, _ := s.startInTray()
	s.do("treat", "--at", "-47h59m57s")
	_, err := heard.Await(s.patience(), sunscreenStarts)
	s.ok(err)
	s.until("the notification is in the log", func() error {
		if len(s.logged("shown", "sun")) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
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
	s.status(item, "Day 2 · ")
	if after := s.log(); !slices.Equal(before, after) {
		t.Errorf("after the new start the log was\n%+v\nand is\n%+v", before, after)
	}
	s.displayed(1) // what was shown before the kill is still there to be read

	// A later notification shows that the new agent has looked at everything that came before it.
	s.do("treat", "--at", "-23h59m57s")
	_, err = heard.Await(s.patience(), makeupOver)
	s.ok(err)
	var titles []string
	for _, asked := range heard.Seen() {
		titles = append(titles, asked.Title)
	}
	if !slices.Equal(titles, []string{sunscreenStarts, makeupOver}) {
		t.Errorf("shown were %q; the first must not come twice", titles)
	}
	if !again.Running() || again.Said() != "" {
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
