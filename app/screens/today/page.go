package today

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/askbox"
	"afterglow/app/screens/kit"
)

// Page is the Today page.
type Page struct {
	k         *kit.Kit
	do        Actions
	root      *kit.Page
	box       *askbox.Box
	model     Model
	all       bool            // the whole path is shown
	showsOver bool            // the end of another course is shown, beside one that runs
	dismissed map[string]bool // windows for which "not yet" was said, until they ask anew

	ring, now *fyne.Container // what moves when a wait ends: the ring, and the dot of what is open
	filled    float32         // how much of the dot is, 0 to 1
	moving    *moving         // nil: nothing moves
	start     func(*fyne.Animation)
}

// New makes an empty page; Show fills it. asking is what the person is in the middle of asking.
func New(k *kit.Kit, do Actions, asking *askbox.State) *Page {
	p := &Page{k: k, root: kit.NewPage(), dismissed: map[string]bool{}, filled: 1, start: (*fyne.Animation).Start}
	do.Ask.Turn = func() {
		p.draw()
		p.root.Top()
	}
	do.Ask.Fit = p.root.Refresh
	p.do, p.box = do, askbox.New(k, asking, do.Ask)
	return p
}

// Box is the box to ask in.
func (p *Page) Box() *askbox.Box { return p.box }

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m. The page stays where it is scrolled to.
func (p *Page) Show(m Model) {
	before := p.model.Status
	p.model = m
	p.showsOver = p.showsOver && m.Past != nil
	asks := map[string]bool{}
	for _, w := range m.Status.Asking() {
		asks[w.ID] = true
	}
	for id := range p.dismissed {
		if !asks[id] {
			delete(p.dismissed, id)
		}
	}
	p.settle()
	p.k.Rebuild(func() {
		p.box.Show(m.Ask)
		p.build()
	})
	if !m.Still && len(Opened(before, m.Status)) > 0 {
		p.move(before.Ring())
	}
}

// SetRoom tells how large the page is.
func (p *Page) SetRoom(room fyne.Size) {
	before := p.form()
	p.model.Room = room
	if p.form() != before {
		p.draw()
	}
}

// form is what the page's parts depend on of its size.
type form struct {
	large   bool
	high    int // of a large page, roughly: what it shows besides
	columns int
	path    int // the columns' width, roughly: their words share it
	care    int
	ring    float32
	welcome bool // the first page's headline has less room than it wants
}

func (p *Page) form() form {
	high := 0
	if p.large() {
		high = int(p.model.Room.Height / pathStep)
	}
	return form{p.large(), high, columns(p.inner()), int(p.inner() / pathStep), p.careColumns(), p.ringWide(), p.inner() < mostWelcome}
}

// pathStep is by how much the page changes its size until what shares it does so anew.
const pathStep = 40

// Measures of a large page.
const (
	largeFrom = 1000 // from this width on it has a second column
	sideWide  = 300  // which is so wide
	sideGap   = 24
	// largeBelow stays free below what a large page shows only because it has room.
	largeBelow = 32
)

// A page higher than airyFrom gets more room between its parts, and above them, up to one higher by airyStep.
const (
	airyFrom  = 1080
	airyStep  = 360
	airyGap   = 10
	airyAbove = 72
)

// airy is how much of that it gets, 0 to 1.
func (p *Page) airy() float32 {
	if !p.large() {
		return 0
	}
	return min(1, max(0, (p.model.Room.Height-airyFrom)/airyStep))
}

// above is the room above what stands on the page.
func (p *Page) above() float32 { return margin + airyAbove*p.airy() }

// large says whether there is room for the way ahead at the right.
func (p *Page) large() bool { return p.model.Room.Width >= largeFrom }

// main is the width of the page's column.
func (p *Page) main() float32 {
	w := fyne.Min(p.model.Room.Width-2*kit.Edge, kit.PageWide)
	if p.large() {
		w -= sideWide + sideGap
	}
	return w
}

