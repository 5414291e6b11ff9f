package kit

import "fyne.io/fyne/v2"

// Measures of questions whose names stand at the left of what is chosen from, in Fyne's units.
const (
	NamedFrom = 548 // from this width on they do
	NameWide  = 184 // of the column of names
)

// Labelled is a name with what is chosen from at its right, as a Scale has them, or below it where there is little room.
func (k *Kit) Labelled(name string, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: labelled{}, Objects: []fyne.CanvasObject{k.Strong(name), o}}
}

// labelled is a name, and what it is of.
type labelled struct{}

func (labelled) heightFor(o []fyne.CanvasObject, width float32) float32 {
	if width < NamedFrom {
		return column{6}.heightFor(o, width)
	}
	return fyne.Max(Height(o[0], NameWide), Height(o[1], width-NameWide-GapBetween))
}

func (labelled) MinSize(o []fyne.CanvasObject) fyne.Size { return column{6}.MinSize(o) }

func (labelled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if size.Width < NamedFrom {
		column{6}.Layout(o, size)
		return
	}
	left, right := Height(o[0], NameWide), size.Width-NameWide-GapBetween
	high := Height(o[1], right)
	place(o[0], 0, fyne.Max(0, (high-left)/2), NameWide, left)
	place(o[1], NameWide+GapBetween, fyne.Max(0, (left-high)/2), right, high)
}

// scaleForm is a Scale's name, its answer with the button that takes it away, and its row of dots: beside one another, the
// answer below the name, or where there is little room in two lines.
type scaleForm struct{ s *scale }

// nameTop is where a name beside its row begins, so that it stands on the line of the dots.
const nameTop = (Target - scaleLine) / 2

func (f scaleForm) heightFor(o []fyne.CanvasObject, width float32) float32 {
	row := Height(f.s.row, width)
	if width >= NamedFrom {
		return fyne.Max(row, nameTop+Height(o[0], NameWide)+scaleLine)
	}
	return Height(o[0], f.nameRoom(o, width)) + 6 + row
}

// nameRoom is what the name has of a line that it shares with the answer.
func (scaleForm) nameRoom(o []fyne.CanvasObject, width float32) float32 {
	return fyne.Min(width, scaleWide) - o[1].MinSize().Width - o[2].MinSize().Width - 8
}

func (f scaleForm) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.s.press.MinSize().Width, scaleLine+6+f.s.press.MinSize().Height)
}

func (f scaleForm) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, says, clear, row := o[0], o[1], o[2], o[3]
	answer, button := says.MinSize(), clear.MinSize()
	high := Height(f.s.row, size.Width)
	if size.Width >= NamedFrom {
		left := Height(name, NameWide)
		place(name, 0, nameTop, NameWide, left)
		place(says, 0, nameTop+left, answer.Width, scaleLine)
		place(clear, answer.Width+4, nameTop+left+(scaleLine-button.Height)/2, button.Width, button.Height)
		place(row, NameWide+GapBetween, 0, fyne.Min(scaleWide, size.Width-NameWide-GapBetween), high)
		return
	}
	wide, room := fyne.Min(size.Width, scaleWide), f.nameRoom(o, size.Width)
	left := Height(name, room)
	place(name, 0, 0, room, left)
	end := wide
	if clear.Visible() {
		end -= button.Width
		place(clear, end, (left-button.Height)/2, button.Width, button.Height)
		end -= 4
	}
	place(says, end-answer.Width, (left-scaleLine)/2, answer.Width, scaleLine)
	place(row, 0, left+6, wide, high)
}
