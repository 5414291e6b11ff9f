// Package sheets holds the panels that lie over a page: a few words and what to do.
package sheets

import (
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Wide is the width of a panel in Fyne's units.
const Wide = 480

// Panel is what a sheet shows, for as long as it is open.
type Panel interface {
	// Sheet draws it in a kit.
	Sheet(k *kit.Kit, h Handle) *kit.Sheet
	// Follow looks at what was read again meanwhile.
	Follow(m Model) Answer
}

// Form is a panel that begins with a field to type in: whoever opens it types at once.
type Form interface {
	Panel
	First() string // the field's id; "": none
}

// Handle is what a panel can do with itself.
type Handle struct {
	Close  func()
	Redraw func() // draws it anew if it is still open
}

// Model is what was read last.
type Model struct {
	Status  service.Status
	Entries []record.Entry
}

// Answer says whether a panel still holds. The zero Answer is: as it is.
type Answer struct {
	Gone    bool   // what it was about is over
	Changed bool   // it has to be drawn anew
	Say     string // the message that tells why it is gone; "" to close without a word
}

// Fixed is a panel that nothing can change while it is open.
type Fixed func(k *kit.Kit, h Handle) *kit.Sheet

// Sheet implements Panel.
func (f Fixed) Sheet(k *kit.Kit, h Handle) *kit.Sheet { return f(k, h) }

// Follow implements Panel.
func (Fixed) Follow(Model) Answer { return Answer{} }

// While is a panel that closes as soon as holds says that what it is about is over; say is the message that tells it.
func While(p Panel, say string, holds func(Model) bool) Panel { return while{p, say, holds} }

type while struct {
	Panel
	say   string
	holds func(Model) bool
}

// Follow implements Panel.
func (w while) Follow(m Model) Answer {
	if !w.holds(m) {
		return Answer{Gone: true, Say: w.say}
	}
	return w.Panel.Follow(m)
}
