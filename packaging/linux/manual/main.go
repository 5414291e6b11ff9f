// Command manual writes the manual pages and the shells' completions of the
// command line into a folder that is laid out like a system's root: they are made
// from the commands themselves, so that they cannot say anything else.
//
// usage: manual ROOT VERSION SECONDS
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra/doc"

	"afterglow/app/cli"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "manual: "+err.Error())
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: manual ROOT VERSION SECONDS")
	}
	root, version := args[0], args[1]
	seconds, err := strconv.ParseInt(args[2], 10, 64)
	if err != nil {
		return fmt.Errorf("read the time of the pages: %w", err)
	}
	date := time.Unix(seconds, 0).UTC()
	env := cli.Env{Version: version}

	pages := filepath.Join(root, "usr/share/man/man1")
	if err := os.MkdirAll(pages, 0o755); err != nil {
		return err
	}
	commands := cli.Commands(env)
	commands.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Date: &date, Source: "Afterglow " + version, Manual: "Afterglow"}
	if err := doc.GenManTree(commands, header, pages); err != nil {
		return fmt.Errorf("write the manual pages: %w", err)
	}
	if err := plainOptions(pages); err != nil {
		return err
	}
	for shell, file := range map[string]string{
		"bash": "usr/share/bash-completion/completions/afterglow",
		"zsh":  "usr/share/zsh/vendor-completions/_afterglow",
		"fish": "usr/share/fish/vendor_completions.d/afterglow.fish",
	} {
		if err := complete(env, shell, filepath.Join(root, file)); err != nil {
			return err
		}
	}
	return nil
}

// plainOptions writes an option as other manuals do: "--at VALUE" and "--json", where the
// maker of the pages has written --at="" and --json[=false].
func plainOptions(pages string) error {
	all, err := filepath.Glob(filepath.Join(pages, "*.1"))
	if err != nil {
		return err
	}
	plain := strings.NewReplacer(`\fP[=false]`, `\fP`, `\fP=""`, `\fP \fIVALUE\fP`)
	for _, page := range all {
		text, err := os.ReadFile(page)
		if err != nil {
			return err
		}
		if err := os.WriteFile(page, []byte(plain.Replace(string(text))), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// complete has the command line itself say how a shell completes it.
func complete(env cli.Env, shell, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	code := cli.Run(context.Background(), []string{"completion", shell}, nil, file, io.Discard, env)
	if err := file.Close(); err != nil {
		return fmt.Errorf("write the completion for %s: %w", shell, err)
	}
	if code != 0 {
		return fmt.Errorf("the command line has no completion for %s", shell)
	}
	return nil
}
