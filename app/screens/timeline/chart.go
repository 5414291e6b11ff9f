package timeline

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	lay "afterglow/app/timeline"
)

// Where the picture lies on its card, and how high the part is that does not scroll.
const (
	padLeft   = 15
	padTop    = 15
	padRight  = 3
	spare     = 2 // right of the last bar, for its edge
	padBottom = 1
	headHigh  = 47
)

// Chart is the picture on its card: the axis stands still, the lanes scroll if they are many.
// The line is dragged anywhere in it, or moved with the arrow keys.
type Chart struct {
	widget.BaseWidget
	k      *kit.Kit
	onMove func(time.Time) // zero: back to now

	courses []course.Course
	prefs   course.Prefs
	marks   []lay.Mark
	binds   map[string][]string // by lane: which of several treatments it is of, or which skin has to wait; the longest first
	options lay.Options
	cursor  time.Time // what the line was asked to stand at
	marked  string    // the lane that stands out; "": none
	seek    bool      // it is still to be brought into view
	picture *lay.Picture
	layout  lay.Layout
	widths  map[textKey]float32

	head, body *part
	scroll     *container.Scroll
	focused    bool
	quiet      bool
}

type textKey struct {
	text string
	size float32
	bold bool
}

var (
	_ fyne.Focusable  = (*Chart)(nil)
	_ fyne.Accessible = (*Chart)(nil)
)

func newChart(k *kit.Kit) *Chart {
	c := &Chart{k: k, widths: map[textKey]float32{}}
	c.head = newPart(c, paintHead)
	c.body = newPart(c, paintBody)
	c.scroll = container.NewVScroll(c.body)
	c.ExtendBaseWidget(c)
	return c
}

// show lays the picture out for these courses, with the line at cursor.
func (c *Chart) show(courses []course.Course, prefs course.Prefs, marks []lay.Mark, binds map[string][]string, cursor time.Time, o lay.Options) {
	c.courses, c.prefs, c.marks, c.binds, c.cursor, c.options = courses, prefs, marks, binds, cursor, o
	c.relay()
}

// move puts the line elsewhere in the same picture: all that a drag does.
func (c *Chart) move(cursor time.Time, binds map[string][]string) {
	c.cursor, c.binds = cursor, binds
	if c.picture == nil {
		return
	}
	c.layout = c.picture.At(cursor)
	c.head.repaint()
	c.body.repaint()
}

// mark has a lane stand out and brings it into view.
func (c *Chart) mark(lane string) {
	c.marked, c.seek = lane, lane != ""
	if c.picture != nil {
		c.move(c.cursor, c.binds)
		c.find()
	}
}

// find scrolls to the lane that stands out, once, as soon as there is a picture to scroll.
func (c *Chart) find() {
	if !c.seek {
		return
	}
	c.seek = false
	for _, l := range c.layout.Lanes {
		if l.ID != c.marked {
			continue
		}
		top, high := l.Y-headHigh-markRoom, float32(lay.LaneStep)
		switch y, seen := c.scroll.Offset.Y, c.scroll.Size().Height; {
		case top < y:
			c.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, top)))
		case top+high > y+seen:
			c.scroll.ScrollToOffset(fyne.NewPos(0, top+high-seen))
		}
	}
}

// markRoom is how far the ground of a lane that stands out reaches over its bars.
const markRoom = 6

// relay makes the picture anew: for other courses, or another width.
func (c *Chart) relay() {
	if len(c.courses) == 0 || c.Size().Width <= 0 {
		return
	}
	before := c.layout.Height
	c.options.Width = c.Size().Width - padLeft - padRight - spare
	c.options.Measure = c.measure
	c.options.Words = c.k.V.Picture()
	c.picture = lay.New(c.courses, c.prefs, c.marks, c.options)
	c.move(c.cursor, c.binds)
	if c.layout.Height != before {
		c.scroll.Refresh()
	}
	c.find()
}

// note is what a lane says below its name of several treatments: the longest text that fits, "" for nothing.
func (c *Chart) note(lane string) string {
	texts := c.binds[lane]
	for i, text := range texts {
		if i == len(texts)-1 || c.measure(text, theme.SizeSmall, false) <= nameRoom {
			return text
		}
	}
	return ""
}

// measure remembers widths: a drag asks for the same few texts on every frame.
func (c *Chart) measure(text string, size float32, bold bool) float32 {
	key := textKey{text, size, bold}
	w, ok := c.widths[key]
	if !ok {
		w = fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
		c.widths[key] = w
	}
	return w
}

// wants is the height of the card that shows everything.
func (c *Chart) wants() float32 {
	if c.layout.Height == 0 {
		return 400
	}
	return c.layout.Height + padTop + padBottom + 16
}

// at is the moment that the line stands at, inside the picture.
func (c *Chart) at() time.Time {
	at := c.cursor
	switch {
	case c.layout.From.IsZero():
	case at.Before(c.layout.From):
		return c.layout.From
	case at.After(c.layout.Until):
		return c.layout.Until
	}
	return at
}

// point moves the line to place x of the picture.
func (c *Chart) point(x float32) {
	if at := lay.CursorAt(c.layout, x); !at.Equal(c.cursor) && c.onMove != nil {
		c.onMove(at)
	}
}

