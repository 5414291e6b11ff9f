package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestAFieldThatGetsTheKeyboardIsWrittenOnWhereItsTextEnds(t *testing.T) {
	b := plain(t)
	e := b.k.Entry("when", "today", "", 200, nil)
	b.show(300, 120, e)
	b.k.GoTo("when")
	for _, r := range " 7:10" {
		e.TypedRune(r)
	}
	if e.Text != "today 7:10" {
		t.Errorf("it says %q", e.Text)
	}
}

func TestAFieldComesIntoViewWhenAClickEndsAndNotUnderIt(t *testing.T) {
	b := plain(t)
	shown := 0
	b.k.Reveal = func(fyne.CanvasObject) { shown++ }
	e := b.k.Entry("phone", "", "", 200, nil)
	b.show(300, 120, e)
	click := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.MouseDown(click)
	if b.win.Canvas().Focused() != fyne.Focusable(e) || shown != 0 {
		t.Errorf("while the button is down the keyboard is on %T, and it came into view %d times", b.win.Canvas().Focused(), shown)
	}
	e.MouseUp(click)
	if shown != 1 {
		t.Errorf("after the click it came into view %d times", shown)
	}
	e.MouseDown(click)
	e.MouseUp(click)
	if shown != 1 {
		t.Errorf("a second click moved it again")
	}
}
