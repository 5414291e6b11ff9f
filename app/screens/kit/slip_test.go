package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestTheSecondOfTwoQuickClicksPressesNothingThatCameInBetween(t *testing.T) {
	at := fyne.NewPos(40, 300)
	for name, c := range map[string]struct {
		was, is, says string // the ids of what stands there, and what the second one says
		after         time.Duration
		at            fyne.Position
		want          int // presses of what stands there at the second click
	}{
		"another button":               {"read", "again", "Another text", 120 * time.Millisecond, at, 0},
		"the same, with other words":   {"next", "next", "Start", 120 * time.Millisecond, at, 0},
		"another one, some pixels off": {"read", "again", "Another text", 120 * time.Millisecond, at.AddXY(3, 2), 0},
		"another one, elsewhere":       {"read", "again", "Another text", 120 * time.Millisecond, at.AddXY(0, 30), 1},
		"another one, read first":      {"read", "again", "Another text", time.Second, at, 1},
		"a button that is the same":    {"read", "read", "Read it", 20 * time.Millisecond, at, 1},
	} {
		t.Run(name, func(t *testing.T) {
			b := plain(t)
			now := noon
			b.k.Ticks = func() time.Time { return now }
			first, second := 0, 0
			clickOn(b.k.Press(c.was, "Read it", 8, b.k.Body("Read it"), func() { first++ }), at)
			now = now.Add(c.after)
			next := b.k.Press(c.is, c.says, 8, b.k.Body(c.says), func() { second++ })
			clickOn(next, c.at)
			if first != 1 || second != c.want {
				t.Errorf("the first was pressed %d times, the second %d times, want %d", first, second, c.want)
			}
			now = now.Add(time.Second)
			clickOn(next, c.at)
			if second != c.want+1 {
				t.Errorf("a click after a while presses it %d times", second-c.want)
			}
		})
	}
}

// clickOn does what the driver does at a click.
func clickOn(p *Press, at fyne.Position) {
	point := fyne.PointEvent{AbsolutePosition: at}
	ev := &desktop.MouseEvent{PointEvent: point, Button: desktop.MouseButtonPrimary}
	p.MouseDown(ev)
	p.MouseUp(ev)
	p.Tapped(&point)
}