// inner is the width that a card as wide as that has for its content.
func (p *Page) inner() float32 { return p.main() - 2*18 }

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	p.ring, p.now = nil, nil
	var content fyne.CanvasObject
	switch open, written := p.box.Asking(); {
	case open:
		content = p.asking(written)
	case p.isFirst():
		content = p.first()
	case p.model.Past != nil && (p.model.Status.Treatment == nil || p.showsOver):
		content = p.over()
	case p.model.Status.Treatment == nil:
		content = p.empty()
	case p.model.Status.Ahead():
		content = p.comingUp()
	default:
		content = p.full()
	}
	p.root.SetMiddle(p.isFirst())
	p.root.SetContent(kit.Pad(p.above(), kit.Edge, below, kit.Edge, kit.Centred(kit.PageWide, content)), true)
}

// isFirst says whether the page welcomes somebody who entered nothing yet, and does not ask anything now.
func (p *Page) isFirst() bool {
	open, _ := p.box.Asking()
	st := p.model.Status
	return !open && p.model.First && st.Treatment == nil && st.NextVisit == nil && st.Unread == nil
}

// asking is the page while the person asks: the answer has it to itself, below one line that says where they are.
func (p *Page) asking(written bool) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	var where fyne.CanvasObject
	switch {
	case st.Treatment == nil && len(st.Lasting) > 0:
		where = k.Muted(k.V.T("today.course_over"))
	case st.Treatment == nil:
		where = k.Muted(k.V.T("today.nothing"))
	case written:
		where = k.Muted(k.V.Where(st))
	default:
		where = p.header()
	}
	return kit.Narrow(mostAsked, kit.Column(kit.GapBetween, where, kit.Column(14, p.box.Field(), p.box.Results())))
}

// mostAsked is the width of the page at most while the person asks.
const mostAsked = 760

// gap is what lies between the parts of the page.
const gap = 12

// full is the story of today: where, ask, what is next, what may be done and when the rest, today's care.
func (p *Page) full() fyne.CanvasObject {
	large := p.large()
	parts := []fyne.CanvasObject{p.header(), p.box.Field()}
	parts = append(parts, p.notices()...)
	parts = append(parts, p.tasks())
	if !large {
		parts = append(parts, p.path())
	}
	parts = append(parts, p.care()...)
	if o := p.goesOn(p.model.Status.Lasting); o != nil {
		parts = append(parts, o)
	}
	st := p.model.Status
	if v := p.visit(); v != nil && (st.LastDay() || len(st.Openings().Ahead) == 0) { // before, the waits count
		parts = append(parts, v)
	}
	if !large {
		return kit.Column(gap, parts...)
	}
	between, room := gap+airyGap*p.airy(), p.model.Room.Height-p.above()-largeBelow
	parts = append(parts, p.week(room-kit.Height(kit.Column(between, parts...), p.main())-between))
	return kit.Grid(sideGap, []float32{p.main(), sideWide}, kit.Column(between, parts...), p.side(between, room))
}

// empty is the page if no treatment is looked after: it looks as the first one does.
func (p *Page) empty() fyne.CanvasObject {
	k := p.k
	var words []fyne.CanvasObject
	if notice := p.unread(); notice != nil {
		words = []fyne.CanvasObject{kit.Centred(mostEmpty, notice)}
	} else if len(p.model.Status.Lasting) > 0 {
		words = p.welcome("today.course_over", "today.nothing_how", mostEmpty)
	} else {
		words = p.welcome("today.nothing", "today.nothing_how", mostEmpty)
	}
	if o := p.goesOn(p.model.Status.Lasting); o != nil {
		words = append(words, kit.Centred(mostEmpty, o))
	}
	if v := p.visit(); v != nil {
		words = append(words, kit.Centred(mostEmpty, v))
	}
	begin := kit.MiddleActions(kit.GapInside, k.Primary("today.begin", k.V.T("today.begin"), p.do.Begin))
	more := kit.MiddleActions(kit.GapBetween, k.Link("today.coming", k.V.T("today.first_coming"), p.do.Coming))
	ring := kit.Middle(k.Ring(128, 11, kit.Turn{}, "", ""))
	parts := kit.Column(24, kit.Column(kit.GapInside, words...), kit.Column(kit.GapBetween, begin, more))
	const above = 32
	return kit.Column(above, p.box.Field(), p.root.Spare(24, margin+below+above+p.box.Field().MinSize().Height, ring, parts))
}

// mostEmpty is the width of a card at most where no treatment is looked after.
const mostEmpty = 580
