package course

import (
	"time"

	"afterglow/guidance"
)

// Prefs are the person's preferences that change when and how we remind. See [DefaultPrefs].
type Prefs struct {
	Sleep    guidance.HourRange // no reminders in it; empty (From equal to To): off
	Spacing  time.Duration      // at least so long between two reminders, a window's end excepted
	Cap      int                // reminders of routines in one local day; 0: no cap
	Water    bool               // off for anyone told to limit fluids
	GlassML  int                // one glass in millilitres
	Unit     string             // how drinks are told: one of the Unit constants; "": glasses
	Discreet bool               // notifications say "Reminder", and with the tray nothing of the treatment
	Sound    bool
	// Times replaces a routine's own times, by routine id; an empty, non-nil list switches its reminders off.
	Times map[string][]guidance.Clock
	// Prescribed are the ids of what the person's clinic prescribed: only then does its plan ask for that. See [FillPrefs].
	Prescribed map[string]bool
}

// DefaultPrefs are the preferences of someone who has not chosen.
//
// The cap is 12: two cleanses, three moisturisers, sunscreen and a check-in
// leave five for water. Eight, as first thought of, would leave one.
func DefaultPrefs() Prefs {
	return Prefs{
		Sleep:   guidance.HourRange{From: 22*60 + 30, To: 7*60 + 30},
		Spacing: 20 * time.Minute,
		Cap:     12,
		Water:   true,
		GlassML: 200,
		Unit:    UnitGlass,
		Sound:   true,
	}
}
