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

// looks is how the desktop asks the window to look.
type looks struct {
	scheme theme.Choice // what "as my desktop" means
	sharp  bool         // more contrast
	larger float64      // by how much larger the text; 1 where nothing is asked
}

// looksOf is what the desktop asks for now.
func looksOf(ctx context.Context, getenv func(string) string, session *bus.Bus) looks {
	sharp, larger := make(chan bool, 1), make(chan float64, 1)
	go func() { sharp <- asksSharp(ctx, session) }()
	go func() { larger <- asksLarger(ctx, session) }()
	return looks{schemeOf(ctx, getenv, session), <-sharp, <-larger}
}

// desktopPrefers is what the window asks the desktop.
type desktopPrefers struct {
	looks
	still  bool          // it asks for less motion
	format locale.Format // of times and dates
}

// scaleVariable is where Fyne looks for how large it is to draw, each time that its settings change.
const scaleVariable = "FYNE_SCALE"

// textSize has Fyne draw larger, words and all, as the desktop asks, unless the person told Fyne so already.
type textSize struct{ told bool }

// readTextSize is to be called before anything is asked of Fyne.
func readTextSize() textSize {
	_, told := os.LookupEnv(scaleVariable)
	return textSize{told}
}

// ask has Fyne draw that much larger from its next look on; it says whether that is another size than before.
func (t textSize) ask(by float64) (changed bool) {
	if t.told || by < leastLarger || by > mostLarger {
		return false
	}
	before, size := os.Getenv(scaleVariable), ""
	if by != 1 {
		size = strconv.FormatFloat(by, 'f', -1, 32)
	}
	if size == before {
		return false
	}
	_ = os.Setenv(scaleVariable, size) // else all stays as large as it is; none is Fyne's own
	return true
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
		of, still := make(chan looks, 1), make(chan bool, 1)
		go func() { of <- looksOf(ctx, os.Getenv, session) }()
		go func() { still <- asksStill(ctx, session) }()
		format := locale.Look(ctx, os.Getenv, session).Format
		answer <- desktopPrefers{<-of, <-still, format}
	}()
	return answer
}
