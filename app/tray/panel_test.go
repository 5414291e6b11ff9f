//go:build !windows && !darwin

package tray

import (
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// panel is a watcher and host in one, as a desktop's panel is.
type panel struct {
	t     *testing.T
	conn  *dbus.Conn
	items chan string // unique bus names that registered

	mu     sync.Mutex
	host   bool
	misses int      // so many registrations get lost
	known  []string // what registered, as a panel lists it
}

func newPanel(t *testing.T, session *bustest.Bus, host bool) *panel {
	t.Helper()
	p := &panel{t: t, conn: session.Connect(), items: make(chan string, 8), host: host}
	for iface, v := range map[string]any{bus.PanelName: registrar{p}, "org.freedesktop.DBus.Properties": propertyOf{p}} {
		if err := p.conn.Export(v, bus.PanelPath, iface); err != nil {
			t.Fatal(err)
		}
	}
	session.Own(p.conn, bus.PanelName)
	return p
}

type registrar struct{ *panel }

func (r registrar) RegisterStatusNotifierItem(sender dbus.Sender, service string) *dbus.Error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.misses > 0 {
		r.misses--
		return nil
	}
	name := string(sender)
	if !strings.HasPrefix(service, "/") { // by name: that counts, whoever calls
		name = service
	}
	r.known = append(r.known, name+"/StatusNotifierItem")
	r.items <- name
	return nil
}

type propertyOf struct{ *panel }

func (p propertyOf) Get(_, name string) (dbus.Variant, *dbus.Error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch name {
	case "IsStatusNotifierHostRegistered":
		return dbus.MakeVariant(p.host), nil
	case "RegisteredStatusNotifierItems":
		return dbus.MakeVariant(p.known), nil
	}
	return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
}

// icon waits for an icon to register.
func (p *panel) icon() *icon {
	p.t.Helper()
	select {
	case name := <-p.items:
		return &icon{p.t, p.conn, name}
	case <-time.After(time.Minute):
		p.t.Fatal("no icon registered")
	}
	panic("unreachable")
}

// icon is a registered tray icon as a panel sees it.
type icon struct {
	t    *testing.T
	conn *dbus.Conn
	name string
}

func (i *icon) get(property string) any {
	i.t.Helper()
	var v dbus.Variant
	if err := i.conn.Object(i.name, "/StatusNotifierItem").
		Call("org.freedesktop.DBus.Properties.Get", 0, "org.kde.StatusNotifierItem", property).Store(&v); err != nil {
		i.t.Fatal(err)
	}
	return v.Value()
}

type layout struct {
	ID    int32
	Props map[string]dbus.Variant
	Kids  []dbus.Variant
}

// line is an item of the menu that can be seen.
type line struct {
	label   string
	id      int32
	enabled bool
}

// menu reads the whole menu; a submenu's lines are led by their parent's label.
func (i *icon) menu() []line {
	i.t.Helper()
	var revision uint32
	var root layout
	if err := i.conn.Object(i.name, "/StatusNotifierItem/menu").
		Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		i.t.Fatal(err)
	}
	return i.visible("", root)
}

func (i *icon) visible(parent string, l layout) (lines []line) {
	i.t.Helper()
	for _, kid := range l.Kids {
		var k layout
		if err := dbus.Store([]any{kid.Value()}, &k); err != nil {
			i.t.Fatal(err)
		}
		label, _ := k.Props["label"].Value().(string)
		if shown, ok := k.Props["visible"].Value().(bool); ok && !shown {
			continue
		}
		if k.Props["type"].Value() == "separator" {
			label = "--"
		}
		enabled, _ := k.Props["enabled"].Value().(bool)
		lines = append(lines, line{parent + label, k.ID, enabled})
		lines = append(lines, i.visible(label+" > ", k)...)
	}
	return lines
}

func labels(lines []line) (all []string) {
	for _, l := range lines {
		all = append(all, l.label)
	}
	return all
}

func (i *icon) click(label string) {
	i.t.Helper()
	for _, l := range i.menu() {
		if l.label == label {
			if err := i.conn.Object(i.name, "/StatusNotifierItem/menu").
				Call("com.canonical.dbusmenu.Event", 0, l.id, "clicked", dbus.MakeVariant(""), uint32(0)).Err; err != nil {
				i.t.Fatal(err)
			}
			return
		}
	}
	i.t.Fatalf("the menu has no %q: %q", label, labels(i.menu()))
}
