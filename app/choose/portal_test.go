//go:build !windows && !darwin

package choose_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
	"afterglow/app/choose"
)

// fileDesk is a desktop's portal with a file dialog that answers as it is told.
type fileDesk struct {
	conn   *dbus.Conn
	old    bool // it names its requests as it likes
	silent bool // the dialog stays
	code   uint32
	uris   []string
	asked  chan string // title and options of each question
	closed chan dbus.ObjectPath
}

// OpenFile asks for a file to read.
func (p *fileDesk) OpenFile(sender dbus.Sender, _, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	const requests = "/org/freedesktop/portal/desktop/request/"
	handle := dbus.ObjectPath(requests + strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_") + "/" + options["handle_token"].Value().(string))
	if p.old {
		handle = requests + "old"
	}
	p.asked <- title + " " + fmt.Sprint(options["directory"].Value()) + " " + fmt.Sprintf("%q %q", options["accept_label"].Value(), options["filters"].Value())
	if err := p.conn.Export(request{p, handle}, handle, "org.freedesktop.portal.Request"); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	if !p.silent {
		results := map[string]dbus.Variant{"uris": dbus.MakeVariant(p.uris)}
		go func() { _ = p.conn.Emit(handle, "org.freedesktop.portal.Request.Response", p.code, results) }()
	}
	return handle, nil
}

type request struct {
	p    *fileDesk
	path dbus.ObjectPath
}

// Close takes the dialog away.
func (r request) Close() *dbus.Error { r.p.closed <- r.path; return nil }

func (p *fileDesk) run(t *testing.T, session *bustest.Bus) {
	t.Helper()
	p.conn, p.asked, p.closed = session.Connect(), make(chan string, 4), make(chan dbus.ObjectPath, 4)
	if err := p.conn.Export(p, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

func TestTheDesktopAsksForAFile(t *testing.T) {
	for _, c := range []struct {
		name   string
		portal fileDesk
		want   string
		fails  bool
	}{
		{"a file is chosen", fileDesk{uris: []string{"file:///home/a/my%20plan.toml"}}, "/home/a/my plan.toml", false},
		{"none is chosen", fileDesk{code: 1}, "", false},
		{"nothing is named", fileDesk{}, "", false},
		{"a file of another computer", fileDesk{uris: []string{"sftp://host/plan.toml"}}, "", true},
		{"the dialog fails", fileDesk{code: 2}, "", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.portal.run(t, bustest.Start(t))
			got, err := choose.On(bus.New(t.Context())).Ask(t.Context(), choose.Question{Title: "Open"})
			if got != c.want || (err != nil) != c.fails {
				t.Errorf("chosen is %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestTheQuestionForAFileSaysWhatIsWanted(t *testing.T) {
	var p fileDesk
	p.run(t, bustest.Start(t))
	q := choose.Question{Title: "Back up", Folder: true, Accept: "Save my_copy here",
		Kinds: []choose.Kind{{Name: "Backups", Endings: []string{".sqlite"}}, {Name: "Texts", Types: []string{"text/*"}}, {Name: "All"}}}
	if _, err := choose.On(bus.New(t.Context())).Ask(t.Context(), q); err != nil {
		t.Fatal(err)
	}
	got := <-p.asked
	for _, want := range []string{"Back up true", `"Backups"`, `"*.sqlite"`, `"text/*"`, `"*"`, `"Save my__copy here"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
}

func TestAFileDialogGoesOnceNobodyWaitsForIt(t *testing.T) {
	p := fileDesk{silent: true}
	p.run(t, bustest.Start(t))
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		_, err := choose.On(bus.New(t.Context())).Ask(ctx, choose.Question{Title: "Open"})
		ended <- err
	}()
	<-p.asked
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	<-p.closed
}

func TestAPortalThatEndsIsNotWaitedFor(t *testing.T) {
	p := fileDesk{silent: true}
	p.run(t, bustest.Start(t))
	ended := make(chan error, 1)
	go func() {
		_, err := choose.On(bus.New(t.Context())).Ask(t.Context(), choose.Question{Title: "Open"})
		ended <- err
	}()
	<-p.asked
	_ = p.conn.Close()
	if err := <-ended; err == nil {
		t.Error("nothing was told")
	}
}

func TestWithoutAFileDialogOfTheDesktopThatIsSaid(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T)
	}{
		{"no bus", func(t *testing.T) { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus") }},
		{"no portal", func(t *testing.T) { bustest.Start(t) }},
		{"a portal without such a dialog", func(t *testing.T) {
			conn := bustest.Start(t).Connect()
			if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.prepare(t)
			if _, err := choose.On(bus.New(t.Context())).Ask(t.Context(), choose.Question{Title: "Open"}); !errors.Is(err, choose.ErrNone) {
				t.Errorf("it says %v", err)
			}
		})
	}
}

func TestAnOlderPortalsAnswerIsHeard(t *testing.T) {
	p := fileDesk{old: true, silent: true}
	p.run(t, bustest.Start(t))
	ended := make(chan string, 1)
	go func() {
		path, err := choose.On(bus.New(t.Context())).Ask(t.Context(), choose.Question{Title: "Open"})
		if err != nil {
			t.Error(err)
		}
		ended <- path
	}()
	<-p.asked
	for {
		_ = p.conn.Emit("/org/freedesktop/portal/desktop/request/old", "org.freedesktop.portal.Request.Response", uint32(0),
			map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file:///a"})})
		select {
		case path := <-ended:
			if path != "/a" {
				t.Errorf("chosen is %q", path)
			}
			return
		case <-t.Context().Done():
			return
		default:
		}
	}
}
