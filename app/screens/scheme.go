//go:build !windows && !darwin

package screens

import (
	"context"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/screens/theme"
)

// portalTime is how long a portal may take to start, which tells of light or dark; until it does the window is light.
const portalTime = 10 * time.Second

// The portal's setting, and what it can be; everything else is no preference.
const (
	appearance  = "org.freedesktop.appearance"
	colorScheme = "color-scheme"
	schemeDark  = uint32(1)
	schemeLight = uint32(2)
)

// Desktops that let one choose a dark theme and tell their portal nothing of it.
var (
	cinnamonTheme = bus.Key{Schema: "org.cinnamon.desktop.interface", Path: "/org/cinnamon/desktop/interface/", Name: "gtk-theme"}
	mateTheme     = bus.Key{Schema: "org.mate.interface", Path: "/org/mate/desktop/interface/", Name: "gtk-theme"}
	budgieTheme   = bus.Key{Schema: "org.gnome.desktop.interface", Path: "/org/gnome/desktop/interface/", Name: "gtk-theme"}
	xfceTheme     = bus.XfceKey{Channel: "xsettings", Name: "/Net/ThemeName"}
)

// schemeOf is what "as my desktop" means now: what the portal says, else what the name of the desktop's own theme says, else
// light. No portal is started for it.
func schemeOf(ctx context.Context, getenv func(string) string, session *bus.Bus) theme.Choice {
	switch session.Setting(ctx, appearance, colorScheme) {
	case schemeDark:
		return theme.AlwaysDark
	case schemeLight:
		return theme.AlwaysLight
	}
	if isDarkName(themeName(ctx, getenv, session)) {
		return theme.AlwaysDark
	}
	return theme.AlwaysLight
}

// themeName is the name of the desktop's own theme; "" where it is not known.
func themeName(ctx context.Context, getenv func(string) string, session *bus.Bus) string {
	name := ""
	switch desktop := strings.ToUpper(getenv("XDG_CURRENT_DESKTOP")); {
	case strings.Contains(desktop, "CINNAMON"):
		name, _ = cinnamonTheme.Read(ctx)
	case strings.Contains(desktop, "MATE"):
		name, _ = mateTheme.Read(ctx)
	case strings.Contains(desktop, "BUDGIE"):
		name, _ = budgieTheme.Read(ctx)
	case strings.Contains(desktop, "XFCE"):
		if conn, err := session.Conn(ctx); err == nil {
			value, _ := xfceTheme.Read(ctx, conn)
			name, _ = value.(string)
		}
	}
	return name
}

// isDarkName says whether a theme is dark, as themes are named: Adwaita-dark, Mint-Y-Dark-Aqua, BlackMATE.
func isDarkName(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "dark") || strings.Contains(name, "black") || name == "highcontrastinverse"
}

// followLooks tells how the desktop asks the window to look, each time that this may be another, until ctx ends. It has the portal
// started first, since a desktop on which no other program did so would look like one without a wish.
func followLooks(ctx context.Context, getenv func(string) string, session *bus.Bus, told func(looks)) {
	conn, err := session.Conn(ctx)
	if err != nil {
		return
	}
	signals, stop, err := bus.Listen(ctx, conn, bus.SettingChanges(appearance), bus.PortalChanges(),
		bus.SettingChanges(gnomeAccess), bus.SettingChanges(gnomeFace), cinnamonTheme.Changes(), mateTheme.Changes(), budgieTheme.Changes(), xfceTheme.Changes())
	if err != nil {
		return
	}
	defer stop()
	ask := func() {
		asking, cancel := context.WithTimeout(ctx, portalTime)
		defer cancel()
		told(looksOf(asking, getenv, session))
	}
	starting, cancel := context.WithTimeout(ctx, portalTime)
	_ = session.StartPortal(starting) // without one the theme's own name counts
	cancel()
	ask()
	for {
		select {
		case s, open := <-signals:
			if !open {
				return
			}
			if tellsOfLooks(s) {
				ask()
			}
		case <-ctx.Done():
			return
		}
	}
}

func tellsOfLooks(s *dbus.Signal) bool {
	for _, o := range [][2]string{{appearance, colorScheme}, {appearance, contrast}, {gnomeAccess, gnomeContrast}, {gnomeFace, gnomeTextSize}} {
		if _, set := bus.SettingChanged(s, o[0], o[1]); set {
			return true
		}
	}
	return bus.PortalCame(s) || cinnamonTheme.Changed(s) || mateTheme.Changed(s) || budgieTheme.Changed(s) || xfceTheme.Changed(s)
}
