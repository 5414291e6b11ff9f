package bus

import "errors"

// ErrNoChooser is a desktop that has no dialog of its own to choose files in.
var ErrNoChooser = errors.New("this desktop has no file chooser")

// FileQuestion is what somebody is to choose.
type FileQuestion struct {
	Title  string
	Folder bool // a folder, not a file
	Kinds  []FileKind
}

// FileKind is one of the kinds of files that are offered, the first one first.
type FileKind struct {
	Name    string   // that people read
	Endings []string // such as ".toml"; none: the types tell
	Types   []string // MIME types, such as "text/*"; none of both: every file
}
