//go:build !windows && !darwin

package sni

import (
	"context"
	"encoding/xml"
	"image"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus/bustest"
)

// stand puts an icon on a bus of its own, and gives a panel's connection to it.
func stand(t *testing.T, i *Icon) *dbus.Conn {
	t.Helper()
	session := bustest.Start(t)
	conn, panel := session.Connect(), session.Connect()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- i.Stand(ctx, conn) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("it ended with %v", err)
		}
	})
	limit := time.Now().Add(time.Minute) // for a test that fails
	for owned := false; !owned; {
		if err := panel.BusObject().Call("org.freedesktop.DBus.NameHasOwner", 0, Name()).Store(&owned); err != nil || time.Now().After(limit) {
			t.Fatalf("it does not come: %v", err)
		}
	}
	return panel
}

func call(t *testing.T, panel *dbus.Conn, path dbus.ObjectPath, method string, args ...any) *dbus.Call {
	t.Helper()
	c := panel.Object(Name(), path).Call(method, 0, args...)
	if c.Err != nil {
		t.Fatalf("%s: %v", method, c.Err)
	}
	return c
}

func TestPanelsReadAllThatTheyAskForAtOnce(t *testing.T) {
	i := New("afterglow")
	i.SetPictures([]*image.NRGBA{image.NewNRGBA(image.Rect(0, 0, 16, 16)), image.NewNRGBA(image.Rect(0, 0, 22, 22))})
	i.SetTip("Day 2")
	panel := stand(t, i)
	var all map[string]dbus.Variant
	if err := call(t, panel, Path, properties+".GetAll", Face).Store(&all); err != nil {
		t.Fatal(err)
	}
	var pictures []pixmap
	var tip toolTip
	if err := dbus.Store([]any{all["IconPixmap"].Value(), all["ToolTip"].Value()}, &pictures, &tip); err != nil {
		t.Fatal(err)
	}
	if len(pictures) != 2 || pictures[1].Width != 22 || len(pictures[1].Pixels) != 4*22*22 || tip.Title != "Day 2" {
		t.Errorf("%d pictures, and the tip %+v", len(pictures), tip)
	}
	if all["Id"].Value() != "afterglow" || all["Status"].Value() != "Active" || all["Menu"].Value() != MenuPath {
		t.Errorf("properties %v", all)
	}
	if all["ItemIsMenu"].Value() != true {
		t.Error("an icon that does nothing at a click is not said to be its menu alone")
	}
	for _, path := range []dbus.ObjectPath{Path, MenuPath} {
		var text string
		if err := call(t, panel, path, introspectable+".Introspect").Store(&text); err != nil {
			t.Fatal(err)
		}
		var node struct {
			Faces []struct {
				Name string `xml:"name,attr"`
			} `xml:"interface"`
		}
		if err := xml.Unmarshal([]byte(text), &node); err != nil || len(node.Faces) != 1 {
			t.Errorf("%s says of itself %q: %v", path, text, err)
		}
	}
	if err := panel.Object(Name(), Path).Call(properties+".Get", 0, Face, "Colour").Err; err == nil {
		t.Error("a property that is not there was read")
	}
	if err := panel.Object(Name(), Path).Call(properties+".Set", 0, Face, "Id", dbus.MakeVariant("x")).Err; err == nil {
		t.Error("a panel could set a property")
	}
}

