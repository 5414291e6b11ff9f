//go:build !windows && !darwin

package notify

import (
	"testing"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus/bustest"
)

func TestEveryDesktopsSwitchOfDoNotDisturbIsNews(t *testing.T) {
	const changed = "org.freedesktop.DBus.Properties.PropertiesChanged"
	some := func(names ...string) map[string]dbus.Variant {
		m := map[string]dbus.Variant{}
		for _, n := range names {
			m[n] = dbus.MakeVariant(true)
		}
		return m
	}
	for name, c := range map[string]struct {
		path   dbus.ObjectPath
		signal string
		body   []any
		news   bool
	}{
		"dunst is paused":             {servicePath, changed, []any{"org.dunstproject.cmd0", some("paused"), []string{}}, true},
		"dunst shows something":       {servicePath, changed, []any{"org.dunstproject.cmd0", some("displayedLength"), []string{}}, false},
		"Plasma is inhibited":         {servicePath, changed, []any{serviceName, some("Inhibited"), []string{}}, true},
		"Plasma wants it read":        {servicePath, changed, []any{serviceName, some(), []string{"Inhibited"}}, true},
		"Xfce switches":               {"/org/xfce/Xfconf", "org.xfce.Xfconf.PropertyChanged", []any{"xfce4-notifyd", "/do-not-disturb", dbus.MakeVariant(true)}, true},
		"Xfce moves its bubbles":      {"/org/xfce/Xfconf", "org.xfce.Xfconf.PropertyChanged", []any{"xfce4-notifyd", "/notify-location", dbus.MakeVariant(uint32(2))}, false},
		"GNOME switches":              {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/gnome/desktop/notifications/show-banners", []string{""}, "tag"}, true},
		"GNOME, two settings at once": {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/gnome/desktop/notifications/", []string{"show-in-lock-screen", "show-banners"}, "tag"}, true},
		"GNOME, all settings loaded":  {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/gnome/", []string{""}, "tag"}, true},
		"GNOME, one program's own":    {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/gnome/desktop/notifications/application/other/", []string{"enable"}, "tag"}, false},
		"Cinnamon switches":           {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/cinnamon/desktop/notifications/display-notifications", []string{""}, "tag"}, true},
		"MATE switches":               {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/mate/notification-daemon/do-not-disturb", []string{""}, "tag"}, true},
		"MATE moves its bubbles":      {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/mate/notification-daemon/popup-location", []string{""}, "tag"}, false},
		"mako changes its modes":      {"/fr/emersion/Mako", changed, []any{"fr.emersion.Mako", some(), []string{"Modes"}}, true},
		"mako shows something":        {"/fr/emersion/Mako", changed, []any{"fr.emersion.Mako", some(), []string{"Notifications"}}, false},
		"swaync switches":             {"/org/erikreider/swaync/cc", "org.erikreider.swaync.cc.SubscribeV2", []any{uint32(1), true, false, false}, true},
		"an older swaync switches":    {"/org/erikreider/swaync/cc", "org.erikreider.swaync.cc.Subscribe", []any{uint32(1), true, false}, true},
		"Budgie switches":             {"/org/budgie_desktop/Notifications", "org.buddiesofbudgie.budgie.Dispatcher.DoNotDisturbChanged", []any{true}, true},
		"Budgie shows something":      {"/org/budgie_desktop/Notifications", "org.buddiesofbudgie.budgie.Dispatcher.NotificationClosed", []any{uint32(1)}, false},
		"GNOME, another setting":      {"/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer.Notify", []any{"/org/gnome/desktop/interface/clock", []string{""}, "tag"}, false},
		"a strange shape":             {servicePath, changed, []any{uint32(1)}, false},
		"an empty one":                {"/org/xfce/Xfconf", "org.xfce.Xfconf.PropertyChanged", []any{"xfce4-notifyd"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t, bustest.Start(t), "actions")
			b, _ := start(t, options)
			id := show(t, b, cleanse)
			if err := f.conn.Emit(c.path, c.signal, c.body...); err != nil {
				t.Fatal(err)
			}
			f.emit("ActionInvoked", id, "done") // comes after it
			got := next(t, b.Events())
			if c.news {
				if got != (Event{Key: QuietChanged}) {
					t.Errorf("got %+v", got)
				}
				got = next(t, b.Events())
			}
			if got != (Event{ID: id, Key: "done"}) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestANotificationServiceThatStartsIsNews(t *testing.T) {
	bus := bustest.Start(t)
	b, fallen := start(t, options)
	show(t, b, cleanse)
	next(t, fallen) // there was no service
	newFake(t, bus, "actions")
	if got := next(t, b.Events()); got != (Event{Key: Started}) {
		t.Errorf("got %+v", got)
	}
}

func TestANotificationServiceOnABusThatIsBackIsNewsOnce(t *testing.T) {
	for name, late := range map[string]bool{"there before it is looked for": false, "there after it was looked for": true} {
		t.Run(name, func(t *testing.T) {
			bus := bustest.Start(t)
			f := newFake(t, bus, "actions")
			b, _ := start(t, options)
			id := show(t, b, cleanse)
			bus.Stop()
			if got := next(t, b.Events()); got != (Event{ID: id, Key: "closed", Why: "gone"}) {
				t.Errorf("got %+v", got)
			}
			_ = f.conn.Close()
			bus.Run()
			if late {
				b.Quiet(t.Context()) // the next question of whatever kind finds the bus
			}
			f = newFake(t, bus, "actions")
			b.Quiet(t.Context())
			if got := next(t, b.Events()); got != (Event{Key: Started}) {
				t.Errorf("got %+v", got)
			}
			id = show(t, b, cleanse)
			f.emit("ActionInvoked", id, "done")
			if got := next(t, b.Events()); got != (Event{ID: id, Key: "done"}) {
				t.Errorf("after it began got %+v", got)
			}
		})
	}
}
