package today

import (
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Measures of the ring, in Fyne's units.
const (
	ringSize  = 110
	ringSmall = 84 // where there is little room
	ringThick = 10
)

// ringWide is the ring's size.
func (p *Page) ringWide() float32 {
	if p.main() < 480 {
		return ringSmall
	}
	return ringSize
}

// header says where the person is: day and phase, what the plan expects of these days, and the way round the course.
func (p *Page) header() fyne.CanvasObject {
	k, st := p.k, p.model.Status
	head, rest := k.V.Expects(st)
	words := []fyne.CanvasObject{p.where(), kit.Pad(4, 0, 4, 0, headline(k, head))}
	if ends := k.V.LastDay(st); ends != "" {
		words = append(words, k.Body(ends))
	}
	words = append(words, p.further(rest))
	for _, other := range st.Treatments {
		if called, ok := st.TreatmentCalled(other.ID); ok && other.ID != st.Treatment.ID {
			words = append(words, k.Muted(k.V.Also(other, called)))
		}
	}
	p.ring = kit.Fixed(p.ringWide(), p.ringWide(), p.turn())
	return kit.TopRow(kit.GapBetween, 0, kit.Narrow(kit.TextWide, kit.Column(0, words...)), p.ring)
}

// Measures of the headline.
const (
	mostHead = 470 // its width at most, so that its lines are about equally long
	longHead = 80  // letters; a longer one is set smaller, so that it does not fill the page
)

func headline(k *kit.Kit, text string) fyne.CanvasObject {
	if utf8.RuneCountInString(text) > longHead {
		return k.Task(text)
	}
	return kit.Narrow(mostHead, k.Title(text))
}

// where is the day, the phase and the treatment. Who typed a wrong time finds out in the first days, or soon after.
func (p *Page) where() fyne.CanvasObject {
	k := p.k
	words := k.Muted(k.V.Where(p.model.Status))
	t := *p.model.Status.Treatment
	if !t.Fresh(p.model.Status.Now) {
		return words
	}
	return beside(words, p.change(t))
}

// change leads to another time, device or plan of a treatment.
func (p *Page) change(t service.TreatmentView) *kit.Press {
	return p.k.Link("today.change", p.k.V.T("today.change"), func() { p.do.Change(t) })
}

// further is what the plan expects besides, and leads to who says so and to what the person can tell of their skin.
func (p *Page) further(rest string) fyne.CanvasObject {
	k, ph := p.k, p.model.Status.Phase
	var parts []fyne.CanvasObject
	if rest != "" {
		parts = append(parts, k.Body(rest))
	}
	if ph != nil && ph.Expect != "" {
		parts = append(parts, k.Link("today.expects.says", k.V.T("source.says_who"), func() {
			p.do.Says(k.V.T("today.expects_title", phrase.Args{"Phase": ph.Name}), ph.Source)
		}))
	}
	if !p.model.Status.Treatment.At.After(p.model.Status.Now) {
		parts = append(parts, k.Link("today.feel", k.V.T("today.feel"), p.do.Feel))
	}
	return beside(parts...)
}

// beside sets words and links on one line: the links' targets are higher than it.
func beside(parts ...fyne.CanvasObject) fyne.CanvasObject {
	const over = (kit.Target - 22) / 2
	return kit.Pad(-over, 0, -over, 0, kit.Wrap(kit.GapBetween, -over, parts...))
}

// ringWords stand in the ring: the day, or the days that are left until the treatment.
func (p *Page) ringWords() (small, large string) {
	if day := p.model.Status.Treatment.Day; day >= 0 {
		return p.k.V.T("today.ring_day"), strconv.Itoa(day)
	} else {
		return p.k.V.T("today.ring_to_go", phrase.Args{"Count": -day}), strconv.Itoa(-day)
	}
}

// visit tells when the plan would have the next treatment.
func (p *Page) visit() fyne.CanvasObject {
	k, n := p.k, p.model.Status.NextVisit
	if n == nil {
		return nil
	}
	return k.Para(
		kit.Run{Text: k.V.Visit(*n) + " ", Ink: k.P.Text},
		kit.Run{Link: k.Link("today.visit.says", k.V.T("source.says_who"), func() { p.do.Says(k.V.T("today.visit_title"), n.Says) }).Of(k.V.T("today.visit_title"))},
	)
}
