package kit

import "fyne.io/fyne/v2"

// Over lays objects on top of each other, all of the same size.
func Over(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: over{}, Objects: withoutNil(objects)}
}

type over struct{}

func (over) heightFor(objects []fyne.CanvasObject, width float32) (h float32) {
	for _, o := range shown(objects) {
		h = fyne.Max(h, Height(o, width))
	}
	return h
}

func (over) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range shown(objects) {
		s = s.Max(o.MinSize())
	}
	return s
}

func (over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// Pad keeps room around o: top, right, bottom, left.
func Pad(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: pad{top: top, right: right, bottom: bottom, left: left}, Objects: []fyne.CanvasObject{o}}
}

// Narrow keeps o at most so wide, at the left: lines that are too long are hard to read.
func Narrow(most float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: pad{most: most}, Objects: []fyne.CanvasObject{o}}
}

// Centred keeps o at most so wide, in the middle of the room: of a large window no half is empty.
func Centred(most float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: pad{most: most, centred: true}, Objects: []fyne.CanvasObject{o}}
}

type pad struct {
	top, right, bottom, left float32

	most    float32 // how wide the content is at most; 0: no bound
	centred bool    // what is left of the room lies on both sides
}

func (p pad) inner(width float32) float32 {
	w := fyne.Max(0, width-p.left-p.right)
	if p.most > 0 {
		w = fyne.Min(w, p.most)
	}
	return w
}

func (p pad) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range shown(objects) {
		h = fyne.Max(h, Height(o, p.inner(width)))
	}
	return h + p.top + p.bottom
}

func (p pad) MinSize(objects []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range shown(objects) {
		s = s.Max(o.MinSize())
	}
	if p.most > 0 {
		s.Width = fyne.Min(s.Width, p.most)
	}
	return s.AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

func (p pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		w := p.inner(size.Width)
		x := p.left
		if p.centred {
			x += (size.Width - p.left - p.right - w) / 2
		}
		place(o, x, p.top, w, size.Height-p.top-p.bottom)
	}
}

// Fixed gives o exactly this size as its least size.
func Fixed(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixed{fyne.NewSize(w, h)}, Objects: []fyne.CanvasObject{o}}
}

type fixed struct{ size fyne.Size }

func (f fixed) heightFor([]fyne.CanvasObject, float32) float32 { return f.size.Height }

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }

func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// Middle keeps o at its own size in the middle of the room.
func Middle(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{o}}
}

type middle struct{}

func (middle) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[0], width)
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		m := o.MinSize()
		m.Width = fyne.Min(m.Width, size.Width)
		m.Height = Height(o, m.Width)
		place(o, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
	}
}
