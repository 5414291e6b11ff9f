package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// tab does what the driver does at a Tab: it asks who has the keyboard, and gives it to the next.
func (b *bench) tab(t *testing.T) {
	t.Helper()
	c := b.win.Canvas()
	if at, is := c.Focused().(fyne.Tabbable); !is || at.AcceptsTab() {
		t.Fatalf("%T keeps the Tab", c.Focused())
	}
	c.FocusNext()
}

func TestWhatIsTypedTakesThePlaceOfATextThatATabCameTo(t *testing.T) {
	for name, c := range map[string]struct {
		field func(k *Kit) (*Entry, fyne.CanvasObject)
		come  func(*testing.T, *bench, *Entry)
		want  string
	}{
		"by Tab": {line, func(t *testing.T, b *bench, _ *Entry) { b.tab(t) }, "7"},
		"by Tab, and the page is made anew": {line, func(t *testing.T, b *bench, _ *Entry) {
			b.tab(t)
			b.k.Rebuild(func() {
				e, o := line(b.k)
				b.show(300, 200, o)
				b.win.Canvas().Focus(e)
			})
		}, "7"},
		"by its name": {line, func(_ *testing.T, b *bench, _ *Entry) { b.k.GoTo("field") }, "now7"},
		"by a click on its first letter": {line, func(_ *testing.T, _ *bench, e *Entry) {
			e.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
			e.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
		}, "7now"},
		"by Tab, then back to the window": {line, func(t *testing.T, b *bench, e *Entry) {
			b.tab(t)
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			e.FocusLost()
			e.FocusGained()
		}, "now7"},
		"by Tab, several lines": {lines, func(t *testing.T, b *bench, _ *Entry) { b.tab(t) }, "one\ntwo7"},
		"by Tab, a number between its buttons": {func(k *Kit) (*Entry, fyne.CanvasObject) {
			o := k.Stepper(Steps{ID: "field", Text: "3", Width: 60})
			return k.Known("field").(*Entry), o
		}, func(t *testing.T, b *bench, _ *Entry) { b.tab(t); b.tab(t) }, "7"},
	} {
		t.Run(name, func(t *testing.T) {
			b := plain(t)
			first := b.k.Link("first", "First", func() {})
			e, o := c.field(b.k)
			b.show(300, 200, Column(4, first, o))
			b.win.Canvas().Focus(first)
			c.come(t, b, e)
			is := b.k.Known("field").(*Entry)
			is.TypedRune('7')
			if is.Text != c.want {
				t.Errorf("it says %q, want %q", is.Text, c.want)
			}
		})
	}
}

func line(k *Kit) (*Entry, fyne.CanvasObject) {
	e := k.Entry("field", "now", "", 200, nil)
	return e, e
}

func lines(k *Kit) (*Entry, fyne.CanvasObject) {
	a := k.Area("field", "one\ntwo", "", 3, 100, func(string, bool) {})
	return a.Entry, a.Object()
}

func TestCtrlHomeAndCtrlEndGoToTheEndsOfAField(t *testing.T) {
	b := plain(t)
	e, o := lines(b.k)
	b.show(300, 200, o)
	b.k.GoTo("field")
	go1 := func(key fyne.KeyName, letter rune) {
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
		e.TypedRune(letter)
	}
	go1(fyne.KeyHome, 'a')
	go1(fyne.KeyEnd, 'z')
	if e.Text != "aone\ntwoz" {
		t.Errorf("it says %q", e.Text)
	}
}
