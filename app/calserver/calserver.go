// Package calserver is what a data folder keeps of the person's calendar server: where it is, what was written there and
// how it went last. It goes nowhere: app/calsync alone does. The password is in none of it.
package calserver

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// ErrPassword is the kind of what fails until the person gives their password.
var ErrPassword = errors.New("no password that is right")

// format is the file's own version.
const format = 1

// largest is how long a file is looked at, in bytes: ten thousand entries have some 2 MB.
const largest = 8 << 20

// Setup is the account and the calendar in it, as the person set it up.
type Setup struct {
	Address  string `json:"address"`            // of the server, as it was read
	User     string `json:"user"`               // the account's name
	Calendar string `json:"calendar"`           // address of the calendar
	Name     string `json:"name,omitempty"`     // its name, as it was at setup
	Discreet bool   `json:"discreet,omitempty"` // titles name no care
	Each     bool   `json:"each,omitempty"`     // every time of a routine, not its first alone
}

// Written is one entry that we wrote. What is not among these is not ours, and never touched.
type Written struct {
	Sum  string    `json:"sum,omitempty"`  // of what it says; empty: it was about to be written
	Over time.Time `json:"over"`           // when its moment has passed: an entry of the past stays
	Gone bool      `json:"gone,omitempty"` // the person removed it on their side: it stays away until what it says changes
}

// Last is how the last try went.
type Last struct {
	At      time.Time `json:"at,omitzero"`      // the last try
	Done    time.Time `json:"done,omitzero"`    // the last one that did all
	Trouble *Trouble  `json:"trouble,omitzero"` // why the last try did not; nil: it did
}

// Trouble is a fault that can be kept: its id, and those of its fields that are text or numbers.
type Trouble struct {
	ID      string         `json:"id"`
	Args    map[string]any `json:"args,omitempty"`
	Cause   *Trouble       `json:"cause,omitempty"`   // the fault behind it
	Plain   string         `json:"plain,omitempty"`   // or what a system said
	Offline bool           `json:"offline,omitempty"` // a matter of time: it is tried again
}

// State is all that is kept.
type State struct {
	Format int                `json:"format"`
	Setup  Setup              `json:"setup"`
	Kept   bool               `json:"kept,omitempty"`  // the password is in the system's keyring
	Wrote  map[string]Written `json:"wrote,omitempty"` // by the entry's UID
	Last   Last               `json:"last,omitzero"`
}

// Read is what dir keeps; on is false if no server is set up. A file that cannot be read is an error that says so: what
// was set up is asked for again, and nothing on the server is touched before.
func Read(dir string) (s State, on bool, err error) {
	path := filepath.Join(dir, datadir.CalendarServerFile)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return State{}, false, nil
	}
	named := fault.Args{"File": path}
	if err != nil {
		return State{}, false, fault.Wrap(err, "calserver.unread", named)
	}
	if !info.Mode().IsRegular() || info.Size() > largest {
		return State{}, false, fault.New("calserver.unread", named)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return State{}, false, fault.Wrap(err, "calserver.unread", named)
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return State{}, false, fault.Wrap(err, "calserver.unread", named)
	}
	if s.Format != format || s.Setup.Address == "" || s.Setup.Calendar == "" {
		return State{}, false, fault.New("calserver.unread", named)
	}
	return s, true, nil
}

// Write has dir keep s, whole or not at all. Only its owner can read it.
func Write(dir string, s State) error {
	s.Format = format
	named := fault.Args{"File": filepath.Join(dir, datadir.CalendarServerFile)}
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return fault.Wrap(err, "calserver.not_kept", named)
	}
	if err := datadir.Write(dir, datadir.CalendarServerFile, append(text, '\n')); err != nil {
		return fault.Wrap(err, "calserver.not_kept", named)
	}
	return nil
}

// Forget has dir keep nothing of a server any more.
func Forget(dir string) error {
	err := os.Remove(filepath.Join(dir, datadir.CalendarServerFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault.Wrap(err, "calserver.not_kept", fault.Args{"File": filepath.Join(dir, datadir.CalendarServerFile)})
	}
	return nil
}

// TroubleOf is a fault as it can be kept; nil for none, or for what is no fault.
func TroubleOf(err error, offline bool) *Trouble {
	f, ok := errors.AsType[*fault.Fault](err)
	if !ok {
		return nil
	}
	args := map[string]any{}
	for name, value := range f.Args {
		switch value.(type) {
		case string, int:
			args[name] = value
		}
	}
	t := &Trouble{ID: f.ID, Args: args, Offline: offline}
	if f.Cause != nil {
		if t.Cause = TroubleOf(f.Cause, false); t.Cause == nil {
			t.Plain = f.Cause.Error()
		}
	}
	return t
}

// Fault is the trouble as a fault again.
func (t *Trouble) Fault() error { return t.fault() }

func (t *Trouble) fault() *fault.Fault {
	f := fault.New(t.ID, fault.Args(t.Args))
	switch {
	case t.Cause != nil:
		f.Cause = t.Cause.fault()
	case t.Plain != "":
		f.Cause = errors.New(t.Plain)
	}
	return f
}
