//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// iconPlace waits until the panel shows something that was not there before, and gives its middle.
func (s *scene) iconPlace(before image.Image) image.Point {
	s.Helper()
	area := desktop.TrayArea(before.Bounds())
	var place image.Rectangle
	s.until("the icon is drawn in the panel", func() error {
		now, err := s.d.Picture(s.ctx)
		if err != nil {
			return err
		}
		if place = desktop.Changed(before, now, area); place.Dx() < 8 || place.Dy() < 8 {
			return fmt.Errorf("all that changed in the panel is %v", place)
		}
		return nil
	})
	return place.Min.Add(place.Max).Div(2)
}

func TestATreatmentIsSeenInTheTrayAndAClickOpensTheWindow(t *testing.T) {
	s := begin(t)
	empty, err := s.d.Picture(s.ctx)
	s.ok(err)
	s.do("treat", "--at", "-2h", "--device", "pen", "--depth", "0.5", "--area", "face")
	_, item := s.startInTray()

	var menu []desktop.MenuEntry
	s.until("the menu's first line is the status", func() (err error) { // the icon stands before the journal is read
		menu, err = item.Menu(s.ctx)
		if err == nil && (len(menu) == 0 || menu[0].Enabled || !strings.HasPrefix(menu[0].Label, "Day 0 · ") && !strings.HasPrefix(menu[0].Label, "Day 1 · ")) {
			err = fmt.Errorf("the menu says %q", desktop.Labels(menu))
		}
		return err
	})
	if lines := desktop.Labels(menu); len(lines) > 8 {
		t.Errorf("the menu has %d lines, more than 8: %q", len(lines), lines)
	}
	if ids, err := s.d.Windows(s.ctx, windowTitle); err != nil || len(ids) > 0 {
		t.Errorf("the window is open before anyone asked for it: %v, %v", ids, err)
	}

	s.ok(s.d.Click(s.ctx, s.iconPlace(empty), 1))
	s.window()
}

func TestARightClickShowsTheMenu(t *testing.T) {
	s := begin(t)
	empty, err := s.d.Picture(s.ctx)
	s.ok(err)
	s.startInTray()
	at := s.iconPlace(empty)
	closed, err := s.d.Picture(s.ctx)
	s.ok(err)
	above := image.Rect(closed.Bounds().Dx()/2, closed.Bounds().Dy()/2, closed.Bounds().Dx(), desktop.TrayArea(closed.Bounds()).Min.Y)

	s.ok(s.d.Click(s.ctx, at, 3))
	s.until("the menu is drawn above the panel", func() error {
		open, err := s.d.Picture(s.ctx)
		if err == nil && desktop.Changed(closed, open, above).Dy() < 60 {
			err = errors.New("nothing opened there")
		}
		return err
	})
	s.ok(s.d.Key(s.ctx, "Escape"))
}

func TestWhatTheCommandLineWritesIsInTheTrayAtOnce(t *testing.T) {
	s := begin(t)
	_, item := s.startInTray()
	s.status(item, "Nothing to look after today")
	s.do("treat", "--at", "-1h")
	s.status(item, "makeup opens")
	s.do("pause", "1h")
	s.status(item, "paused until")
	s.do("resume")
	s.status(item, "makeup opens")
}

// status waits until the menu's first line says this.
func (s *scene) status(item desktop.Item, part string) {
	s.Helper()
	s.until(fmt.Sprintf("the tray says %q", part), func() error {
		menu, err := item.Menu(s.ctx)
		if err == nil && (len(menu) == 0 || !strings.Contains(menu[0].Label, part)) {
			err = fmt.Errorf("it says %q", desktop.Labels(menu))
		}
		return err
	})
}

func TestPauseAndResumeWorkFromTheMenu(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-1h")
	_, item := s.startInTray()
	s.status(item, "makeup opens")
	s.ok(item.Pick(s.ctx, "Until tomorrow"))
	s.status(item, "paused until")
	if len(s.logged("pause", "")) != 1 {
		t.Errorf("the pause is not in the log: %+v", s.log())
	}
	s.until("the menu offers to resume", func() error { return item.Pick(s.ctx, "Paused until") })
	s.status(item, "makeup opens")
}

func TestADiscreetMenuNamesNoTreatment(t *testing.T) {
	s := begin(t)
	s.do("treat", "--at", "-26h", "--area", "face")
	s.do("treat", "--at", "-1h", "--area", "neck")
	_, item := s.startInTray()
	s.status(item, "Neck, day ")
	s.do("settings", "discreet", "on")
	s.status(item, "reminder") // "Next reminder", or that one waits
	menu, err := item.Menu(s.ctx)
	s.ok(err)
	all := strings.ToLower(strings.Join(desktop.Labels(menu), "\n"))
	for _, word := range []string{"neck", "face", "day ", "makeup", "skin", "cleanse", "moisturise", "sunscreen"} {
		if strings.Contains(all, word) {
			t.Errorf("the discreet menu says %q:\n%s", word, all)
		}
	}
	s.do("settings", "discreet", "off")
	s.status(item, "Neck, day ")
}

func TestTheIconComesBackWithThePanel(t *testing.T) {
	s := begin(t)
	p, _ := s.startInTray()
	s.ok(s.d.StopPanel(s.patience()))
	empty, err := s.d.Picture(s.ctx)
	s.ok(err)
	s.ok(s.d.StartPanel(s.patience()))
	item, err := s.d.AwaitItem(s.patience(), p.PID())
	s.ok(err)
	s.status(item, "Nothing to look after today")
	s.iconPlace(empty)
}

func TestQuitInTheMenuLeavesNothingBehind(t *testing.T) {
	s := begin(t)
	p, item := s.startInTray()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	s.window()
	s.ok(item.Pick(s.ctx, "Quit"))
	s.gone(p)
}

func TestQuitOnTheCommandLineLeavesNothingBehind(t *testing.T) {
	s := begin(t)
	p, _ := s.startInTray()
	s.do() // a second start shows the window
	s.window()
	s.do("quit")
	s.gone(p)
}
