// Package today is the page that answers three questions in three seconds:
// where am I, what may I do now, and what is next.
package today

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/screens/askbox"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Model is all that the page shows.
type Model struct {
	Status service.Status
	Roomy  bool // the window is high enough for every card
	Ask    askbox.Model
}

// Actions is what the person can mean. None may be nil.
type Actions struct {
	Begin   func()                                // start a treatment
	Done    func(what string)                     // a routine's or an occurrence's id
	CheckIn func(what string)                     // ask how the skin is, for this occurrence
	TakeOff func(routine string)                  // take back the routine's last entry of today
	Later   func(what string, by service.Delay)   // put it off
	Skip    func(what string)                     // let it go
	Resume  func()                                // end the pause
	Calm    func(window string)                   // "yes, calm"
	Extend  func(window string)                   // "not yet": wait longer, as the plan offers
	Window  func(service.WindowView)              // tell more of a window
	Says    func(of string, s service.SourceView) // who says so?
	Ask     askbox.Actions                        // in the box to ask in; the page sets Turn and Fit
	// Menu shows choices beneath at, as long as holds says so.
	Menu func(id string, at fyne.CanvasObject, holds func(service.Status) bool, items ...kit.MenuItem)
}

// Often is how many windows are on show before "Show more".
const often = 6

// arrange splits the windows into those on show and the rest. The plan's order is that of
// importance and stays; a window that asks the person comes forward, one that has
// been open for days steps back while others still wait.
func arrange(windows []service.WindowView, now time.Time) (first, rest []service.WindowView) {
	if len(windows) <= often {
		return windows, nil
	}
	order := make([]int, len(windows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank(windows[a], now) - rank(windows[b], now) })
	chosen := slices.Clone(order[:often])
	slices.Sort(chosen)
	for i, w := range windows {
		if slices.Contains(chosen, i) {
			first = append(first, w)
		} else {
			rest = append(rest, w)
		}
	}
	return first, rest
}

func rank(w service.WindowView, now time.Time) int {
	switch {
	case w.State == course.Ask:
		return 0
	case w.State == course.Open && now.Sub(w.Until) > 72*time.Hour:
		return 2
	case w.State == course.Before:
		return 2
	default:
		return 1
	}
}

// asking are the windows whose time is up and that wait for the person's word.
func asking(windows []service.WindowView) []service.WindowView {
	var out []service.WindowView
	for _, w := range windows {
		if w.State == course.Ask {
			out = append(out, w)
		}
	}
	return out
}
