//go:build e2e

package e2e

import (
	"errors"
	"os"
	"testing"
)

func TestByKeysAloneAllIsBackedUpErasedAndRestored(t *testing.T) {
	s := aloud(t)
	folder := t.TempDir()
	stop, err := s.d.Chooses(s.ctx, folder)
	s.ok(err)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-23h59m55s", "--device", "pen", "--depth", "0.5", "--area", "face")
	heard := s.listen()
	agent := s.start()
	id := s.window()
	s.active(id)
	_, err = heard.Await(s.patience(), makeupOver)
	s.ok(err)
	s.displayed(1)

	s.steps("key:ctrl+7", "to:settings.backup", "key:Return", "hear:All your data is in "+folder)
	copied := s.files(folder, "*.sqlite")[0]
	if n := s.restored(copied); n != 1 {
		t.Errorf("the copy brings back %d treatments", n)
	}

	s.steps("to:settings.erase", "key:Return", "over:Erase everything", "to:sheet.bare", "key:Return", "hear:This erases all treatments")
	if n := s.held(s.a.Data); n != 1 {
		t.Errorf("before the second step the journal has %d treatments", n)
	}
	s.steps("to:sheet.yes", "key:Return", "hear:All your data is erased.", "hear:"+s.a.Data+" is empty now.")
	s.displayed(0) // what told of the treatment is gone with it
	s.steps("to:farewell.close", "key:Return")
	s.gone(agent)
	if left, err := os.ReadDir(s.a.Data); err == nil && len(left) > 0 || err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder has %v, %v", left, err)
	}

	stop()
	stop, err = s.d.Chooses(s.ctx, copied)
	s.ok(err)
	defer stop()
	s.start()
	s.active(s.window())
	s.steps("hear:Know what has to wait", "hear:I had a treatment")
	s.steps("key:ctrl+7", "to:settings.restore", "key:Return", "over:Restore a backup", "to:sheet.yes", "key:Return", "hear:Restored: 1 treatment")
	s.steps("key:ctrl+1", "hear:Today your plan expects")
	if n := s.held(s.a.Data); n != 1 {
		t.Errorf("%d treatments were restored", n)
	}
}
