package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/ipc"
	"afterglow/e2e/desktop"
)

const (
	windowTitle = "Afterglow"
	makeupOver  = "Your makeup wait is over"
	makeupTreat = "-23h59m45s" // the makeup wait, 24 h, ends 15 s later
)

// save keeps a picture and notes what it shows.
func (t *tour) save(picture image.Image, name, shows string) error {
	file := filepath.Join(t.out, name)
	if err := desktop.Save(picture, file); err != nil {
		return err
	}
	t.pictures = append(t.pictures, fmt.Sprintf("%-28s %s", file, shows))
	return nil
}

// look waits until the window has changed since the last look, passes the checks and is still.
func (t *tour) look(ctx context.Context, checks ...func(image.Image) error) error {
	id, err := t.d.AwaitWindow(ctx, windowTitle)
	if err != nil {
		return err
	}
	// A pointer over a button would colour it.
	if err := t.d.Move(ctx, image.Pt(2, 2)); err != nil {
		return err
	}
	t.last, err = t.d.Settled(ctx, id, t.last, checks...)
	return err
}

// lookAndSave keeps a picture of the window as look finds it.
func (t *tour) lookAndSave(ctx context.Context, name, shows string, checks ...func(image.Image) error) error {
	if err := t.look(ctx, checks...); err != nil {
		return fmt.Errorf("for %s: %w", name, err)
	}
	return t.save(t.last, name, shows)
}

// firstRun shows what a person sees who starts Afterglow for the first time, and the three steps to a treatment.
func (t *tour) firstRun(ctx context.Context, _ desktop.Item) error {
	if err := t.lookAndSave(ctx, "first-start.png", "the first start", desktop.HasButton); err != nil {
		return err
	}
	id, err := t.d.AwaitWindow(ctx, windowTitle)
	if err != nil {
		return err
	}
	for step, asks := range []string{"when and where", "whose plan", "when may we remind you"} {
		if t.last, err = t.d.Lead(ctx, id, t.last); err != nil {
			return fmt.Errorf("on to step %d: %w", step+1, err)
		}
		if err := t.save(t.last, fmt.Sprintf("onboarding-%d.png", step+1), asks); err != nil {
			return err
		}
	}
	return nil
}

// makeup enters a treatment whose makeup wait is almost over, and waits for the notification.
func (t *tour) makeup(ctx context.Context, _ desktop.Item) error {
	heard, err := desktop.Listen(ctx)
	if err != nil {
		return err
	}
	defer heard.Stop()
	if _, err := t.a.Do(ctx, "treat", "--at", makeupTreat, "--device", "pen", "--depth", "0.5", "--area", "face"); err != nil {
		return err
	}
	say("treat --at %s: a treatment whose makeup wait ends in 15 seconds", makeupTreat)
	for _, done := range []string{"cleanse", "moisturise", "water", "water", "water"} {
		if _, err := t.a.Do(ctx, "done", done); err != nil {
			return err
		}
	}
	if err := t.page(ctx, "today"); err != nil {
		return err
	}
	if err := t.look(ctx); err != nil {
		return fmt.Errorf("for today: %w", err)
	}
	asked, err := heard.Await(ctx, makeupOver)
	if err != nil {
		return err
	}
	say("notified at %s: %q, %q", asked.At.Format("15:04:05"), asked.Title, asked.Body)
	if err := t.shown(ctx); err != nil {
		return err
	}
	if err := t.look(ctx); err != nil {
		return fmt.Errorf("for the end of the wait: %w", err)
	}
	screen, err := t.d.Picture(ctx)
	if err != nil {
		return err
	}
	if err := t.save(screen, "desktop.png", "window, tray icon and notification"); err != nil {
		return err
	}
	note := desktop.Changed(t.empty, screen, image.Rect(screen.Bounds().Dx()-420, 0, screen.Bounds().Dx(), 110))
	if note.Empty() {
		return errors.New("the notification cannot be seen")
	}
	if err := t.save(desktop.Crop(screen, note.Inset(-16)), "notification.png", "the notification"); err != nil {
		return err
	}
	return t.d.CloseAll(ctx)
}

