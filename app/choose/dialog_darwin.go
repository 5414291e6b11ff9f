package choose

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"afterglow/app/bus"
)

// script asks for a file or a folder and prints its path, nothing if the person chose none (-128 is "user canceled").
// What it is to say comes as an argument, never as a part of the script.
const script = `function run(argv) {
	const app = Application.currentApplication()
	app.includeStandardAdditions = true
	app.activate()
	try {
		const chosen = argv[0] === "folder" ? app.chooseFolder({withPrompt: argv[1]}) : app.chooseFile({withPrompt: argv[1], invisibles: false})
		return chosen.toString()
	} catch (e) {
		if (e.errorNumber === -128) return ""
		throw e
	}
}`

// Dialog is that of macOS.
type Dialog struct{}

// On is the dialog of this desktop; it needs no D-Bus.
func On(*bus.Bus) Dialog { return Dialog{} }

// Ask has macOS ask for a file; "" if the person chose none. Once ctx ends the dialog is closed. It is [ErrNone] if the
// dialog does not come.
//
// It runs in a process of its own, as macOS's own scripts show it: in ours it would hold up Fyne's main loop. Every file
// is offered: this dialog has no list of kinds, and a file of another kind could not be chosen at all.
func (Dialog) Ask(ctx context.Context, q Question) (path string, err error) {
	what := "file"
	if q.Folder {
		what = "folder"
	}
	out, err := exec.CommandContext(ctx, "/usr/bin/osascript", "-l", "JavaScript", "-e", script, what, q.Title).Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			err = fmt.Errorf("%w: %s", err, strings.TrimSpace(string(failed.Stderr)))
		}
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}
