package datadir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"afterglow/app/fault"
)

// Modes of the data folder and of all that lies in it.
const (
	Mode     fs.FileMode = 0o700
	FileMode fs.FileMode = 0o600
)

// writableByOthers are the rights by which others could put files into a folder.
const writableByOthers fs.FileMode = 0o022

// The kinds of fault that callers may tell apart with [errors.Is].
var (
	ErrForeign  = errors.New("not our own")
	ErrReadOnly = errors.New("cannot be written")
	ErrFull     = errors.New("no space left")
)

// Prepare makes the data folder if it is missing, and closes it to others. It refuses one that is not
// Afterglow's yet if others can write in it or other files lie in it: they would lose what they share.
// readOnly tells that nothing can be written in it.
func Prepare(dir string) (readOnly bool, err error) {
	info, err := os.Lstat(dir)
	if err == nil && info.IsDir() && !OwnedByOther(info) && dir != Default() {
		if err := checkUnused(dir, info); err != nil {
			return false, err
		}
	}
	return Private(dir)
}

// Private makes dir if it is missing, and closes it to others. See [Prepare] for the data folder itself.
func Private(dir string) (readOnly bool, err error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		info, err = create(dir)
	}
	var known *fault.Fault
	if errors.As(err, &known) {
		return false, err
	}
	if err != nil {
		return false, fault.Wrap(err, "folder.unreadable", fault.Args{"Folder": dir})
	}
	if err := CheckOwn(dir, info); err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fault.New("folder.file", fault.Args{"Folder": dir}).Of(ErrForeign)
	}
	if err := Tighten(dir, info); err != nil {
		return false, err
	}
	return !Writable(dir), nil
}

func create(dir string) (fs.FileInfo, error) {
	if err := CheckPerson(dir); err != nil {
		return nil, err
	}
	err := os.MkdirAll(dir, Mode)
	if err == nil {
		err = os.Chmod(dir, Mode) // the umask may have taken rights away
	}
	args := fault.Args{"Folder": dir}
	switch {
	case err == nil:
		return os.Lstat(dir)
	case IsFull(err):
		return nil, fault.Wrap(err, "folder.no_space", args).Of(ErrFull)
	case IsReadOnly(err):
		return nil, fault.Wrap(err, "folder.cannot_make", args).Of(ErrReadOnly)
	}
	return nil, fault.Wrap(err, "folder.not_made", args)
}

// CheckPerson refuses to have the superuser make files at path, in another user's place: with "sudo" the
// home is often still the person's, who could neither read nor remove them. Giving the files to
// the owner would be a guess; and as root neither tray nor notifications reach that person's desktop.
func CheckPerson(path string) error {
	if !superuser() {
		return nil
	}
	for above := filepath.Dir(path); ; above = filepath.Dir(above) {
		info, err := os.Stat(above)
		if err == nil && OwnedByOther(info) {
			return fault.New("folder.superuser", fault.Args{"Folder": above}).Of(ErrForeign)
		}
		if err == nil || above == filepath.Dir(above) {
			return nil
		}
	}
}

// CheckOwn refuses links and what another user owns: through either,
// somebody else could read the journal or put one in its place.
func CheckOwn(path string, info fs.FileInfo) error {
	if info.Mode()&fs.ModeSymlink != 0 {
		return fault.New("folder.link", fault.Args{"Path": path}).Of(ErrForeign)
	}
	if OwnedByOther(info) {
		return fault.New("folder.another_user", fault.Args{"Path": path}).Of(ErrForeign)
	}
	return nil
}

// Tighten takes all rights of others away, whatever the umask was. If
// nothing can be written, nothing can be tightened either: reading still works.
func Tighten(path string, info fs.FileInfo) error {
	if !OpenToOthers(info) {
		return nil
	}
	err := os.Chmod(path, info.Mode().Perm()&Mode)
	if err == nil || IsReadOnly(err) {
		return nil
	}
	return fault.Wrap(err, "folder.not_closed", fault.Args{"Path": path})
}
