package ipc

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"afterglow/app/datadir"
	"afterglow/app/fault"
)

// Dir makes and returns the private runtime folder of this data folder. Two
// data folders have two, so that they are two Afterglows. It is an error if
// something that is not ours, or open to others, stands in its place.
func Dir(dataDir string) (string, error) {
	dir, err := place(dataDir)
	if err != nil {
		return "", err
	}
	// The parent of the fall-back is made by us too, and must be as private.
	for _, d := range dir.made() {
		err := os.Mkdir(d, datadir.Mode)
		if err == nil {
			err = os.Chmod(d, datadir.Mode) // the umask may have taken rights away
		}
		if err != nil && !errors.Is(err, os.ErrExist) {
			return "", fault.Wrap(err, "ipc.place_not_made", fault.Args{"Folder": d}).Of(ErrPlace)
		}
		if err := private(d); err != nil {
			return "", err
		}
	}
	return dir.path(), nil
}

// spot is where the runtime folder belongs.
type spot struct {
	base   string // exists; the system's or the user's own
	middle string // ours below base, "" if base is private already
	name   string // of the folder itself
}

func (s spot) path() string { return filepath.Join(s.base, s.middle, s.name) }

// made lists the folders that we make, outermost first.
func (s spot) made() []string {
	if s.middle == "" {
		return []string{s.path()}
	}
	return []string{filepath.Join(s.base, s.middle), s.path()}
}

// check is an error if something that is not this user's stands in the folder's place.
func (s spot) check() error {
	for _, d := range s.made() {
		if err := private(d); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// place works out where the runtime folder of dataDir is, without making it.
func place(dataDir string) (spot, error) {
	if dataDir == "" {
		return spot{}, errors.New("no data folder is named")
	}
	whole, err := filepath.Abs(dataDir)
	if err != nil {
		return spot{}, fault.Wrap(err, "folder.not_found", fault.Args{"Folder": dataDir})
	}
	sum := sha256.Sum256([]byte(resolve(whole)))
	key := hex.EncodeToString(sum[:8])

	for _, base := range runtimeFolders() {
		s := spot{base: base, name: "afterglow-" + key}
		if private(base) == nil && s.fits() {
			return s, nil
		}
	}
	for _, base := range []string{os.TempDir(), "/tmp"} {
		s := spot{base: base, middle: "afterglow-" + userKey(), name: key}
		if info, err := os.Stat(base); err == nil && info.IsDir() && s.fits() {
			return s, nil
		}
	}
	return spot{}, fault.New("ipc.no_place", fault.Args{"Folder": os.TempDir()}).Of(ErrPlace)
}

// resolve follows the links in the part of path that exists, so that a folder
// reached by two names is one Afterglow, before and after it is first made.
func resolve(path string) string {
	rest := ""
	for p := path; ; p = filepath.Dir(p) {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			return filepath.Join(real, rest)
		}
		if p == filepath.Dir(p) {
			return path
		}
		rest = filepath.Join(filepath.Base(p), rest)
	}
}

// private is an error unless path is a real folder (no link), ours, and closed to others.
func private(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return fault.Wrap(err, "ipc.place_unreadable", fault.Args{"Folder": path}).Of(ErrPlace)
	}
	if !info.IsDir() {
		return fault.New("ipc.place_no_folder", fault.Args{"Folder": path}).Of(ErrPlace)
	}
	return closedToOthers(path, info)
}
