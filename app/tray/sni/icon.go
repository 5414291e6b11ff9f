//go:build !windows && !darwin

// Package sni is an icon in the tray of a Linux desktop with its menu: the StatusNotifierItem that panels draw, and the
// dbusmenu that they show, both as freedesktop.org and KDE describe them. It stands on a connection that others use too.
package sni

import (
	"context"
	"fmt"
	"image"
	"os"
	"sync"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// Where the icon and its menu lie on the bus.
const (
	Path     = dbus.ObjectPath("/StatusNotifierItem")
	MenuPath = dbus.ObjectPath("/StatusNotifierItem/menu")
	Face     = "org.kde.StatusNotifierItem"
	MenuFace = "com.canonical.dbusmenu"
)

// Name is the name by which this process can be found on the bus.
func Name() string { return fmt.Sprintf("org.kde.StatusNotifierItem-%d-1", os.Getpid()) }

// Icon is one icon with its menu. It can be told all before it stands on a bus, and after that bus has gone.
type Icon struct {
	id string

	mu       sync.Mutex // guards all below
	conn     *dbus.Conn // nil: it stands on no bus
	tip      string
	pictures []pixmap
	tapped   func()
	items    map[int32]*Item
	order    []int32 // of the items of the menu itself
	readers  map[dbus.Sender]reader
	last     int32
	revision uint32
	stale    bool // the menu differs from what panels were told
}

// pixmap is a picture as panels read it: pixels of four bytes, alpha first, colours not multiplied by it.
type pixmap struct {
	Width, Height int32
	Pixels        []byte
}

// New is an icon that panels remember by id.
func New(id string) *Icon {
	return &Icon{id: id, items: map[int32]*Item{}, readers: map[dbus.Sender]reader{}, revision: 1}
}

// OnTap has f called by a click on the icon itself.
func (i *Icon) OnTap(f func()) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.tapped = f
}

// SetPictures gives the icon's picture in several sizes: panels take the one that fits.
func (i *Icon) SetPictures(of []*image.NRGBA) {
	all := make([]pixmap, len(of))
	for n, img := range of {
		b := img.Bounds()
		p := pixmap{int32(b.Dx()), int32(b.Dy()), make([]byte, 0, 4*b.Dx()*b.Dy())}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				c := img.NRGBAAt(x, y)
				p.Pixels = append(p.Pixels, c.A, c.R, c.G, c.B)
			}
		}
		all[n] = p
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	i.pictures = all
	i.tell("NewIcon", "IconPixmap")
}

// SetTip gives the text that is read beside the icon.
func (i *Icon) SetTip(text string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.tip = text
	i.tell("NewToolTip", "ToolTip")
}

// tell says that a property is another one. mu is held. A bus that has gone hears nothing.
func (i *Icon) tell(signal, property string) {
	if i.conn == nil {
		return
	}
	_ = i.conn.Emit(Path, Face+"."+signal)
	_ = i.conn.Emit(Path, "org.freedesktop.DBus.Properties.PropertiesChanged", Face, map[string]dbus.Variant{}, []string{property})
}

// Stand puts the icon onto the bus and registers it with the panel that runs, and with each that comes, until ctx ends or the
// bus has gone.
func (i *Icon) Stand(ctx context.Context, conn *dbus.Conn) error {
	for path, faces := range map[dbus.ObjectPath]map[string]any{
		Path:     {Face: face{i}, properties: ofIcon{i}, introspectable: described(iconXML)},
		MenuPath: {MenuFace: menu{i}, properties: ofMenu{}, introspectable: described(menuXML)},
	} {
		for name, object := range faces {
			if err := conn.Export(object, path, name); err != nil {
				return fmt.Errorf("put the tray icon on the bus: %w", err)
			}
			defer func() { _ = conn.Export(nil, path, name) }()
		}
	}
	if _, err := conn.RequestName(Name(), dbus.NameFlagDoNotQueue); err != nil {
		return fmt.Errorf("name the tray icon on the bus: %w", err)
	}
	defer func() { _, _ = conn.ReleaseName(Name()) }()
	signals, stop, err := bus.Listen(ctx, conn, bus.OwnerChanges(bus.PanelName))
	if err != nil {
		return err
	}
	defer stop()
	i.mu.Lock()
	i.conn = conn
	i.mu.Unlock()
	defer func() {
		i.mu.Lock()
		defer i.mu.Unlock()
		i.conn = nil
	}()
	register(ctx, conn)
	for {
		select {
		case s, open := <-signals:
			if !open {
				return nil
			}
			if _, has, ok := bus.OwnerChanged(s, bus.PanelName); ok && has {
				register(ctx, conn)
			}
		case <-ctx.Done():
			return nil
		}
	}
}

// register names the icon to the panel, if one runs; whoever looks after panels finds a registration that got lost.
func register(ctx context.Context, conn *dbus.Conn) {
	conn.Object(bus.PanelName, bus.PanelPath).
		CallWithContext(ctx, bus.PanelName+".RegisterStatusNotifierItem", dbus.FlagNoAutoStart, string(Path))
}

// face are the icon's methods.
type face struct{ i *Icon }

// Activate is a click on the icon.
func (f face) Activate(_, _ int32) *dbus.Error { return f.tap() }

// SecondaryActivate is a click with the middle button.
func (f face) SecondaryActivate(_, _ int32) *dbus.Error { return f.tap() }

// ContextMenu is asked of icons that draw their menu themselves.
func (f face) ContextMenu(_, _ int32) *dbus.Error { return nil }

// Scroll is the wheel over the icon.
func (f face) Scroll(int32, string) *dbus.Error { return nil }

// ProvideXdgActivationToken is what a window that a click opens may come to the front by.
func (f face) ProvideXdgActivationToken(string) *dbus.Error { return nil }

func (f face) tap() *dbus.Error {
	f.i.mu.Lock()
	tapped := f.i.tapped
	f.i.mu.Unlock()
	if tapped != nil {
		tapped()
	}
	return nil
}
