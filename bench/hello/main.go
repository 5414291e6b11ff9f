// Command hello is the baseline of the benchmarks: the smallest Fyne program
// with a tray icon and a hidden window. It is measured beside Afterglow.
package main

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("app.afterglow.hello")
	w := a.NewWindow("hello")
	w.SetContent(widget.NewLabel("hello"))
	if len(os.Args) > 1 && os.Args[1] == "line" {
		w.SetPadded(false)
		w.SetContent(newLine())
	}
	if d, ok := a.(desktop.App); ok {
		d.SetSystemTrayMenu(fyne.NewMenu("hello"))
		d.SetSystemTrayIcon(theme.InfoIcon())
	}
	// With an argument the window is shown at once: the baseline for "click to window".
	if len(os.Args) > 1 {
		w.ShowAndRun()
		return
	}
	a.Run()
}
