package today

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
)

// Page is the Today page.
type Page struct {
	k      *kit.Kit
	do     Actions
	root   *kit.Page
	model  Model
	all    bool            // every card is shown
	hushed map[string]bool // windows for which "not yet" was said, until they ask anew
}

// New makes an empty page; Show fills it.
func New(k *kit.Kit, do Actions) *Page {
	return &Page{k: k, do: do, root: kit.NewPage(), hushed: map[string]bool{}}
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m. The page stays where it is scrolled to.
func (p *Page) Show(m Model) {
	p.model = m
	asks := map[string]bool{}
	for _, w := range asking(m.Status.Windows) {
		asks[w.ID] = true
	}
	for id := range p.hushed {
		if !asks[id] {
			delete(p.hushed, id)
		}
	}
	p.draw()
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
	if p.model.Status.Treatment == nil {
		content = p.empty()
	} else {
		content = p.full()
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 24, kit.Edge, content), true)
}

func (p *Page) full() fyne.CanvasObject {
	st := p.model.Status
	parts := []fyne.CanvasObject{p.header()}
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
		parts = append(parts, kit.Column(8, p.k.Section("Also in your plan"), rest))
	}
	if v := p.visit(); v != nil && st.Treatment.Over {
		parts = append(parts, v)
	}
	return kit.Narrow(1120, kit.Column(p.gap(), parts...))
}

// gap is what lies between the parts of the page: less where several treatments make them higher
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
	title, share := "Looked after", 1.0
	switch {
	case st.Phase != nil:
		title, share = st.Phase.Name, st.Phase.Share
	case t.Day < 0 || t.At.After(st.Now):
		title, share = "Before your treatment", 0
	}
	// Of several treatments the page says which one it speaks of, before anything else.
	if len(st.Treatments) > 1 && t.Area != "" {
		title = words.Capital(t.Area) + ": " + strings.ToLower(title[:1]) + title[1:]
	}
	facts := []string{words.Day(t.Day)}
	if how := words.Treatment(t); how != "" {
		facts = append(facts, how)
	}
	facts = append(facts, words.LongDate(t.At)+", "+words.Clock(t.At))
	lines := []fyne.CanvasObject{k.Title(title), k.Muted(strings.Join(facts, " · ")), k.Muted("Plan: " + t.PlanName)}
	for _, other := range st.Treatments {
		if other.ID != t.ID {
			lines = append(lines, k.Muted("Also looked after: "+also(st, other)))
		}
	}
	small, large := "day", strconv.Itoa(t.Day)
	if t.Day < 0 {
		small, large = "days to go", strconv.Itoa(-t.Day)
	}
	return kit.Row(kit.GapBetween, 0, kit.Column(0, lines...), k.Ring(88, 9, share, small, large))
}

// also names a treatment that is looked after beside the newest: "face, day 1 · Calming · Wed 25 Nov".
func also(st service.Status, t service.TreatmentView) string {
	parts := []string{st.Called(t.ID)}
	if t.Phase != "" {
		parts = append(parts, t.Phase)
	}
	return strings.Join(append(parts, words.Date(t.At)), " · ")
}

// mayHead is the question, with the way to the other cards at its right.
func (p *Page) mayHead() fyne.CanvasObject {
	k := p.k
	head := fyne.CanvasObject(k.Section("What may I do now?"))
	if all := setByAll(p.model.Status); all != "" {
		head = kit.Row(10, 1, head, k.Line("Waits set by: "+all, k.P.Muted, false))
	}
	_, rest := arrange(p.model.Status.Windows, p.model.Status.Now)
	if len(rest) == 0 || p.model.Roomy {
		return head
	}
	text := "Show " + strconv.Itoa(len(rest)) + " more"
	if p.all {
		text = "Show fewer"
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
	return kit.Grid(kit.GapInside, kit.Even(3), cards...)
}

// expects quotes what the plan says of this phase.
func (p *Page) expects() fyne.CanvasObject {
	k, ph := p.k, p.model.Status.Phase
	if ph == nil || ph.Expect == "" {
		return nil
	}
	about := "Your plan expects around now: "
	if t := p.model.Status.Treatment; t != nil && p.model.Status.Called(t.ID) != "" {
		about = "Your plan expects around now (" + p.model.Status.Called(t.ID) + "): "
	}
	return k.Para(
		kit.Run{Text: about, Ink: k.P.Muted},
		kit.Run{Text: words.Stop(ph.Expect) + " ", Ink: k.P.Text},
		kit.Run{Link: k.Link("today.expects.says", "Says who?", func() { p.do.Says("What to expect: "+ph.Name, ph.Source) })},
	)
}

// visit tells when the plan would have the next treatment.
func (p *Page) visit() fyne.CanvasObject {
	k, v := p.k, p.model.Status.NextVisit
	if v == nil {
		return nil
	}
	text := "Next treatment: your plan says " + v.Text + ". That is " + words.Span(v.From, v.Until) + ". "
	if v.Text == "" {
		text = "Next treatment: your plan says from " + words.Span(v.From, v.Until) + ". "
	}
	return k.Para(
		kit.Run{Text: text, Ink: k.P.Text},
		kit.Run{Link: k.Link("today.visit.says", "Says who?", func() { p.do.Says("Next treatment", v.Says) })},
	)
}

// empty is the page where no treatment is looked after.
func (p *Page) empty() fyne.CanvasObject {
	k := p.k
	parts := []fyne.CanvasObject{
		kit.Left(k.Ring(88, 9, 0, "", "")),
		k.Title("Nothing to look after today."),
		kit.Narrow(460, k.Muted("Tell Afterglow when your treatment was. It then shows what may wait, and reminds you at the right time.")),
	}
	if v := p.visit(); v != nil {
		parts = append(parts, kit.Narrow(460, v))
	}
	parts = append(parts, kit.Left(k.Primary("today.begin", "Start a treatment", p.do.Begin)))
	return kit.Pad(72, 0, 0, 0, kit.Column(kit.GapBetween, parts...))
}
