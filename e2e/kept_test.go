//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"testing"

	"afterglow/e2e/desktop"
)

// Places in the window as it opens, in pixels.
var (
	toProducts  = image.Pt(150, 218) // in the list of pages, beside the name
	toQuestions = image.Pt(150, 262)
	listField   = image.Pt(500, 160)
	firstOnPage = image.Pt(300, 345) // the first product of the shelf, if nothing stands in the field
	askField    = image.Pt(400, 200) // a new question, if the clinic has no number
)

// beside is where the field lies that belongs to the button at this place.
func beside(button image.Point) image.Point { return button.Sub(image.Pt(250, 8)) }

// turnTo clicks on a page in the list of pages and waits until it is marked there.
func (s *scene) turnTo(id string, page image.Point) {
	s.Helper()
	marked := color.NRGBA{R: 0xF6, G: 0xD9, B: 0xD6, A: 0xFF}
	at := page.Add(image.Pt(20, 0)) // the pointer's own place is a shade darker, and so is all of the line
	s.ok(s.d.ClickIn(s.ctx, id, page))
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	s.sees(id, "the page is turned", func(p image.Image) error {
		if color.NRGBAModel.Convert(p.At(at.X, at.Y)) != marked {
			return errors.New("another page is marked")
		}
		return nil
	})
}

// openWindow opens the window from the tray and waits until it shows Today.
func (s *scene) openWindow(item desktop.Item) string {
	s.Helper()
	s.ok(item.Pick(s.ctx, "Open Afterglow"))
	id := s.window()
	s.active(id)
	s.sees(id, "Today is shown", pills)
	return id
}

// pills says whether a wait is told in a pill, as on the cards of Today and on the shelf.
func pills(picture image.Image) error {
	if desktop.Patch(picture, notYet, 2, 60, 3).Empty() {
		return errors.New("no state is shown")
	}
	return nil
}

func waitless(picture image.Image) error {
	if waits(picture) == nil {
		return errors.New("a wait is shown")
	}
	return nil
}

// product waits until the one product of the shelf has this name.
func (s *scene) product(name, list string) {
	s.Helper()
	s.until(name+" is on the shelf", func() error {
		var all []struct{ Name, Label string }
		s.read(&all, "shelf")
		if len(all) != 1 || all[0].Name != name || all[0].Label != list {
			return fmt.Errorf("the shelf has %+v", all)
		}
		return nil
	})
}

func TestAPastedListIsKeptOnTheShelfAndThereAfterARestart(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h", "--device", "pen", "--depth", "0.5", "--area", "face")
	agent, item := s.startInTray()
	id := s.openWindow(item)
	s.turnTo(id, toProducts)
	s.ok(s.d.ClickIn(s.ctx, id, listField))
	s.ok(s.d.Type(s.ctx, "Retinol, Aqua"))
	s.sees(id, "the list is answered", waits)
	// No other program is here to copy from.
	s.ok(s.d.Key(s.ctx, "ctrl+a"))
	s.ok(s.d.Key(s.ctx, "ctrl+x"))
	s.sees(id, "the field is empty", waitless)
	s.ok(s.d.Key(s.ctx, "Escape")) // a list is pasted wherever the keyboard is
	s.ok(s.d.Key(s.ctx, "ctrl+v"))
	s.sees(id, "what was pasted is answered", waits)
	keep, err := desktop.Button(s.sees(id, "it can be kept", desktop.HasButton))
	s.ok(err)
	s.ok(s.d.ClickIn(s.ctx, id, beside(keep)))
	s.ok(s.d.Type(s.ctx, "Night serum"))
	s.ok(s.d.ClickIn(s.ctx, id, keep))
	s.product("Night serum", "Retinol, Aqua")

	s.do("quit")
	s.gone(agent)
	_, item = s.startInTray()
	id = s.openWindow(item)
	s.turnTo(id, toProducts)
	s.sees(id, "the product is listed with its wait", pills)
	s.ok(s.d.ClickIn(s.ctx, id, firstOnPage))
	s.sees(id, "it opens", waits)
	for _, key := range []string{"Tab", "Tab", "Return"} { // past "Says who?" to "Rename"
		s.ok(s.d.Key(s.ctx, key))
	}
	s.ok(s.d.Type(s.ctx, "Evening serum")) // in the place of the old name, which is chosen
	s.ok(s.d.Key(s.ctx, "Return"))
	s.product("Evening serum", "Retinol, Aqua")
}

func TestAQuestionForTheClinicIsKeptAnsweredAndShown(t *testing.T) {
	s := begin(t)
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h")
	_, item := s.startInTray()
	id := s.openWindow(item)
	s.turnTo(id, toQuestions)
	add, err := desktop.Button(s.sees(id, "one can be kept", desktop.HasButton))
	s.ok(err)
	s.ok(s.d.ClickIn(s.ctx, id, askField))
	s.ok(s.d.Type(s.ctx, "May I fly"))
	s.ok(s.d.ClickIn(s.ctx, id, add))
	s.question("May I fly", "")
	s.sees(id, "it is listed", listed)

	for _, key := range []string{"Tab", "Tab", "Return"} { // from the field, where the next one could be written
		s.ok(s.d.Key(s.ctx, key))
	}
	s.ok(s.d.Type(s.ctx, "after 3 days"))
	s.ok(s.d.Key(s.ctx, "Return"))
	s.question("May I fly", "after 3 days")
	// Asked again, the note stands there.
	s.ok(s.d.Key(s.ctx, "ctrl+k"))
	s.ok(s.d.Type(s.ctx, "may i fly"))
	s.sees(id, "what the clinic said is shown", func(p image.Image) error {
		if desktop.Patch(p, color.NRGBA{R: 0xF6, G: 0xD9, B: 0xD6, A: 0xFF}, 2, 300, 12).Empty() {
			return errors.New("there is no note")
		}
		return nil
	})
}

// question waits until the one question for the clinic reads so.
func (s *scene) question(text, answer string) {
	s.Helper()
	s.until("the question is in the journal", func() error {
		var all []struct{ Text, Answer string }
		s.read(&all, "questions")
		if len(all) != 1 || all[0].Text != text || all[0].Answer != answer {
			return fmt.Errorf("the questions are %+v", all)
		}
		return nil
	})
}

// listed says whether a card with questions lies on the page, below that of the clinic.
func listed(picture image.Image) error {
	below := desktop.Crop(picture, image.Rect(196, 230, picture.Bounds().Max.X, 600))
	if desktop.Patch(below, color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}, 0, 300, 12).Empty() {
		return errors.New("there is no card")
	}
	return nil
}
