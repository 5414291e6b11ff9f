package today

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// A wait that ends while the page is on show gets one short, quiet movement: its dot fills, and the ring goes on to
// where it stands now. Then all is as it would have been drawn anyway.

// fillsFor is how long that takes.
const fillsFor = 700 * time.Millisecond

// moving is the movement while it lasts.
type moving struct {
	anim *fyne.Animation
	from float64 // the ring's share before
}

// Opened are the windows that are open in now and waited in before, in the same treatments: they ended while they were
// looked at.
func Opened(before, now service.Status) (all []service.WindowView) {
	if before.Treatment == nil || now.Treatment == nil || before.Treatment.ID != now.Treatment.ID || len(before.Treatments) != len(now.Treatments) {
		return nil
	}
	for _, w := range now.Windows {
		if w.State != course.Open && w.State != course.Then {
			continue
		}
		for _, was := range before.Windows {
			if was.ID == w.ID && (was.State == course.Wait || was.State == course.Ask) {
				all = append(all, w)
			}
		}
	}
	return all
}

// move begins the movement from how the ring stood.
func (p *Page) move(from service.Ring) {
	p.settle()
	m := &moving{from: from.Share}
	m.anim = fyne.NewAnimation(fillsFor, func(done float32) {
		if p.moving != m {
			return
		}
		p.filled = done
		if done >= 1 {
			p.moving, p.filled = nil, 1
		}
		p.fill()
	})
	m.anim.Curve = fyne.AnimationEaseOut
	p.moving, p.filled = m, 0
	p.fill()
	p.start(m.anim)
}

// settle ends a movement where it leads.
func (p *Page) settle() {
	if p.moving != nil {
		p.moving.anim.Stop()
	}
	p.moving, p.filled = nil, 1
}

// fill draws the ring and the dot of what is open as far as the movement has come.
func (p *Page) fill() {
	for _, o := range []*fyne.Container{p.ring, p.now} {
		if o == nil {
			return
		}
	}
	p.ring.Objects = []fyne.CanvasObject{p.turn()}
	p.ring.Refresh()
	p.now.Refresh()
}

// turn is the ring as far as the movement has come.
func (p *Page) turn() fyne.CanvasObject {
	r := p.model.Status.Ring()
	share := r.Share
	if m := p.moving; m != nil {
		share = m.from + (share-m.from)*float64(p.filled)
	}
	small, large := p.ringWords()
	return p.k.Ring(p.ringWide(), ringThick, kit.Turn{Steps: r.Steps, Share: share}, small, large)
}
