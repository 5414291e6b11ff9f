package service

import (
	"bytes"
	"errors"
	"io"
	"os"
	"unicode/utf8"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// PlanEndings are the endings of plan files: a text file, and the one that a double click opens with Afterglow.
func PlanEndings() []string { return []string{".toml", ".afterglow-plan"} }

// OpenPlanFile opens the file at path to read a plan from it; name is what it is called if that cannot be. A pipe or
// a device may never end, so it is refused unless pipes are meant.
func OpenPlanFile(path, name string, pipes bool) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fault.Wrap(err, "planfile.gone", fault.Args{"File": name})
	case err != nil:
		return nil, unread(name, err)
	case info.IsDir():
		return nil, fault.Use("planfile.folder", fault.Args{"File": name})
	case !pipes && !info.Mode().IsRegular():
		return nil, fault.Use("planfile.not_plain", fault.Args{"File": name})
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unread(name, err)
	}
	return f, nil
}

// ReadPlanText reads a plan file's text, with name for the message if it cannot be. Of one that is too large it
// reads so much that the plan check says so.
func ReadPlanText(name string, from io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(from, guidance.LargestFile+1))
	if err != nil {
		return nil, unread(name, err)
	}
	return text, nil
}

// ReadPlanFile reads the plain file at path, called name, and refuses what is no plan file at all, whatever lies there.
func ReadPlanFile(path, name string) ([]byte, error) {
	f, err := OpenPlanFile(path, name, false)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := ReadPlanText(name, f)
	switch {
	case err != nil:
		return nil, err
	case len(text) > guidance.LargestFile:
		return nil, fault.Use("planfile.too_large", fault.Args{"File": name})
	case len(bytes.TrimSpace(text)) == 0:
		return nil, fault.Use("planfile.empty", fault.Args{"File": name})
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		return nil, fault.Use("planfile.not_text", fault.Args{"File": name})
	}
	return text, nil
}

// unread says why a file cannot be read, without its path: its name is said already.
func unread(name string, err error) error {
	if errors.Is(err, os.ErrPermission) {
		return fault.Wrap(err, "planfile.forbidden", fault.Args{"File": name})
	}
	var at *os.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fault.Wrap(err, "planfile.unread", fault.Args{"File": name})
}
