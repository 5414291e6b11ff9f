package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/reader"
	"afterglow/app/screens/theme"
)

// Press is anything to click: a button, a card, a tick. It shows its content
// with a hover veil and a focus ring, and answers the mouse, Enter and Space.
type Press struct {
	widget.BaseWidget
	// ID is the same when a page is built anew, so that the focus can stay where it was.
	ID    string
	OnTap func()
	// OnKey takes other keys; it says whether it used one. May be nil.
	OnKey func(fyne.KeyName) bool
	// OnRune takes a typed letter; it says whether it used it. May be nil.
	OnRune func(rune) bool
	// OnPoint is told where a click was, in place of OnTap. May be nil.
	OnPoint func(fyne.Position)
	// OnHover is told where the pointer is, and when it leaves. May be nil.
	OnHover func(at fyne.Position, here bool)
	// With is what comes into view with it when the keyboard does: a card with its answers. Nil: it alone.
	With fyne.CanvasObject
	// OnHeld is told when pointer or keyboard come to it, and when neither is on it any more. May be nil.
	OnHeld func(held bool)

	k        *Kit
	label    string
	of       string // what it is about, where its own words do not say so
	role     fyne.AccessibleRole
	state    State
	figure   func() *reader.Value // what a screen reader hears of its figure; nil: it has none
	onFigure func(v float64) bool // takes a figure that a screen reader gives; nil: none can be given
	content  fyne.CanvasObject
	group    *group // what the arrow keys go through from here; nil: nothing
	radius   float32
	bare     bool // content keeps its own height; the target is larger than what is seen
	off      bool
	focused  bool
	quiet    bool // focused by the mouse: no ring
	hovered  bool
	slipped  bool // the click on it was meant for what stood here before
	worded   bool // letters were typed on it that nothing took: the space behind them is no press
}

var (
	_ fyne.Focusable     = (*Press)(nil)
	_ fyne.Tappable      = (*Press)(nil)
	_ fyne.Disableable   = (*Press)(nil)
	_ fyne.Accessible    = (*Press)(nil)
	_ desktop.Hoverable  = (*Press)(nil)
	_ desktop.Cursorable = (*Press)(nil)
	_ desktop.Mouseable  = (*Press)(nil)
	_ Flowing            = (*Press)(nil)
	_ Part               = (*Press)(nil)
	_ Asked              = (*Press)(nil)
)

// Press makes content clickable. label is what a screen reader says.
func (k *Kit) Press(id, label string, radius float32, content fyne.CanvasObject, tap func()) *Press {
	p := &Press{ID: id, OnTap: tap, k: k, label: label, role: fyne.AccessibleRoleButton, content: content, radius: radius}
	p.ExtendBaseWidget(p)
	k.know(id, p)
	return p
}

// Label is what the thing is called.
func (p *Press) Label() string { return p.label }

// Named gives it a label of its own, where what it shows does not say enough by itself.
func (p *Press) Named(label string) *Press {
	p.label = label
	return p
}

// Content is what it shows.
func (p *Press) Content() fyne.CanvasObject { return p.content }

// AccessibilityLabel is what a screen reader reads.
func (p *Press) AccessibilityLabel() string { return p.k.spoken(p.label, p.of) }

// AccessibilityRole tells buttons from links, boxes and choices.
func (p *Press) AccessibilityRole() fyne.AccessibleRole { return p.role }

// Tapped implements fyne.Tappable.
func (p *Press) Tapped(e *fyne.PointEvent) {
	slipped := p.slipped
	p.slipped, p.k.tabbed = false, false
	if p.off || slipped {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		p.quiet = true
		c.Focus(p)
	}
	if p.OnPoint != nil {
		p.OnPoint(e.Position)
		return
	}
	p.tap()
}

func (p *Press) tap() {
	if p.OnTap != nil && !p.off {
		p.OnTap()
	}
}

// FocusGained implements fyne.Focusable.
func (p *Press) FocusGained() {
	p.k.arrived()
	p.hold(func() { p.focused = true })
	p.Refresh()
	p.k.told()
	if p.k.Reveal != nil && !p.quiet {
		p.k.Reveal(p.sight())
	}
}

// sight is what has to be in view while the keyboard is here.
func (p *Press) sight() fyne.CanvasObject {
	if p.With != nil {
		return p.With
	}
	return p
}

// FocusLost implements fyne.Focusable.
func (p *Press) FocusLost() {
	p.hold(func() { p.focused, p.quiet, p.worded = false, false, false })
	p.Refresh()
	p.k.told()
}

// Focused says whether the keyboard is here, and whether the ring shows it.
func (p *Press) Focused() (focused, ring bool) { return p.focused, p.focused && !p.quiet }

// FocusQuietly says that the next focus is not to show its ring.
func (p *Press) FocusQuietly() { p.quiet = true }

