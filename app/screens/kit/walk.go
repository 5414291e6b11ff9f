package kit

import "fyne.io/fyne/v2"

// group is presses that belong together: the arrow keys go through them, and for Tab they are one stop.
type group struct {
	all   []*Press
	first *Press // where Tab comes in; nil: at what is chosen
}

// Walk has the arrow keys go through presses that belong together, and Home and End to the first and the last of them.
// Tab comes in at the one that is chosen, else at the first, and leaves the rest out. k.Focus gives each the keyboard.
func (k *Kit) Walk(presses ...*Press) { k.walk(&group{all: presses}) }

// WalkFrom is Walk, where Tab comes in at the press with this index.
func (k *Kit) WalkFrom(first int, presses ...*Press) {
	k.walk(&group{all: presses, first: presses[first]})
}

func (k *Kit) walk(g *group) {
	for _, p := range g.all {
		p.group = g
		p.OnKey = func(key fyne.KeyName) bool {
			to := g.from(p, key)
			if to != nil && k.Focus != nil {
				k.tabbed = false // a Tab that led nowhere must not hold it back
				k.Focus(to)
			}
			return to != nil
		}
	}
}

// from is where a key leads from p; nil: it is none of those that lead on.
func (g *group) from(p *Press, key fyne.KeyName) *Press {
	var usable []*Press
	at := 0
	for _, x := range g.all {
		if x == p {
			at = len(usable)
		}
		if x == p || x.usable() {
			usable = append(usable, x)
		}
	}
	last := len(usable) - 1
	switch key {
	case fyne.KeyRight, fyne.KeyDown:
		return usable[min(at+1, last)]
	case fyne.KeyLeft, fyne.KeyUp:
		return usable[max(at-1, 0)]
	case fyne.KeyHome:
		return usable[0]
	case fyne.KeyEnd:
		return usable[last]
	}
	return nil
}

// stop is the one at which Tab comes in: where the keyboard is already, else g.first, else what is chosen, else the first.
func (g *group) stop() *Press {
	var stop *Press
	for _, x := range g.all {
		switch {
		case !x.usable():
		case x.focused:
			return x
		case stop == nil, x == g.first, g.first == nil && x.state.On && !stop.state.On:
			stop = x
		}
	}
	return stop
}

// usable says whether the keyboard can come to p.
func (p *Press) usable() bool { return !p.off && p.Visible() }

// passed says whether Tab leaves p out: it comes in at another one of its group.
func (p *Press) passed() bool { return p.group != nil && p.group.stop() != p }

// Walks says whether the arrow keys lead from p to what belongs to it.
func (p *Press) Walks() bool { return p.group != nil }
