package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// click is where the mouse went down on something to press, and on what.
type click struct {
	on, label string
	at        fyne.Position
	when      time.Time
}

// nearby is how far the pointer may go between the two clicks of a double click, in pixels that do not depend on the screen.
const nearby = 6

// slips says whether this click is the second of a double click, meant for what stood here when the first one came. What
// took its place meanwhile would be pressed unseen: "Another text" where "Read it" was. A button that is still the same
// may be pressed as fast as anybody likes.
func (k *Kit) slips(p *Press, ev *desktop.MouseEvent) bool {
	if k.Ticks == nil || ev == nil || p.ID == "" {
		return false
	}
	was := k.click
	k.click = click{p.ID, p.AccessibilityLabel(), ev.AbsolutePosition, k.Ticks()}
	far := k.click.at.Subtract(was.at)
	same := was.on == k.click.on && was.label == k.click.label
	return !same && was.on != "" && k.click.when.Sub(was.when) < fyne.CurrentApp().Driver().DoubleTapDelay() &&
		far.X*far.X+far.Y*far.Y <= nearby*nearby
}
