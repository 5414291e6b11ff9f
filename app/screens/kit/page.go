package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Page is a page's content that scrolls if it is higher than the window.
type Page struct {
	widget.BaseWidget
	scroll *Scroll
	body   *pageBody
	holder *fyne.Container
	foot   fyne.CanvasObject // stands still beneath what scrolls; may be nil
	listed string            // what it is a list of; "": it is no list

	OnFoot func() // the foot has come, gone or changed its height; may be nil
}

// NewPage is an empty page.
func NewPage() *Page {
	p := &Page{body: &pageBody{}}
	p.holder = &fyne.Container{Layout: p.body}
	p.scroll = NewScroll(p.holder)
	p.ExtendBaseWidget(p)
	return p
}

// SetContent shows o. If keep is true the page stays scrolled where it was.
func (p *Page) SetContent(o fyne.CanvasObject, keep bool) {
	at := p.scroll.Offset
	if !keep {
		at = fyne.Position{}
	}
	p.holder.Objects = []fyne.CanvasObject{o}
	if size := p.holder.Size(); size.Width > 0 {
		p.body.Layout(p.holder.Objects, size)
	}
	p.scroll.Settle(at)
	canvas.Refresh(p.holder)
}

// SetFoot puts o beneath what scrolls, always in sight; nil for nothing.
func (p *Page) SetFoot(o fyne.CanvasObject) {
	before := p.FootHigh()
	p.foot = o
	p.Refresh()
	if p.OnFoot != nil && p.FootHigh() != before {
		p.OnFoot()
	}
}

// SetMiddle has what is lower than the window stand in the middle of it, from the next content on.
func (p *Page) SetMiddle(on bool) { p.body.middle = on }

// List says that the page is a list with this name: each text in it is a line of that.
func (p *Page) List(name string) *Page {
	p.listed = name
	return p
}

// FootHigh is the height of what stands still at the foot; 0: nothing does.
func (p *Page) FootHigh() float32 {
	if p.foot == nil {
		return 0
	}
	return p.foot.Size().Height
}

// Scroll moves the content as the mouse wheel does.
func (p *Page) Scroll(ev *fyne.ScrollEvent) { p.scroll.Scrolled(ev) }

// Scrolled is how far down the content is scrolled.
func (p *Page) Scrolled() float32 { return p.scroll.Offset.Y }

// Top scrolls to the beginning.
func (p *Page) Top() { p.scroll.ScrollToTop() }

// Reveal scrolls so that o, somewhere in this page, can be seen.
func (p *Page) Reveal(o fyne.CanvasObject) { p.RevealAbove(o, 0) }

// RevealAbove is Reveal while something, such as a toast, covers so much of the page at its lower edge.
func (p *Page) RevealAbove(o fyne.CanvasObject, covered float32) {
	top, mine := below(p.holder, o)
	if !mine { // it lies within a widget that knows more of it
		d := fyne.CurrentApp().Driver()
		top = d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p.holder).Y
	}
	bottom := top + o.Size().Height
	const room = 24
	switch y, h := p.scroll.Offset.Y, p.scroll.Size().Height-covered; {
	case top-room < y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, top-room)))
	case bottom+room > y+h:
		p.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Min(bottom+room-h, top))) // of what is higher than the page its top
	}
}

// Holds says whether o lies in what scrolls, also if it was made just now: Fyne knows no place of what was not drawn yet.
func (p *Page) Holds(o fyne.CanvasObject) bool {
	_, mine := below(p.holder, o)
	return mine
}

// below is how far the upper edge of o lies below that of root, and whether it lies in it.
func below(root, o fyne.CanvasObject) (y float32, found bool) {
	if root == o {
		return 0, true
	}
	for _, c := range inside(root) {
		if c == nil || !c.Visible() {
			continue
		}
		if y, found := below(c, o); found {
			return c.Position().Y + y, true
		}
	}
	return 0, false
}

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

// pageBody gives the content the page's width and as much height as it wants.
type pageBody struct {
	width  float32
	high   float32 // of what is seen of it at once
	middle bool    // what is lower than the page stands in its middle
}

func (b *pageBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range shown(objects) {
		h = fyne.Max(h, Height(o, b.width))
	}
	return fyne.NewSize(1, h)
}

func (b *pageBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		h, y := Height(o, size.Width), float32(0)
		if b.middle {
			y = fyne.Max(0, (size.Height-h)/2)
		}
		place(o, 0, y, size.Width, h)
	}
}

type pageRenderer struct{ p *Page }

func (r *pageRenderer) Destroy()           {}
func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r *pageRenderer) Objects() []fyne.CanvasObject {
	if r.p.foot == nil {
		return []fyne.CanvasObject{r.p.scroll}
	}
	return []fyne.CanvasObject{r.p.scroll, r.p.foot}
}

func (r *pageRenderer) Refresh() {
	r.Layout(r.p.Size())
	relay(r.p.holder)
	r.p.scroll.Settle(r.p.scroll.Offset)
}
func (r *pageRenderer) Layout(size fyne.Size) {
	// The width is told first: how high the content is depends on it.
	r.p.body.width = size.Width
	high := size.Height
	if f := r.p.foot; f != nil {
		h := Height(f, size.Width)
		high -= h
		place(f, 0, high, size.Width, h)
	}
	r.p.body.high = high
	place(r.p.scroll, 0, 0, size.Width, high)
	if is := r.p.holder.Size(); is != r.p.holder.MinSize().Max(r.p.scroll.Size()) {
		r.p.scroll.Settle(r.p.scroll.Offset)
	}
}

// relay lays out again all the way down: what came or went far below changes the
// heights above it, also if a container in between keeps its size.
func relay(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, c := range o.Objects {
			relay(c)
		}
	case *Press:
		relay(o.content)
	}
}
