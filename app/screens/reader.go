//go:build !windows && !darwin

package screens

import (
	"context"
	"os"

	"afterglow/app/bus"
	"afterglow/app/phrase"
	"afterglow/app/reader"
)

// readAloud has a screen reader be told what the window shows, until ctx ends.
func readAloud(ctx context.Context, v phrase.Voice) func(joined func(), do func(r reader.Request, done func(ok bool))) Listener {
	return func(joined func(), do func(r reader.Request, done func(ok bool))) Listener {
		return reader.Start(ctx, reader.Options{
			Address: bus.Address(os.Getenv), Name: v.T("shell.name"), Toolkit: "Fyne", Locale: "en_GB", Joined: joined, Do: do,
		})
	}
}
