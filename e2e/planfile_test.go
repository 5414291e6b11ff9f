//go:build e2e

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// openPlan does what a double click on a plan file does.
func (s *scene) openPlan(file string) *desktop.Process {
	s.Helper()
	cmd := exec.Command(filepath.Join(s.a.Bin, "afterglow-window"), "--plan", file)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+s.a.Data)
	p, err := desktop.Start(cmd)
	s.ok(err)
	return p
}

// clinicPlan writes a plan file as a clinic would.
func (s *scene) clinicPlan() string {
	s.Helper()
	text := strings.NewReplacer(`id = "cautious"`, `id = "rose-street"`, `name = "Cautious"`, `name = "Rose Street"`).
		Replace(s.do("plan", "show", "cautious", "--text"))
	file := filepath.Join(s.TempDir(), "our plan.afterglow-plan")
	s.ok(os.WriteFile(file, []byte(text), 0o600))
	return file
}

// planOfTheTreatment waits until the treatment that runs follows the plan with this id.
func (s *scene) planOfTheTreatment(want string) {
	s.Helper()
	s.until("the treatment follows "+want, func() error {
		var status struct{ Treatment *struct{ Plan string } }
		s.read(&status, "status")
		if status.Treatment == nil || status.Treatment.Plan != want {
			return fmt.Errorf("status has %+v", status.Treatment)
		}
		return nil
	})
}

func TestADoubleClickedPlanFileIsUsedForTheTreatment(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-2h", "--plan", "essentials")
	p := s.openPlan(s.clinicPlan())
	id := s.window()
	page, err := s.d.Settled(s.ctx, id, nil, desktop.HasButton)
	s.ok(err)
	s.planOfTheTreatment("essentials") // looking changes nothing
	_, err = s.d.Lead(s.ctx, id, page)
	s.ok(err)
	s.planOfTheTreatment("rose-street")
	s.ok(s.d.CloseWindow(s.ctx, id))
	if code, err := p.Wait(s.patience()); err != nil || code != 0 {
		t.Errorf("the window ended with %d, %v, and said:\n%s", code, err, p.Said())
	}
	if said := p.Said(); said != "" {
		t.Errorf("the window said:\n%s", said)
	}
}

func TestTheOpenWindowShowsADoubleClickedPlanFile(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-2h", "--plan", "essentials")
	_, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	id := s.window()
	today, err := s.d.Settled(s.ctx, id, nil)
	s.ok(err)

	second := s.openPlan(s.clinicPlan())
	if code, err := second.Wait(s.patience()); err != nil || code != 0 {
		t.Fatalf("the second start ended with %d, %v, and said:\n%s", code, err, second.Said())
	}
	page, err := s.d.Settled(s.ctx, id, today, desktop.HasButton)
	s.ok(err)
	if now := s.window(); now != id {
		t.Errorf("another window came: %s, not %s", now, id)
	}
	_, err = s.d.Lead(s.ctx, id, page)
	s.ok(err)
	s.planOfTheTreatment("rose-street")
}
