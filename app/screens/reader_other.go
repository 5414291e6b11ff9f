//go:build windows || darwin

package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/reader"
)

// readAloud tells nobody: this system has no AT-SPI.
func readAloud(context.Context, phrase.Voice) func(joined func(), do func(r reader.Request, done func(ok bool))) Listener {
	return nil
}
