package record

import "time"

// DeliveryState is how far a delivery got.
type DeliveryState string

const (
	Begun  DeliveryState = "begun"  // written before the desktop was asked: if found at start, it is shown again
	Shown  DeliveryState = "shown"  // the desktop took it
	Closed DeliveryState = "closed" // taken away again, answered or superseded
	LetGo  DeliveryState = "letgo"  // never shown: no longer useful, or over the cap; Reason says which
)

// Delivery is a notification that was shown, is being shown or was let go.
// Occurrence and Round together are unique.
type Delivery struct {
	ID         int64
	Occurrence string // "cleanse/2026-11-22/2", "makeup/1", "tell/17/1", "welcome/2026-11-22T07:30:00Z"
	Round      int    // 0, and one more for each snooze of the same occurrence
	What       string // the routine's or window's id, "welcome", "tell"
	Window     bool   // a window's end or a wish to be told of one, not a routine
	Due        time.Time
	BegunAt    time.Time
	ShownAt    time.Time
	ClosedAt   time.Time
	State      DeliveryState
	Reason     string // why let go or closed: "done", "not useful any more", "daily cap", "summed up", "no longer holds"
	News       News   // what it tells; one that is closed may be read without
	Title      string // the words in which it was shown; "" if it never was
	Body       string
	SumOf      string // the occurrence of the welcome-back notification that told it
}
