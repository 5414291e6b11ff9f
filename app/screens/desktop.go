package screens

import (
	"context"
	"os"
	"strconv"
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
	sharp  bool          // it asks for more contrast
	larger float64       // by how much it asks for larger text; 1 where it does not
	format locale.Format // of times and dates
}

// scaleVariable is where Fyne looks for how large it is to draw.
const scaleVariable = "FYNE_SCALE"

// enlarge has Fyne draw larger, words and all, unless the person told Fyne so already. It is to be called before there is a
// window.
func enlarge(by float64) {
	if _, told := os.LookupEnv(scaleVariable); told || by == 1 || by < leastLarger || by > mostLarger {
		return
	}
	_ = os.Setenv(scaleVariable, strconv.FormatFloat(by, 'f', -1, 32)) // else all stays as large as it is
}

// What a desktop may ask for; anything else is no size to read.
const (
	leastLarger = 0.5
	mostLarger  = 3
)

// askDesktop asks, beside what else happens, what the desktop prefers. The answer comes within askLimit.
func askDesktop(ctx context.Context) <-chan desktopPrefers {
	answer := make(chan desktopPrefers, 1)
	go func() {
		ctx, hangUp := context.WithTimeout(ctx, askLimit) // whoever answers later than that states nothing
		defer hangUp()
		session := bus.New(ctx)
		scheme, still, sharp, larger := make(chan theme.Choice, 1), make(chan bool, 1), make(chan bool, 1), make(chan float64, 1)
		go func() { scheme <- schemeOf(ctx, os.Getenv, session) }()
		go func() { still <- asksStill(ctx, session) }()
		go func() { sharp <- asksSharp(ctx, session) }()
		go func() { larger <- asksLarger(ctx, session) }()
		format := locale.Look(ctx, os.Getenv, session).Format
		answer <- desktopPrefers{<-scheme, <-still, <-sharp, <-larger, format}
	}()
	return answer
}
