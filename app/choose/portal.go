//go:build !windows && !darwin

package choose

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
)

// The portal's dialog for files, and what a question to it answers with.
const (
	portal       = "org.freedesktop.portal.Desktop"
	portalPath   = "/org/freedesktop/portal/desktop"
	fileFace     = "org.freedesktop.portal.FileChooser"
	requestFace  = "org.freedesktop.portal.Request"
	requestPath  = portalPath + "/request/"
	responseName = requestFace + ".Response"
)

// chooserTime is how long the portal may take to say that its dialog comes. The dialog itself stays as long as the
// person likes.
const chooserTime = 5 * time.Second

// What the portal answers.
const (
	fileChosen    = uint32(0)
	fileCancelled = uint32(1)
)

// Dialog is the desktop's own, asked for through the session's D-Bus.
type Dialog struct{ session *bus.Bus }

// On is the dialog of a session.
func On(session *bus.Bus) Dialog { return Dialog{session} }

// Ask has the desktop ask for a file; "" if the person chose none. Once ctx ends the dialog is closed. It is [ErrNone]
// where the desktop has no such dialog, or none that answers.
func (d Dialog) Ask(ctx context.Context, q Question) (path string, err error) {
	conn, err := d.session.Conn(ctx)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	token := "afterglow_" + rand.Text()
	handle := dbus.ObjectPath(requestPath + strings.ReplaceAll(strings.TrimPrefix(conn.Names()[0], ":"), ".", "_") + "/" + token)
	// Listened to before it is asked: the answer may be there at once.
	signals, stop, err := bus.Listen(ctx, conn, responseOf(handle), bus.OwnerChanges(portal))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer stop()
	defer func() {
		_ = conn.RemoveMatchSignal(responseOf(handle)...)
		_ = conn.RemoveMatchSignal(bus.OwnerChanges(portal)...)
	}()
	asking, done := context.WithTimeout(ctx, chooserTime)
	defer done()
	var given dbus.ObjectPath
	err = conn.Object(portal, portalPath).CallWithContext(asking, fileFace+".OpenFile", 0, "", q.Title, options(q, token)).Store(&given)
	if err != nil {
		closeRequest(conn, handle)
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	if given != handle { // as portals before 0.9 name it
		if err := conn.AddMatchSignalContext(ctx, responseOf(given)...); err != nil {
			return "", fmt.Errorf("wait for the file that is chosen: %w", err)
		}
		defer func() { _ = conn.RemoveMatchSignal(responseOf(given)...) }()
	}
	for {
		select {
		case <-ctx.Done():
			closeRequest(conn, given)
			return "", ctx.Err()
		case s, open := <-signals:
			if _, has, ok := bus.OwnerChanged(s, portal); !open || ok && !has {
				return "", errors.New("the desktop's file dialog has ended")
			}
			if s.Name == responseName && (s.Path == handle || s.Path == given) {
				return chosen(s)
			}
		}
	}
}

func responseOf(handle dbus.ObjectPath) []dbus.MatchOption {
	return []dbus.MatchOption{dbus.WithMatchInterface(requestFace), dbus.WithMatchMember("Response"), dbus.WithMatchObjectPath(handle)}
}

// closeRequest takes the dialog away; whether that is heard is not waited for.
func closeRequest(conn *dbus.Conn, handle dbus.ObjectPath) {
	conn.Object(portal, handle).Go(requestFace+".Close", dbus.FlagNoReplyExpected|dbus.FlagNoAutoStart, nil)
}

// glob and mime are the two sorts of a pattern for files.
const (
	glob = uint32(0)
	mime = uint32(1)
)

type pattern struct {
	Sort uint32
	Text string
}

type filter struct {
	Name     string
	Patterns []pattern
}

// options are the question as the portal wants it.
func options(q Question, token string) map[string]dbus.Variant {
	o := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	var filters []filter
	for _, kind := range q.Kinds {
		f := filter{Name: kind.Name}
		for _, e := range kind.Endings {
			f.Patterns = append(f.Patterns, pattern{glob, "*" + e})
		}
		for _, t := range kind.Types {
			f.Patterns = append(f.Patterns, pattern{mime, t})
		}
		if len(f.Patterns) == 0 {
			f.Patterns = []pattern{{glob, "*"}}
		}
		filters = append(filters, f)
	}
	if len(filters) > 0 {
		o["filters"] = dbus.MakeVariant(filters)
	}
	if q.Accept != "" {
		o["accept_label"] = dbus.MakeVariant(strings.ReplaceAll(q.Accept, "_", "__")) // one marks a letter to press
	}
	if q.Folder {
		o["directory"] = dbus.MakeVariant(true)
	}
	return o
}

// chosen reads the answer.
func chosen(s *dbus.Signal) (string, error) {
	var code uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(s.Body, &code, &results); err != nil {
		return "", fmt.Errorf("read which file was chosen: %w", err)
	}
	switch code {
	case fileChosen:
	case fileCancelled:
		return "", nil
	default:
		return "", fmt.Errorf("the desktop's file dialog ended with %d", code)
	}
	uris, _ := results["uris"].Value().([]string)
	if len(uris) == 0 {
		return "", nil
	}
	u, err := url.Parse(uris[0])
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "", fmt.Errorf("%q is no file on this computer", uris[0])
	}
	return u.Path, nil
}
