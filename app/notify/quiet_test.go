//go:build !windows && !darwin

package notify

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

// properties answers org.freedesktop.DBus.Properties.Get.
type properties map[string]any

func (p properties) Get(iface, name string) (dbus.Variant, *dbus.Error) {
	v, ok := p[iface+"."+name]
	if !ok {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", nil)
	}
	return dbus.MakeVariant(v), nil
}

// answers are what a program answers to the methods of one face.
type answers map[string]any

func (a answers) export(t *testing.T, conn *dbus.Conn, path dbus.ObjectPath, face string) {
	t.Helper()
	table := map[string]any{}
	for name, value := range a {
		switch v := value.(type) {
		case bool:
			table[name] = func() (bool, *dbus.Error) { return v, nil }
		case []string:
			table[name] = func() ([]string, *dbus.Error) { return v, nil }
		}
	}
	if err := conn.ExportMethodTable(table, path, face); err != nil {
		t.Fatal(err)
	}
}

type xfconf map[string]any

func (x xfconf) GetProperty(channel, name string) (dbus.Variant, *dbus.Error) {
	return properties(x).Get(channel, name)
}

// played is a notification service with what can be asked of it and of the desktop around it.
type played struct {
	name, vendor string
	props        properties // of the service itself
	modes        []string   // of mako
	swaync       answers
	budgie       answers
	xfce         xfconf
	gsettings    string // what the program gsettings does, by the schema in $2
	lxqt         string // its file
}

// play has the service run in a session of its own.
func (c played) play(t *testing.T) {
	t.Helper()
	session := bustest.Start(t)
	if c.name != "" {
		f := newFake(t, session)
		f.set(func() { f.name, f.vendor = c.name, c.vendor })
		if err := f.conn.Export(c.props, servicePath, "org.freedesktop.DBus.Properties"); err != nil {
			t.Fatal(err)
		}
		if c.modes != nil {
			answers{"ListModes": c.modes}.export(t, f.conn, "/fr/emersion/Mako", "fr.emersion.Mako")
		}
	}
	conn := session.Connect()
	if c.xfce != nil {
		if err := conn.Export(c.xfce, "/org/xfce/Xfconf", "org.xfce.Xfconf"); err != nil {
			t.Fatal(err)
		}
		session.Own(conn, "org.xfce.Xfconf")
	}
	if c.swaync != nil {
		c.swaync.export(t, conn, "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc")
		session.Own(conn, "org.erikreider.swaync.cc")
	}
	if c.budgie != nil {
		c.budgie.export(t, conn, "/org/budgie_desktop/Notifications", "org.buddiesofbudgie.budgie.Dispatcher")
		session.Own(conn, "org.budgie_desktop.Notifications")
	}
	home, bin := t.TempDir(), t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	if c.lxqt != "" {
		write(t, lxqtFile(), c.lxqt)
	}
	t.Setenv("PATH", bin)
	if c.gsettings != "" {
		write(t, filepath.Join(bin, "gsettings"), "#!/bin/sh\n"+c.gsettings+"\n")
		t.Setenv("PATH", bin+":/usr/bin:/bin")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
}

func lxqtFile() string {
	return filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "lxqt", "notifications.conf")
}

// onlyOf is a gsettings that knows one key.
func onlyOf(schema, key, value string) string {
	return `[ "$1 $2 $3" = "get ` + schema + ` ` + key + `" ] && echo ` + value
}

