package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Hold is something that stays as long as the pointer or the keyboard is on it.
type Hold struct {
	widget.BaseWidget
	content *fyne.Container
	changed func(held bool)
	by      int // what holds it: the pointer beside its buttons, and each button with pointer or keyboard
}

var (
	_ desktop.Hoverable = (*Hold)(nil)
	_ Flowing           = (*Hold)(nil)
)

// NewHold shows content, in which buttons are. changed hears when it begins to be held, and when that ends.
func NewHold(content *fyne.Container, changed func(held bool), buttons ...*Press) *Hold {
	h := &Hold{content: content, changed: changed}
	h.ExtendBaseWidget(h)
	for _, b := range buttons {
		b.OnHeld = h.count
	}
	return h
}

// count counts one more that holds it, or one less.
func (h *Hold) count(held bool) {
	before := h.by > 0
	if held {
		h.by++
	} else {
		h.by--
	}
	if now := h.by > 0; now != before {
		h.changed(now)
	}
}

// MouseIn implements desktop.Hoverable.
func (h *Hold) MouseIn(*desktop.MouseEvent) { h.count(true) }

// MouseMoved implements desktop.Hoverable.
func (h *Hold) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (h *Hold) MouseOut() { h.count(false) }

// HeightFor implements Flowing.
func (h *Hold) HeightFor(width float32) float32 { return Height(h.content, width) }

// CreateRenderer implements fyne.Widget.
func (h *Hold) CreateRenderer() fyne.WidgetRenderer {
	return Laid(widget.NewSimpleRenderer(h.content), h.Size())
}
