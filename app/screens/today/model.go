// Package today is the page that tells the story of today: where am I, what is next, what may I do, and when the rest.
package today

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/askbox"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is all that the page shows.
type Model struct {
	Status service.Status
	Room   fyne.Size // that there is for the page
	ToAsk  []string  // kept for the clinic and not answered yet, the newest first
	Still  bool      // the person wants less motion
	Ask    askbox.Model
	First  bool              // nothing was ever entered
	After  []service.KeyTime // the first moments after the treatment, while that is to come
	Past   *service.PastView // a course that is over, of which the person said nothing yet; nil: none
	Silent bool              // what reminds does not run
	Folder string            // where the notes lie
	Phases []guidance.Phase  // what the plan expects, and when
}

// Actions is what the person can mean. None may be nil.
type Actions struct {
	Begin    func()                                // start a treatment
	Feel     func()                                // tell how the skin feels, asked or not
	Coming   func()                                // enter one that is to come
	Example  func()                                // look at the example
	Plan     func()                                // open a clinic's plan file
	Write    func()                                // a plan, by the form
	WasDone  func(service.TreatmentView)           // a treatment to come took place
	Change   func(service.TreatmentView)           // change it
	Remove   func(service.TreatmentView)           // take it away
	Keep     func(treatment int64)                 // keep the notes of a course that is over
	Export   func()                                // save a copy elsewhere, then erase all
	Clinic   func()                                // make a page for the clinic of what was written down
	Done     func(what string)                     // a routine's or an occurrence's id
	CheckIn  func(what string)                     // ask how the skin is, for this occurrence
	TakeOff  func(routine string)                  // take back the routine's last entry of today
	Later    func(what string, by service.Delay)   // put it off
	Skip     func(what string)                     // let it go
	Resume   func()                                // end the pause
	Remind   func()                                // start what reminds
	Calm     func(window string)                   // "yes, calm"
	Extend   func(window string)                   // "not yet": wait longer, as the plan offers
	Window   func(service.WindowView)              // tell more of a window
	Says     func(of string, s service.SourceView) // who says so?
	Timeline func()                                // show the whole course
	Phone    func()                                // take moments along
	ToAsk    func()                                // show what is kept for the clinic
	Ask      askbox.Actions                        // in the box to ask in; the page sets Turn and Fit
	// Menu shows choices beneath at, as long as holds says so.
	Menu func(id string, at fyne.CanvasObject, holds func(service.Status) bool, items ...kit.MenuItem)
}
