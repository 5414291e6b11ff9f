package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a small panel over the window: a few words and what to do. Esc, its
// Close button and a click beside it take it away.
type Sheet struct {
	widget.BaseWidget
	k      *Kit
	width  float32
	title  string
	card   *fyne.Container
	inner  *fyne.Container
	page   *Page
	closed func()
	first  fyne.CanvasObject // is to be in sight once the sheet is; nil: its top
	said   fyne.CanvasObject // a line below the sheet that says what was done; nil: none
}

var _ fyne.Tappable = (*Sheet)(nil)

// Sheet makes a panel of this width with title, content and, below, buttons at the right.
func (k *Kit) Sheet(width float32, title string, closed func(), content fyne.CanvasObject, buttons ...fyne.CanvasObject) *Sheet {
	s := &Sheet{k: k, width: width, title: title, closed: closed}
	s.page = NewPage()
	s.page.SetContent(Pad(4, 24, 4, 24, content), false)
	head := Pad(20, 20, 10, 24, Row(12, 0, k.Task(title), k.Bare("sheet.close", k.V.T("shell.close"), k.Icon(IconClose, 16, k.P.Muted), closed)))
	foot := Gap(18)
	if len(buttons) > 0 {
		foot = Pad(14, 24, 20, 24, Actions(GapInside, buttons...))
	}
	panel := k.panel()
	panel.Shadow = canvas.Shadow{Color: color.NRGBA{A: 60}, BlurRadius: 24, Offset: fyne.NewPos(0, 6)}
	s.inner = container.NewBorder(head, foot, nil, nil, s.page)
	s.inner.Layout = sheetLayout{}
	s.inner.Objects = []fyne.CanvasObject{head, s.page, foot}
	s.card = Over(panel, s.inner)
	s.ExtendBaseWidget(s)
	return s
}

// Reveal scrolls the sheet so that o can be seen.
func (s *Sheet) Reveal(o fyne.CanvasObject) { s.page.Reveal(o) }

// Begin has the sheet begin with o, a part of its content, in sight; nil: with its top.
func (s *Sheet) Begin(o fyne.CanvasObject) *Sheet {
	s.first = o
	return s
}

// Follow scrolls a sheet that is on the screen to where the one before it stood, and to what it begins with.
func (s *Sheet) Follow(before *Sheet) {
	s.page.scroll.ScrollToOffset(before.page.scroll.Offset)
	if s.first != nil {
		s.page.Reveal(s.first)
	}
}

// Say shows a line that says what was done below the sheet, at the window's foot, and makes room for it; nil takes it away.
func (s *Sheet) Say(line fyne.CanvasObject) {
	s.said = line
	s.Refresh()
}

// Title is what the sheet is about.
func (s *Sheet) Title() string { return s.title }

// Tapped closes the sheet if the click is beside it.
func (s *Sheet) Tapped(e *fyne.PointEvent) {
	p, z := s.card.Position(), s.card.Size()
	if e.Position.X < p.X || e.Position.Y < p.Y || e.Position.X > p.X+z.Width || e.Position.Y > p.Y+z.Height {
		s.closed()
	}
}

// sheetLayout is head, a page that takes what is left, and foot.
type sheetLayout struct{}

func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 120) }

func (sheetLayout) heightFor(o []fyne.CanvasObject, width float32) float32 {
	return Height(o[0], width) + Height(o[1].(*Page).holder.Objects[0], width) + Height(o[2], width)
}

func (sheetLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, foot := Height(o[0], size.Width), Height(o[2], size.Width)
	place(o[0], 0, 0, size.Width, head)
	place(o[1], 0, head, size.Width, size.Height-head-foot)
	place(o[2], 0, size.Height-foot, size.Width, foot)
}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	scrim := canvas.NewRectangle(color.NRGBA{R: 20, G: 14, B: 18, A: 110})
	return Laid(&sheetRenderer{s, scrim}, s.Size())
}

type sheetRenderer struct {
	s     *Sheet
	scrim *canvas.Rectangle
}

func (r *sheetRenderer) Destroy()           {}
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }

func (r *sheetRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	if r.s.said == nil {
		return []fyne.CanvasObject{r.scrim, r.s.card}
	}
	return []fyne.CanvasObject{r.scrim, r.s.card, r.s.said}
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	place(r.scrim, 0, 0, size.Width, size.Height)
	w := fyne.Min(r.s.width, size.Width-2*24)
	free := size.Height - 24 // down to where the card may reach
	if said := r.s.said; said != nil {
		wide := fyne.Min(said.MinSize().Width, size.Width-2*24)
		high := Height(said, wide)
		free -= high
		place(said, (size.Width-wide)/2, size.Height-16-high, wide, high)
	}
	h := fyne.Min(Height(r.s.card, w), free-24)
	place(r.s.card, (size.Width-w)/2, fyne.Min((size.Height-h)/2, free-h), w, h)
}
