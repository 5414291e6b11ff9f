//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// Colours of the light theme by which an answer is read.
var (
	notYet = desktop.NotYet()
	rose   = color.NRGBA{R: 0x9C, G: 0x44, B: 0x56, A: 0xFF} // the edge of the box while the keyboard is in it
)

// sees waits until the window shows something.
func (s *scene) sees(id, what string, there func(picture image.Image) error) image.Image {
	s.Helper()
	var picture image.Image
	s.until(what, func() (err error) {
		if picture, err = s.d.WindowPicture(s.ctx, id); err == nil {
			err = there(picture)
		}
		return err
	})
	return picture
}

// inBox says whether the keyboard is in the box: a long line of rose runs along its lower edge.
func inBox(picture image.Image) error {
	if desktop.Patch(picture, rose, 32, 400, 1).Empty() {
		return errors.New("the box has no edge of the keyboard's")
	}
	return nil
}

func notInBox(picture image.Image) error {
	if inBox(picture) == nil {
		return errors.New("the keyboard is in the box")
	}
	return nil
}

func waits(picture image.Image) error {
	if desktop.Patch(picture, notYet, 2, 200, 12).Empty() {
		return errors.New("no tile of a wait is shown")
	}
	return nil
}

func TestWhatIsAskedFromTheTrayIsAnsweredAndToldWhenItIsOver(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-23h59m20s", "--device", "pen", "--depth", "0.5", "--area", "face")
	heard := s.listen()
	_, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Ask..."))
	id := s.window()
	s.active(id)
	empty := s.sees(id, "the keyboard is in the box", inBox)
	if waits(empty) == nil {
		t.Error("an answer is shown before anything was asked")
	}
	s.ok(s.d.Type(s.ctx, "may i use mascara"))
	answer := s.sees(id, "the wait is shown", waits)
	tell := s.sees(id, "it offers to tell", desktop.HasButton)
	at, err := desktop.Button(tell)
	s.ok(err)
	if tile := desktop.Patch(answer, notYet, 2, 200, 12); at.Y < tile.Max.Y {
		t.Fatalf("the button at %v does not lie below the wait at %v", at, tile)
	}
	s.ok(s.d.ClickIn(s.ctx, id, at))
	s.until("the wish is in the log", func() error {
		if wishes := s.logged("tell", "makeup"); len(wishes) != 1 {
			return fmt.Errorf("the log has %+v", s.log())
		}
		return nil
	})

	asked, err := heard.Await(s.longPatience(), makeupOver)
	s.ok(err)
	if !strings.Contains(asked.Body, "You asked about mascara") {
		t.Errorf("the notification says %q", asked.Body)
	}
	ctx := s.longPatience()
	s.ok(desktop.Until(ctx, "the answer turns with the wait", func() error {
		picture, err := s.d.WindowPicture(ctx, id)
		if err == nil && waits(picture) == nil {
			err = errors.New("it still shows the wait")
		}
		return err
	}))
}

func TestTheBoxIsReachedByKeysFromEveryPage(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h")
	_, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	id := s.window()
	s.active(id)
	s.sees(id, "Today is shown", func(p image.Image) error {
		if desktop.Patch(p, notYet, 2, 60, 2).Empty() {
			return errors.New("no card is drawn")
		}
		return notInBox(p)
	})
	for _, way := range [][2]string{{"ctrl+2", "ctrl+k"}, {"ctrl+3", "slash"}, {"ctrl+4", "ctrl+k"}} {
		s.ok(s.d.Key(s.ctx, way[0]))
		s.sees(id, "another page is shown", notInBox)
		s.ok(s.d.Key(s.ctx, way[1]))
		s.sees(id, way[1]+" leads to the box", inBox)
		s.ok(s.d.Type(s.ctx, "sauna"))
		s.sees(id, "it answers", waits)
		s.ok(s.d.Key(s.ctx, "Escape"))
		s.sees(id, "Esc clears it", func(p image.Image) error {
			if waits(p) == nil {
				return errors.New("the answer is still shown")
			}
			return inBox(p)
		})
		s.ok(s.d.Key(s.ctx, "Escape"))
		s.sees(id, "Esc leaves it", notInBox)
	}
}
