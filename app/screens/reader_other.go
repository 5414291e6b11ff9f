//go:build windows || darwin

package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/reader"
)

// readAloud tells nobody: this system has no AT-SPI.
func readAloud(context.Context, phrase.Voice) func(joined func(), do func(context.Context, reader.Request) bool) Listener {
	return nil
}
