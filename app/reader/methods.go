//go:build !windows && !darwin

package reader

import (
	"maps"
	"slices"
	"strconv"

	"github.com/godbus/dbus/v5"
)

// answers are methods by their names, "Interface.Method".
type answers map[string]method

// methods are all that are answered; nothing changes them.
var methods = func() answers {
	all := answers{}
	for _, some := range []answers{accessibleMethods, placeMethods, actMethods, textMethods} {
		maps.Copy(all, some)
	}
	return all
}()

// one is an answer of one value.
func one(v any) []any { return []any{v} }

// Relations of AT-SPI.
const (
	labelFor   = uint32(1)
	labelledBy = uint32(2)
)

// relation is how an object stands to others.
type relation struct {
	Kind uint32
	To   []ref
}

var accessibleMethods = answers{
	"Accessible.GetChildAtIndex": {"i", func(s *server, _ *tree, it *item, args []any) []any {
		if i := int(args[0].(int32)); i >= 0 && i < len(it.children) {
			return one(s.ref(it.children[i]))
		}
		return one(s.ref(nullPath))
	}},
	"Accessible.GetChildren":      {"", func(s *server, _ *tree, it *item, _ []any) []any { return one(s.refs(it.children)) }},
	"Accessible.GetIndexInParent": {"", func(_ *server, _ *tree, it *item, _ []any) []any { return one(int32(it.at)) }},
	"Accessible.GetRelationSet":   {"", func(s *server, t *tree, it *item, _ []any) []any { return one(s.relations(t, it)) }},
	"Accessible.GetRole":          {"", func(_ *server, _ *tree, it *item, _ []any) []any { return one(uint32(it.Role)) }},
	"Accessible.GetRoleName":      {"", func(_ *server, _ *tree, it *item, _ []any) []any { return one(roleNames[it.Role]) }},
	"Accessible.GetLocalizedRoleName": {"", func(_ *server, _ *tree, it *item, _ []any) []any {
		return one(roleNames[it.Role])
	}},
	"Accessible.GetState":       {"", func(_ *server, _ *tree, it *item, _ []any) []any { return one(it.State.words()) }},
	"Accessible.GetAttributes":  {"", func(s *server, t *tree, it *item, _ []any) []any { return one(s.attributes(t, it)) }},
	"Accessible.GetApplication": {"", func(s *server, _ *tree, _ *item, _ []any) []any { return one(s.ref(rootPath)) }},
	"Accessible.GetInterfaces":  {"", func(_ *server, _ *tree, it *item, _ []any) []any { return one(it.interfaces()) }},

	"Application.GetLocale":                {"u", func(s *server, _ *tree, _ *item, _ []any) []any { return one(s.o.Locale) }},
	"Application.GetApplicationBusAddress": {"", func(*server, *tree, *item, []any) []any { return one("") }},

	"Cache.GetItems": {"", func(s *server, t *tree, _ *item, _ []any) []any {
		all := make([]cached, 0, len(t.order))
		for _, it := range t.order {
			all = append(all, s.cached(it))
		}
		return one(all)
	}},

	"org.freedesktop.DBus.Introspectable.Introspect": {"", func(*server, *tree, *item, []any) []any { return one("<node/>") }},
	properties + ".Get": {"ss", func(s *server, _ *tree, it *item, args []any) []any {
		v, known := s.properties(it, args[0].(string))[args[1].(string)]
		if !known {
			return nil
		}
		return one(dbus.MakeVariant(v))
	}},
	properties + ".GetAll": {"s", func(s *server, _ *tree, it *item, args []any) []any {
		all := map[string]dbus.Variant{}
		for name, v := range s.properties(it, args[0].(string)) {
			all[name] = dbus.MakeVariant(v)
		}
		return one(all)
	}},
	properties + ".Set": {"ssv", func(s *server, _ *tree, it *item, args []any) []any {
		value := args[2].(dbus.Variant).Value()
		switch args[0].(string) + "." + args[1].(string) {
		case iface + "Application.Id":
			if id, ok := value.(int32); ok {
				s.mu.Lock()
				s.id = id
				s.mu.Unlock()
				return []any{}
			}
		case iface + "Value.CurrentValue":
			if v, ok := value.(float64); ok && it.Value != nil && s.do(Request{ID: it.ID, Act: SetValue, Value: v}) {
				return []any{}
			}
		}
		return nil
	}},
}

