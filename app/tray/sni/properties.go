//go:build !windows && !darwin

package sni

import (
	"github.com/godbus/dbus/v5"
)

const (
	properties     = "org.freedesktop.DBus.Properties"
	introspectable = "org.freedesktop.DBus.Introspectable"
)

var (
	errUnknown  = dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	errReadOnly = dbus.NewError("org.freedesktop.DBus.Error.PropertyReadOnly", nil)
)

// toolTip is the text beside the icon as panels read it: an icon's name, its pictures, a title and more.
type toolTip struct {
	Icon     string
	Pictures []pixmap
	Title    string
	More     string
}

// ofIcon are the icon's properties.
type ofIcon struct{ i *Icon }

func (o ofIcon) all() map[string]any {
	o.i.mu.Lock()
	defer o.i.mu.Unlock()
	return map[string]any{
		"Id": o.i.id, "Title": o.i.id, "Category": "ApplicationStatus", "Status": "Active", "WindowId": int32(0),
		"IconName": "", "IconThemePath": "", "IconPixmap": o.i.pictures,
		"OverlayIconName": "", "OverlayIconPixmap": []pixmap{}, "AttentionIconName": "", "AttentionIconPixmap": []pixmap{},
		"ToolTip": toolTip{Pictures: []pixmap{}, Title: o.i.tip}, "ItemIsMenu": o.i.tapped == nil, "Menu": MenuPath,
	}
}

// Get is of org.freedesktop.DBus.Properties, as are the next two.
func (o ofIcon) Get(_, name string) (dbus.Variant, *dbus.Error) { return one(o.all(), name) }

func (o ofIcon) GetAll(string) (map[string]dbus.Variant, *dbus.Error) { return variants(o.all()), nil }

func (o ofIcon) Set(string, string, dbus.Variant) *dbus.Error { return errReadOnly }

// ofMenu are the menu's own properties.
type ofMenu struct{}

func (ofMenu) all() map[string]any {
	return map[string]any{"Version": uint32(3), "TextDirection": "ltr", "Status": "normal", "IconThemePath": []string{}}
}

func (o ofMenu) Get(_, name string) (dbus.Variant, *dbus.Error) { return one(o.all(), name) }

func (o ofMenu) GetAll(string) (map[string]dbus.Variant, *dbus.Error) { return variants(o.all()), nil }

func (ofMenu) Set(string, string, dbus.Variant) *dbus.Error { return errReadOnly }

func one(all map[string]any, name string) (dbus.Variant, *dbus.Error) {
	value, known := all[name]
	if !known {
		return dbus.Variant{}, errUnknown
	}
	return dbus.MakeVariant(value), nil
}

func variants(all map[string]any) map[string]dbus.Variant {
	told := make(map[string]dbus.Variant, len(all))
	for name, value := range all {
		told[name] = dbus.MakeVariant(value)
	}
	return told
}

// described is what an object says of itself.
type described string

// Introspect is of org.freedesktop.DBus.Introspectable.
func (d described) Introspect() (string, *dbus.Error) { return string(d), nil }

const (
	iconXML = described(`<node><interface name="org.kde.StatusNotifierItem">
<property name="Id" type="s" access="read"/><property name="Title" type="s" access="read"/>
<property name="Category" type="s" access="read"/><property name="Status" type="s" access="read"/>
<property name="WindowId" type="i" access="read"/>
<property name="IconName" type="s" access="read"/><property name="IconThemePath" type="s" access="read"/>
<property name="IconPixmap" type="a(iiay)" access="read"/>
<property name="OverlayIconName" type="s" access="read"/><property name="OverlayIconPixmap" type="a(iiay)" access="read"/>
<property name="AttentionIconName" type="s" access="read"/><property name="AttentionIconPixmap" type="a(iiay)" access="read"/>
<property name="ToolTip" type="(sa(iiay)ss)" access="read"/>
<property name="ItemIsMenu" type="b" access="read"/><property name="Menu" type="o" access="read"/>
<method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="SecondaryActivate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="ContextMenu"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/></method>
<method name="ProvideXdgActivationToken"><arg type="s" direction="in"/></method>
<signal name="NewIcon"/><signal name="NewToolTip"/></interface></node>`)
	menuXML = described(`<node><interface name="com.canonical.dbusmenu">
<property name="Version" type="u" access="read"/><property name="TextDirection" type="s" access="read"/>
<property name="Status" type="s" access="read"/><property name="IconThemePath" type="as" access="read"/>
<method name="GetLayout"><arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="as" direction="in"/>
<arg type="u" direction="out"/><arg type="(ia{sv}av)" direction="out"/></method>
<method name="GetGroupProperties"><arg type="ai" direction="in"/><arg type="as" direction="in"/><arg type="a(ia{sv})" direction="out"/></method>
<method name="GetProperty"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="Event"><arg type="i" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/><arg type="u" direction="in"/></method>
<method name="EventGroup"><arg type="a(isvu)" direction="in"/><arg type="ai" direction="out"/></method>
<method name="AboutToShow"><arg type="i" direction="in"/><arg type="b" direction="out"/></method>
<method name="AboutToShowGroup"><arg type="ai" direction="in"/><arg type="ai" direction="out"/><arg type="ai" direction="out"/></method>
<signal name="LayoutUpdated"><arg type="u"/><arg type="i"/></signal></interface></node>`)
)
