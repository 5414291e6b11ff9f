package timeline

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/screens/kit"
	lay "afterglow/app/timeline"
)

// part is the axis or the lanes: a ground that stays, with words and lines over it that move.
type part struct {
	widget.BaseWidget
	c      *Chart
	ground []fyne.CanvasObject
	paint  func(*Chart, *shapes)
	shapes shapes
	all    []fyne.CanvasObject
}

var (
	_ fyne.Draggable     = (*part)(nil)
	_ fyne.Tappable      = (*part)(nil)
	_ desktop.Cursorable = (*part)(nil)
)

func newPart(c *Chart, paint func(*Chart, *shapes), ground ...fyne.CanvasObject) *part {
	p := &part{c: c, paint: paint, ground: ground, all: ground}
	p.ExtendBaseWidget(p)
	return p
}

// headGround is the axis' ground, drawn once.
func headGround(c *Chart) *canvas.Raster {
	r := canvas.NewRaster(nil)
	r.ScaleMode = canvas.ImageScalePixels
	r.Generator = func(w, h int) image.Image { return drawHead(c, w, h, r.Size()) }
	return r
}

func (p *part) repaint() {
	p.shapes.begin()
	p.paint(p.c, &p.shapes)
	if !p.shapes.end() {
		return
	}
	// Boxes lie beneath words: the line's label on its pill.
	p.all = append([]fyne.CanvasObject(nil), p.ground...)
	for _, b := range p.shapes.boxes {
		p.all = append(p.all, b)
	}
	for _, t := range p.shapes.texts {
		p.all = append(p.all, t)
	}
	canvas.Refresh(p)
}

// Dragged implements fyne.Draggable. A mouse tells its place more often than a picture is drawn; Fyne hands on the newest
// alone, once before each picture.
func (p *part) Dragged(e *fyne.DragEvent) { p.c.point(e.Position.X - padLeft) }

// DragEnd implements fyne.Draggable.
func (p *part) DragEnd() { p.c.takeKeys() }

// Tapped moves the line to where the click was.
func (p *part) Tapped(e *fyne.PointEvent) {
	p.c.takeKeys()
	if x := e.Position.X - padLeft; x >= p.c.layout.LabelWidth {
		p.c.point(x)
	}
}

// Cursor implements desktop.Cursorable.
func (p *part) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MinSize is what the layout needs.
func (p *part) MinSize() fyne.Size {
	if p == p.c.head {
		return fyne.NewSize(100, headHigh)
	}
	return fyne.NewSize(100, fyne.Max(0, p.c.layout.Height-lay.HeadHeight))
}

// CreateRenderer implements fyne.Widget.
func (p *part) CreateRenderer() fyne.WidgetRenderer { return kit.Laid(&partRenderer{p}, p.Size()) }

type partRenderer struct{ p *part }

func (r *partRenderer) Destroy()                     {}
func (r *partRenderer) Layout(fyne.Size)             { r.p.c.stretch() }
func (r *partRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *partRenderer) Refresh()                     {}
func (r *partRenderer) Objects() []fyne.CanvasObject { return r.p.all }
