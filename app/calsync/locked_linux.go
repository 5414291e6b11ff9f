package calsync

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"
)

// lookWithin bounds how long the keyring may take to tell whether it is locked.
const lookWithin = 5 * time.Second

// keyringLocked says whether to read a password would have the desktop ask the person for theirs. One that is not there
// is not locked.
func keyringLocked() bool {
	bus, err := dbus.SessionBus()
	if err != nil {
		return false
	}
	ctx, cancel := context.WithTimeout(context.Background(), lookWithin)
	defer cancel()
	for _, path := range []dbus.ObjectPath{"/org/freedesktop/secrets/collection/login", "/org/freedesktop/secrets/aliases/default"} {
		var locked dbus.Variant
		err := bus.Object("org.freedesktop.secrets", path).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0,
			"org.freedesktop.Secret.Collection", "Locked").Store(&locked)
		if is, ok := locked.Value().(bool); err == nil && ok {
			return is
		}
	}
	return false
}