func TestQuietIsReadFromEachDesktopInItsOwnWay(t *testing.T) {
	gnome := func(value string) string { return onlyOf("org.gnome.desktop.notifications", "show-banners", value) }
	cinnamon := func(value string) string {
		return onlyOf("org.cinnamon.desktop.notifications", "display-notifications", value)
	}
	mate := func(value string) string {
		return onlyOf("org.mate.NotificationDaemon", "do-not-disturb", value)
	}
	for name, c := range map[string]struct {
		played
		want string // whose it is; "": not on
	}{
		"Plasma, on":                {played{name: "Plasma", props: properties{serviceName + ".Inhibited": true}}, ByPlasma},
		"Plasma, off":               {played{name: "Plasma", props: properties{serviceName + ".Inhibited": false}}, ""},
		"a strange property":        {played{name: "Plasma", props: properties{serviceName + ".Inhibited": "yes"}}, ""},
		"another one like Plasma":   {played{name: "newcomer", props: properties{serviceName + ".Inhibited": true}}, ByDesktop},
		"dunst, paused":             {played{name: "dunst", props: properties{"org.dunstproject.cmd0.paused": true}}, ByDunst},
		"dunst, running":            {played{name: "dunst", props: properties{"org.dunstproject.cmd0.paused": false}}, ""},
		"Xfce, on":                  {played{name: "Xfce Notify Daemon", xfce: xfconf{"xfce4-notifyd./do-not-disturb": true}}, ByXfce},
		"Xfce, off":                 {played{name: "Xfce Notify Daemon", xfce: xfconf{"xfce4-notifyd./do-not-disturb": false}}, ""},
		"Xfce, never set":           {played{name: "Xfce Notify Daemon", xfce: xfconf{}}, ""},
		"Xfce's, dunst shows":       {played{name: "dunst", xfce: xfconf{"xfce4-notifyd./do-not-disturb": true}}, ""},
		"Xfce, not started":         {played{xfce: xfconf{"xfce4-notifyd./do-not-disturb": true}}, ByXfce},
		"GNOME, on":                 {played{name: "gnome-shell", gsettings: gnome("false")}, ByGNOME},
		"GNOME, off":                {played{name: "gnome-shell", gsettings: gnome("true")}, ""},
		"GNOME, broken":             {played{name: "gnome-shell", gsettings: "exit 1"}, ""},
		"GNOME, hanging":            {played{name: "gnome-shell", gsettings: "exec sleep 30"}, ""},
		"GNOME's, other":            {played{name: "another", gsettings: gnome("false")}, ""},
		"Cinnamon, on":              {played{name: "cinnamon", gsettings: cinnamon("false")}, ByCinnamon},
		"Cinnamon, off":             {played{name: "cinnamon", gsettings: cinnamon("true")}, ""},
		"GNOME's, Cinnamon shows":   {played{name: "cinnamon", gsettings: gnome("false")}, ""},
		"MATE, on":                  {played{name: "Notification Daemon", vendor: "MATE", gsettings: mate("true")}, ByMATE},
		"MATE, off":                 {played{name: "Notification Daemon", vendor: "MATE", gsettings: mate("false")}, ""},
		"LXQt, on":                  {played{name: "lxqt-notificationd", lxqt: "[General]\nplacement=top-left\ndoNotDisturb=true\n"}, ByLXQt},
		"LXQt, off":                 {played{name: "lxqt-notificationd", lxqt: "[General]\ndoNotDisturb=false\n"}, ""},
		"LXQt, never set":           {played{name: "lxqt-notificationd"}, ""},
		"LXQt, of another group":    {played{name: "lxqt-notificationd", lxqt: "[Other]\ndoNotDisturb=true\n"}, ""},
		"LXQt's, dunst shows":       {played{name: "dunst", lxqt: "[General]\ndoNotDisturb=true\n"}, ""},
		"Budgie, on":                {played{name: "Budgie Notification Server", budgie: answers{"GetDoNotDisturb": true}}, ByBudgie},
		"Budgie, off":               {played{name: "Budgie Notification Server", budgie: answers{"GetDoNotDisturb": false}}, ""},
		"mako, on":                  {played{name: "mako", modes: []string{"default", "do-not-disturb"}}, ByMako},
		"mako, by its short name":   {played{name: "mako", modes: []string{"DND"}}, ByMako},
		"mako, in another mode":     {played{name: "mako", modes: []string{"default", "away"}}, ""},
		"mako, too old for modes":   {played{name: "mako"}, ""},
		"swaync, on":                {played{name: "SwayNotificationCenter", swaync: answers{"GetDnd": true, "IsInhibited": false}}, BySwaync},
		"swaync, off":               {played{name: "SwayNotificationCenter", swaync: answers{"GetDnd": false, "IsInhibited": false}}, ""},
		"swaync, held by a program": {played{name: "SwayNotificationCenter", swaync: answers{"GetDnd": false, "IsInhibited": true}}, BySwaync},
		"swaync, an older one":      {played{name: "SwayNotificationCenter", swaync: answers{"GetDnd": true}}, BySwaync},
		"nothing runs":              {played{gsettings: gnome("false")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			c.play(t)
			b, _ := start(t, options)
			on, by := b.Quiet(context.Background())
			if on != (c.want != "") || by != c.want {
				t.Errorf("quiet %v by %q, want it by %q", on, by, c.want)
			}
			if can := b.Abilities(context.Background()); c.want != "" && c.name != "" && can.Quiet != c.want {
				t.Errorf("doctor is told that %q tells of it, not %q", can.Quiet, c.want)
			}
		})
	}
}