// words are the two halves in which AT-SPI tells states.
func (s State) words() []uint32 { return []uint32{uint32(s), uint32(s >> 32)} }

func (s *server) refs(paths []dbus.ObjectPath) []ref {
	out := make([]ref, len(paths))
	for i, p := range paths {
		out[i] = s.ref(p)
	}
	return out
}

// parent is what an object lies in.
func (s *server) parent(it *item) ref {
	if it.path != rootPath {
		return s.ref(it.parent)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.desktop
}

// relations are which text names a field, told at both.
func (s *server) relations(t *tree, it *item) []relation {
	all := []relation{}
	if to := t.named[it.LabelFor]; it.LabelFor != "" && to != nil {
		all = append(all, relation{labelFor, []ref{s.ref(to.path)}})
	}
	if len(it.labels) > 0 {
		all = append(all, relation{labelledBy, s.refs(it.labels)})
	}
	return all
}

// attributes are what has no place of its own in AT-SPI.
func (s *server) attributes(t *tree, it *item) map[string]string {
	out := map[string]string{"toolkit": s.o.Toolkit}
	if it.ID != "" {
		out["id"] = it.ID
	}
	if it.Level > 0 {
		out["level"] = strconv.Itoa(it.Level)
	}
	if it.Value != nil && it.Value.Said != "" {
		out["valuetext"] = it.Value.Said
	}
	if n, of := t.among(it); of > 1 {
		out["posinset"], out["setsize"] = strconv.Itoa(n), strconv.Itoa(of)
	}
	return out
}

// among is which one of its like a thing is, and of how many there are beside one another; 0 of what is not counted.
func (t *tree) among(it *item) (n, of int) {
	switch it.Role {
	case PageTab, RadioButton, ListItem, MenuItem, RadioItem:
	default:
		return 0, 0
	}
	for _, path := range t.items[it.parent].children {
		if t.items[path].Role != it.Role {
			continue
		}
		if of++; path == it.path {
			n = of
		}
	}
	return n, of
}

// interfaces are what an object answers to.
func (it *item) interfaces() []string {
	out := []string{iface + "Accessible"}
	if it.path == rootPath {
		return append(out, iface+"Application")
	}
	out = append(out, iface+"Component")
	if it.Action != "" {
		out = append(out, iface+"Action")
	}
	if it.Text != nil {
		out = append(out, iface+"Text")
		if it.State&Editable != 0 {
			out = append(out, iface+"EditableText")
		}
	}
	if it.Value != nil {
		out = append(out, iface+"Value")
	}
	return out
}

// has says whether an object answers to an interface.
func (it *item) has(face string) bool { return slices.Contains(it.interfaces(), face) }

// properties are those of an interface that the object answers to; none of another.
func (s *server) properties(it *item, face string) map[string]any {
	if !it.has(face) {
		return nil
	}
	switch face {
	case iface + "Accessible":
		return map[string]any{"Name": it.Name, "Description": it.Help, "Parent": s.parent(it), "ChildCount": int32(len(it.children)),
			"Locale": s.o.Locale, "AccessibleId": it.ID, "HelpText": ""} // which is the description, said twice
	case iface + "Application":
		s.mu.Lock()
		defer s.mu.Unlock()
		return map[string]any{"ToolkitName": s.o.Toolkit, "Version": "1", "ToolkitVersion": "1", "AtspiVersion": "2.1",
			"InterfaceVersion": uint32(1), "Id": s.id}
	case iface + "Action":
		return map[string]any{"NActions": int32(1)}
	case iface + "Text":
		return map[string]any{"CharacterCount": int32(len([]rune(it.Text.Content))), "CaretOffset": int32(it.Text.Caret)}
	case iface + "Value":
		v := it.Value
		return map[string]any{"CurrentValue": v.Now, "MinimumValue": v.Least, "MaximumValue": v.Most, "MinimumIncrement": v.Step, "Text": v.Said}
	}
	return nil
}

// cached is what a screen reader keeps of an object, in AT-SPI's order.
type cached struct {
	Object, App, Parent ref
	At, Children        int32
	Interfaces          []string
	Name                string
	Role                uint32
	Help                string
	States              []uint32
}

func (s *server) cached(it *item) cached {
	return cached{s.ref(it.path), s.ref(rootPath), s.parent(it), int32(it.at), int32(len(it.children)),
		it.interfaces(), it.Name, uint32(it.Role), it.Help, it.State.words()}
}
