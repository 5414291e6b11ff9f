package desktop

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/godbus/dbus/v5"
)

const (
	watcherName = "org.kde.StatusNotifierWatcher"
	watcherPath = "/StatusNotifierWatcher"
	itemFace    = "org.kde.StatusNotifierItem"
	menuFace    = "com.canonical.dbusmenu"
)

// Item is a program's icon in the tray.
type Item struct {
	d     *Desktop
	owner string
	path  dbus.ObjectPath
}

// Item finds the tray icon that the process with this id has registered at the panel.
func (d *Desktop) Item(ctx context.Context, pid int) (Item, error) {
	value, err := d.property(ctx, watcherName, watcherPath, watcherName, "RegisteredStatusNotifierItems")
	if err != nil {
		return Item{}, err
	}
	names, _ := value.Value().([]string)
	for _, name := range names {
		owner, path, whole := strings.Cut(name, "/")
		owner = strings.TrimSuffix(owner, "@") // as GNOME's extension parts the two
		if !whole {                            // some panels name the program alone
			path = "StatusNotifierItem"
		}
		var have uint32
		err := d.bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.GetConnectionUnixProcessID", 0, owner).Store(&have)
		if err == nil && int(have) == pid {
			return Item{d: d, owner: owner, path: dbus.ObjectPath("/" + path)}, nil
		}
	}
	return Item{}, fmt.Errorf("process %d has no icon among the tray's %q", pid, names)
}

// AwaitItem waits until the process has its icon in the tray.
func (d *Desktop) AwaitItem(ctx context.Context, pid int) (item Item, err error) {
	err = Until(ctx, "the tray icon is registered", func() error {
		item, err = d.Item(ctx, pid)
		return err
	})
	return item, err
}

func (d *Desktop) property(ctx context.Context, name string, path dbus.ObjectPath, face, property string) (dbus.Variant, error) {
	var value dbus.Variant
	err := d.bus.Object(name, path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, face, property).Store(&value)
	if err != nil {
		return value, fmt.Errorf("read %s.%s: %w", face, property, err)
	}
	return value, nil
}

// MenuEntry is one line of a tray icon's menu.
type MenuEntry struct {
	ID        int32
	Label     string
	Enabled   bool
	Separator bool
	Children  []MenuEntry
}

// menuNode is the shape in which the bus carries a menu: (ia{sv}av).
type menuNode struct {
	ID         int32
	Properties map[string]dbus.Variant
	Children   []dbus.Variant
}

// Menu reads the menu as the panel would show it; hidden lines are left out.
func (i Item) Menu(ctx context.Context) ([]MenuEntry, error) {
	object, err := i.menuObject(ctx)
	if err != nil {
		return nil, err
	}
	var revision uint32
	var root menuNode
	if err := object.CallWithContext(ctx, menuFace+".GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		return nil, fmt.Errorf("read the tray icon's menu: %w", err)
	}
	return entries(root)
}

func (i Item) menuObject(ctx context.Context) (dbus.BusObject, error) {
	value, err := i.d.property(ctx, i.owner, i.path, itemFace, "Menu")
	if err != nil {
		return nil, err
	}
	path, ok := value.Value().(dbus.ObjectPath)
	if !ok {
		return nil, errors.New("the tray icon names no menu")
	}
	return i.d.bus.Object(i.owner, path), nil
}

func entries(node menuNode) ([]MenuEntry, error) {
	var list []MenuEntry
	for _, child := range node.Children {
		var n menuNode
		if err := dbus.Store([]any{child.Value()}, &n); err != nil {
			return nil, fmt.Errorf("read a line of the menu: %w", err)
		}
		if visible, ok := n.Properties["visible"].Value().(bool); ok && !visible {
			continue
		}
		entry := MenuEntry{ID: n.ID, Enabled: true}
		entry.Label, _ = n.Properties["label"].Value().(string)
		if enabled, ok := n.Properties["enabled"].Value().(bool); ok {
			entry.Enabled = enabled
		}
		kind, _ := n.Properties["type"].Value().(string)
		entry.Separator = kind == "separator"
		var err error
		if entry.Children, err = entries(n); err != nil {
			return nil, err
		}
		list = append(list, entry)
	}
	return list, nil
}

// Pick chooses the menu's line with this label, or whose label begins so, as a click in the panel does.
func (i Item) Pick(ctx context.Context, label string) error {
	menu, err := i.Menu(ctx)
	if err != nil {
		return err
	}
	for _, entry := range Flat(menu) {
		if !strings.HasPrefix(entry.Label, label) {
			continue
		}
		object, err := i.menuObject(ctx)
		if err != nil {
			return err
		}
		call := object.CallWithContext(ctx, menuFace+".Event", 0, entry.ID, "clicked", dbus.MakeVariant(int32(0)), uint32(0))
		if call.Err != nil {
			return fmt.Errorf("pick %q in the menu: %w", label, call.Err)
		}
		return nil
	}
	return fmt.Errorf("the menu has no %q; it has %q", label, Labels(menu))
}

// Flat is the menu with its submenus' lines in between.
func Flat(menu []MenuEntry) []MenuEntry {
	var flat []MenuEntry
	for _, entry := range menu {
		flat = append(flat, entry)
		flat = append(flat, Flat(entry.Children)...)
	}
	return flat
}

// Labels are the labels of the menu's lines, separators left out.
func Labels(menu []MenuEntry) []string {
	var labels []string
	for _, entry := range menu {
		if !entry.Separator {
			labels = append(labels, entry.Label)
		}
	}
	return labels
}

// StopPanel takes the panel away, and the tray's host with it.
func (d *Desktop) StopPanel(ctx context.Context) error {
	if _, err := tool(ctx, "xfce4-panel", "--quit"); err != nil {
		return err
	}
	return d.AwaitName(ctx, watcherName, false)
}

// StartPanel puts the panel up again. It ends with the desktop's X server.
func (d *Desktop) StartPanel(ctx context.Context) error {
	if has, err := d.HasName(ctx, watcherName); err != nil || has {
		return err
	}
	panel := exec.Command("xfce4-panel", "--disable-wm-check")
	if err := panel.Start(); err != nil {
		return fmt.Errorf("start the panel: %w", err)
	}
	go panel.Wait() // so that it leaves no dead process behind; what it says then is of no use
	return d.AwaitName(ctx, watcherName, true)
}
