package kit

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
)

// Roles that Fyne has no word for: what a Press is to who hears the window.
const (
	RoleBox    fyne.AccessibleRole = "checkbox"      // on or off
	RoleSwitch fyne.AccessibleRole = "switch"        // on or off
	RoleOption fyne.AccessibleRole = "radio"         // one of several, of which one holds
	RoleTab    fyne.AccessibleRole = "tab"           // leads to a page, which is on show or not
	RoleFold   fyne.AccessibleRole = "toggle"        // opens and closes what lies below it
	RoleList   fyne.AccessibleRole = "combobox"      // opens a list; its value is what holds
	RoleScale  fyne.AccessibleRole = "slider"        // its value is a figure
	RoleDays   fyne.AccessibleRole = "calendar"      // its value is a day
	RoleItem   fyne.AccessibleRole = "menuitem"      // of a menu
	RoleChoice fyne.AccessibleRole = "menuitemradio" // of a menu, of which one holds
)

// State is how a Press stands. It is never part of the name, which stays the same whatever is chosen.
type State struct {
	On    bool   // it is ticked, switched on or chosen
	Value string // what it stands at, in words; "" for what has none
}

// State tells how it stands.
func (p *Press) State() State { return p.state }

// As gives a Press its role, and whether it is on.
func (p *Press) As(role fyne.AccessibleRole, on bool) *Press {
	p.role, p.state.On = role, on
	return p
}

// Of says what a Press is about where its own words do not: "Later" is of a task. It follows the words in its name.
func (p *Press) Of(what string) *Press {
	p.of = what
	return p
}

// Group says what all in o is about, as the line above it does for the eye: each thing in it that has no group yet is
// named with it. It gives o back.
func Group[O fyne.CanvasObject](what string, o O) O {
	grouped(what, o)
	return o
}

func grouped(what string, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *Press:
		if o.of == "" {
			o.of = what
		}
	case *Entry:
		if o.of == "" {
			o.of = what
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			grouped(what, c)
		}
	}
}

// spoken is a name with what it is about.
func (k *Kit) spoken(name, of string) string {
	switch {
	case of == "" || name == of:
		return name
	case name == "":
		return of
	}
	return k.V.T("kit.named", phrase.Args{"Name": name, "Of": of})
}
