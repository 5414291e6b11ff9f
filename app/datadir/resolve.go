package datadir

import (
	"os"
	"path/filepath"
	"strings"

	"afterglow/app/fault"
)

// Variable names the data folder if no flag does.
const Variable = "AFTERGLOW_DATA"

// Flag is the option that names the data folder. Named but empty, as by a script whose variable is not set, it
// names none: the usual folder could be the one that must not be touched.
type Flag string

// String is the folder as it was given.
func (f *Flag) String() string { return string(*f) }

// Set takes the option's value.
func (f *Flag) Set(dir string) error {
	if dir == "" {
		return fault.Use("folder.unnamed", nil)
	}
	*f = Flag(dir)
	return nil
}

// Type names the kind of value for the help.
func (f *Flag) Type() string { return "string" }

// Resolve is the data folder as a whole path: the flag's, else that of [Variable], else the usual place
// ([Default]); "" names none. A shell leaves "~" alone within a word such as --data=~/x, so it is read here.
func Resolve(flag, variable string) (string, error) {
	dir := flag
	if dir == "" {
		dir = variable
	}
	if dir == "" {
		if dir = Default(); !filepath.IsAbs(dir) { // HOME is no whole path: it would lie wherever the person just is
			return "", fault.Use("folder.no_usual", nil)
		}
	}
	dir, err := home(dir)
	if err != nil {
		return "", err
	}
	whole, err := filepath.Abs(dir)
	if err != nil {
		return "", fault.Wrap(err, "folder.not_found", fault.Args{"Folder": dir})
	}
	return whole, nil
}

// home puts the person's home in the place of a leading "~".
func home(dir string) (string, error) {
	if !strings.HasPrefix(dir, "~") {
		return dir, nil
	}
	first, rest := dir, ""
	if i := strings.IndexFunc(dir, func(c rune) bool { return c == '/' || c == filepath.Separator }); i >= 0 {
		first, rest = dir[:i], dir[i:]
	}
	if first != "~" {
		return "", fault.Use("folder.home_of_another", fault.Args{"Folder": dir})
	}
	own, err := os.UserHomeDir()
	if err != nil {
		return "", fault.Wrap(err, "folder.no_home", fault.Args{"Folder": dir})
	}
	return filepath.Join(own, rest), nil
}
