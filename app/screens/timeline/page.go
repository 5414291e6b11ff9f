package timeline

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	lay "afterglow/app/timeline"
)

// Page is the Timeline page.
type Page struct {
	k      *kit.Kit
	begin  func()
	model  Model
	zoom   lay.Zoom
	cursor time.Time // zero: the line stands at now
	asList bool
	marked string // the lane that stands out; "": none

	chart *Chart
	list  *kit.Page
	bar   *fyne.Container
	shown []chip
	label string

	parts *fyne.Container
}

// New makes an empty page; begin starts a treatment if there is none.
func New(k *kit.Kit, begin func()) *Page {
	p := &Page{k: k, begin: begin, list: kit.NewPage()}
	p.chart = newChart(k)
	p.chart.onMove = p.moveTo
	p.bar = kit.Over()
	p.parts = &fyne.Container{Layout: pageLayout{p}}
	return p
}

// Object is what to put into the window.
func (p *Page) Object() fyne.CanvasObject { return p.parts }

// Show draws m. A line that was dragged stays where it is.
func (p *Page) Show(m Model) {
	p.model = m
	p.draw()
}

// Cursor is the moment that the line stands at.
func (p *Page) Cursor() time.Time {
	if p.cursor.IsZero() {
		return p.model.Scene.Now
	}
	return p.cursor
}

// Mark has one lane stand out, and brings it into view; "" for none.
func (p *Page) Mark(lane string) {
	if p.marked == lane {
		return
	}
	p.marked = lane
	p.chart.mark(lane)
}

// Binds is what a lane says of several treatments: the one whose wait it is, or the skin that a
// routine is not for yet; "" for nothing.
func (p *Page) Binds(lane string) string { return p.chart.note(lane) }

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	k := p.k
	if len(p.model.Scene.Courses) == 0 {
		p.parts.Objects = []fyne.CanvasObject{kit.Pad(24, kit.Edge, 24, kit.Edge, kit.Column(kit.GapBetween,
			k.Title(k.V.T("timeline.title")),
			k.Muted(k.V.T("timeline.nothing")),
			kit.Left(k.Primary("timeline.begin", k.V.T("timeline.begin"), p.begin))))}
		p.parts.Refresh()
		return
	}
	zoom := "days"
	if p.zoom == lay.AllWeeks {
		zoom = "weeks"
	}
	segments := k.Segments("timeline.zoom", []kit.Choice{
		{ID: "days", Text: k.V.T("timeline.first_days")}, {ID: "weeks", Text: k.V.T("timeline.all_weeks")},
	}, zoom, p.setZoom)
	how, toggle := k.V.T("timeline.how"), k.V.T("timeline.as_list")
	if len(p.model.Scene.Courses) > 1 {
		how = k.V.T("timeline.how_several")
	}
	if p.asList {
		how, toggle = k.V.T("timeline.how_list"), k.V.T("timeline.as_picture")
	}
	sub := k.Para(kit.Run{Text: how, Ink: k.P.Muted}, kit.Run{Text: " ", Ink: k.P.Muted}, kit.Run{Link: k.Link("timeline.list", toggle, func() {
		p.asList = !p.asList
		p.draw()
	})})
	head := kit.Row(kit.GapBetween, 0, kit.Column(0, k.Title(k.V.T("timeline.title")), sub), segments)
	p.relay()
	if p.asList {
		p.fillList()
		p.parts.Objects = []fyne.CanvasObject{head, k.CardPadded(1, 1, p.list), p.bar}
	} else {
		p.parts.Objects = []fyne.CanvasObject{head, p.chart, p.bar}
	}
	p.parts.Refresh()
}

func (p *Page) setZoom(id string) {
	p.zoom = lay.FirstDays
	if id == "weeks" {
		p.zoom = lay.AllWeeks
	}
	p.cursor = time.Time{}
	p.draw()
}

// moveTo puts the line at a moment; zero is back to now.
func (p *Page) moveTo(at time.Time) {
	p.cursor = at
	p.chart.move(p.Cursor(), p.model.binds(p.k.V, p.Cursor()))
	p.answer()
}

// relay makes the picture and the answers anew.
func (p *Page) relay() {
	sc := p.model.Scene
	p.chart.show(sc.Courses, sc.Prefs, p.model.marks(), p.model.binds(p.k.V, p.Cursor()), p.Cursor(), lay.Options{
		Zoom: p.zoom, Now: sc.Now, Zone: sc.Zone,
	})
	p.answer()
}

// answer says what may be done at the line.
func (p *Page) answer() {
	sc, at := p.model.Scene, p.chart.at()
	label := p.k.V.T("timeline.now")
	if !p.cursor.IsZero() {
		label = p.k.V.Moment(at)
	}
	chips := answers(p.k.V, sc.Courses, at, sc.Zone)
	if label == p.label && slices.Equal(chips, p.shown) && len(p.bar.Objects) > 0 {
		return
	}
	p.label, p.shown = label, chips
	p.fillBar()
}

