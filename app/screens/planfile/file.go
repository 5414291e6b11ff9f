// Package planfile is the page for a plan file that was opened from outside, by a
// double click: what the plan check says of it, and what to do with it. Nothing is
// stored until the person chooses.
package planfile

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterglow/app/fault"
	"afterglow/app/plancode"
	"afterglow/app/service"
	"afterglow/guidance"
)

// File is a plan file that was read: a plan that can be used, or what is wrong with it.
type File struct {
	Name  string // the file's own name, without its folder
	Text  string
	Plan  guidance.Plan
	Wrong error // why the plan cannot be used: guidance.Problems, or why the file cannot be read; nil: it can
}

// OK says whether the plan can be used.
func (f File) OK() bool { return f.Wrong == nil }

// Read reads and checks the file at path. Whatever lies there is answered.
func Read(path string) File {
	f := File{Name: shortName(filepath.Base(path))}
	text, err := service.ReadPlanFile(path, f.Name)
	if err != nil {
		f.Wrong = err
		return f
	}
	return f.parsed(text)
}

// Of checks the text of a file that was read already; fits says whether it is not too large for a plan.
func Of(name string, text []byte, fits bool) File {
	f := File{Name: shortName(filepath.Base(name))}
	if !fits {
		f.Wrong = fault.Use("planfile.too_large", fault.Args{"File": f.Name})
		return f
	}
	return f.parsed(text)
}

// parsed is the file with the plan that its text makes, or what is wrong with it.
func (f File) parsed(text []byte) File {
	text, err := Text(text)
	if err == nil {
		text, err = Decode(new(plancode.Collector), text)
	}
	if err != nil {
		f.Wrong = err
		return f
	}
	plan, err := guidance.Parse(f.Name, text)
	if err != nil {
		f.Wrong = err
		return f
	}
	f.Plan, f.Text = plan, string(text)
	return f
}

// shortName is a file's name in the width of a page: what nobody sees goes, and a long
// name loses its middle.
func shortName(name string) string {
	const most, end = 44, 20
	name = strings.Map(func(r rune) rune {
		if _, hidden := guidance.Hidden(string(r)); r == utf8.RuneError || hidden && !unicode.Is(unicode.Join_Control, r) {
			return '?'
		}
		return r
	}, name)
	if r := []rune(name); len(r) > most {
		return string(r[:most-end-1]) + "…" + string(r[len(r)-end:])
	}
	return name
}
