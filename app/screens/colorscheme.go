package screens

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/godbus/dbus/v5"
)

// askLimit is how long the window waits to hear whether the desktop wants it light or dark.
const askLimit = 300 * time.Millisecond

// The portal of the desktop that knows of light and dark.
const (
	portalName   = "org.freedesktop.portal.Desktop"
	portalPath   = "/org/freedesktop/portal/desktop"
	portalRead   = "org.freedesktop.portal.Settings.Read"
	portalSpace  = "org.freedesktop.appearance"
	portalKey    = "color-scheme"
	schemeDark   = uint32(1)
	schemeLight  = uint32(2)
	busHasOwner  = "org.freedesktop.DBus.NameHasOwner"
	sessionBusIn = "DBUS_SESSION_BUS_ADDRESS"
)

// desktopScheme asks, beside what else happens, whether the desktop states a preference for light or
// dark. The answer comes within askLimit. Without one Fyne would be dark, and nobody chose that.
func desktopScheme(ctx context.Context) <-chan bool {
	answer := make(chan bool, 1)
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		answer <- true // these always state one
		return answer
	}
	ctx, cancel := context.WithTimeout(ctx, askLimit)
	said := make(chan bool, 1)
	go func() { said <- portalStates(ctx, sessionBus()) }()
	go func() {
		defer cancel()
		select {
		case s := <-said:
			answer <- s
		case <-ctx.Done(): // whoever answers later than that states nothing
			answer <- false
		}
	}()
	return answer
}

// sessionBus is where the session's bus listens, "" where there is none. None is started for this.
func sessionBus() string {
	if a := os.Getenv(sessionBusIn); a != "" {
		return a
	}
	socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
	if _, err := os.Stat(socket); err != nil || !filepath.IsAbs(socket) {
		return ""
	}
	return "unix:path=" + socket
}

// portalStates says whether the portal on this bus asks for light or for dark.
// Not to be able to ask is the same as hearing of no preference.
func portalStates(ctx context.Context, bus string) bool {
	if bus == "" {
		return false
	}
	conn, err := dbus.Connect(bus, dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer conn.Close()
	var runs bool
	if err := conn.BusObject().CallWithContext(ctx, busHasOwner, 0, portalName).Store(&runs); err != nil || !runs {
		return false
	}
	var value dbus.Variant
	err = conn.Object(portalName, portalPath).
		CallWithContext(ctx, portalRead, dbus.FlagNoAutoStart, portalSpace, portalKey).Store(&value)
	if err != nil {
		return false
	}
	scheme := unwrap(value)
	return scheme == schemeDark || scheme == schemeLight
}

// unwrap takes the value out of its variants: Read wraps it twice.
func unwrap(v dbus.Variant) any {
	for {
		inner, ok := v.Value().(dbus.Variant)
		if !ok {
			return v.Value()
		}
		v = inner
	}
}
