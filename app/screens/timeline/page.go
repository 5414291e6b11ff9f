package timeline

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	lay "afterglow/app/timeline"
)

// Page is the Timeline page.
type Page struct {
	k      *kit.Kit
	begin  func()
	model  Model
	zoom   lay.Zoom
	cursor time.Time // zero: nobody moved the line, see rest
	asList bool
	marked string // the lane that stands out; "": none

	chart   *Chart
	list    *kit.Page
	answers *answers

	parts *fyne.Container
}

// New makes an empty page; begin starts a treatment if there is none.
func New(k *kit.Kit, begin func()) *Page {
	p := &Page{k: k, begin: begin, list: kit.NewPage().List(k.V.T("timeline.as_list"))}
	p.chart = newChart(k)
	p.chart.onMove, p.chart.lines = p.moveTo, p.lines
	p.answers = newAnswers(k, func() { p.moveTo(time.Time{}) }, func() { p.parts.Refresh() })
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
		return p.rest()
	}
	return p.cursor
}

// rest is where the line stands that nobody moved: at now, or at the treatment to come where the picture begins later than now.
func (p *Page) rest() time.Time {
	sc := p.model.Scene
	if lead, ok := sc.Lead(); ok && sc.Now.Before(lay.Begins(sc.Courses, p.model.shown(p.zoom).options)) {
		return lead.Treatment.At
	}
	return sc.Now
}

// Mark has one lane stand out, in the picture and in the list, and brings it into view; "" for none.
func (p *Page) Mark(lane string) {
	if p.marked == lane {
		return
	}
	p.marked = lane
	p.chart.mark(lane)
	if p.asList {
		p.fillList()
	}
}

// Binds is what a lane says of several treatments: the one whose wait it is, or the skin that a
// routine is not for yet; "" for nothing.
func (p *Page) Binds(lane string) string { return p.chart.note(lane) }

// unread tells of a treatment that is not in the picture, since its plan cannot be read any more.
func (p *Page) unread() *fyne.Container {
	return p.k.Banner(p.k.Amber(), p.k.Body(p.k.V.Error(p.model.Unread)))
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	k := p.k
	if len(p.model.Scene.Courses) == 0 {
		empty := k.Card(kit.Answered(kit.GapBetween, k.Body(k.V.T("timeline.nothing")), k.Primary("timeline.begin", k.V.T("timeline.begin"), p.begin)))
		if p.model.Unread != nil {
			empty = p.unread()
		}
		p.parts.Objects = []fyne.CanvasObject{kit.Pad(24, kit.Edge, 24, kit.Edge, kit.Centred(kit.PageWide,
			kit.Column(kit.GapBetween, k.Title(k.V.T("timeline.title")), empty)))}
		p.parts.Refresh()
		return
	}
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
	head := kit.Column(0, k.Title(k.V.T("timeline.title")), sub)
	if p.model.Unread != nil {
		head.Add(kit.Pad(8, 0, 8, 0, p.unread()))
	}
	p.relay()
	if p.asList {
		p.fillList()
		p.parts.Objects = []fyne.CanvasObject{head, kit.Gap(0), k.CardPadded(1, 1, p.list), p.answers.object}
	} else {
		p.parts.Objects = []fyne.CanvasObject{head, p.zooms(), p.chart, p.answers.object}
	}
	p.parts.Refresh()
}

// zooms choose how much the picture shows.
func (p *Page) zooms() fyne.CanvasObject {
	ids := map[string]lay.Zoom{"three": lay.ThreeDays, "seven": lay.SevenDays, "weeks": lay.AllWeeks}
	chosen := ""
	for id, z := range ids {
		if z == p.zoom {
			chosen = id
		}
	}
	v := p.k.V
	return p.k.Segments("timeline.zoom", []kit.Choice{
		{ID: "three", Text: v.T("timeline.three_days")}, {ID: "seven", Text: v.T("timeline.seven_days")}, {ID: "weeks", Text: v.T("timeline.all_weeks")},
	}, chosen, func(id string) {
		p.zoom, p.cursor = ids[id], time.Time{}
		p.draw()
	})
}

// moveTo puts the line at a moment; zero is back to rest.
func (p *Page) moveTo(at time.Time) {
	if at.Equal(p.rest()) {
		at = time.Time{}
	}
	p.cursor = at
	p.chart.move(p.Cursor(), p.model.binds(p.k.V, p.Cursor()))
	p.answer()
}

// relay makes the picture and the answers anew.
func (p *Page) relay() {
	p.chart.show(p.model.shown(p.zoom), p.model.binds(p.k.V, p.Cursor()), p.Cursor())
	p.answer()
}

// answer says what may be done at the line, or at rest where that is not in the picture.
func (p *Page) answer() {
	at := p.Cursor()
	if !p.cursor.IsZero() {
		at = p.chart.at()
	}
	p.answers.show(p.model.Scene, at, p.cursor.IsZero())
}

// pageLayout is the head with the zooms at its right, or below it where that leaves the head little room; the chart as high
// as it wants and can be; and the answers right beneath it.
type pageLayout struct{ p *Page }

func (pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 300) }

func (l pageLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) < 4 {
		for _, c := range o {
			c.Move(fyne.NewPos(0, 0))
			c.Resize(size)
		}
		return
	}
	put := func(c fyne.CanvasObject, x, y, w, h float32) {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(w, h))
	}
	edge, gap, top := float32(kit.Edge), float32(kit.GapBetween), float32(24)
	if size.Height < lowWindow {
		gap, top = 10, 12
	}
	w := fyne.Min(size.Width-2*edge, kit.PageWide)
	x := (size.Width - w) / 2
	head, zooms, main, foot := o[0], o[1], o[2], o[3]
	zoom := zooms.MinSize()
	y := top
	if headW := w - zoom.Width - kit.GapBetween; headW >= leastHead {
		high := fyne.Max(kit.Height(head, headW), zoom.Height)
		put(head, x, y, headW, high)
		put(zooms, x+w-zoom.Width, y+(high-zoom.Height)/2, zoom.Width, zoom.Height)
		y += high + gap
	} else {
		high := kit.Height(head, w)
		put(head, x, y, w, high)
		put(zooms, x, y+high+gap/2, zoom.Width, zoom.Height)
		y += high + gap/2 + zoom.Height + gap
	}
	footH := kit.Height(foot, w)
	bottom := fyne.Min(20, top)
	h := size.Height - y - gap - footH - bottom
	if c, ok := main.(*Chart); ok {
		h = fyne.Min(fyne.Max(h, c.MinSize().Height), c.wants(w))
	}
	put(main, x, y, w, h)
	put(foot, x, y+h+gap, w, footH)
}

const (
	lowWindow = 640 // below it the gaps are small
	leastHead = 330 // of the head beside the zooms
)
