package kit

import "fyne.io/fyne/v2"

// Actions are buttons at the right, on as many lines as they need. One that is wider than a line breaks its words.
func Actions(gap float32, buttons ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: actions{gap: gap}, Objects: withoutNil(buttons)}
}

// MiddleActions are Actions in the middle.
func MiddleActions(gap float32, buttons ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: actions{gap, true}, Objects: withoutNil(buttons)}
}

type actions struct {
	gap    float32
	middle bool // not at the right
}

// lines are the buttons of each line.
func (a actions) lines(objects []fyne.CanvasObject, width float32) (lines [][]fyne.CanvasObject) {
	var x float32
	for _, o := range shown(objects) {
		w := o.MinSize().Width
		if len(lines) == 0 || x+a.gap+w > width+0.01 {
			lines, x = append(lines, nil), -a.gap
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], o)
		x += a.gap + w
	}
	return lines
}

func (a actions) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, w, h float32)) (height float32) {
	for i, line := range a.lines(objects, width) {
		if i > 0 {
			height += a.gap
		}
		var wide, high float32
		for _, o := range line {
			w := fyne.Min(o.MinSize().Width, width)
			wide, high = wide+w+a.gap, fyne.Max(high, Height(o, w))
		}
		x := width - wide + a.gap
		if a.middle {
			x /= 2
		}
		for _, o := range line {
			w := fyne.Min(o.MinSize().Width, width)
			h := Height(o, w)
			do(o, x, height+(high-h)/2, w, h)
			x += w + a.gap
		}
		height += high
	}
	return height
}

func (a actions) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	return a.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (a actions) MinSize(objects []fyne.CanvasObject) fyne.Size { return onOneLine(objects, a.gap) }

func (a actions) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a.each(objects, size.Width, place)
}

// Answered is a text with the buttons that answer it: at its right if the text keeps enough room there, else below it.
func Answered(gap float32, text fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	return AnsweredFrom(textRoom, gap, text, buttons...)
}

// AnsweredFrom is Answered with a text that keeps so much room beside its buttons: as wide, or as it is on one line.
func AnsweredFrom(room, gap float32, text fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: answered{room, gap}, Objects: []fyne.CanvasObject{text, Actions(GapInside, buttons...)}}
}

type answered struct{ room, gap float32 }

// textRoom is the room that a text beside buttons keeps.
const textRoom = 200

// beside says whether the buttons stand at the right, and how wide text and buttons are then.
func (l answered) beside(o []fyne.CanvasObject, width float32) (text, buttons float32, fits bool) {
	buttons = o[1].MinSize().Width
	text = width - l.gap - buttons
	return text, buttons, text >= fyne.Min(l.room, o[0].MinSize().Width)
}

func (l answered) heightFor(o []fyne.CanvasObject, width float32) float32 {
	if text, buttons, fits := l.beside(o, width); fits {
		return fyne.Max(Height(o[0], text), Height(o[1], buttons))
	}
	return Height(o[0], width) + GapInside + Height(o[1], width)
}

func (l answered) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+l.gap+b.Width, fyne.Max(a.Height, b.Height))
}

func (l answered) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if text, buttons, fits := l.beside(o, size.Width); fits {
		h, b := Height(o[0], text), Height(o[1], buttons)
		place(o[0], 0, (size.Height-h)/2, text, h)
		place(o[1], size.Width-buttons, (size.Height-b)/2, buttons, b)
		return
	}
	h := Height(o[0], size.Width)
	place(o[0], 0, 0, size.Width, h)
	place(o[1], 0, h+GapInside, size.Width, Height(o[1], size.Width))
}
