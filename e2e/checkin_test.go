//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"testing"
	"time"
)

// asking is a check for Settled: a white sheet lies over a page that is darker than it is by itself.
func asking(picture image.Image) error {
	b := picture.Bounds()
	middle := image.Pt(b.Dx()/2, b.Dy()/2)
	lit := 0
	for x := -100; x < 100; x++ {
		for y := -100; y < 100; y++ {
			if bright(picture.At(middle.X+x, middle.Y+y)) {
				lit++
			}
		}
	}
	switch {
	case bright(picture.At(b.Min.X+4, b.Max.Y-4)):
		return errors.New("the page is not darkened")
	case lit < 200*200*6/10:
		return errors.New("no sheet lies in the middle")
	}
	return nil
}

func bright(c color.Color) bool {
	return color.GrayModel.Convert(c).(color.Gray).Y > 250
}

// press presses the button of a sheet that these many tabs lead to.
func (s *scene) press(tabs int) {
	s.Helper()
	for range tabs {
		s.ok(s.d.Key(s.ctx, "Tab"))
	}
	s.ok(s.d.Key(s.ctx, "space"))
}

func TestTheCheckInOffersALongerWaitAndForcesNone(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	_, item := s.startInTray()
	s.do("settings", "checkin.times", time.Now().Format("15:04"))
	s.do("treat", "--at", "-20h")
	s.until("the menu asks", func() error { return item.Pick(s.ctx, "Check in: how is your skin?") })
	id := s.window()
	sheet, err := s.d.Settled(s.ctx, id, nil, asking)
	s.ok(err)

	before := s.windowEnd("makeup")
	s.press(1) // "Still red or peeling"
	s.press(7) // "Keep it", after four scales, the note and "Skip the questions"
	s.until("the check-in is answered", func() error {
		if felt := s.logged("feel", "checkin"); len(felt) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
		}
		return nil
	})
	_, err = s.d.Settled(s.ctx, id, sheet, asking)
	s.ok(err)
	if longer := s.logged("extend", "makeup"); len(longer) != 0 {
		t.Fatalf("nobody asked for it, and the log is %+v", s.log())
	}
	s.press(1) // the first wait that may be made longer
	s.until("a wait is longer", func() error {
		if longer := s.logged("extend", "makeup"); len(longer) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
		}
		return nil
	})
	if after := s.windowEnd("makeup"); after.Sub(before) != 24*time.Hour {
		t.Errorf("the makeup wait ended at %v and ends at %v", before, after)
	}
}
