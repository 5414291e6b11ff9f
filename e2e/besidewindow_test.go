//go:build e2e

package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// asleep stops all processes of this data folder, as a laptop that is closed does, and gives back what wakes them.
func (s *scene) asleep() (wake func()) {
	s.Helper()
	all := s.processes()
	signal := func(sign syscall.Signal) {
		for _, one := range all {
			pid, err := strconv.Atoi(one)
			s.ok(err)
			s.ok(syscall.Kill(pid, sign))
		}
	}
	if signal(syscall.SIGSTOP); len(all) < 2 {
		s.Fatalf("agent and window are not both there: %v", all)
	}
	return func() { signal(syscall.SIGCONT) }
}

func TestAfterASleepWithTheWindowOpenItShowsThePresentAndTellsOnce(t *testing.T) {
	s := aloud(t)
	s.do("settings", "theme", "light")
	heard := s.listen()
	s.do("treat", "--at", "-23h59m35s", "--device", "pen", "--depth", "0.5", "--area", "face")
	s.start()
	s.active(s.window())
	s.steps("hear:nothing yet")
	wake := s.asleep()
	defer wake()
	s.until("the wait ends meanwhile", func() error {
		var all []struct {
			Activity string
			Allowed  bool
		}
		s.read(&all, "can", "makeup")
		if len(all) != 1 || !all[0].Allowed {
			return fmt.Errorf("%+v", all)
		}
		return nil
	})
	if seen := heard.Seen(); len(seen) != 0 {
		t.Fatalf("what sleeps told %+v", seen)
	}
	wake()
	_, err := heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.steps("hear:Now: Makeup, alcohol, touching")
	s.displayed(1)
}

func TestCommandsBesideTheWindowLoseNothingThatIsBeingTyped(t *testing.T) {
	s := aloud(t)
	s.do("settings", "theme", "light")
	s.do("settings", "cleanse.times", "00:01,23:59")
	s.do("treat", "--at", "-20h", "--device", "pen", "--depth", "0.5", "--area", "face")
	s.start()
	s.active(s.window())

	s.steps("to:today.feel", "key:Return", "over:Check-in", "to:sheet.note", "type:warm after the walk")
	s.do("feel", "calm", "--note", "by command")
	s.do("done", "cleanse")
	s.steps("type: and the stairs", "to:sheet.keep", "key:Return", "over:")
	s.until("both are written down", func() error {
		var all []struct{ Kind, Title string }
		s.read(&all, "log")
		notes := fmt.Sprint(all)
		for _, note := range []string{"by command", "warm after the walk and the stairs"} {
			if !strings.Contains(notes, note) {
				return fmt.Errorf("%q is not in %s", note, notes)
			}
		}
		return nil
	})

	s.steps("key:ctrl+5", "to:questions.new", "type:May I fl")
	s.do("done", "cleanse")
	s.do("questions", "add", "May I swim?")
	s.steps("hear:May I swim?", "type:y soon?", "key:Return", "hear:May I fly soon?")
}
