package screens

import (
	"context"
	"os/exec"
	"strings"

	"afterglow/app/bus"
)

// asksStill says whether the person asked macOS to reduce motion. Never run: this needs a Mac.
func asksStill(ctx context.Context, _ *bus.Bus) bool {
	out, err := exec.CommandContext(ctx, "defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(out)) == "1"
}