// shown waits until the notification is on the screen.
func (t *tour) shown(ctx context.Context) error {
	return desktop.Until(ctx, "the notification is on the screen", func() error {
		n, err := t.d.Displayed(ctx)
		if err == nil && n == 0 {
			err = errors.New("nothing is shown")
		}
		return err
	})
}

// menu opens the tray icon's menu with a right click.
func (t *tour) menu(ctx context.Context, item desktop.Item) error {
	closed, err := t.d.Picture(ctx)
	if err != nil {
		return err
	}
	icon := desktop.Changed(t.empty, closed, desktop.TrayArea(closed.Bounds()))
	if icon.Empty() {
		return errors.New("the tray icon cannot be seen in the panel")
	}
	if err := t.d.Click(ctx, icon.Min.Add(icon.Max).Div(2), 3); err != nil {
		return err
	}
	right := closed.Bounds()
	right.Min.X = right.Max.X / 2
	var open image.Image
	var area image.Rectangle
	err = desktop.Until(ctx, "the menu is on the screen", func() error {
		var err error
		if open, err = t.d.Picture(ctx); err != nil {
			return err
		}
		if area = desktop.Changed(closed, open, right); area.Dy() < 100 {
			return errors.New("nothing opened")
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := t.save(desktop.Crop(open, area.Union(icon).Inset(-16)), "menu.png", "the tray icon's menu"); err != nil {
		return err
	}
	lines, err := item.Menu(ctx)
	if err != nil {
		return err
	}
	say("the menu: %q", desktop.Labels(lines))
	return t.d.Key(ctx, "Escape")
}

// boxEdge is the colour of the edge around the box to ask in while it has the keyboard, in light.
var boxEdge = color.NRGBA{R: 0x9C, G: 0x44, B: 0x56, A: 0xFF}

// ask asks a question from the tray's menu, light and dark.
func (t *tour) ask(ctx context.Context, item desktop.Item) error {
	if err := item.Pick(ctx, "Ask..."); err != nil {
		return err
	}
	id, err := t.d.AwaitWindow(ctx, windowTitle)
	if err != nil {
		return err
	}
	for _, look := range []struct {
		theme string
		tile  color.NRGBA // under a wait that goes on
		edge  color.NRGBA // around the box while it has the keyboard
	}{
		{"dark", color.NRGBA{R: 0x46, G: 0x36, B: 0x19, A: 0xFF}, color.NRGBA{R: 0xEF, G: 0xA3, B: 0xB0, A: 0xFF}},
		{"light", color.NRGBA{R: 0xFB, G: 0xE8, B: 0xC8, A: 0xFF}, boxEdge},
	} {
		if _, err := t.a.Do(ctx, "settings", "theme", look.theme); err != nil {
			return err
		}
		if err := t.page(ctx, "ask"); err != nil {
			return err
		}
		// A key that comes before the box has the keyboard in the new theme is lost: the next question would stand
		// behind the last one.
		if err := t.look(ctx, func(picture image.Image) error {
			if desktop.Patch(picture, look.edge, 32, 400, 1).Empty() {
				return errors.New("the box does not have the keyboard")
			}
			return nil
		}); err != nil {
			return err
		}
		if err := t.d.Key(ctx, "ctrl+a"); err != nil { // what is asked in the other theme goes
			return err
		}
		if err := t.d.Type(ctx, "hot yoga tomorrow"); err != nil {
			return err
		}
		picture, still := t.last, 0
		err := desktop.Until(ctx, "the answer is shown, "+look.theme, func() error {
			before := picture
			now, err := t.d.WindowPicture(ctx, id)
			if err != nil {
				return err
			}
			picture = now
			// The caret blinks: but for that, nothing changes any more once every letter is read.
			if still++; before == nil || before.Bounds() != now.Bounds() || desktop.Changed(before, now, now.Bounds()).Dx() > 4 {
				still = 0
			}
			if desktop.Patch(now, look.tile, 2, 200, 12).Empty() {
				return errors.New("no wait can be seen")
			}
			if still < 8 {
				return errors.New("it is still being written")
			}
			return nil
		})
		if err != nil {
			return err
		}
		t.last = picture
		if err := t.save(picture, "ask-"+look.theme+".png", "a question and its answer, "+look.theme); err != nil {
			return err
		}
	}
	say("asked: hot yoga tomorrow")
	if err := t.page(ctx, "today"); err != nil {
		return err
	}
	return t.look(ctx, func(picture image.Image) error {
		if desktop.Patch(picture, boxEdge, 32, 400, 1).Empty() {
			return nil
		}
		return errors.New("the keyboard is still in the box")
	})
}

// page asks the open window to show a page.
func (t *tour) page(ctx context.Context, page string) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if _, err := ipc.Send(ctx, t.a.Data, ipc.Window, ipc.Message{Do: ipc.DoShow, Page: page}); err != nil {
		return fmt.Errorf("ask the window for its page %s: %w", page, err)
	}
	return nil
}

// selected is where in the window the list of pages marks the one that is shown: along a line
// beside the names, all that is of another colour than the list.
func selected(picture image.Image) (from, until int) {
	const along, top, bottom = 17, 60, 330
	at := picture.Bounds().Min
	r0, g0, b0, _ := picture.At(at.X+along, at.Y+top).RGBA()
	for y := top; y < bottom; y++ {
		r, g, b, _ := picture.At(at.X+along, at.Y+y).RGBA()
		if r == r0 && g == g0 && b == b0 {
			continue
		}
		if from == 0 {
			from = y
		}
		until = y
	}
	return from, until
}

// turned checks that another page is shown than in the picture before.
func turned(before image.Image) func(image.Image) error {
	was, _ := selected(before)
	return func(picture image.Image) error {
		if is, until := selected(picture); is == 0 || until-is > 60 || is == was {
			return errors.New("the page has not been turned")
		}
		return nil
	}
}

// keep puts something on the shelf and on the list for the clinic.
func (t *tour) keep(ctx context.Context) error {
	for _, p := range []struct{ name, list string }{
		{"Night serum", "Aqua, Glycerin, Retinol, Glycolic Acid, Niacinamide, Panthenol, Parfum, Linalool"},
		{"Barrier cream", "Aqua, Glycerin, Petrolatum, Panthenol, Ceramide NP"},
	} {
		file := filepath.Join(t.d.Dir(), "list.txt")
		if err := os.WriteFile(file, []byte(p.list), 0o600); err != nil {
			return fmt.Errorf("write a list of ingredients: %w", err)
		}
		if _, err := t.a.Do(ctx, "shelf", "add", p.name, file); err != nil {
			return err
		}
	}
	for _, words := range [][]string{
		{"questions", "add", "When may I use niacinamide again?"}, {"questions", "add", "May I fly on Friday?"},
		{"questions", "answer", "2", "yes, with a mask on"}, {"questions", "add", "May I sleep on my side?"},
	} {
		if _, err := t.a.Do(ctx, words...); err != nil {
			return err
		}
	}
	return nil
}

// screens shows every page, light and then dark. Each differs from the one
// before, which is how the tour sees that it has come: today is the last in the
// light, and turns dark.
func (t *tour) screens(ctx context.Context, _ desktop.Item) error {
	if err := t.keep(ctx); err != nil {
		return err
	}
	shown := "today"
	for _, shot := range []struct{ theme, page string }{
		{"light", "timeline"}, {"light", "guide"}, {"light", "products"}, {"light", "questions"}, {"light", "settings"}, {"light", "today"},
		{"dark", "today"}, {"dark", "timeline"}, {"dark", "guide"}, {"dark", "settings"},
	} {
		if _, err := t.a.Do(ctx, "settings", "theme", shot.theme); err != nil {
			return err
		}
		if err := t.page(ctx, shot.page); err != nil {
			return err
		}
		var checks []func(image.Image) error
		if shot.page != shown {
			checks = append(checks, turned(t.last))
		}
		shown = shot.page
		if err := t.lookAndSave(ctx, shot.page+"-"+shot.theme+".png", shot.page+", "+shot.theme, checks...); err != nil {
			return err
		}
	}
	say("every screen is pictured, light and dark")
	return nil
}
