package screens

import (
	"context"
	"os"
	"runtime"
	"time"

	"afterglow/app/bus"
	"afterglow/app/locale"
)

// askLimit is how long the window waits to hear what the desktop prefers.
const askLimit = 300 * time.Millisecond

// What a desktop's colour scheme can be; everything else is no preference.
const (
	schemeDark  = uint32(1)
	schemeLight = uint32(2)
)

// desktopPrefers is what the window asks the desktop.
type desktopPrefers struct {
	scheme bool          // it states a preference for light or dark
	still  bool          // it asks for less motion
	format locale.Format // of times and dates
}

// askDesktop asks, beside what else happens, what the desktop prefers. The answer comes within askLimit. Without a
// preference Fyne would be dark, and nobody chose that.
func askDesktop(ctx context.Context) <-chan desktopPrefers {
	answer := make(chan desktopPrefers, 1)
	go func() {
		ctx, hangUp := context.WithTimeout(ctx, askLimit) // whoever answers later than that states nothing
		defer hangUp()
		session := bus.New(ctx)
		scheme, still := make(chan bool, 1), make(chan bool, 1)
		go func() { scheme <- statesScheme(ctx, session) }()
		go func() { still <- asksStill(ctx, session) }()
		format := locale.Look(ctx, os.Getenv, session).Format
		answer <- desktopPrefers{<-scheme, <-still, format}
	}()
	return answer
}

// statesScheme says whether the desktop asks for light or for dark.
// Not to be able to ask is the same as hearing of no preference.
func statesScheme(ctx context.Context, session *bus.Bus) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true // these always state one
	}
	scheme := session.Setting(ctx, "org.freedesktop.appearance", "color-scheme")
	return scheme == schemeDark || scheme == schemeLight
}
