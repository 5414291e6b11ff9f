package desktop

import (
	"context"
	"fmt"
)

// Reads has the session say that something reads its windows, as a screen reader does when it starts, or that nothing does
// any more.
func (d *Desktop) Reads(ctx context.Context, on bool) error {
	_, err := tool(ctx, "gdbus", "call", "--session", "-d", "org.a11y.Bus", "-o", "/org/a11y/bus",
		"-m", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "IsEnabled", fmt.Sprintf("<%v>", on))
	return err
}
