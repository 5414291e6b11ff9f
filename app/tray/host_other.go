//go:build windows || darwin

package tray

import (
	"context"

	"afterglow/app/bus"
)

// watchHost tells of a tray at once: this system always has one.
func watchHost(context.Context, *bus.Bus) (func(told func(bool)), error) {
	return func(told func(bool)) { told(true) }, nil
}
