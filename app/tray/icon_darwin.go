package tray

import "fyne.io/systray"

// handIcon gives the tray its icon.
func handIcon(drawn []byte) error {
	systray.SetTemplateIcon(drawn, drawn)
	return nil
}