// steps of the arrow keys: a dot of the hour zoom, a day of the week zoom.
func (c *Chart) step(n int) {
	by := 30 * time.Minute
	if c.options.Zoom == lay.AllWeeks {
		by = 6 * time.Hour
	}
	at := c.at().Add(time.Duration(n) * by)
	if at.Before(c.layout.From) || at.After(c.layout.Until) {
		return
	}
	c.onMove(at)
}

// TypedKey implements fyne.Focusable.
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	c.quiet = false
	switch e.Name {
	case fyne.KeyLeft:
		c.step(-1)
	case fyne.KeyRight:
		c.step(1)
	case fyne.KeyPageUp:
		c.step(-12)
	case fyne.KeyPageDown:
		c.step(12)
	case fyne.KeyUp:
		c.scroll.ScrollToOffset(c.scroll.Offset.SubtractXY(0, lay.LaneStep))
	case fyne.KeyDown:
		c.scroll.ScrollToOffset(c.scroll.Offset.AddXY(0, lay.LaneStep))
	case fyne.KeyHome:
		c.onMove(time.Time{})
	case fyne.KeyEscape:
		if c.k.Escape != nil {
			c.k.Escape()
		}
	}
}

// TypedRune implements fyne.Focusable.
func (c *Chart) TypedRune(r rune) {
	if c.k.Letter != nil {
		c.k.Letter(r)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Chart) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Chart) FocusLost() { c.focused, c.quiet = false, false; c.Refresh() }

// AccessibilityLabel is what a screen reader reads; the list tells the rest.
func (c *Chart) AccessibilityLabel() string {
	return c.k.V.T("timeline.described", phrase.Args{"Line": c.layout.CursorLabel.Text})
}

// AccessibilityRole says that this is a container.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// MinSize leaves room for a lane or two; the rest scrolls.
func (c *Chart) MinSize() fyne.Size { return fyne.NewSize(300, 160) }

// CreateRenderer implements fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	card := canvas.NewRectangle(c.k.P.Card)
	card.CornerRadius = kit.CardCorner
	r := &chartRenderer{c: c, card: card}
	r.dress()
	return r
}

type chartRenderer struct {
	c    *Chart
	card *canvas.Rectangle
}

func (r *chartRenderer) Destroy()           {}
func (r *chartRenderer) MinSize() fyne.Size { return r.c.MinSize() }
func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.card, r.c.scroll, r.c.head}
}

func (r *chartRenderer) dress() {
	r.card.StrokeColor, r.card.StrokeWidth = r.c.k.P.Line, 1
	if r.c.focused && !r.c.quiet {
		r.card.StrokeColor, r.card.StrokeWidth = r.c.k.P.Rose, 2
	}
}

func (r *chartRenderer) Refresh() {
	r.dress()
	r.card.Refresh()
}

func (r *chartRenderer) Layout(size fyne.Size) {
	c := r.c
	r.card.Resize(size)
	w := size.Width - padLeft - padRight
	c.head.Move(fyne.NewPos(padLeft, padTop))
	c.head.Resize(fyne.NewSize(w, headHigh))
	c.scroll.Move(fyne.NewPos(padLeft, padTop+headHigh))
	c.scroll.Resize(fyne.NewSize(w, size.Height-padTop-headHigh-padBottom))
	c.relay()
}

// part is the axis or the lanes: a widget that keeps its objects and moves them.
type part struct {
	widget.BaseWidget
	c      *Chart
	paint  func(*Chart, *shapes)
	shapes shapes
}

var (
	_ fyne.Draggable     = (*part)(nil)
	_ fyne.Tappable      = (*part)(nil)
	_ desktop.Cursorable = (*part)(nil)
)

func newPart(c *Chart, paint func(*Chart, *shapes)) *part {
	p := &part{c: c, paint: paint}
	p.ExtendBaseWidget(p)
	return p
}

func (p *part) repaint() {
	p.shapes.begin()
	p.paint(p.c, &p.shapes)
	if p.shapes.end() {
		canvas.Refresh(p)
	}
}

// Dragged implements fyne.Draggable.
func (p *part) Dragged(e *fyne.DragEvent) { p.c.point(e.Position.X) }

// DragEnd implements fyne.Draggable.
func (p *part) DragEnd() {}

// Tapped moves the line to where the click was.
func (p *part) Tapped(e *fyne.PointEvent) {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(p.c); cv != nil {
		p.c.quiet = true
		cv.Focus(p.c)
	}
	if e.Position.X >= p.c.layout.LabelWidth {
		p.c.point(e.Position.X)
	}
}

// Cursor implements desktop.Cursorable.
func (p *part) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MinSize is what the layout needs.
func (p *part) MinSize() fyne.Size {
	if p == p.c.head {
		return fyne.NewSize(100, headHigh)
	}
	return fyne.NewSize(100, fyne.Max(0, p.c.layout.Height-headHigh))
}

// CreateRenderer implements fyne.Widget.
func (p *part) CreateRenderer() fyne.WidgetRenderer { return &partRenderer{p} }

type partRenderer struct{ p *part }

func (r *partRenderer) Destroy()                     {}
func (r *partRenderer) Layout(fyne.Size)             {}
func (r *partRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *partRenderer) Refresh()                     {}
func (r *partRenderer) Objects() []fyne.CanvasObject { return r.p.shapes.objects }

func barTone(k *kit.Kit, t lay.Tone) kit.Tone {
	switch t {
	case lay.ToneOpen:
		return k.Sage()
	case lay.ToneThen:
		return k.Water()
	case lay.ToneCare:
		return k.Rose()
	}
	return k.Amber()
}
