package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// MenuItem is one line of a menu. Apart parts it from those above it; Chosen marks the one that holds.
type MenuItem struct {
	Text   string
	Do     func()
	Apart  bool
	Chosen bool
}

// Menu shows a few choices under at and gives the chosen one, else the first, the keyboard. Arrows, Tab and Enter work
// in it; Esc and a click beside it take it away. close takes it away, if it did not go by itself: then gone was called.
func (k *Kit) Menu(id string, at fyne.CanvasObject, gone func(), items ...MenuItem) (close func()) {
	var f *float
	name := ""
	if p, ok := at.(*Press); ok {
		name = p.AccessibilityLabel()
	}
	f, over := k.floating(name, at, gone, func() { f.leave() })
	if f == nil {
		return func() {}
	}
	f.menu = true
	marked, first := false, 0
	for i, it := range items {
		if it.Chosen {
			marked, first = true, i
		}
	}
	presses := make([]*Press, len(items))
	var lines []fyne.CanvasObject
	for i, it := range items {
		line := fyne.CanvasObject(over.Line(it.Text, k.P.Text, it.Chosen))
		if marked {
			var tick fyne.CanvasObject = Gap(14)
			if it.Chosen {
				tick = over.Icon(IconCheck, 14, k.P.Rose)
			}
			line = Row(8, 1, Fixed(14, 14, tick), line)
		}
		p := over.Press(id+"."+strconv.Itoa(i+1), it.Text, 8, Pad(8, 14, 8, 14, line), func() {
			f.leave()
			it.Do()
		})
		if p.As(RoleItem, false); marked {
			p.As(RoleChoice, it.Chosen)
		}
		p.OnKey = func(key fyne.KeyName) bool {
			to := i
			switch key {
			case fyne.KeyDown:
				to = (i + 1) % len(items)
			case fyne.KeyUp:
				to = (i + len(items) - 1) % len(items)
			case fyne.KeyHome:
				to = 0
			case fyne.KeyEnd:
				to = len(items) - 1
			default:
				return false
			}
			f.c.Focus(presses[to])
			return true
		}
		if presses[i] = p; it.Apart {
			lines = append(lines, Pad(4, 0, 4, 0, over.Rule()))
		}
		lines = append(lines, p)
	}
	var start fyne.Focusable
	if len(presses) > 0 {
		start = presses[first]
	}
	f.show(k, Pad(6, 6, 6, 6, Column(0, lines...)), start)
	return f.close
}
