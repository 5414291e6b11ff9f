//go:build e2e

package e2e

import (
	"context"
	"errors"
	"image"
	"os/exec"
	"testing"

	"afterglow/e2e/desktop"
)

// clickNote clicks in the middle of the one notification that is shown, on a desktop that looked like that without it.
func (s *scene) clickNote(empty image.Image) {
	s.Helper()
	corner := image.Rect(empty.Bounds().Dx()-420, 0, empty.Bounds().Dx(), 160)
	var note image.Rectangle
	s.until("the notification is drawn", func() error {
		now, err := s.d.Picture(s.ctx)
		if err == nil {
			note = desktop.Changed(empty, now, corner)
		}
		if err == nil && note.Dx() < 200 {
			err = errors.New("nothing is there")
		}
		return err
	})
	s.ok(s.d.Click(s.ctx, note.Min.Add(note.Max).Div(2), 1))
}

func TestAClickOnTheNotificationOpensTheWindow(t *testing.T) {
	s := begin(t)
	empty, err := s.d.Picture(s.ctx)
	s.ok(err)
	s.startInTray()
	s.cleanseComesAgain()
	s.clickNote(empty)
	s.window()
}

// otherWindow opens a window of another program over all of the screen's left, and gives its id once it has the focus.
func (s *scene) otherWindow() string {
	s.Helper()
	const title = "Another program"
	ctx, end := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "xmessage", "-title", title, "-geometry", "960x900+0+40", "-buttons", "a:1", "Something else")
	s.ok(cmd.Start())
	s.Cleanup(func() { end(); cmd.Wait() })
	id, err := s.d.AwaitWindow(s.patience(), title)
	s.ok(err)
	place, err := s.d.Place(s.ctx, id)
	s.ok(err)
	s.ok(s.d.Click(s.ctx, place.Min.Add(place.Max).Div(2), 1))
	s.active(id)
	return id
}

func TestAClickOnTheNotificationBringsTheOpenWindowToToday(t *testing.T) {
	for name, away := range map[string]func(s *scene, id string){
		"behind another window": func(s *scene, _ string) { s.otherWindow() },
		"put away": func(s *scene, id string) {
			s.ok(s.d.Minimise(s.ctx, id))
			s.ok(s.d.AwaitNoWindow(s.patience(), windowTitle))
		},
		"on another page":         func(*scene, string) {},
		"on another page, behind": func(s *scene, _ string) { s.otherWindow() },
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t)
			s.do("settings", "theme", "light")
			_, item := s.startInTray()
			s.cleanseDue()
			id := s.openWindow(item)
			s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
			today, err := s.d.Settled(s.ctx, id, nil)
			s.ok(err)
			if name != "behind another window" && name != "put away" {
				s.ok(s.d.Key(s.ctx, "ctrl+4"))
				_, err = s.d.Settled(s.ctx, id, today)
				s.ok(err)
			}
			away(s, id)
			empty, err := s.d.Picture(s.ctx)
			s.ok(err)
			s.do("snooze", "+2s")
			s.displayed(1)
			s.clickNote(empty)
			s.active(id)
			s.sees(id, "Today is shown", pills)
		})
	}
}
