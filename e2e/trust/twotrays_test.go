//go:build e2e

package trust

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// TestOneDataFolderHasOneTrayWhateverTheEnvironmentSays: a program that was started from cron, by su or over ssh
// has another folder for sockets, or none.
func TestOneDataFolderHasOneTrayWhateverTheEnvironmentSays(t *testing.T) {
	s := begin(t)
	s.plain()
	heard := s.listen()
	p := s.start()
	other := s.a
	other.Env = []string{"XDG_RUNTIME_DIR=" + filepath.Join(s.dir, "nowhere"), "TMPDIR=" + s.dir}

	second, err := other.Start("--background")
	s.ok(err)
	if code, err := second.Wait(s.patience()); err != nil || code != 0 {
		t.Errorf("a second tray ended with %d, %v and said: %s", code, err, second.Said())
	}
	answer, err := other.Run(s.patience(), "erase", "--yes")
	s.ok(err)
	if answer.Code != 1 || !strings.Contains(answer.Err, "afterglow quit") {
		t.Errorf("erase under a running tray ended with %d and said %q", answer.Code, answer.Err)
	}
	if _, err := other.Do(s.patience(), "treat", "--at", "-23h59m57s"); err != nil {
		t.Fatal(err)
	}
	_, err = heard.Await(s.patience(), makeupOver)
	s.ok(err)
	if _, err := other.Do(s.patience(), "quit"); err != nil {
		t.Fatal(err)
	}
	if code, err := p.Wait(s.patience()); err != nil || code != 0 {
		t.Errorf("after quit from elsewhere the tray ended with %d, %v", code, err)
	}
}

// TestTheAgentNoticesAJournalThatOthersChangedWithoutAWord: by the journal's files alone.
func TestTheAgentNoticesAJournalThatOthersChangedWithoutAWord(t *testing.T) {
	s := begin(t)
	s.plain()
	heard := s.listen()
	s.start()
	s.looked()
	text, ok := guidance.StarterText("essentials")
	if !ok {
		t.Fatal("there is no such plan")
	}
	j := s.journal()
	defer j.Close()
	now := time.Now()
	_, err := j.AddTreatment(s.ctx, course.Treatment{
		At: now.Add(3*time.Second - 24*time.Hour), EnteredAt: now, Device: "pen", Area: "face", PlanText: string(text),
	})
	s.ok(err)
	_, err = heard.Await(s.patience(), makeupOver)
	s.ok(err)
}

// TestATrayThatWasKilledLeavesNothingInTheWay: what it wrote of where it listens is not believed any more.
func TestATrayThatWasKilledLeavesNothingInTheWay(t *testing.T) {
	s := begin(t)
	s.plain()
	p := s.start()
	s.ok(p.Kill())
	if info, err := os.Stat(filepath.Join(s.a.Data, "agent.lock")); err != nil || info.Size() == 0 {
		t.Fatalf("the test needs what it left behind: %v, %v", info, err)
	}
	s.ails("agent", "not running", "afterglow")
	s.start()
	s.well("agent")
}
