//go:build !windows && !darwin

package screens

import (
	"context"
	"os/exec"
	"strings"
)

// dials says whether a program of this desktop takes telephone numbers. To open one without asking would show a browser
// that cannot do anything with it.
func dials(ctx context.Context) bool {
	out, err := exec.CommandContext(ctx, "xdg-mime", "query", "default", "x-scheme-handler/tel").Output()
	return err == nil && strings.TrimSpace(string(out)) != ""
}
