// Package planfile is the page for a plan file that was opened from outside, by a
// double click: what the plan check says of it, and what to do with it. Nothing is
// stored until the person chooses.
package planfile

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/guidance"
)

// largest is the size in bytes of a file that is not read at all.
const largest = 1 << 20

// File is a plan file that was read: a plan that can be used, or what is wrong with it.
type File struct {
	Name     string // the file's own name, without its folder
	Text     string
	Plan     guidance.Plan
	Problems []string // a line each; empty where the plan can be used
}

// OK says whether the plan can be used.
func (f File) OK() bool { return len(f.Problems) == 0 }

// Read reads and checks the file at path. Whatever lies there is answered with clear lines.
func Read(path string) File {
	f := File{Name: shortName(filepath.Base(path))}
	text, why := read(path)
	if why != "" {
		f.Problems = []string{f.Name + " " + why}
		return f
	}
	plan, err := guidance.Parse(f.Name, text)
	var problems guidance.Problems
	switch {
	case errors.As(err, &problems):
		for _, p := range problems {
			f.Problems = append(f.Problems, p.Error())
		}
	case err != nil:
		f.Problems = []string{err.Error()}
	default:
		f.Plan, f.Text = plan, string(text)
	}
	return f
}

// read gives the text of a plain file of a fair size, or why not; that goes on after the file's name.
func read(path string) (text []byte, why string) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, "is not there any more. It may have been moved."
	case err != nil:
		return nil, cannot(err)
	case info.IsDir():
		return nil, "is a folder. Open the plan file in it."
	case !info.Mode().IsRegular(): // a pipe or a device might never end
		return nil, "is not a plain file. Save the plan as a file first."
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannot(err)
	}
	defer f.Close()
	text, err = io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return nil, cannot(err)
	case len(text) > largest:
		return nil, "is too large. A plan file is a page or two of text."
	case len(bytes.TrimSpace(text)) == 0:
		return nil, "is empty. Ask your clinic for the file again."
	case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		return nil, "is not a text file. A plan file is plain text."
	}
	return text, ""
}

// cannot says why a file cannot be read, without its path: the page names it already.
func cannot(err error) string {
	if errors.Is(err, os.ErrPermission) {
		return "may not be read by you. Copy it to a folder of yours."
	}
	var at *os.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return "cannot be read: " + err.Error() + "."
}

// shortName is a file's name in the width of a page: control letters go, and a long
// name loses its middle.
func shortName(name string) string {
	const most, end = 44, 20
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return '?'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > most {
		return string(r[:most-end-1]) + "…" + string(r[len(r)-end:])
	}
	return name
}
