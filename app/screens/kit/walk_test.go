package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// stands is a page with a link, a group of four choices of which chosen holds and off cannot be used, and a link.
func stands(b *bench, chosen, off string) (g map[string]*Press) {
	first, last := b.k.Link("first", "First", func() {}), b.k.Link("last", "Last", func() {})
	box := b.k.Chips("of", []Choice{{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}}, chosen, func(string) {})
	g = map[string]*Press{"first": first, "last": last}
	for _, o := range box.Objects {
		p := o.(*Press)
		p.off = p.ID == off
		g[p.ID] = p
	}
	b.show(400, 200, Column(4, first, box, last))
	return g
}

func (b *bench) back(t *testing.T) {
	t.Helper()
	b.win.Canvas().Focused().(fyne.Tabbable).AcceptsTab()
	b.win.Canvas().FocusPrevious()
}

func (b *bench) at() string {
	id, _ := FocusID(b.win.Canvas().Focused())
	return id
}

func TestAGroupIsOneStopOfTab(t *testing.T) {
	for name, c := range map[string]struct{ chosen, off, enter, last string }{
		"none is chosen":                {"", "", "of.a", "of.d"},
		"one is chosen":                 {"c", "", "of.c", "of.d"},
		"the first cannot be used":      {"", "of.a", "of.b", "of.d"},
		"the chosen one cannot be used": {"c", "of.c", "of.a", "of.d"},
		"the last cannot be used":       {"c", "of.d", "of.c", "of.c"},
	} {
		t.Run(name, func(t *testing.T) {
			b := plain(t)
			g := stands(b, c.chosen, c.off)
			want := func(when, id string) {
				t.Helper()
				if b.at() != id {
					t.Fatalf("%s: the keyboard is at %q, want %q", when, b.at(), id)
				}
			}
			b.win.Canvas().Focus(g["first"])
			b.tab(t)
			want("Tab", c.enter)
			if _, ring := g[c.enter].Focused(); !ring {
				t.Error("no ring shows where the keyboard is")
			}
			b.tab(t)
			want("Tab out", "last")
			b.back(t)
			want("Shift+Tab", c.enter)
			g[b.at()].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			want("End", c.last)
			g[b.at()].TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			want("right of the last", c.last)
			b.tab(t)
			want("Tab out from another one", "last")
			b.back(t)
			want("Shift+Tab, once more", c.enter)
			b.back(t)
			want("Shift+Tab out", "first")
			if stops := TabStops(b.win.Content()); len(stops) != 3 || stops[1].ID != c.enter {
				t.Errorf("the stops are %v", stops)
			}
		})
	}
}

// A Tab may lead nowhere: what is alone in a window keeps the keyboard.
func TestATabThatLedNowhereHoldsNoArrowAndNoClickBack(t *testing.T) {
	for name, go1 := range map[string]func(g map[string]*Press){
		"an arrow": func(g map[string]*Press) { g["of.a"].TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) },
		"a click":  func(g map[string]*Press) { g["of.b"].Tapped(&fyne.PointEvent{}) },
	} {
		b := plain(t)
		g := stands(b, "", "")
		g["first"].Hide()
		g["last"].Hide()
		b.win.Canvas().Focus(g["of.a"])
		b.tab(t)
		if go1(g); b.at() != "of.b" {
			t.Errorf("%s: the keyboard is at %q", name, b.at())
		}
	}
}

func TestTabComesInWhereMarksGoOn(t *testing.T) {
	b := plain(t)
	first := b.k.Link("first", "First", func() {})
	marks := []*Press{b.k.Chip("1", "1", nil).As(RoleBox, true), b.k.Chip("2", "2", nil).As(RoleBox, false), b.k.Chip("3", "3", nil)}
	b.k.WalkFrom(1, marks...)
	b.show(300, 200, Column(4, first, marks[0], marks[1], marks[2]))
	b.win.Canvas().Focus(first)
	if b.tab(t); b.at() != "2" {
		t.Errorf("the keyboard is at %q", b.at())
	}
}
