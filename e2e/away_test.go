//go:build e2e

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// steps uses the window by keys alone: see aloud/keys.py.
func (s *scene) steps(steps ...string) {
	s.Helper()
	cmd := exec.CommandContext(s.ctx, python, append([]string{"aloud/keys.py"}, steps...)...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		s.Fatalf("%v: %v:\n%s", steps, err, said.String())
	}
}

// chosen is a folder that is chosen whenever the desktop asks for one.
func (s *scene) chosen() string {
	s.Helper()
	folder := s.TempDir()
	stop, err := s.d.Chooses(s.ctx, folder)
	s.ok(err)
	s.Cleanup(stop)
	return folder
}

// files are those of a folder, by their patterns: one of each.
func (s *scene) files(folder string, patterns ...string) (all []string) {
	s.Helper()
	for _, pattern := range patterns {
		s.until(pattern+" is written", func() error {
			found, err := filepath.Glob(filepath.Join(folder, pattern))
			if err == nil && len(found) != 1 {
				err = fmt.Errorf("the folder has %q", found)
			}
			if err == nil {
				all = append(all, found[0])
			}
			return err
		})
	}
	return all
}

func TestByKeysAloneAMomentIsShownToAPhoneAndTakenAlong(t *testing.T) {
	s := aloud(t)
	folder := s.chosen()
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h", "--device", "pen", "--depth", "0.5", "--area", "face")
	_, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	id := s.window()
	s.active(id)
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	was := ""
	reads := func(what string, right func(text string) bool) {
		s.Helper()
		s.sees(id, what, func(picture image.Image) error {
			b := picture.Bounds() // a phone is held before the panel: what shows beside it is none of the code
			text, err := pointed(desktop.Crop(picture, image.Rect(b.Min.X+b.Dx()/4, b.Min.Y, b.Max.X-b.Dx()/4, b.Max.Y)))
			if err == nil && (text == was || !right(text)) {
				err = fmt.Errorf("the phone reads %q, before it read %q", text, was)
			}
			if err == nil {
				was = text
			}
			return err
		})
	}
	bare := func(text string) bool { return strings.HasPrefix(text, "BEGIN:VEVENT") }
	s.steps("hear:To my phone", "to:today.phone", "key:Return", "over:To my phone")
	reads("the next moment", bare)
	s.steps("to:phone.later", "key:Return")
	reads("the moment after", bare)
	s.steps("to:phone.form", "key:Return")
	reads("the other form", func(text string) bool { return strings.HasPrefix(text, "BEGIN:VCALENDAR") })
	s.steps("key:Escape", "over:")

	// What was asked about, from its answer.
	s.steps("key:ctrl+k", "type:may I use makeup", "hear:Tell me when", "to:ask.phone", "key:Return", "over:To my phone")
	makeup := func(text string) bool { return bare(text) && strings.Contains(text, "SUMMARY:Makeup") }
	reads("what was asked about", makeup)

	// The calendar file, and the picture for the lock screen.
	s.steps("to:phone.part.file", "key:space", "to:phone.save", "key:Return", "hear:Saved as "+filepath.Join(folder, "afterglow"))
	s.steps("to:phone.part.lock", "key:space", "to:phone.save_card", "key:Return", "hear:Open it")
	s.files(folder, "*.ics", "*.png")
	s.steps("key:Escape", "over:")

	// The wait's own card.
	was = ""
	s.steps("key:Escape", "key:Escape", "key:ctrl+1", "to:today.path.1", "key:Return", "menu:Makeup", "key:Return", "over:Makeup", "to:sheet.phone", "key:Return", "over:To my phone")
	reads("the wait of the card", makeup)
	s.steps("key:Escape", "over:")
	s.ok(item.Pick(s.ctx, "To my phone..."))
	s.steps("over:To my phone", "key:Escape", "over:")
}

// overAndExported begins with a course that is over, exports by keys, and leaves the panel at its second step.
func overAndExported(t *testing.T) (s *scene, folder string) {
	s = aloud(t)
	folder = s.chosen()
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-100d", "--device", "pen", "--depth", "0.5", "--area", "face")
	s.do("feel", "calm", "--note", "all is well")
	s.start()
	id := s.window()
	s.active(id)
	s.steps("to:today.over.export", "key:Return", "over:Export and erase", "to:sheet.yes", "key:Return", "hear:Your copy: "+folder, "hear:The page for your clinic: "+folder)
	return s, folder
}

// held is how many treatments a data folder has.
func (s *scene) held(data string) int {
	s.Helper()
	var all []struct{ ID int64 }
	s.ok(desktop.Afterglow{Bin: s.a.Bin, Data: data}.Read(s.ctx, &all, "treat", "list"))
	return len(all)
}

// restored is how many treatments a copy brings back elsewhere.
func (s *scene) restored(copy string) int {
	s.Helper()
	elsewhere := desktop.Afterglow{Bin: s.a.Bin, Data: s.TempDir()}
	_, err := elsewhere.Do(s.ctx, "restore", copy)
	s.ok(err)
	return s.held(elsewhere.Data)
}

func TestByKeysAloneAllIsExportedAtTheEndOfACourseAndThenErased(t *testing.T) {
	s, folder := overAndExported(t)
	copied := s.files(folder, "*.sqlite", "*.pdf")[0]
	if n := s.held(s.a.Data); n != 1 {
		t.Errorf("before the second step the journal has %d treatments", n)
	}
	s.steps("to:sheet.yes", "key:Return", "hear:All your data is erased.", "hear:Your copy: "+copied, "hear:"+s.a.Data+" is empty now.", "to:farewell.close", "key:Return")
	s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))
	if left, err := os.ReadDir(s.a.Data); err == nil && len(left) > 0 || err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder has %v, %v", left, err)
	}
	if n := s.restored(copied); n != 1 {
		t.Errorf("the copy brings back %d treatments", n)
	}
}

func TestAKillWhileAllIsErasedLosesNothingOfTheCopyAndLeavesNothingHalf(t *testing.T) {
	s, folder := overAndExported(t)
	copied := s.files(folder, "*.sqlite", "*.pdf")[0]
	s.steps("to:sheet.yes", "key:Return")
	s.killWindow(s.window())
	s.do("status")
	if n := s.held(s.a.Data); n > 1 {
		t.Errorf("the journal has %d treatments", n)
	}
	if n := s.restored(copied); n != 1 {
		t.Errorf("the copy brings back %d treatments", n)
	}
}
