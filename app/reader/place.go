//go:build !windows && !darwin

package reader

import "github.com/godbus/dbus/v5"

// What a place is told in but the window, and on which layer a thing lies, by AT-SPI's numbers.
const (
	onScreen = uint32(0)
	inParent = uint32(2)

	layerWidget = uint32(3)
	layerWindow = uint32(7)
)

var placeMethods = answers{
	"Component.Contains": {"iiu", func(_ *server, t *tree, it *item, args []any) []any {
		return one(t.box(it, args[2].(uint32)).holds(args[0].(int32), args[1].(int32)))
	}},
	"Component.GetAccessibleAtPoint": {"iiu", func(s *server, t *tree, it *item, args []any) []any {
		return one(s.ref(t.under(it, args[0].(int32), args[1].(int32), args[2].(uint32))))
	}},
	"Component.GetExtents": {"u", func(_ *server, t *tree, it *item, args []any) []any { return one(t.box(it, args[0].(uint32))) }},
	"Component.GetPosition": {"u", func(_ *server, t *tree, it *item, args []any) []any {
		b := t.box(it, args[0].(uint32))
		return []any{b.X, b.Y}
	}},
	"Component.GetSize": {"", func(_ *server, _ *tree, it *item, _ []any) []any { return []any{it.Box.W, it.Box.H} }},
	"Component.GetLayer": {"", func(_ *server, _ *tree, it *item, _ []any) []any {
		if it.Role == Frame {
			return one(layerWindow)
		}
		return one(layerWidget)
	}},
	"Component.GetMDIZOrder": {"", func(*server, *tree, *item, []any) []any { return one(int16(0)) }},
	"Component.GetAlpha":     {"", func(*server, *tree, *item, []any) []any { return one(1.0) }},
	"Component.GrabFocus": {"", func(s *server, _ *tree, it *item, _ []any) []any {
		return one(it.State&Focusable != 0 && s.do(Request{ID: it.ID, Act: Focus}))
	}},
	"Component.ScrollTo": {"u", func(s *server, _ *tree, it *item, _ []any) []any {
		return one(s.do(Request{ID: it.ID, Act: Reveal}))
	}},
}

// box is where an object lies, told in one of three ways.
func (t *tree) box(it *item, in uint32) Box {
	b := it.Box
	switch p := t.items[it.parent]; {
	case in == onScreen:
		b.X, b.Y = b.X+t.at.X, b.Y+t.at.Y
	case in == inParent && p != nil:
		b.X, b.Y = b.X-p.Box.X, b.Y-p.Box.Y
	}
	return b
}

// under is the innermost object at a point.
func (t *tree) under(it *item, x, y int32, in uint32) dbus.ObjectPath {
	if in == onScreen {
		x, y = x-t.at.X, y-t.at.Y
	}
	if it.path != rootPath && !it.Box.holds(x, y) {
		return nullPath
	}
	for {
		inner := it
		for _, p := range it.children {
			if c := t.items[p]; c != nil && c.Box.holds(x, y) {
				inner = c // the later lies above
			}
		}
		if inner == it {
			return it.path
		}
		it = inner
	}
}
