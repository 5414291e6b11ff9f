// Package notify shows desktop notifications: over D-Bus with actions on Linux,
// through beeep everywhere else and as the fall-back.
package notify

import (
	"context"
	"errors"

	"afterglow/app/bus"
)

// Note is one notification to show.
type Note struct {
	// Key names what is told. One that was not answered in time and is asked for again under its key is on the screen once:
	// the desktop may be slow rather than dead. "" for what is never asked for twice.
	Key     string
	Title   string
	Body    string
	Actions []Action // left out if the desktop has none
	// Replaces is the number of a notification of ours that this one takes the place of, on the screen and in the desktop's
	// list; one that has gone is not shown again. 0: none.
	Replaces uint32
	Instead  string // said below the body where nobody draws the actions: "Or: afterglow done cleanse"
	Open     string // what a click on the notification itself does, for desktops that show it as a button: "Open"
	Sound    bool
	Brief    bool // it goes by itself, where the desktop has that: nothing in it waits for an answer
}

// Action is a button on a notification.
type Action struct {
	Key   string // "done", "feel", "later", "open"
	Label string // "Done", "Later"
}

// Event is what the person did with a notification, or news of the desktop itself.
type Event struct {
	ID  uint32 // 0 with news of the desktop
	Key string // an Action's key, "default" for a click on the notification itself, "closed" if it went away unanswered, or news of the desktop
	Why string // of a "closed": "expired", "dismissed", or "gone" if the desktop did not say
}

// News of the desktop itself. Where a desktop tells no such news, none comes.
const (
	// QuietChanged says that "do not disturb" may have been switched: Quiet may say otherwise now.
	QuietChanged = "quiet-changed"
	// Started says that a notification service has started: what could not be shown may be tried again.
	Started = "started"
	// Answered says that the notification service has shown what was told to be not shown: asked for again, it is there.
	Answered = "answered"
)

// Options say who shows notifications. They stay the same for a Notifier's life.
type Options struct {
	Bus          *bus.Bus // shared with others; nil: one of its own
	AppName      string   // "Afterglow"
	DesktopEntry string   // "app.afterglow.Afterglow", without ".desktop"
	Icon         string   // a file's path or an icon theme's name; "" leaves it to IconPNG
	IconPNG      []byte   // shown if the desktop takes pictures; may be nil
	// Open are the ids of notifications that an earlier process of ours showed
	// in this session and that may still be there: their events count too.
	Open []uint32
}

// Abilities is what this desktop's notifications can do; doctor tells it.
type Abilities struct {
	Server  string // "dunst 1.9.0"; "" if not known
	Actions bool
	Quiet   string // who tells when "do not disturb" is on, as Notifier.Quiet names them; "": nobody does
	Problem error  // a fault that keeps notifications from working; nil: none
}

// ErrNone is the kind of a problem that this session has no program that shows notifications.
var ErrNone = errors.New("no notification service")

// Notifier is the port. All methods may be called from any goroutine and end when ctx does.
type Notifier interface {
	// Show shows n and returns the desktop's id for it; 0 if the desktop gives none.
	Show(ctx context.Context, n Note) (uint32, error)
	// Close takes a notification away; one that has gone already is no error.
	Close(ctx context.Context, id uint32) error
	// Events delivers what the person does, until Stop.
	Events() <-chan Event
	// Quiet reads the desktop's "do not disturb" now; a reading that cannot be had is "not on".
	Quiet(ctx context.Context) (on bool, by string)
	Abilities(ctx context.Context) Abilities
	// Stop lets go of the desktop. Notifications that are shown stay.
	Stop()
}
