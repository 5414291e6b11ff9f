package screens

import (
	"context"
	"os"
	"time"

	"afterglow/app/bus"
	"afterglow/app/locale"
	"afterglow/app/screens/theme"
)

// askLimit is how long the window waits to hear what the desktop prefers.
const askLimit = 300 * time.Millisecond

// desktopPrefers is what the window asks the desktop.
type desktopPrefers struct {
	scheme theme.Choice  // what "as my desktop" means
	still  bool          // it asks for less motion
	format locale.Format // of times and dates
}

// askDesktop asks, beside what else happens, what the desktop prefers. The answer comes within askLimit.
func askDesktop(ctx context.Context) <-chan desktopPrefers {
	answer := make(chan desktopPrefers, 1)
	go func() {
		ctx, hangUp := context.WithTimeout(ctx, askLimit) // whoever answers later than that states nothing
		defer hangUp()
		session := bus.New(ctx)
		scheme, still := make(chan theme.Choice, 1), make(chan bool, 1)
		go func() { scheme <- schemeOf(ctx, os.Getenv, session) }()
		go func() { still <- asksStill(ctx, session) }()
		format := locale.Look(ctx, os.Getenv, session).Format
		answer <- desktopPrefers{<-scheme, <-still, format}
	}()
	return answer
}
