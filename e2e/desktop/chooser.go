package desktop

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/godbus/dbus/v5"
)

// The portal's dialog for files, as programs know it.
const (
	portalName   = "org.freedesktop.portal.Desktop"
	portalPath   = "/org/freedesktop/portal/desktop"
	portalChoose = "org.freedesktop.portal.FileChooser"
	portalAnswer = "org.freedesktop.portal.Request.Response"
)

// Chooses has whoever asks for a file or a folder be given this one at once, as if the person had chosen it in the desktop's own
// dialog. Stop takes that dialog away.
func (d *Desktop) Chooses(ctx context.Context, path string) (stop func(), err error) {
	conn, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("connect to the session bus: %w", err)
	}
	stop = func() { _ = conn.Close() }
	if err := conn.Export(chooser{conn, path}, portalPath, portalChoose); err != nil {
		stop()
		return nil, fmt.Errorf("stand for the portal: %w", err)
	}
	if got, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
		stop()
		return nil, fmt.Errorf("stand for the portal: %v, %w", got, err)
	}
	return stop, nil
}

// chooser is a portal whose person always chooses one path.
type chooser struct {
	conn *dbus.Conn
	path string
}

// OpenFile answers with that path.
func (c chooser) OpenFile(sender dbus.Sender, _, _ string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	token, _ := options["handle_token"].Value().(string)
	handle := dbus.ObjectPath(portalPath + "/request/" + strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_") + "/" + token)
	uri := (&url.URL{Scheme: "file", Path: c.path}).String()
	go func() {
		_ = c.conn.Emit(handle, portalAnswer, uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{uri})})
	}()
	return handle, nil
}
