package timeline

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	lay "afterglow/app/timeline"
)

// Where the picture lies on its card, in Fyne's units.
const (
	padLeft   = 18 // of the lanes' names
	padRight  = 18
	inset     = kit.CardCorner // the frame's edges are so wide, and the picture covers the rest
	headHigh  = 62             // of the axis, from the card's top
	headMid   = 28             // the middle of its words
	padBottom = 1
)

// Chart is the picture on its card: the axis stands still, the lanes scroll if there is no room for all.
// The line is dragged anywhere in it, or moved with the arrow keys.
type Chart struct {
	widget.BaseWidget
	k      *kit.Kit
	onMove func(time.Time) // zero: back to now
	lines  func() []string // what the list says, for who hears the picture

	shown   shown
	binds   map[string][]string // by lane: which of several treatments it is of, or which skin has to wait; the longest first
	cursor  time.Time           // what the line was asked to stand at
	marked  string              // the lane that stands out; "": none
	seek    bool                // it is still to be brought into view
	picture *lay.Picture
	layout  lay.Layout
	laid    fyne.Size // for which the picture was made
	widths  map[textKey]float32

	frame      *kit.Frame
	axis       *canvas.Raster
	sheet      *sheet
	head, body *part
	scroll     *kit.Scroll
	focused    bool
	quiet      bool
}

// shown is what the picture is made of.
type shown struct {
	courses []course.Course
	prefs   course.Prefs
	marks   []lay.Mark
	felt    []lay.Felt
	options lay.Options
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
	c := &Chart{k: k, widths: map[textKey]float32{}, frame: k.Frame()}
	c.axis, c.sheet = headGround(c), newSheet(c)
	c.head = newPart(c, paintHead, c.axis)
	c.body = newPart(c, paintBody, c.sheet.pastClip, c.sheet.aheadClip)
	c.scroll = kit.NewScroll(c.body)
	c.scroll.OnScrolled = func(fyne.Position) { c.stretch() }
	c.ExtendBaseWidget(c)
	return c
}

// show lays the picture out, with the line at cursor.
func (c *Chart) show(what shown, binds map[string][]string, cursor time.Time) {
	c.shown, c.binds, c.cursor = what, binds, cursor
	c.relay()
}

// move puts the line elsewhere in the same picture: all that a drag does.
func (c *Chart) move(cursor time.Time, binds map[string][]string) {
	c.cursor, c.binds = cursor, binds
	if c.picture == nil {
		return
	}
	c.layout = c.picture.At(cursor)
	// On whole units, so that both sides of the sheet meet.
	c.layout.CursorX = float32(math.Round(float64(c.layout.CursorX)))
	c.stretch()
	c.head.repaint()
	c.body.repaint()
	c.told()
}

// stretch lays the ground of both parts beneath their words.
func (c *Chart) stretch() {
	right := c.body.Size().Width - inset
	c.axis.Move(fyne.NewPos(inset, inset))
	c.axis.Resize(fyne.NewSize(c.head.Size().Width-2*inset, headHigh-inset))
	c.sheet.place(inset, right, padLeft+c.layout.CursorX, c.body.Size().Height, c.scroll.Offset.Y, c.scroll.Size().Height)
}

