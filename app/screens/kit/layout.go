package kit

import (
	"fyne.io/fyne/v2"
)

// Flowing is an object whose height depends on the width it gets, such as a
// paragraph. Fyne's MinSize cannot say that, so our layouts ask this first.
type Flowing interface {
	HeightFor(width float32) float32
}

// flowLayout is a layout that can say its height for a width.
type flowLayout interface {
	fyne.Layout
	heightFor(objects []fyne.CanvasObject, width float32) float32
}

// Height is how high o wants to be at this width.
func Height(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Flowing); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flowLayout); ok {
			return l.heightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o != nil && o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

func withoutNil(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := objects[:0:0]
	for _, o := range objects {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

// Column stacks objects, each as wide as the column. Nil objects are left out.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: column{gap}, Objects: withoutNil(objects)}
}

type column struct{ gap float32 }

func (c column) heightFor(objects []fyne.CanvasObject, width float32) (h float32) {
	for i, o := range shown(objects) {
		if i > 0 {
			h += c.gap
		}
		h += Height(o, width)
	}
	return h
}

func (c column) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for i, o := range shown(objects) {
		m := o.MinSize()
		s.Width = fyne.Max(s.Width, m.Width)
		s.Height += m.Height
		if i > 0 {
			s.Height += c.gap
		}
	}
	return s
}

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range shown(objects) {
		h := Height(o, size.Width)
		place(o, 0, y, size.Width, h)
		y += h + c.gap
	}
}

// Row sets objects side by side, centred on one line. The object at index grow
// takes the room that is left; -1 for none.
func Row(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap, grow, false}, Objects: objects}
}

// TopRow is Row with the objects' upper edges on one line.
func TopRow(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap, grow, true}, Objects: objects}
}

type row struct {
	gap  float32
	grow int
	top  bool
}

func (r row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	w := make([]float32, len(objects))
	left := width
	first := true
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if !first {
			left -= r.gap
		}
		first = false
		if i != r.grow {
			w[i] = o.MinSize().Width
			left -= w[i]
		}
	}
	if r.grow >= 0 {
		w[r.grow] = fyne.Max(left, 0)
	}
	return w
}

func (r row) heightFor(objects []fyne.CanvasObject, width float32) (h float32) {
	w := r.widths(objects, width)
	for i, o := range objects {
		if o.Visible() {
			h = fyne.Max(h, Height(o, w[i]))
		}
	}
	return h
}

func (r row) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for i, o := range shown(objects) {
		m := o.MinSize()
		s.Width += m.Width
		if i > 0 {
			s.Width += r.gap
		}
		s.Height = fyne.Max(s.Height, m.Height)
	}
	return s
}

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := r.widths(objects, size.Width)
	var x float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := Height(o, w[i])
		y := (size.Height - h) / 2
		if r.top {
			y = 0
		}
		place(o, x, y, w[i], h)
		x += w[i] + r.gap
	}
}

// Grid sets objects in rows of len(weights) columns, as wide as their weights
// say; all of a row are as high as its highest.
func Grid(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: grid{gap, weights}, Objects: withoutNil(objects)}
}

// Even is n equal weights.
func Even(n int) []float32 {
	w := make([]float32, n)
	for i := range w {
		w[i] = 1
	}
	return w
}

type grid struct {
	gap     float32
	weights []float32
}

func (g grid) columns(width float32) []float32 {
	var sum float32
	for _, w := range g.weights {
		sum += w
	}
	room := width - g.gap*float32(len(g.weights)-1)
	out := make([]float32, len(g.weights))
	for i, w := range g.weights {
		out[i] = fyne.Max(0, room*w/sum)
	}
	return out
}

func (g grid) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	cols := g.columns(width)
	list := shown(objects)
	var y float32
	for start := 0; start < len(list); start += len(cols) {
		line := list[start:min(start+len(cols), len(list))]
		var h float32
		for i, o := range line {
			h = fyne.Max(h, Height(o, cols[i]))
		}
		var x float32
		for i, o := range line {
			do(o, x, y, cols[i], h)
			x += cols[i] + g.gap
		}
		height = y + h
		y += h + g.gap
	}
	return height
}

func (g grid) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return g.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (g grid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for _, o := range shown(objects) {
		w = fyne.Max(w, o.MinSize().Width)
	}
	w = w*float32(len(g.weights)) + g.gap*float32(len(g.weights)-1)
	return fyne.NewSize(w, g.heightFor(objects, w))
}

func (g grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.each(objects, size.Width, place)
}
