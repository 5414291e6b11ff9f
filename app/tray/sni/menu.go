//go:build !windows && !darwin

package sni

import (
	"slices"

	"github.com/godbus/dbus/v5"
)

// Item is one line of the menu.
type Item struct {
	// ClickedCh hears each click; one that nobody reads yet waits, the next ones are dropped.
	ClickedCh chan struct{}

	icon      *Icon
	id        int32
	label     string
	separator bool
	disabled  bool
	hidden    bool
	order     []int32 // the lines of the menu within the menu
}

// AddItem adds a line to the menu.
func (i *Icon) AddItem(label string) *Item { return i.add(nil, &Item{label: label}) }

// AddSeparator adds a line that parts others.
func (i *Icon) AddSeparator() { i.add(nil, &Item{separator: true}) }

// AddSubItem adds a line to the menu within the menu.
func (m *Item) AddSubItem(label string) *Item { return m.icon.add(m, &Item{label: label}) }

func (i *Icon) add(below *Item, m *Item) *Item {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.last++
	m.icon, m.id, m.ClickedCh = i, i.last, make(chan struct{}, 1)
	i.items[m.id] = m
	if below != nil {
		below.order = append(below.order, m.id)
	} else {
		i.order = append(i.order, m.id)
	}
	i.stale = true
	return m
}

// SetTitle gives the line another label. Like the next three it is seen after [Icon.Flush].
func (m *Item) SetTitle(label string) { m.change(func() { m.label = label }) }

// Hide takes the line out of sight, Show brings it back, and Disable makes it one that is only read.
func (m *Item) Hide()    { m.change(func() { m.hidden = true }) }
func (m *Item) Show()    { m.change(func() { m.hidden = false }) }
func (m *Item) Disable() { m.change(func() { m.disabled = true }) }

func (m *Item) change(do func()) {
	m.icon.mu.Lock()
	defer m.icon.mu.Unlock()
	do()
	m.icon.stale = true
}

// Flush has panels read the menu again, if it has changed.
func (i *Icon) Flush() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if !i.stale {
		return
	}
	i.stale = false
	i.readAgain()
}

// layout is a part of the menu as panels read it.
type layout struct {
	ID         int32
	Properties map[string]dbus.Variant
	Children   []dbus.Variant
}

// noLine is the error for an id that no line has.
var noLine = dbus.NewError("com.canonical.dbusmenu.Error", nil)

// menu are the menu's methods.
type menu struct{ i *Icon }

// GetLayout is the menu below a line (0: all of it), so many levels deep (-1: all), with these properties (none: all). A
// panel that reads by parts is told of the first level first, see [Icon.trims].
func (m menu) GetLayout(who dbus.Sender, below, depth int32, names []string) (uint32, layout, *dbus.Error) {
	m.i.mu.Lock()
	defer m.i.mu.Unlock()
	if below != 0 && m.i.items[below] == nil {
		return 0, layout{}, noLine
	}
	if m.i.trims(who, below, depth, names) {
		depth = 1
	}
	return m.i.revision, m.i.layoutOf(below, depth, names), nil
}

// layoutOf is a line with those below it. mu is held.
func (i *Icon) layoutOf(id, depth int32, names []string) layout {
	l := layout{ID: id, Properties: i.propertiesOf(id, names), Children: []dbus.Variant{}}
	if depth == 0 {
		return l
	}
	order := i.order
	if id != 0 {
		order = i.items[id].order
	}
	for _, child := range order {
		l.Children = append(l.Children, dbus.MakeVariant(i.layoutOf(child, depth-1, names)))
	}
	return l
}

// propertiesOf are those of a line; of the menu itself for 0. mu is held.
func (i *Icon) propertiesOf(id int32, names []string) map[string]dbus.Variant {
	all := map[string]any{"children-display": "submenu"}
	if m := i.items[id]; m != nil {
		all = map[string]any{"label": m.label, "enabled": !m.disabled, "visible": !m.hidden}
		if m.separator {
			all = map[string]any{"type": "separator", "visible": !m.hidden}
		}
		if len(m.order) > 0 {
			all["children-display"] = "submenu"
		}
	}
	for name := range all {
		if len(names) > 0 && !slices.Contains(names, name) {
			delete(all, name)
		}
	}
	return variants(all)
}

// group is a line with its properties.
type group struct {
	ID         int32
	Properties map[string]dbus.Variant
}

// GetGroupProperties are those of several lines; of none, of all lines.
func (m menu) GetGroupProperties(who dbus.Sender, ids []int32, names []string) ([]group, *dbus.Error) {
	m.i.mu.Lock()
	defer m.i.mu.Unlock()
	if len(ids) == 0 {
		for id := range m.i.last + 1 {
			ids = append(ids, id)
		}
	}
	all := []group{}
	for _, id := range ids {
		if id == 0 || m.i.items[id] != nil {
			all = append(all, group{id, m.i.propertiesOf(id, names)})
		}
	}
	m.i.knows(who, ids)
	return all, nil
}

// GetProperty is one of one line.
func (m menu) GetProperty(id int32, name string) (dbus.Variant, *dbus.Error) {
	m.i.mu.Lock()
	defer m.i.mu.Unlock()
	if id != 0 && m.i.items[id] == nil {
		return dbus.Variant{}, noLine
	}
	value, known := m.i.propertiesOf(id, nil)[name]
	if !known {
		return dbus.Variant{}, errUnknown
	}
	return value, nil
}

// Event hears what happens to a line.
func (m menu) Event(id int32, kind string, _ dbus.Variant, _ uint32) *dbus.Error {
	if !m.happened(id, kind) {
		return noLine
	}
	return nil
}

// event is one of several at once.
type event struct {
	ID   int32
	Kind string
	Data dbus.Variant
	Time uint32
}

// EventGroup hears of several, and answers with the ids that no line has.
func (m menu) EventGroup(events []event) ([]int32, *dbus.Error) {
	unknown := []int32{}
	for _, e := range events {
		if !m.happened(e.ID, e.Kind) {
			unknown = append(unknown, e.ID)
		}
	}
	return unknown, nil
}

// happened says whether there is such a line; a click is handed on.
func (m menu) happened(id int32, kind string) bool {
	m.i.mu.Lock()
	defer m.i.mu.Unlock()
	line := m.i.items[id]
	if line != nil && kind == "clicked" && !line.disabled && !line.separator {
		select {
		case line.ClickedCh <- struct{}{}:
		default:
		}
	}
	return id == 0 || line != nil
}

// AboutToShow says whether a menu has to be read again before it is shown: what changes is told as it does.
func (m menu) AboutToShow(int32) (bool, *dbus.Error) { return false, nil }

// AboutToShowGroup says so of several.
func (m menu) AboutToShowGroup([]int32) (update, unknown []int32, err *dbus.Error) {
	return []int32{}, []int32{}, nil
}