// mark has a lane stand out and brings it into view.
func (c *Chart) mark(lane string) {
	c.marked, c.seek = lane, lane != ""
	if c.picture != nil {
		c.sheet.redraw()
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
		top, high := l.Y-lay.HeadHeight-markRoom, c.layout.BarHigh+2*markRoom
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

// relay makes the picture anew: for other courses, or in other room.
func (c *Chart) relay() {
	if len(c.shown.courses) == 0 || c.Size().Width <= 0 {
		return
	}
	c.laid = c.Size()
	before, o := c.layout.Height, c.shown.options
	o.Width = c.Size().Width - padLeft - padRight
	o.High = c.Size().Height - (headHigh - lay.HeadHeight) - padBottom
	o.Measure, o.Words = c.measure, c.k.V.Picture()
	c.picture = lay.New(c.shown.courses, c.shown.prefs, c.shown.marks, c.shown.felt, o)
	c.move(c.cursor, c.binds)
	c.axis.Refresh()
	c.sheet.redraw()
	if c.layout.Height != before {
		c.scroll.Refresh()
	}
	c.find()
}

// note is what a lane says below its name of several treatments: the longest text that fits, "" for nothing.
func (c *Chart) note(lane string) string {
	texts := c.binds[lane]
	for i, text := range texts {
		if i == len(texts)-1 || c.measure(text, theme.SizeSmall, false) <= c.nameRoom() {
			return text
		}
	}
	return ""
}

// nameRoom is how wide a lane's name may be.
func (c *Chart) nameRoom() float32 { return c.layout.LabelWidth - 4 }

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

// wants is the height of the card in which the lanes stand as far apart as they like.
func (c *Chart) wants(width float32) float32 {
	o := c.shown.options
	o.Width, o.High = width-padLeft-padRight, 0
	o.Measure, o.Words = c.measure, c.k.V.Picture()
	return lay.New(c.shown.courses, c.shown.prefs, c.shown.marks, c.shown.felt, o).At(c.cursor).Height + headHigh - lay.HeadHeight + padBottom
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

// step moves the line by so many steps of the arrow keys: half an hour, or where a dot of the screen is more, one of those.
func (c *Chart) step(n int) { c.by(time.Duration(n) * max(30*time.Minute, lay.Snap(c.layout))) }

// by moves the line by so much time, to the picture's edge at most.
func (c *Chart) by(d time.Duration) {
	at := c.at().Add(d)
	switch {
	case at.Before(c.layout.From):
		at = c.layout.From
	case at.After(c.layout.Until):
		at = c.layout.Until
	}
	c.onMove(at)
}

// keyScroll is how far an arrow key scrolls: about a lane.
const keyScroll = 40

// TypedKey implements fyne.Focusable.
func (c *Chart) TypedKey(e *fyne.KeyEvent) {
	c.quiet = false
	switch e.Name {
	case fyne.KeyLeft:
		c.step(-1)
	case fyne.KeyRight:
		c.step(1)
	case fyne.KeyPageUp:
		c.by(-24 * time.Hour)
	case fyne.KeyPageDown:
		c.by(24 * time.Hour)
	case fyne.KeyUp:
		c.scroll.ScrollToOffset(c.scroll.Offset.SubtractXY(0, keyScroll))
	case fyne.KeyDown:
		c.scroll.ScrollToOffset(c.scroll.Offset.AddXY(0, keyScroll))
	case fyne.KeyHome:
		c.onMove(time.Time{})
	case fyne.KeyEnd:
		c.onMove(c.layout.Until)
	case fyne.KeyF1:
		if c.k.Help != nil {
			c.k.Help()
		}
	case fyne.KeyEscape:
		if c.k.Escape != nil {
			c.k.Escape()
		}
	}
}

// takeKeys gives the picture the keyboard, without a ring: the mouse moved the line, and the arrow keys go on from there.
func (c *Chart) takeKeys() {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c); cv != nil {
		c.quiet = true
		cv.Focus(c)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Chart) TypedRune(r rune) {
	if c.k.Letter != nil {
		c.k.Letter(r)
	}
}

// AcceptsTab implements fyne.Tabbable: a Tab goes on.
func (c *Chart) AcceptsTab() bool { return c.k.Tabs() }

// FocusGained implements fyne.Focusable.
func (c *Chart) FocusGained() {
	c.focused = true
	c.Refresh()
	c.told()
}

// FocusLost implements fyne.Focusable.
func (c *Chart) FocusLost() {
	c.focused, c.quiet = false, false
	c.Refresh()
	c.told()
}

// told has who hears the picture hear of a change.
func (c *Chart) told() {
	if c.k.Told != nil {
		c.k.Told()
	}
}

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
	r := &chartRenderer{c}
	r.dress()
	c.laid = fyne.Size{}
	return kit.Laid(r, c.Size())
}

type chartRenderer struct{ c *Chart }

func (r *chartRenderer) Destroy()           {}
func (r *chartRenderer) MinSize() fyne.Size { return r.c.MinSize() }
func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.frame.Object, r.c.head, r.c.scroll}
}

func (r *chartRenderer) dress() {
	if r.c.focused && !r.c.quiet {
		r.c.frame.Edge(r.c.k.P.Rose, 2)
		return
	}
	r.c.frame.Edge(r.c.k.P.Line, 1)
}

func (r *chartRenderer) Refresh() { r.dress() }

func (r *chartRenderer) Layout(size fyne.Size) {
	c := r.c
	c.frame.Object.Resize(size)
	c.head.Resize(fyne.NewSize(size.Width, headHigh))
	c.scroll.Move(fyne.NewPos(0, headHigh))
	c.scroll.Resize(fyne.NewSize(size.Width, size.Height-headHigh-padBottom))
	if size != c.laid { // Fyne asks again and again
		c.relay()
	}
}
