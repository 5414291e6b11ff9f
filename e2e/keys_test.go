//go:build e2e

package e2e

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"afterglow/e2e/desktop"
)

// keys presses keys one after the other, and waits until the window shows something else.
func (s *scene) keys(id string, picture image.Image, keys ...string) image.Image {
	s.Helper()
	for _, key := range keys {
		s.ok(s.d.Key(s.ctx, key))
	}
	next, err := s.d.Settled(s.ctx, id, picture)
	if err != nil {
		s.Fatalf("after %v: %v", keys, err)
	}
	return next
}

// times is a key so often.
func times(n int, key string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = key
	}
	return all
}

// railStops is how often Shift+Tab is pressed from the first thing on a page to the last one in the window: past the
// pages, which are one stop, and the clinic at the left.
const railStops = 3

func TestByKeysAloneATreatmentIsEnteredAndCareTakenBackAndPutBack(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.start()
	id := s.window()
	s.active(id)
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	page, err := s.d.Settled(s.ctx, id, nil, desktop.HasButton)
	s.ok(err)
	page = s.keys(id, page, "Tab", "Return") // the first Tab leads into the page: "I had a treatment"
	page = s.keys(id, page, "Tab", "ctrl+a") // the steps begin at "Just now", one of three usual answers; the field comes after them
	s.ok(s.d.Type(s.ctx, "yesterday 14:00"))
	page = s.keys(id, page, "Return") // goes on
	page = s.keys(id, page, times(railStops, "shift+Tab")...)
	page = s.keys(id, page, "Return")
	// Step 3 wants an answer about fluids before it ends, and leads there.
	page = s.keys(id, page, times(railStops, "shift+Tab")...)
	page = s.keys(id, page, "Return", "space")
	page = s.keys(id, page, times(4, "Tab")...)
	page = s.keys(id, page, "Return")
	s.planOfTheTreatment("essentials")

	s.do("done", "moisturise")
	if page, err = s.d.Settled(s.ctx, id, page); err != nil {
		t.Fatal(err)
	}
	page = s.keys(id, page, "ctrl+6") // the keyboard was on Today: it is at the first choice of History
	page = s.keys(id, page, times(3, "Tab")...)
	for _, undone := range []bool{true, false, true} { // on the same line
		page = s.keys(id, page, "Return")
		s.until(fmt.Sprintf("undone: %v", undone), func() error {
			if done := s.logged("done", "moisturise"); len(done) != 1 || done[0].Undone != undone {
				return fmt.Errorf("the log has %+v", done)
			}
			return nil
		})
	}
}

// lineAt is where the line of the timeline stands: the one dark stroke that is as high as the picture.
func lineAt(picture image.Image) (x int, err error) {
	ink := color.NRGBA{R: 0x2B, G: 0x25, B: 0x30, A: 0xFF}
	if line := desktop.Patch(picture, ink, 4, 1, 200); !line.Empty() {
		return line.Min.X, nil
	}
	return 0, fmt.Errorf("no line is drawn")
}

func TestTheLineOfTheTimelineIsDraggedAndMovedByKeys(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-26h", "--device", "pen", "--depth", "0.5", "--area", "face")
	_, item := s.startInTray()
	id := s.openWindow(item)
	at := 0
	moved := func(what string, there func(x int) bool) {
		s.Helper()
		s.sees(id, what, func(p image.Image) error {
			x, err := lineAt(p)
			if err == nil && !there(x) {
				err = fmt.Errorf("the line is at %d, it was at %d", x, at)
			}
			if err == nil {
				at = x
			}
			return err
		})
	}
	s.ok(s.d.Key(s.ctx, "ctrl+2"))
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	moved("the line is drawn", func(int) bool { return true })
	now := at

	window, err := s.d.Place(s.ctx, id)
	s.ok(err)
	hand, err := s.d.Hand(s.ctx)
	s.ok(err)
	from := window.Min.Add(image.Pt(at, 300))
	s.ok(hand.Move(from))
	s.ok(hand.Press())
	const far, stride = 160, 8 // pixels
	for x := stride; x <= far; x += stride {
		s.ok(hand.Move(from.Add(image.Pt(x, 0))))
	}
	moved("the line follows the mouse", func(x int) bool { return x >= now+far-2 && x <= now+far+2 })
	s.ok(hand.Release())
	s.ok(hand.Move(image.Pt(2, 2)))
	s.ok(hand.Drop())
	moved("it stays where it was dropped", func(x int) bool { return x == at })

	s.ok(s.d.Key(s.ctx, "Left")) // the keyboard is on the picture
	moved("it goes left by a key", func(x int) bool { return x < at })
	s.ok(s.d.Key(s.ctx, "Next"))
	moved("it goes far to the right by a key", func(x int) bool { return x > at+stride })
	s.ok(s.d.Key(s.ctx, "Home"))
	moved("it goes back to now", func(x int) bool { return x >= now-1 && x <= now+1 })
}
