package screens

import (
	"os"

	"fyne.io/fyne/v2"

	"afterglow"
)

// threadsVariable names what, set to "check", has Fyne look at each call whether it comes from the main goroutine, and
// complain if not: for tests of the whole program.
const threadsVariable = "AFTERGLOW_THREADS"

// metadata tells Fyne of the program, and that all that touches widgets runs on the main goroutine. Otherwise it would
// ask the runtime for its stack with each refresh, which took a fifth of the work of a page turn (Fyne 2.8.1,
// internal/async). Of FyneApp.toml, which says the same, Fyne knows nothing in a program that "go build" made.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID: afterglow.ID(), Name: "Afterglow", Version: afterglow.Version(), Build: 1, Release: true,
		Migrations: map[string]bool{"fyneDo": os.Getenv(threadsVariable) != "check"},
	}
}