// fillBar shows the answers in one line; what finds no room is counted.
func (p *Page) fillBar() {
	k := p.k
	pills := make([]fyne.CanvasObject, len(p.shown))
	for i, c := range p.shown {
		pills[i] = k.Pill(c.icon, c.text, toneOf(k, c.state))
	}
	back := k.Quiet("timeline.now", k.V.T("timeline.back"), func() { p.moveTo(time.Time{}) })
	if p.cursor.IsZero() {
		back.Hide()
	}
	line := &fyne.Container{Layout: barLayout{k}, Objects: append([]fyne.CanvasObject{k.Strong(p.label), k.Line("", k.P.Muted, false), back}, pills...)}
	p.bar.Objects = []fyne.CanvasObject{k.CardPadded(15, 8, line)}
	p.bar.Refresh()
}

func (p *Page) fillList() {
	k, sc := p.k, p.model.Scene
	notYet := p.model.notYetNow(p.k.V)
	var rows []fyne.CanvasObject
	for _, r := range lay.List(sc.Courses, sc.Prefs, sc.Now, sc.Zone) {
		ink := k.P.Muted
		if r.Now {
			ink = k.P.Text
		}
		says := []kit.Run{{Text: k.V.Row(r), Ink: ink, Bold: r.Now}}
		over := !r.Until.IsZero() && !r.Until.After(sc.Now)
		if of, several := sc.TreatmentCalled(r.Binds); several && !over {
			says = append(says, kit.Run{Text: " "}, kit.Run{Text: k.V.T("timeline.row_of", phrase.Args{"Treatment": k.V.Called(of)}), Ink: ink, Bold: r.Now})
		}
		if where := notYet[r.ID]; where != "" && r.Now {
			says = append(says, kit.Run{Text: " "}, kit.Run{Text: where, Ink: ink, Bold: r.Now})
		}
		rows = append(rows, kit.Row(12, 1, dot(k, r.Tone), k.Para(says...)))
	}
	p.list.SetContent(kit.Pad(16, 18, 16, 18, kit.Column(8, rows...)), true)
}

func dot(k *kit.Kit, t lay.Tone) fyne.CanvasObject {
	d := canvas.NewCircle(barTone(k, t).Fill)
	d.StrokeColor, d.StrokeWidth = barTone(k, t).Ink, 2
	return kit.Fixed(12, 12, d)
}

// pageLayout is head, chart as high as it wants and can be, and the answers right beneath it.
type pageLayout struct{ p *Page }

func (pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) }

func (l pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) < 3 {
		for _, c := range o {
			c.Move(fyne.NewPos(0, 0))
			c.Resize(size)
		}
		return
	}
	w := size.Width - 2*kit.Edge
	const top = 24
	headH := kit.Height(o[0], w)
	o[0].Move(fyne.NewPos(kit.Edge, top))
	o[0].Resize(fyne.NewSize(w, headH))
	y := float32(top) + headH + kit.GapBetween
	barH := kit.Height(o[2], w)
	room := size.Height - y - kit.GapBetween - barH - 24
	h := room
	if c, ok := o[1].(*Chart); ok {
		h = fyne.Min(room, c.wants())
	}
	o[1].Move(fyne.NewPos(kit.Edge, y))
	o[1].Resize(fyne.NewSize(w, h))
	o[2].Move(fyne.NewPos(kit.Edge, y+h+kit.GapBetween))
	o[2].Resize(fyne.NewSize(w, barH))
}

// barLayout sets a title, as many pills as fit, the count of the others and a button at the right.
type barLayout struct{ k *kit.Kit }

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 32) }

func (l barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title, more, back, pills := o[0], o[1].(*kit.Line), o[2], o[3:]
	mid := func(c fyne.CanvasObject, x float32) float32 {
		m := c.MinSize()
		c.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		c.Resize(m)
		return m.Width
	}
	right := size.Width
	if back.Visible() {
		right -= back.MinSize().Width
		mid(back, right)
		right -= kit.GapInside
	}
	x := mid(title, 0) + kit.GapInside
	const moreRoom = 36
	for i, p := range pills {
		w := p.MinSize().Width
		end := right
		if i < len(pills)-1 {
			end -= moreRoom
		}
		if x+w > end {
			for _, rest := range pills[i:] {
				rest.Hide()
			}
			more.SetText(l.k.V.T("timeline.more", phrase.Args{"Count": len(pills) - i}))
			mid(more, x)
			return
		}
		p.Show()
		x += mid(p, x) + kit.GapInside
	}
	more.SetText("")
}
