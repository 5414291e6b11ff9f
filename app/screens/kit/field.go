package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/locale"
)

// Entry is a line of text to type. Esc and the window's shortcuts work in it too.
type Entry struct {
	widget.Entry
	// ID is the same when a page is built anew.
	ID string
	// Name is what a screen reader calls it; "": its hint.
	Name string
	of   string // what it is about, where its name does not say so
	k    *Kit
	w    float32
	// OnDone is called with the text when Enter is pressed or the focus leaves. May be nil.
	OnDone func(string)
	// OnEnter is told of Enter, after OnDone: it goes on to what comes next. May be nil.
	OnEnter func()
	// OnKey takes a key before the field does; it says whether it used it. May be nil.
	OnKey func(fyne.KeyName) bool
	// OnFocus is told when the keyboard comes and goes. May be nil.
	OnFocus func(here bool)
	// OnPress is told when a click in the field ends. May be nil.
	OnPress func()
	last    string
	focused bool
	most    int    // bytes that can be pasted
	refuse  func() // is told that more was to be pasted; nil: the rest is left out
	ground  *ground
	bare    bool // it lies on the ground of something larger
	pressed bool // a button of the mouse is down in it
	waits   bool // it is to be brought into view when that goes up
	again   bool // it takes the place of one whose text was chosen as a whole
	gap     gap  // that the caret should stand behind
}

// longestLine is how many bytes can be pasted into a line: a long list of ingredients and more. Fyne lays out what it is
// given whole, for minutes if it is a book.
const longestLine = 8000

// shortened is a clipboard of which no more than the first bytes are pasted.
type shortened struct {
	fyne.Clipboard
	most int
}

// Content implements fyne.Clipboard.
func (c shortened) Content() string {
	text := c.Clipboard.Content()
	if len(text) <= c.most {
		return text
	}
	return strings.ToValidUTF8(text[:c.most], "")
}

// Entry makes a text field of this width; text is what stands in it.
func (k *Kit) Entry(id, text, hint string, width float32, done func(string)) *Entry {
	e := &Entry{ID: id, k: k, w: width, OnDone: done, last: text, most: longestLine, ground: k.ground(Corner)}
	e.ExtendBaseWidget(e)
	e.Text = text
	e.OnCursorChanged = k.told
	e.CursorColumn = len([]rune(text)) // who comes with the keyboard writes on where the text ends
	e.PlaceHolder = hint
	if was, is := k.known[id].(*Entry); is {
		e.again = was.whole()
	}
	e.OnSubmitted = func(string) {
		e.finish()
		if e.OnEnter != nil {
			e.OnEnter()
		}
	}
	k.know(id, e)
	return e
}

// ClockEntry is an Entry for a time of day, as wide as the person's clock needs; label is what the time is of. The arrows
// up and down go by quarters of an hour.
func (k *Kit) ClockEntry(id, label, text string, done func(string)) *Entry {
	e := k.Entry(id, text, "", k.clockWide(), done)
	e.Name = label
	e.OnKey = arrows(func(by int) bool {
		next, ok := k.stepClock(e.Text, by)
		if ok {
			e.SetText(next)
		}
		return ok
	})
	return e
}

// clockWide is how wide a field for a time of day is.
func (k *Kit) clockWide() float32 {
	if k.V.Format().Hours == locale.Hours12 {
		return 104
	}
	return 76
}

// End puts the caret behind the text.
func (e *Entry) End() {
	e.CursorColumn = len([]rune(e.Text))
	e.Refresh()
}

// AccessibilityLabel is what a screen reader reads.
func (e *Entry) AccessibilityLabel() string {
	if e.Name != "" {
		return e.k.spoken(e.Name, e.of)
	}
	return e.k.spoken(e.PlaceHolder, e.of)
}

// AccessibilityRole says that this is text; Fyne knows no role for a field.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (e *Entry) finish() {
	if e.Text == e.last {
		return
	}
	e.last = e.Text
	if e.OnDone != nil {
		e.OnDone(e.Text)
	}
}

