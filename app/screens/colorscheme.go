package screens

import (
	"context"
	"runtime"
	"time"

	"afterglow/app/bus"
)

// askLimit is how long the window waits to hear whether the desktop wants it light or dark.
const askLimit = 300 * time.Millisecond

// What a desktop's colour scheme can be; everything else is no preference.
const (
	schemeDark  = uint32(1)
	schemeLight = uint32(2)
)

// desktopScheme asks, beside what else happens, whether the desktop states a preference for light or
// dark. The answer comes within askLimit. Without one Fyne would be dark, and nobody chose that.
func desktopScheme(ctx context.Context) <-chan bool {
	answer := make(chan bool, 1)
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		answer <- true // these always state one
		return answer
	}
	ctx, cancel := context.WithTimeout(ctx, askLimit)
	said := make(chan bool, 1)
	go func() { said <- statesScheme(ctx) }()
	go func() {
		defer cancel()
		select {
		case s := <-said:
			answer <- s
		case <-ctx.Done(): // whoever answers later than that states nothing
			answer <- false
		}
	}()
	return answer
}

// statesScheme says whether the desktop asks for light or for dark.
// Not to be able to ask is the same as hearing of no preference.
func statesScheme(ctx context.Context) bool {
	ctx, hangUp := context.WithCancel(ctx)
	defer hangUp()
	scheme := bus.New(ctx).Setting(ctx, "org.freedesktop.appearance", "color-scheme")
	return scheme == schemeDark || scheme == schemeLight
}