func TestAServiceThatTellsNothingOfDoNotDisturbIsSaidTo(t *testing.T) {
	played{name: "newcomer"}.play(t)
	b, _ := start(t, options)
	if can := b.Abilities(context.Background()); can.Problem != nil || can.Server == "" || can.Quiet != "" {
		t.Errorf("told: %+v", can)
	}
}

func TestLXQtsSwitchIsHeardOf(t *testing.T) {
	played{name: "lxqt-notificationd", lxqt: "[General]\ndoNotDisturb=false\n"}.play(t)
	b, _ := start(t, options)
	for _, on := range []bool{true, false} {
		if was, _ := b.Quiet(context.Background()); was == on {
			t.Fatalf("it is %v before it was switched", was)
		}
		next := lxqtFile() + ".new" // as its editor writes it
		write(t, next, fmt.Sprintf("[General]\ndoNotDisturb=%v\n", on))
		if err := os.Rename(next, lxqtFile()); err != nil {
			t.Fatal(err)
		}
		heard(t, b)
		if is, _ := b.Quiet(context.Background()); is != on {
			t.Errorf("it is %v after it was switched", is)
		}
	}
}

// heard waits for the news that "do not disturb" was switched.
func heard(t *testing.T, b *desktop) {
	t.Helper()
	if got := next(t, b.Events()); got != (Event{Key: QuietChanged}) {
		t.Fatalf("got %+v", got)
	}
}

func TestAServiceThatHangsDoesNotHoldUpTheQuestion(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.mute = make(chan struct{}) })
	defer close(f.mute)
	if err := f.conn.Export(hanging{f.mute}, servicePath, "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	b, _ := start(t, options)
	begun := time.Now()
	if on, _ := b.Quiet(context.Background()); on {
		t.Error("quiet is on")
	}
	if took := time.Since(begun); took > 2*quietTime {
		t.Errorf("took %v", took)
	}
}

type hanging struct{ until chan struct{} }

func (h hanging) Get(_, _ string) (dbus.Variant, *dbus.Error) {
	<-h.until
	return dbus.MakeVariant(true), nil
}

func TestWhatKeepsNotificationsFromWorkingIsTold(t *testing.T) {
	for id, err := range map[string]error{
		"notify.no_bus":  fmt.Errorf("connect: %w", bus.ErrNone),
		"notify.none":    dbus.Error{Name: "org.freedesktop.DBus.Error.ServiceUnknown"},
		"notify.silent":  fmt.Errorf("ask: %w", context.DeadlineExceeded),
		"notify.stopped": context.Canceled,
		"notify.refused": dbus.Error{Name: "org.freedesktop.DBus.Error.AccessDenied"},
	} {
		if got := problem(err); got.ID != id || got.Cause == nil || errors.Is(got, ErrNone) != (id == "notify.none") {
			t.Errorf("%v is told as %v, want %s", err, got, id)
		}
	}
}
