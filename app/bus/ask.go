//go:build !windows && !darwin

package bus

import (
	"context"
	"errors"
	"fmt"

	"github.com/godbus/dbus/v5"
)

// daemon is the bus itself.
const daemon = "org.freedesktop.DBus"

// Owned says whether a program with that name runs. It starts none.
func Owned(ctx context.Context, conn *dbus.Conn, name string) bool {
	var has bool
	err := conn.BusObject().CallWithContext(ctx, daemon+".NameHasOwner", 0, name).Store(&has)
	return err == nil && has
}

// Owner is the address of the program with that name; "" if none runs.
func Owner(ctx context.Context, conn *dbus.Conn, name string) string {
	var owner string
	if conn.BusObject().CallWithContext(ctx, daemon+".GetNameOwner", dbus.FlagNoAutoStart, name).Store(&owner) != nil {
		return ""
	}
	return owner
}

// ID names the bus: it is another one after a new login.
func ID(ctx context.Context, conn *dbus.Conn) (string, error) {
	var id string
	if err := conn.BusObject().CallWithContext(ctx, daemon+".GetId", 0).Store(&id); err != nil {
		return "", fmt.Errorf("ask D-Bus for its name: %w", err)
	}
	return id, nil
}

// Property reads a property of a program's object. It starts no program.
func Property[T any](ctx context.Context, conn *dbus.Conn, owner string, path dbus.ObjectPath, face, name string) (T, error) {
	var value dbus.Variant
	var typed T
	err := conn.Object(owner, path).CallWithContext(ctx, daemon+".Properties.Get", dbus.FlagNoAutoStart, face, name).Store(&value)
	if err != nil {
		return typed, fmt.Errorf("read %s of %s: %w", name, owner, err)
	}
	typed, ok := value.Value().(T)
	if !ok {
		return typed, fmt.Errorf("read %s of %s: it is a %T", name, owner, value.Value())
	}
	return typed, nil
}

// Absent reports whether an error means that no such program runs in this session, nor can be started, rather than
// that one fails.
func Absent(err error) bool {
	var e dbus.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Name {
	case daemon + ".Error.ServiceUnknown", daemon + ".Error.NameHasNoOwner",
		daemon + ".Error.Spawn.ServiceNotFound", daemon + ".Error.Spawn.ExecFailed",
		daemon + ".Error.Spawn.ChildExited", daemon + ".Error.Spawn.ChildSignaled",
		daemon + ".Error.Spawn.Failed", daemon + ".Error.Spawn.FileInvalid":
		return true
	}
	return false
}