// TypedRune implements fyne.Focusable.
func (p *Press) TypedRune(r rune) {
	if p.OnRune != nil && !p.off && p.OnRune(r) {
		p.quiet = false
		p.Refresh()
		return
	}
	p.worded = p.worded || r != ' '
	if p.k.Letter != nil {
		p.k.Letter(r)
	}
}

// TypedKey implements fyne.Focusable.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if e.Name == fyne.KeySpace && p.worded {
			return
		}
		p.quiet = false
		p.tap()
	case fyne.KeyEscape:
		if p.k.Escape != nil {
			p.k.Escape()
		}
	case fyne.KeyF1:
		p.k.help()
	default:
		if p.OnKey != nil && !p.off && p.OnKey(e.Name) {
			p.quiet, p.worded = false, false
			p.Refresh()
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (p *Press) MouseIn(e *desktop.MouseEvent) {
	p.hold(func() { p.hovered = true })
	p.Refresh()
	p.MouseMoved(e)
}

// MouseMoved implements desktop.Hoverable.
func (p *Press) MouseMoved(e *desktop.MouseEvent) {
	if p.OnHover != nil && !p.off && e != nil {
		p.OnHover(e.Position, true)
	}
}

// MouseDown implements desktop.Mouseable.
func (p *Press) MouseDown(ev *desktop.MouseEvent) {
	p.k.pressed = true
	p.slipped = p.k.slips(p, ev)
}

// MouseUp implements desktop.Mouseable.
func (p *Press) MouseUp(*desktop.MouseEvent) { p.k.release() }

// MouseOut implements desktop.Hoverable.
func (p *Press) MouseOut() {
	p.hold(func() { p.hovered = false })
	p.Refresh()
	if p.OnHover != nil {
		p.OnHover(fyne.Position{}, false)
	}
}

// hold tells OnHeld if change makes a difference.
func (p *Press) hold(change func()) {
	before := p.hovered || p.focused
	change()
	if held := p.hovered || p.focused; held != before && p.OnHeld != nil {
		p.OnHeld(held)
	}
}

// Cursor implements desktop.Cursorable.
func (p *Press) Cursor() desktop.Cursor {
	if p.off {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Enable implements fyne.Disableable.
func (p *Press) Enable() { p.off = false; p.Refresh(); p.k.told() }

// Disable implements fyne.Disableable.
func (p *Press) Disable() { p.off = true; p.Refresh(); p.k.told() }

// Disabled implements fyne.Disableable. Fyne asks it of all that lies on the way of a Tab, which leaves out so what is
// not where it comes in.
func (p *Press) Disabled() bool { return p.off || p.k.tabbed && p.passed() }

// HeightFor implements Flowing.
func (p *Press) HeightFor(width float32) float32 { return fyne.Max(Target, Height(p.content, width)) }

// MinSize is never less than a target for a finger or an unsteady hand.
func (p *Press) MinSize() fyne.Size {
	return p.content.MinSize().Max(fyne.NewSize(Target, Target))
}

// CreateRenderer implements fyne.Widget.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	veil := canvas.NewRectangle(color.Transparent)
	veil.CornerRadius = p.radius
	ring := canvas.NewRectangle(color.Transparent)
	ring.CornerRadius = p.radius + 3
	ring.StrokeWidth = 2
	r := &pressRenderer{p: p, veil: veil, ring: ring, objects: []fyne.CanvasObject{p.content, veil, ring}}
	r.style()
	return Laid(r, p.Size())
}

type pressRenderer struct {
	p          *Press
	veil, ring *canvas.Rectangle
	objects    []fyne.CanvasObject
}

func (r *pressRenderer) Destroy()                     {}
func (r *pressRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *pressRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *pressRenderer) style() {
	p := r.p
	r.veil.FillColor = color.Transparent
	switch {
	case p.off:
		r.veil.FillColor = theme.Fade(p.k.P.Card, 0.55)
	case p.hovered:
		r.veil.FillColor = theme.Fade(p.k.P.Text, 0.05)
	}
	r.ring.StrokeColor = color.Transparent
	if _, show := p.Focused(); show {
		r.ring.StrokeColor = p.k.P.Rose
	}
}

func (r *pressRenderer) Refresh() {
	r.style()
	r.veil.Refresh()
	r.ring.Refresh()
}

func (r *pressRenderer) Layout(size fyne.Size) {
	w, h := size.Width, size.Height
	x, y := float32(0), float32(0)
	if r.p.bare {
		m := r.p.content.MinSize()
		x, y = (w-m.Width)/2, (h-m.Height)/2
		w, h = m.Width, m.Height
	}
	place(r.p.content, x, y, w, h)
	place(r.veil, x, y, w, h)
	place(r.ring, x-3, y-3, w+6, h+6)
}
