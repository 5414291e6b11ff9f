package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/ipc"
)

func TestDoctorNamesWhatIsWrongWithItsFix(t *testing.T) {
	w := newWorld(t, "12:00")
	type check struct {
		ID, Text, Fix string
		OK            bool
	}
	look := func() map[string]check {
		var f struct{ Checks []check }
		w.ask(&f, "doctor")
		all := map[string]check{}
		for _, c := range f.Checks {
			if c.OK != (c.Fix == "") {
				t.Errorf("%+v: a fix belongs to what is wrong, and only there", c)
			}
			all[c.ID] = c
		}
		return all
	}
	w.must("status")
	first := look()
	for id, ok := range map[string]bool{"agent": false, "folder": true, "journal": true, "backups": true, "autostart": true} {
		if c, there := first[id]; !there || c.OK != ok {
			t.Errorf("%s: %+v", id, c)
		}
	}
	server, err := ipc.Listen(w.path("data"), ipc.Agent, func(ipc.Message) ipc.Reply {
		return ipc.Reply{OK: true, Data: json.RawMessage(`{"quiet": false, "problems": ["The tray is gone."]}`)}
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if c := look()["agent"]; c.OK || !strings.Contains(c.Text, "The tray is gone.") {
		t.Errorf("agent: %+v", c)
	}
	if err := os.WriteFile(filepath.Join(w.path("data"), "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if c := look()["folder"]; c.OK || !strings.Contains(c.Text, "notes.txt") {
		t.Errorf("folder: %+v", c)
	}
	w.env["AFTERGLOW_DATA"] = w.file("not a folder", "")
	all := look()
	if all["journal"].OK || all["folder"].OK {
		t.Errorf("a file for a folder: %+v", all)
	}
}
