package kit

import "fyne.io/fyne/v2"

// Beside sets objects side by side, as wide as their weights say and each as high as it wants, if the room is at least
// so wide; else one above the other.
func Beside(least, gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: beside{least, gap, weights, false}, Objects: withoutNil(objects)}
}

// EvenBeside is Beside with objects that are all as high as the highest where they stand side by side.
func EvenBeside(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	all := withoutNil(objects)
	return &fyne.Container{Layout: beside{least, gap, Even(len(all)), true}, Objects: all}
}

type beside struct {
	least, gap float32
	weights    []float32
	even       bool
}

// wide says whether there is room side by side.
func (b beside) wide(o []fyne.CanvasObject, width float32) bool {
	return width >= b.least && len(o) == len(b.weights)
}

func (b beside) heightFor(o []fyne.CanvasObject, width float32) (h float32) {
	if !b.wide(o, width) {
		return column{b.gap}.heightFor(o, width)
	}
	for i, w := range (grid{b.gap, b.weights}).columns(width) {
		h = fyne.Max(h, Height(o[i], w))
	}
	return h
}

func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size { return column{b.gap}.MinSize(o) }

func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if !b.wide(o, size.Width) {
		column{b.gap}.Layout(o, size)
		return
	}
	high := b.heightFor(o, size.Width)
	var x float32
	for i, w := range (grid{b.gap, b.weights}).columns(size.Width) {
		h := Height(o[i], w)
		if b.even {
			h = high
		}
		place(o[i], x, 0, w, h)
		x += w + b.gap
	}
}

// Tiles sets objects in as many columns as there are room for if each is at least so wide, at most one an object. They
// run down column by column.
func Tiles(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: tiles{least, gap}, Objects: withoutNil(objects)}
}

type tiles struct{ least, gap float32 }

func (t tiles) each(o []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	n := max(1, min(len(o), int((width+t.gap)/(t.least+t.gap))))
	rows := (len(o) + n - 1) / n
	w := (width - t.gap*float32(n-1)) / float32(n)
	for column := 0; column*rows < len(o); column++ {
		var y float32
		for _, one := range o[column*rows : min(len(o), (column+1)*rows)] {
			h := Height(one, w)
			do(one, float32(column)*(w+t.gap), y, w, h)
			y += h + t.gap
		}
		height = fyne.Max(height, y-t.gap)
	}
	return height
}

func (t tiles) heightFor(o []fyne.CanvasObject, width float32) float32 {
	return t.each(o, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (t tiles) MinSize(o []fyne.CanvasObject) fyne.Size { return column{t.gap}.MinSize(o) }

func (t tiles) Layout(o []fyne.CanvasObject, size fyne.Size) { t.each(o, size.Width, place) }
