package today

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
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
	all       bool            // every card is shown
	dismissed map[string]bool // windows for which "not yet" was said, until they ask anew
}

// New makes an empty page; Show fills it. asking is what the person is in the middle of asking.
func New(k *kit.Kit, do Actions, asking *askbox.State) *Page {
	p := &Page{k: k, root: kit.NewPage(), dismissed: map[string]bool{}}
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
	p.model = m
	asks := map[string]bool{}
	for _, w := range asking(m.Status.Windows) {
		asks[w.ID] = true
	}
	for id := range p.dismissed {
		if !asks[id] {
			delete(p.dismissed, id)
		}
	}
	p.k.Rebuild(func() {
		p.box.Show(m.Ask)
		p.build()
	})
}

// SetRoomy says whether the window is high enough for every card.
func (p *Page) SetRoomy(on bool) {
	if p.model.Roomy != on {
		p.model.Roomy = on
		p.draw()
	}
}

func (p *Page) draw() { p.k.Rebuild(p.build) }

func (p *Page) build() {
	var content fyne.CanvasObject
	switch open, written := p.box.Asking(); {
	case open:
		content = p.asking(written)
	case p.model.Status.Treatment == nil:
		content = p.empty()
	default:
		content = p.full()
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 24, kit.Edge, content), true)
}

// asking is the page while the person asks: the answer has it to itself, below one line that says where they are.
func (p *Page) asking(written bool) fyne.CanvasObject {
	k, st := p.k, p.model.Status
	var where fyne.CanvasObject
	switch {
	case st.Treatment == nil:
		where = k.Muted(k.V.T("today.nothing"))
	case written:
		where = k.Muted(k.V.Where(st))
	default:
		where = p.header()
	}
	return kit.Narrow(mostWide, kit.Column(kit.GapBetween, where, kit.Column(14, p.box.Field(), p.box.Results())))
}

// mostWide is the width of the page at most: lines that are too long are hard to read.
const mostWide = 1120

func (p *Page) full() fyne.CanvasObject {
	st := p.model.Status
	parts := []fyne.CanvasObject{p.header(), p.box.Field()}
	parts = append(parts, p.notices()...)
	parts = append(parts, kit.Column(8, p.mayHead(), p.cards()))
	parts = append(parts, p.tasks())
	first, rest := p.routines()
	if first != nil {
		parts = append(parts, first)
	}
	if e := p.expects(); e != nil {
		parts = append(parts, e)
	}
	if rest != nil {
		parts = append(parts, kit.Column(8, p.k.Section(p.k.V.T("today.also_in_plan")), rest))
	}
	if v := p.visit(); v != nil && st.Treatment.Over {
		parts = append(parts, v)
	}
	return kit.Narrow(mostWide, kit.Column(p.gap(), parts...))
}

// gap is what lies between the parts of the page: less if several treatments make them higher
// and the window is not, so that today's care stays in sight.
func (p *Page) gap() float32 {
	if len(p.model.Status.Treatments) > 1 && !p.model.Roomy {
		return kit.GapInside
	}
	return kit.GapBetween
}

// header says where the person is.
func (p *Page) header() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	t := *st.Treatment
	share := 1.0
	switch {
	case st.Phase != nil:
		share = st.Phase.Share
	case t.Day < 0 || t.At.After(st.Now):
		share = 0
	}
	// Of several treatments the page says which one it speaks of, before anything else.
	lines := []fyne.CanvasObject{k.Title(k.V.Headline(st)), k.Muted(k.V.Facts(t)), k.Muted(k.V.T("today.plan", phrase.Args{"Plan": t.PlanName}))}
	for _, other := range st.Treatments {
		if called, ok := st.TreatmentCalled(other.ID); ok && other.ID != t.ID {
			lines = append(lines, k.Muted(k.V.Also(other, called)))
		}
	}
	small, large := k.V.T("today.ring_day"), t.Day
	if t.Day < 0 {
		small, large = k.V.T("today.ring_to_go", phrase.Args{"Count": -t.Day}), -t.Day
	}
	return kit.Row(kit.GapBetween, 0, kit.Column(0, lines...), k.Ring(88, 9, kit.Turn{Share: share}, small, strconv.Itoa(large)))
}

