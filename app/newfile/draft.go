package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"afterglow/app/fault"
)

// Draft is a file that is written whole beside its place, and not there yet. What can go wrong with a disk has gone
// wrong before there is one.
type Draft struct {
	path, beside string
	replace      bool
}

// Begin writes a file beside its place. If a file is there already, it is refused, unless replace says of its beginning
// that it may go; nil: never.
func Begin(path string, content []byte, replace func(head []byte) bool) (*Draft, error) {
	named := fault.Args{"File": path}
	d := &Draft{path: path}
	switch there, head, err := look(path); {
	case err != nil:
		return nil, fault.Wrap(Bare(err), "newfile.not_written", named)
	case there && (replace == nil || !replace(head)):
		return nil, fault.Use("newfile.there_already", named)
	default:
		d.replace = there
	}
	sweep(filepath.Dir(path))
	f, err := os.CreateTemp(filepath.Dir(path), besides)
	if err != nil {
		return nil, fault.Wrap(Bare(err), "newfile.not_written", named)
	}
	d.beside = f.Name()
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		d.Drop()
		return nil, fault.Wrap(Bare(err), "newfile.not_written", named)
	}
	return d, nil
}

// besides are the names of what is written beside a file's place.
const besides = ".afterglow-*.part"

// abandoned is after what time a file beside its place was left there by a program that was killed: none takes so long.
const abandoned = 10 * time.Minute

// sweep takes away what killed programs left in a folder. What cannot be taken away stays.
func sweep(dir string) {
	left, _ := fs.Glob(os.DirFS(dir), besides) // a folder that cannot be read is told by what comes next
	for _, name := range left {
		file := filepath.Join(dir, name)
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(file)
		}
	}
}

// headBytes is how much of a file is looked at to tell whose it is.
const headBytes = 512

// look says whether a file is there, and how it begins.
func look(path string) (there bool, head []byte, err error) {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil, nil
	}
	if err != nil {
		return false, nil, err
	}
	if !info.Mode().IsRegular() { // a folder, a link, a device: not ours, whatever is in it
		return true, nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return true, nil, nil // whose it is nobody can tell: it stays
	}
	defer f.Close()
	head = make([]byte, headBytes)
	n, _ := f.Read(head)
	return true, head[:n], nil
}

// Keep puts the file in its place.
func (d *Draft) Keep() error {
	named := fault.Args{"File": d.path}
	if d.replace {
		if err := os.Rename(d.beside, d.path); err != nil {
			d.Drop()
			return fault.Wrap(Bare(err), "newfile.not_written", named)
		}
		return nil
	}
	err := os.Link(d.beside, d.path) // fails if a file came there meanwhile; a rename would take its place
	switch _, gone := os.Lstat(d.path); {
	case err == nil:
		d.Drop()
		return nil
	case errors.Is(err, fs.ErrExist) || gone == nil:
		d.Drop()
		return fault.Use("newfile.there_already", named)
	}
	if err = os.Rename(d.beside, d.path); err != nil { // a disk that knows no links, such as a stick
		d.Drop()
		return fault.Wrap(Bare(err), "newfile.not_written", named)
	}
	return nil
}

// Drop takes away what was written beside.
func (d *Draft) Drop() { _ = os.Remove(d.beside) }
