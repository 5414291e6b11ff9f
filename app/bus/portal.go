//go:build !windows && !darwin

package bus

import (
	"context"
	"fmt"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal, which tells programs of its settings.
const (
	portal      = "org.freedesktop.portal.Desktop"
	portalPath  = "/org/freedesktop/portal/desktop"
	portalFace  = "org.freedesktop.portal.Settings"
	portalEvent = portalFace + ".SettingChanged"
)

// Setting reads a setting of the desktop through its portal, "color-scheme" of "org.freedesktop.appearance", say. It
// is nil if there is no bus or no portal, or if that does not know the setting. It starts none.
func (b *Bus) Setting(ctx context.Context, space, key string) any {
	conn, err := b.Conn(ctx)
	if err != nil || !Owned(ctx, conn, portal) {
		return nil
	}
	var value dbus.Variant
	err = conn.Object(portal, portalPath).CallWithContext(ctx, portalFace+".Read", dbus.FlagNoAutoStart, space, key).Store(&value)
	if err != nil {
		return nil
	}
	return unwrapped(value)
}

// StartPortal has the portal started if it does not run, and waits until it does, or until ctx ends: on a broken desktop
// it never does.
func (b *Bus) StartPortal(ctx context.Context) error {
	conn, err := b.Conn(ctx)
	if err != nil {
		return err
	}
	if err := conn.BusObject().CallWithContext(ctx, daemon+".StartServiceByName", 0, portal, uint32(0)).Err; err != nil {
		return fmt.Errorf("start the desktop's portal: %w", err)
	}
	return nil
}

// PortalChanges matches the signals that tell that a portal has come or gone.
func PortalChanges() []dbus.MatchOption { return OwnerChanges(portal) }

// PortalCame says whether a signal tells that a portal has come.
func PortalCame(s *dbus.Signal) bool {
	_, has, ok := OwnerChanged(s, portal)
	return ok && has
}

// SettingChanges matches the signals that tell of settings of a space; see [SettingChanged].
func SettingChanges(space string) []dbus.MatchOption {
	return []dbus.MatchOption{dbus.WithMatchInterface(portalFace), dbus.WithMatchObjectPath(portalPath),
		dbus.WithMatchMember("SettingChanged"), dbus.WithMatchArg(0, space)}
}

// SettingChanged reads a signal that tells of a setting.
func SettingChanged(s *dbus.Signal, space, key string) (value any, ok bool) {
	var of, name string
	var v dbus.Variant
	if s == nil || s.Name != portalEvent || dbus.Store(s.Body, &of, &name, &v) != nil || of != space || name != key {
		return nil, false
	}
	return unwrapped(v), true
}

// unwrapped takes the value out of its variants: Read wraps it twice.
func unwrapped(v dbus.Variant) any {
	for {
		inner, ok := v.Value().(dbus.Variant)
		if !ok {
			return v.Value()
		}
		v = inner
	}
}