// mayHead is the question, with the way to the other cards at its right.
func (p *Page) mayHead() fyne.CanvasObject {
	k := p.k
	head := fyne.CanvasObject(k.Section(k.V.T("today.may")))
	if all := p.setByAll(); all != "" {
		head = kit.Row(10, 1, head, k.Line(k.V.T("today.waits_by", phrase.Args{"Treatment": all}), k.P.Muted, false))
	}
	_, rest := arrange(p.model.Status.Windows, p.model.Status.Now)
	if len(rest) == 0 || p.model.Roomy {
		return head
	}
	text := k.V.T("today.more", phrase.Args{"Count": len(rest)})
	if p.all {
		text = k.V.T("today.fewer")
	}
	toggle := k.Link("today.more", text, func() {
		p.all = !p.all
		p.draw()
	})
	return kit.Fixed(1, 22, kit.Row(10, 0, head, toggle))
}

func (p *Page) cards() fyne.CanvasObject {
	st := p.model.Status
	first, _ := arrange(st.Windows, st.Now)
	if p.all || p.model.Roomy {
		first = st.Windows
	}
	cards := make([]fyne.CanvasObject, 0, len(first))
	for _, w := range first {
		cards = append(cards, p.card(w))
	}
	return kit.Grid(8, kit.Even(3), cards...)
}

// expects quotes what the plan says of this phase.
func (p *Page) expects() fyne.CanvasObject {
	k, ph := p.k, p.model.Status.Phase
	if ph == nil || ph.Expect == "" {
		return nil
	}
	id, args := "today.expects", phrase.Args{}
	if t := p.model.Status.Treatment; t != nil {
		if called, ok := p.model.Status.TreatmentCalled(t.ID); ok {
			id, args["Treatment"] = "today.expects_of", k.V.Called(called)
		}
	}
	before, after := k.V.Around(id, "Expect", args)
	return k.Para(
		kit.Run{Text: before, Ink: k.P.Muted},
		kit.Run{Text: phrase.Bare(ph.Expect), Ink: k.P.Text},
		kit.Run{Text: after + " ", Ink: k.P.Text},
		kit.Run{Link: k.Link("today.expects.says", k.V.T("source.says_who"), func() {
			p.do.Says(k.V.T("today.expects_title", phrase.Args{"Phase": ph.Name}), ph.Source)
		})},
	)
}

// visit tells when the plan would have the next treatment.
func (p *Page) visit() fyne.CanvasObject {
	k, n := p.k, p.model.Status.NextVisit
	if n == nil {
		return nil
	}
	return k.Para(
		kit.Run{Text: k.V.Visit(*n) + " ", Ink: k.P.Text},
		kit.Run{Link: k.Link("today.visit.says", k.V.T("source.says_who"), func() { p.do.Says(k.V.T("today.visit_title"), n.Says) })},
	)
}

// empty is the page if no treatment is looked after.
func (p *Page) empty() fyne.CanvasObject {
	k := p.k
	parts := []fyne.CanvasObject{
		kit.Left(k.Ring(88, 9, kit.Turn{}, "", "")),
	}
	if notice := p.unread(); notice != nil {
		parts = append(parts, notice)
	} else {
		parts = append(parts, k.Title(k.V.T("today.nothing")), kit.Narrow(460, k.Muted(k.V.T("today.nothing_how"))))
	}
	if v := p.visit(); v != nil {
		parts = append(parts, kit.Narrow(460, v))
	}
	parts = append(parts, kit.Left(k.Primary("today.begin", k.V.T("today.begin"), p.do.Begin)))
	return kit.Narrow(mostWide, kit.Column(48, p.box.Field(), kit.Column(kit.GapBetween, parts...)))
}
