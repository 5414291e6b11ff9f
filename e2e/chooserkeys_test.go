//go:build e2e

package e2e

import (
	"image"
	"testing"
)

func TestByKeysAloneAFileDialogIsLeftAndAQuestionKept(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-26h", "--device", "pen", "--depth", "0.5", "--area", "face", "--area", "neck")
	_, item := s.startInTray()
	id := s.openWindow(item)
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	page, err := s.d.Settled(s.ctx, id, nil)
	s.ok(err)
	page = s.keys(id, page, "ctrl+4", "Tab", "Tab") // past the list to "Open a text file"
	dialog := s.keys(id, page, "Return")
	dialog = s.keys(id, dialog, "Tab", "Tab") // a list of Fyne's own has the keyboard
	page = s.keys(id, dialog, "Escape")       // it is left, and the keyboard is where it was
	s.keys(id, page, "ctrl+5", "Tab")
	s.ok(s.d.Type(s.ctx, "May I fly?"))
	s.ok(s.d.Key(s.ctx, "Return"))
	s.question("May I fly?", "")
}
