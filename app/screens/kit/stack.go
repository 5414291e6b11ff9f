package kit

import "fyne.io/fyne/v2"

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

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size { return onOneLine(objects, r.gap) }

// onOneLine is the room that objects beside one another need.
func onOneLine(objects []fyne.CanvasObject, gap float32) (s fyne.Size) {
	for i, o := range shown(objects) {
		m := o.MinSize()
		s.Width += m.Width
		if i > 0 {
			s.Width += gap
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

// Left keeps o at its own width.
func Left(o fyne.CanvasObject) *fyne.Container { return Row(0, -1, o) }

// Ends sets top at the upper edge and bottom at the lower, with gap between at least.
func Ends(gap float32, top, bottom fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: ends{gap}, Objects: []fyne.CanvasObject{top, bottom}}
}

type ends struct{ gap float32 }

func (e ends) heightFor(o []fyne.CanvasObject, width float32) float32 {
	return Height(o[0], width) + e.gap + Height(o[1], width)
}

func (e ends) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(fyne.Max(a.Width, b.Width), a.Height+e.gap+b.Height)
}

func (e ends) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width, Height(o[0], s.Width))
	h := Height(o[1], s.Width)
	place(o[1], 0, s.Height-h, s.Width, h)
}
