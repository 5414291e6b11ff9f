//go:build !windows && !darwin

package screens

import (
	"context"
	"strconv"
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

// Where desktops keep a dark look that their portal tells nothing of, or that no portal tells of. GNOME's own keys are what
// people set by hand on sway and the like.
var (
	cinnamonTheme = bus.Key{Schema: "org.cinnamon.desktop.interface", Path: "/org/cinnamon/desktop/interface/", Name: "gtk-theme"}
	mateTheme     = bus.Key{Schema: "org.mate.interface", Path: "/org/mate/desktop/interface/", Name: "gtk-theme"}
	gnomeScheme   = bus.Key{Schema: gnomeFace, Path: "/org/gnome/desktop/interface/", Name: "color-scheme"}
	gnomeTheme    = bus.Key{Schema: gnomeFace, Path: "/org/gnome/desktop/interface/", Name: "gtk-theme"}
	xfceTheme     = bus.XfceKey{Channel: "xsettings", Name: "/Net/ThemeName"}
	lxqtColour    = bus.LXQtKey{File: "lxqt.conf", Group: "Palette", Name: "window_color"}
)

// schemeOf is what "as my desktop" means now: what the portal says, else what the desktop's own settings say, else light. No
// portal is started for it.
func schemeOf(ctx context.Context, getenv func(string) string, session *bus.Bus) theme.Choice {
	switch session.Setting(ctx, appearance, colorScheme) {
	case schemeDark:
		return theme.AlwaysDark
	case schemeLight:
		return theme.AlwaysLight
	}
	if ownDark(ctx, getenv, session) {
		return theme.AlwaysDark
	}
	return theme.AlwaysLight
}

// ownDark says whether the desktop's own settings ask for a dark look.
func ownDark(ctx context.Context, getenv func(string) string, session *bus.Bus) bool {
	of := func(k bus.Key) string { value, _ := k.Read(ctx); return value }
	switch desktop := strings.ToUpper(getenv("XDG_CURRENT_DESKTOP")); {
	case strings.Contains(desktop, "CINNAMON"):
		return isDarkName(of(cinnamonTheme))
	case strings.Contains(desktop, "MATE"):
		return isDarkName(of(mateTheme))
	case strings.Contains(desktop, "XFCE"):
		conn, err := session.Conn(ctx)
		if err != nil {
			return false
		}
		value, _ := xfceTheme.Read(ctx, conn)
		name, _ := value.(string)
		return isDarkName(name)
	case isLXQt(getenv):
		colour, _ := lxqtColour.Read()
		return isDarkColour(colour)
	case strings.Contains(desktop, "BUDGIE"):
		return isDarkName(of(gnomeTheme))
	case strings.Contains(desktop, "GNOME"), strings.Contains(desktop, "KDE"):
		return false // their portals tell all that is to be told
	}
	switch of(gnomeScheme) {
	case "prefer-dark":
		return true
	case "prefer-light":
		return false
	}
	return isDarkName(of(gnomeTheme))
}

func isLXQt(getenv func(string) string) bool {
	return strings.Contains(strings.ToUpper(getenv("XDG_CURRENT_DESKTOP")), "LXQT")
}

// isDarkName says whether a theme is dark, as themes are named: Adwaita-dark, Mint-Y-Dark-Aqua, BlackMATE.
func isDarkName(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "dark") || strings.Contains(name, "black") || name == "highcontrastinverse"
}

// isDarkColour says of the colour behind a window's words, "#rrggbb", whether it is dark. What is no such colour is not.
func isDarkColour(colour string) bool {
	digits, ok := strings.CutPrefix(colour, "#")
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || err != nil || len(digits) != 6 {
		return false
	}
	const half = 0x80
	r, g, b := n>>16, n>>8&0xFF, n&0xFF
	return min(r, g, b)+max(r, g, b) < 2*half // its lightness, as Qt counts it
}

// followLooks tells how the desktop asks the window to look, each time that this may be another, until ctx ends. It has the portal
// started first, since a desktop on which no other program did so would look like one without a wish.
func followLooks(ctx context.Context, getenv func(string) string, session *bus.Bus, told func(looks)) {
	conn, err := session.Conn(ctx)
	if err != nil {
		return
	}
	signals, stop, err := bus.Listen(ctx, conn, bus.SettingChanges(appearance), bus.PortalChanges(),
		bus.SettingChanges(gnomeAccess), bus.SettingChanges(gnomeFace), cinnamonTheme.Changes(), mateTheme.Changes(),
		gnomeTheme.Changes(), xfceTheme.Changes()) // gnomeTheme's are gnomeScheme's too
	if err != nil {
		return
	}
	defer stop()
	files := make(chan struct{}, 1) // one change that nobody has looked at yet is as good as several
	if isLXQt(getenv) {
		go lxqtColour.Watch(ctx, func() {
			select {
			case files <- struct{}{}:
			default:
			}
		})()
	}
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
		case <-files:
			ask()
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
	return bus.PortalCame(s) || cinnamonTheme.Changed(s) || mateTheme.Changed(s) ||
		gnomeScheme.Changed(s) || gnomeTheme.Changed(s) || xfceTheme.Changed(s)
}
