package locale

import (
	"context"
	"os"
	"time"

	"afterglow/app/bus"
)

// askTime is what the system may take to say how it writes times.
const askTime = 200 * time.Millisecond

// Source is who says how times or dates are written.
type Source int

const (
	Standard    Source = iota // nobody: a 24-hour clock, the day before the month
	Environment               // LC_ALL, LC_TIME or LANG
	Desktop                   // the desktop's settings
	Computer                  // the operating system's settings
)

// Said is who says how times or dates are written, and in which setting: "LC_TIME=en_US.UTF-8".
type Said struct {
	By      Source
	Setting string
}

// Found is how times and dates are written on a computer, and who says so.
type Found struct {
	Format      Format
	Clock, Date Said
}

// Here is how this computer writes times and dates, and who says so. It asks the desktop, too, and takes askTime at
// most.
func Here() Found {
	ctx, cancel := context.WithTimeout(context.Background(), askTime)
	defer cancel()
	return Look(ctx, os.Getenv, bus.New(ctx))
}

// Look finds how times and dates are written here. A desktop that has to be asked is asked over the bus; nil: none is.
func Look(ctx context.Context, getenv func(string) string, b *bus.Bus) Found {
	return look(ctx, getenv, b)
}

// Follow tells how times and dates are written here, at once and whenever the desktop says otherwise, until ctx ends.
// It waits for the desktop's news and does not poll.
func Follow(ctx context.Context, getenv func(string) string, b *bus.Bus, told func(Format)) {
	follow(ctx, getenv, b, func() {
		asking, cancel := context.WithTimeout(ctx, askTime)
		defer cancel()
		told(Look(asking, getenv, b).Format)
	})
}
