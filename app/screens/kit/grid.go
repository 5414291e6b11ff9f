package kit

import "fyne.io/fyne/v2"

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

// Wrap sets objects side by side and begins a new line where the room ends.
func Wrap(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: wrap{gapX, gapY}, Objects: withoutNil(objects)}
}

type wrap struct{ gapX, gapY float32 }

func (l wrap) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	type cell struct {
		o       fyne.CanvasObject
		x, w, h float32
	}
	var line []cell
	var x, y, high float32
	flush := func() {
		for _, c := range line {
			do(c.o, c.x, y+(high-c.h)/2, c.w, c.h) // all of a line have their middle on it
		}
		height = y + high
		x, y, high = 0, y+high+l.gapY, 0
		line = line[:0]
	}
	for _, o := range shown(objects) {
		w := fyne.Min(o.MinSize().Width, width)
		if x > 0 && x+w > width+0.01 {
			flush()
		}
		h := Height(o, w)
		line = append(line, cell{o, x, w, h})
		x += w + l.gapX
		high = fyne.Max(high, h)
	}
	if len(line) > 0 {
		flush()
	}
	return height
}

func (l wrap) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l wrap) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range shown(objects) {
		s = s.Max(o.MinSize())
	}
	return s
}

func (l wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) { l.each(objects, size.Width, place) }
