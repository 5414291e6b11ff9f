// Package choose has the desktop ask for a file or a folder in its own dialog: the portal's on Linux, Windows' own, and
// that of macOS. A window that gets [ErrNone] asks in a dialog of its own.
package choose

import "errors"

// ErrNone is a desktop that has no dialog of its own to choose files in, or none that comes.
var ErrNone = errors.New("this desktop has no file chooser")

// Question is what somebody is to choose.
type Question struct {
	Title  string
	Folder bool   // a folder, not a file
	Accept string // on the button that ends it; "": the desktop's own word. macOS has no place for it
	Kinds  []Kind
}

// Kind is one of the kinds of files that are offered, the first one first.
type Kind struct {
	Name    string   // that people read
	Endings []string // such as ".toml"
	Types   []string // MIME types, such as "text/*", for the desktops that know them; neither: every file
}