func TestTheMenuIsReadByPartsAndItsClicksComeInGroups(t *testing.T) {
	i := New("afterglow")
	open, later := i.AddItem("Open"), i.AddItem("Later")
	soon := later.AddSubItem("In 15 minutes")
	i.AddSeparator()
	status := i.AddItem("Day 2")
	status.Disable()
	panel := stand(t, i)

	var revision uint32
	var top layout
	if err := call(t, panel, MenuPath, MenuFace+".GetLayout", int32(0), int32(1), []string{"label"}).Store(&revision, &top); err != nil {
		t.Fatal(err)
	}
	if len(top.Children) != 4 {
		t.Errorf("one level has %d lines, want 4", len(top.Children))
	}
	var below layout
	if err := call(t, panel, MenuPath, MenuFace+".GetLayout", later.id, int32(-1), []string{}).Store(&revision, &below); err != nil || len(below.Children) != 1 {
		t.Errorf("below Later are %d lines, %v", len(below.Children), err)
	}
	if err := panel.Object(Name(), MenuPath).Call(MenuFace+".GetLayout", 0, int32(99), int32(-1), []string{}).Err; err == nil {
		t.Error("a line that is not there has a menu")
	}
	var groups []group
	if err := call(t, panel, MenuPath, MenuFace+".GetGroupProperties", []int32{open.id, status.id, 99}, []string{}).Store(&groups); err != nil {
		t.Fatal(err)
	}
	if len(groups) != 2 || groups[0].Properties["enabled"].Value() != true || groups[1].Properties["enabled"].Value() != false {
		t.Errorf("properties %+v", groups)
	}
	var label dbus.Variant
	if err := call(t, panel, MenuPath, MenuFace+".GetProperty", soon.id, "label").Store(&label); err != nil || label.Value() != "In 15 minutes" {
		t.Errorf("the label is %v, %v", label, err)
	}

	click := func(id int32) event { return event{id, "clicked", dbus.MakeVariant(int32(0)), 0} }
	var unknown []int32
	events := []event{click(open.id), {soon.id, "hovered", dbus.MakeVariant(int32(0)), 0}, click(status.id), click(99)}
	if err := call(t, panel, MenuPath, MenuFace+".EventGroup", events).Store(&unknown); err != nil || len(unknown) != 1 || unknown[0] != 99 {
		t.Errorf("unknown are %v, %v", unknown, err)
	}
	for name, c := range map[string]struct {
		line *Item
		want int
	}{"clicked": {open, 1}, "hovered": {soon, 0}, "only read": {status, 0}} {
		if got := len(c.line.ClickedCh); got != c.want {
			t.Errorf("the line that was %s has %d clicks, want %d", name, got, c.want)
		}
	}
	before := revision
	open.SetTitle("Open Afterglow")
	i.Flush()
	i.Flush() // nothing is new
	if err := call(t, panel, MenuPath, MenuFace+".GetLayout", int32(0), int32(0), []string{}).Store(&revision, &top); err != nil || revision != before+1 {
		t.Errorf("the menu's revision is %d after %d, %v", revision, before, err)
	}
}

func TestAPanelThatReadsByPartsKnowsTheMenusOwnLinesBeforeThoseBelowThem(t *testing.T) {
	i := New("afterglow")
	open, later := i.AddItem("Open"), i.AddItem("Later")
	soon := later.AddSubItem("In 15 minutes")
	panel := stand(t, i)
	if err := panel.AddMatchSignal(dbus.WithMatchInterface(MenuFace)); err != nil {
		t.Fatal(err)
	}
	updated := make(chan *dbus.Signal, 8)
	panel.Signal(updated)
	parts := []string{"type", "label", "visible", "enabled", "children-display"}
	below := func(names []string) (revision uint32, lines int) {
		t.Helper()
		var top, head layout
		if err := call(t, panel, MenuPath, MenuFace+".GetLayout", int32(0), int32(-1), names).Store(&revision, &top); err != nil {
			t.Fatal(err)
		}
		if err := dbus.Store([]any{top.Children[1].Value()}, &head); err != nil || head.Properties["children-display"].Value() != "submenu" {
			t.Fatalf("%+v, %v", head, err)
		}
		return revision, len(head.Children)
	}
	if _, n := below([]string{}); n != 1 {
		t.Errorf("who reads all at once is told of %d lines below", n)
	}
	first, n := below(parts)
	if _, again := below(parts); n != 0 || again != 0 {
		t.Errorf("at first there are %d and %d lines below", n, again)
	}
	call(t, panel, MenuPath, MenuFace+".GetGroupProperties", []int32{open.id}, parts)
	if _, n = below(parts); n != 0 {
		t.Errorf("before it knows the line above them there are %d lines below", n)
	}
	call(t, panel, MenuPath, MenuFace+".GetGroupProperties", []int32{0, open.id, later.id}, parts)
	select {
	case s := <-updated:
		if s.Name != MenuFace+".LayoutUpdated" || s.Body[0] != first+1 {
			t.Errorf("it hears %s %v, the first layout was %d", s.Name, s.Body, first)
		}
	case <-time.After(time.Minute):
		t.Fatal("it is not told to read again")
	}
	if second, n := below(parts); n != 1 || second != first+1 {
		t.Errorf("then there are %d lines below in layout %d", n, second)
	}
	call(t, panel, MenuPath, MenuFace+".GetGroupProperties", []int32{soon.id}, parts)
	if second, n := below(parts); n != 1 || second != first+1 {
		t.Errorf("once it knows all there are %d lines below in layout %d", n, second)
	}
}
