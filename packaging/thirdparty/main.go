// Command thirdparty gathers the licence texts of everything that goes into the
// two programs, on every system, and prints them. A module without a licence, or
// with one that nobody has looked at, is an error.
//
// usage: thirdparty >packaging/THIRD_PARTY.txt
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// pkg is the part of "go list -json" that is looked at.
type pkg struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// kinds are the licences that may be in Afterglow, by words that only they have.
var kinds = []struct{ name, words string }{
	{"Apache-2.0", "Apache License"},
	{"MPL-2.0", "Mozilla Public License"},
	{"OFL-1.1", "SIL OPEN FONT LICENSE"},
	{"BSD-3-Clause", "Neither the name"},
	{"BSD-3-Clause", "names of its contributors may be used"},
	{"BSD-2-Clause", "Redistributions in binary form"},
	{"ISC", "Permission to use, copy, modify, and"},
	{"Zlib", "This software is provided 'as-is'"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"Unlicense", "This is free and unencumbered software"},
	{"CC0-1.0", "CC0 1.0"},
	{"Public domain", "public domain"},
}

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "thirdparty: "+err.Error())
		os.Exit(1)
	}
}

func run(out io.Writer) error {
	texts := map[string][]string{} // the licence files of each module
	dirs := map[string]string{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		if err := look(system, texts, dirs); err != nil {
			return err
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("ask go for its folder: %w", err)
	}
	goroot := strings.TrimSpace(string(root))
	texts["Go"] = []string{filepath.Join(goroot, "LICENSE")}

	fmt.Fprintf(out, "Afterglow holds parts by others. These are their licences.\n")
	names := make([]string, 0, len(texts))
	for name := range texts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if len(texts[name]) == 0 {
			return fmt.Errorf("%s has no licence", name)
		}
		for _, file := range texts[name] {
			if err := show(out, name, dirs[name], file); err != nil {
				return err
			}
		}
	}
	return nil
}

// look finds the licence files of all that the programs are made of on one system.
func look(system string, texts map[string][]string, dirs map[string]string) error {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Module", "./cmd/afterglow", "./cmd/afterglow-window", "./cmd/afterglow-sync")
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	cmd.Stderr = os.Stderr
	list, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("list what is built for %s: %w", system, err)
	}
	for decoder := json.NewDecoder(bytes.NewReader(list)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read the list of packages: %w", err)
		}
		if p.Module == nil || p.Module.Main {
			continue
		}
		name := p.Module.Path + " " + p.Module.Version
		dirs[name] = p.Module.Dir
		texts[name] = append(texts[name], above(p.Dir, p.Module.Dir)...)
		slices.Sort(texts[name])
		texts[name] = slices.Compact(texts[name])
	}
}

// above are the licence files in a package's folder, those right below it, which hold
// the C and the fonts that are built in, and those up to the module's own folder.
func above(dir, top string) []string {
	var found []string
	below, _ := filepath.Glob(filepath.Join(dir, "*", "*")) // only a wrong pattern is an error
	for _, file := range below {
		if isLicence(file) {
			found = append(found, file)
		}
	}
	for ; strings.HasPrefix(dir, top); dir = filepath.Dir(dir) {
		here, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, file := range here {
			if isLicence(file) {
				found = append(found, file)
			}
		}
	}
	return found
}

func isLicence(file string) bool {
	info, err := os.Stat(file)
	// What only a library's own tests read is in no program.
	if err != nil || info.IsDir() || filepath.Ext(file) == ".go" || filepath.Base(filepath.Dir(file)) == "testdata" {
		return false
	}
	name := strings.ToUpper(filepath.Base(file))
	for _, start := range []string{"LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

func show(out io.Writer, name, top, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read a licence of %s: %w", name, err)
	}
	kind := kindOf(text)
	if kind == "" && !strings.HasPrefix(strings.ToUpper(filepath.Base(file)), "NOTICE") {
		return fmt.Errorf("%s: nobody has looked at the licence %s", name, file)
	}
	part := filepath.Base(file)
	if rel, err := filepath.Rel(top, file); top != "" && err == nil {
		part = filepath.ToSlash(rel)
	}
	_, err = fmt.Fprintf(out, "\n%s\n%s\n%s %s\n\n%s\n", strings.Repeat("=", 80), name, part, kind, bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
	return err
}

func kindOf(text []byte) string {
	flat := strings.ToLower(strings.Join(strings.Fields(string(text)), " "))
	for _, k := range kinds {
		if strings.Contains(flat, strings.ToLower(k.words)) {
			return k.name
		}
	}
	return ""
}
