package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAScaleIsAnsweredByKeysAndClicksAndCanBeLeftOpen(t *testing.T) {
	for _, c := range []struct {
		name  string
		start int
		do    func(*Press)
		want  []int // what is told, in order
	}{
		{"right from nothing begins at 0", Unsaid, func(p *Press) { key(p, fyne.KeyRight, fyne.KeyRight) }, []int{0, 1}},
		{"left from nothing begins at 0", Unsaid, func(p *Press) { key(p, fyne.KeyLeft) }, []int{0}},
		{"left stops at 0", 1, func(p *Press) { key(p, fyne.KeyLeft, fyne.KeyLeft) }, []int{0}},
		{"up stops at the last", 9, func(p *Press) { key(p, fyne.KeyUp, fyne.KeyUp) }, []int{10}},
		{"home and end", 4, func(p *Press) { key(p, fyne.KeyHome, fyne.KeyEnd) }, []int{0, 10}},
		{"a digit is the answer", Unsaid, func(p *Press) { p.TypedRune('7') }, []int{7}},
		{"delete takes it away", 3, func(p *Press) { key(p, fyne.KeyDelete) }, []int{Unsaid}},
		{"backspace on nothing tells nothing", Unsaid, func(p *Press) { key(p, fyne.KeyBackspace) }, nil},
		{"space begins at 0", Unsaid, func(p *Press) { key(p, fyne.KeySpace) }, []int{0}},
		{"enter changes no answer", 5, func(p *Press) { key(p, fyne.KeyReturn) }, nil},
		{"a click chooses the dot under it", Unsaid, func(p *Press) { test.TapAt(p, onDot(p, 3)) }, []int{3}},
		{"a click at the edge chooses the last dot", 3, func(p *Press) { test.TapAt(p, fyne.NewPos(p.Size().Width-1, 12)) }, []int{10}},
		{"a click on the chosen dot takes it away", 3, func(p *Press) { test.TapAt(p, onDot(p, 3)) }, []int{Unsaid}},
		{"disabled takes nothing", 3, func(p *Press) {
			p.Disable()
			key(p, fyne.KeyRight)
			p.TypedRune('9')
			test.TapAt(p, onDot(p, 7))
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := plain(t)
			var told []int
			b.show(600, 120, b.k.Scale("s", "Itch", c.start, func(v int) { told = append(told, v) }))
			c.do(b.k.Known("s").(*Press))
			if !slices.Equal(told, c.want) {
				t.Errorf("told %v, want %v", told, c.want)
			}
		})
	}
}

// onDot is a place on a dot of a row.
func onDot(p *Press, i int) fyne.Position {
	return fyne.NewPos(scaleInset+scalePitch(p.Size().Width)*float32(i)+4, 12)
}

func TestAScaleSaysItsAnswerAndOffersToSkipIt(t *testing.T) {
	b := plain(t)
	b.show(600, 120, b.k.Scale("s", "Itch", Unsaid, nil))
	p, skip := b.k.Known("s").(*Press), b.k.Known("s.clear").(*Press)
	if got := p.State().Value; got != "no answer" {
		t.Errorf("open it says %q", got)
	}
	if skip.Visible() {
		t.Error("there is something to skip before anything was answered")
	}
	p.TypedRune('4')
	if got := p.State().Value; got != "4 of 10" {
		t.Errorf("answered it says %q", got)
	}
	if !skip.Visible() || skip.Label() != "Skip Itch" {
		t.Errorf("the button to skip is visible=%v, %q", skip.Visible(), skip.Label())
	}
	b.win.Canvas().Focus(skip)
	key(skip, fyne.KeySpace)
	if skip.Visible() || b.win.Canvas().Focused() != fyne.Focusable(p) {
		t.Error("once skipped the keyboard is not on the row of dots")
	}
}

func TestAScaleWithoutAnAnswerTakesNoValueOutsideOfIt(t *testing.T) {
	b := plain(t)
	for _, v := range []int{-7, 11} {
		b.k.Scale("s", "Itch", v, nil)
		if got := b.k.Known("s").(*Press).State().Value; got != "no answer" {
			t.Errorf("a value of %d is shown as %q", v, got)
		}
	}
}
