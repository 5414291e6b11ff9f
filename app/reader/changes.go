//go:build !windows && !darwin

package reader

import (
	"unicode/utf8"

	"github.com/godbus/dbus/v5"
)

// stateNames are the states whose change is told, in the order in which it is.
var stateNames = []struct {
	bit  State
	name string
}{
	{Showing, "showing"}, {Visible, "visible"}, {Enabled, "enabled"}, {Sensitive, "sensitive"}, {Focusable, "focusable"},
	{Active, "active"}, {Checked, "checked"}, {Pressed, "pressed"}, {Selected, "selected"}, {Expanded, "expanded"},
	{Modal, "modal"}, {Invalid, "invalid-entry"}, {Editable, "editable"},
}

// signal is one event to send.
type signal struct {
	path dbus.ObjectPath
	name string
	body []any
}

// events gathers them.
type events struct {
	all   []signal
	focus []signal // told after it, once all else is known
	news  []signal // of notifications, told behind all that they tell of
	s     *server
}

func event(p dbus.ObjectPath, name, detail string, a, b int, v any) signal {
	return signal{p, iface + "Event." + name, []any{detail, int32(a), int32(b), dbus.MakeVariant(v), map[string]dbus.Variant{}}}
}

func (e *events) say(p dbus.ObjectPath, name, detail string, a, b int, v any) {
	e.all = append(e.all, event(p, name, detail, a, b, v))
}

func (e *events) state(p dbus.ObjectPath, name string, on bool) {
	n := 0
	if on {
		n = 1
	}
	e.say(p, "Object.StateChanged", name, n, 0, int32(0))
}

// changes are what is different between two trees, as events, and the news of it, which is told behind them.
func changes(before, now *tree, s *server) (all, news []signal) {
	e := &events{s: s}
	for _, was := range before.order {
		if now.items[was.path] == nil {
			e.gone(was, now)
		}
	}
	for _, it := range now.order {
		was := before.items[it.path]
		if was == nil {
			e.came(it, before)
			was = unheard(it)
		}
		all := len(e.all)
		e.became(was, it)
		if it.Role == Notification {
			e.news = append(e.news, e.all[all:]...)
			e.all = e.all[:all]
		}
	}
	return append(e.all, e.focus...), e.news
}

// gone tells that a thing is no more. What it lay in is told so only if that is still there.
func (e *events) gone(was *item, now *tree) {
	e.all = append(e.all, signal{cachePath, iface + "Cache.RemoveAccessible", []any{e.s.ref(was.path)}})
	e.state(was.path, "defunct", true)
	if now.items[was.parent] != nil {
		e.say(was.parent, "Object.ChildrenChanged", "remove", was.at, 0, e.s.ref(was.path))
	}
}

// came tells that a thing is new.
func (e *events) came(it *item, before *tree) {
	e.all = append(e.all, signal{cachePath, iface + "Cache.AddAccessible", []any{e.s.cached(it)}})
	if before.items[it.parent] != nil {
		e.say(it.parent, "Object.ChildrenChanged", "add", it.at, 0, e.s.ref(it.path))
	}
	if it.Role == Frame {
		e.say(it.path, "Window.Create", "", 0, 0, it.Name)
	}
}

// unheard is what a new thing is compared with: as if it had been there, but for what has to be told of it by itself. A
// notification is heard because it begins to show.
func unheard(it *item) *item {
	was := *it
	was.State &^= Focused | Active
	if it.Role == Notification {
		was.State &^= Seen
	}
	return &was
}

// became tells what of a thing is different.
func (e *events) became(was, it *item) {
	p := it.path
	if was.Name != it.Name {
		e.say(p, "Object.PropertyChange", "accessible-name", 0, 0, it.Name)
	}
	if was.Help != it.Help {
		e.say(p, "Object.PropertyChange", "accessible-description", 0, 0, it.Help)
	}
	if was.Role != it.Role {
		e.say(p, "Object.PropertyChange", "accessible-role", 0, 0, uint32(it.Role))
	}
	e.states(was, it)
	if was.Value != nil && it.Value != nil && *was.Value != *it.Value {
		e.say(p, "Object.PropertyChange", "accessible-value", 0, 0, it.Value.Now)
	}
	if was.Text != nil && it.Text != nil {
		e.text(p, *was.Text, *it.Text)
	}
}

func (e *events) states(was, it *item) {
	for _, x := range stateNames {
		if (was.State^it.State)&x.bit == 0 {
			continue
		}
		on := it.State&x.bit != 0
		if x.bit == Active && it.Role == Frame {
			name := "Window.Deactivate"
			if on {
				name = "Window.Activate"
			}
			e.say(it.path, name, "", 0, 0, it.Name)
		}
		e.state(it.path, x.name, on)
	}
	if (was.State^it.State)&Focused != 0 {
		n := 0
		if it.State&Focused != 0 {
			n = 1
		}
		e.focus = append(e.focus, event(it.path, "Object.StateChanged", "focused", n, 0, int32(0)))
	}
}

// text tells what was written or taken away, no more than that, and where the caret is.
func (e *events) text(p dbus.ObjectPath, was, now Text) {
	if was.Content != now.Content {
		at, out, in := between(was.Content, now.Content)
		if out != "" {
			e.say(p, "Object.TextChanged", "delete", at, utf8.RuneCountInString(out), out)
		}
		if in != "" {
			e.say(p, "Object.TextChanged", "insert", at, utf8.RuneCountInString(in), in)
		}
	}
	if was.Caret != now.Caret {
		e.say(p, "Object.TextCaretMoved", "", now.Caret, 0, int32(0))
	}
	if was.From != now.From || was.To != now.To {
		e.say(p, "Object.TextSelectionChanged", "", 0, 0, int32(0))
	}
}

// between is what has to be taken out of a text, and put in, at which letter, so that it becomes another one.
func between(was, now string) (at int, out, in string) {
	a, b := []rune(was), []rune(now)
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	end := 0
	for end < len(a)-at && end < len(b)-at && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return at, string(a[at : len(a)-end]), string(b[at : len(b)-end])
}
