//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// card is what lies under a card in the light theme.
var card = color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}

// openPage opens the window on one of its pages.
func (s *scene) openPage(page string) *desktop.Process {
	s.Helper()
	cmd := exec.Command(filepath.Join(s.a.Bin, "afterglow-window"), "--page", page)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "AFTERGLOW_DATA="+s.a.Data)
	p, err := desktop.Start(cmd)
	s.ok(err)
	return p
}

// drafted waits until the plan that is being written, as it is kept, has a text.
func (s *scene) drafted(text string) {
	s.Helper()
	s.until("the draft has "+text, func() error {
		draft, err := os.ReadFile(filepath.Join(s.a.Data, "plan-draft.toml"))
		if err == nil && !strings.Contains(string(draft), text) {
			err = fmt.Errorf("it says\n%s", draft)
		}
		return err
	})
}

func TestByKeysAloneASheetIsWrittenUsedAndFollowed(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-2h", "--plan", "essentials")
	p := s.openPage("studio")
	id := s.window()
	s.active(id)
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	page := s.sees(id, "the ways to begin are shown", func(p image.Image) error {
		if desktop.Patch(p, card, 2, 400, 40).Empty() {
			return errors.New("no card is drawn")
		}
		return nil
	})

	page = s.keys(id, page, "Tab", "Return") // "An empty plan" is the first of the page
	s.ok(s.d.Type(s.ctx, "No sauna."))
	s.ok(s.d.Key(s.ctx, "Return")) // fills the row in
	s.drafted(`name = "Sauna"`)
	for _, key := range times(3, "Tab") { // what is allowed, when it begins, when it ends
		s.ok(s.d.Key(s.ctx, key))
	}
	s.ok(s.d.Type(s.ctx, "5 days")) // over "No end"
	s.drafted(`until = "5d"`)
	for _, row := range []struct{ sentence, kept string }{
		{"Mist your face with thermal water every 3 hours for 2 days.", `every = "3 hours"`},
		{"Call us if you have a fever.", "[[call]]"},
	} {
		s.ok(s.d.Key(s.ctx, "Return")) // the next row
		s.ok(s.d.Type(s.ctx, row.sentence))
		s.ok(s.d.Key(s.ctx, "Return"))
		s.drafted(row.kept)
	}
	s.ok(s.d.Key(s.ctx, "Escape"))
	s.ok(s.d.Key(s.ctx, "Tab")) // the plan's name
	s.ok(s.d.Key(s.ctx, "ctrl+a"))
	s.ok(s.d.Type(s.ctx, "Rose Street"))
	s.drafted(`id = "rose-street"`)

	page = s.keys(id, page, "Tab", "Return") // "Use this plan"
	s.planOfTheTreatment("essentials")       // looking changes nothing
	s.keys(id, page, "Return")               // the button has the keyboard
	s.planOfTheTreatment("rose-street")

	s.ok(s.d.Key(s.ctx, "ctrl+1"))
	s.sees(id, "Today shows the wait", func(p image.Image) error {
		if desktop.Patch(p, notYet, 2, 60, 2).Empty() {
			return errors.New("no card is drawn")
		}
		return nil
	})
	var status struct {
		Windows, Routines []struct{ ID, Name string }
	}
	s.read(&status, "status")
	if len(status.Windows) != 1 || status.Windows[0].Name != "Sauna" || len(status.Routines) == 0 {
		t.Errorf("the plan is followed as %+v", status)
	}
	s.ok(s.d.CloseWindow(s.ctx, id))
	if code, err := p.Wait(s.patience()); err != nil || code != 0 || p.Said() != "" {
		t.Errorf("the window ended with %d, %v, and said:\n%s", code, err, p.Said())
	}
}