// MinSize is the width that was asked for.
func (e *Entry) MinSize() fyne.Size {
	return fyne.NewSize(e.w, fyne.Max(36, e.Entry.MinSize().Height))
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.focused = true
	switch byTab := e.k.arrived(); {
	case e.pressed: // the click places the caret
	case byTab || e.again:
		e.choose()
	default:
		e.atEnd()
	}
	e.again = false
	e.ground.dress(true)
	e.reveal()
	e.k.told()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// reveal brings the field into view. While the mouse is down in it, it stays: a field that moves away under a click would
// lose the keyboard at its end.
func (e *Entry) reveal() {
	if e.waits = e.pressed; !e.waits && e.k.Reveal != nil {
		e.k.Reveal(e)
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.focused = false
	e.ground.dress(false)
	e.k.told()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
	e.finish()
}

// SetText has it hold another text.
func (e *Entry) SetText(text string) {
	e.Entry.SetText(text)
	e.k.told()
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	defer e.k.told() // Delete moves no caret
	if e.OnKey != nil && e.OnKey(ev.Name) {
		return
	}
	if ev.Name == fyne.KeyF1 {
		e.k.help()
		return
	}
	if ev.Name == fyne.KeyEscape {
		if e.k.Escape != nil {
			e.k.Escape()
		}
		return
	}
	if ev.Name == fyne.KeyBackspace && e.behindGap() {
		ev = &fyne.KeyEvent{Name: fyne.KeyDelete}
	}
	e.Entry.TypedKey(ev)
}

// MouseDown implements desktop.Mouseable.
func (e *Entry) MouseDown(ev *desktop.MouseEvent) {
	e.pressed = true
	e.Entry.MouseDown(ev)
}

// MouseUp implements desktop.Mouseable.
func (e *Entry) MouseUp(ev *desktop.MouseEvent) {
	e.Entry.MouseUp(ev)
	if e.pressed = false; e.waits {
		e.reveal()
	}
	if e.OnPress != nil {
		e.OnPress()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && len(p.Clipboard.Content()) > e.most {
		if e.refuse != nil {
			e.refuse()
			return
		}
		s = &fyne.ShortcutPaste{Clipboard: shortened{p.Clipboard, e.most}}
	}
	if e.ends(s) {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		e.Entry.TypedShortcut(s)
	default:
		e.Entry.TypedShortcut(s)
		if e.k.Shortcut != nil {
			e.k.Shortcut(s)
		}
	}
}

// CreateRenderer implements fyne.Widget. Fyne's field keeps the mouse wheel to itself, and the page
// would stop under the pointer; a pane over it, which takes the wheel alone, hands that on.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	w := &wheel{k: e.k}
	w.ExtendBaseWidget(w)
	return Laid(&entryRenderer{e.Entry.CreateRenderer(), e, w}, e.Size())
}

type entryRenderer struct {
	fyne.WidgetRenderer
	e     *Entry
	wheel *wheel
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	all := slices.DeleteFunc(slices.Clone(r.WidgetRenderer.Objects()), func(o fyne.CanvasObject) bool {
		_, ground := o.(*canvas.Rectangle) // Fyne's own, whose edge hardly tells that the keyboard is there
		return ground
	})
	if !r.e.bare {
		all = append(r.e.ground.objects(), all...)
	}
	return append(all, r.wheel)
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	if !r.e.bare {
		r.e.ground.layout(size)
	}
	place(r.wheel, 0, 0, size.Width, size.Height)
}

// wheel is seen by nothing but the mouse wheel.
type wheel struct {
	widget.BaseWidget
	k *Kit
}

var _ fyne.Scrollable = (*wheel)(nil)

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if w.k.Wheel != nil {
		w.k.Wheel(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return Laid(widget.NewSimpleRenderer(Over()), w.Size())
}

// Problem is a clear line beneath a field; empty if all is well.
type Problem struct {
	*Para
	k *Kit
}

// Problem makes an empty one.
func (k *Kit) Problem() *Problem {
	p := &Problem{Para: k.Para().Heard(), k: k}
	p.Hide()
	return p
}

// Say shows the line, or hides it if text is empty.
func (p *Problem) Say(text string) {
	if text == "" {
		p.Hide()
		return
	}
	p.SetRuns(Run{Text: text, Ink: p.k.P.Amber, Bold: true})
	p.Show()
}
